import { SelectField } from '../../components/field.tsx';
import { fullDate } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { LANGUAGE_SETTINGS, languageName } from './language-names.ts';
import { useChangeSettings } from './use-change-settings.ts';

/** Of the words; it takes effect at once. */
export function LanguageChoice() {
  const { say, locale } = useLanguage();
  const change = useChangeSettings();
  const chosen = useSession((state) => state.settings?.language ?? null);
  const info = useSession((state) => state.info);
  const day = useSession((state) => state.today?.day ?? null);
  if (chosen === null || info === null) return null;
  return (
    <SelectField
      label={say('settings.language')}
      value={chosen}
      hint={day === null ? '' : say('settings.languageHint', { example: fullDate(locale, day), host: info.host })}
      onChange={(event) => {
        const language = LANGUAGE_SETTINGS.find((setting) => setting === event.target.value);
        if (language !== undefined) void change({ language });
      }}
    >
      {LANGUAGE_SETTINGS.map((setting) => (
        <option key={setting} value={setting} {...(setting === 'system' ? {} : { lang: setting })}>
          {languageName(setting, info.language, say)}
        </option>
      ))}
    </SelectField>
  );
}
