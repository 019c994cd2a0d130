import { CheckChoice } from '../../components/check-choice.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { useChangeSettings } from './use-change-settings.ts';

/** How Daygrove looks on this computer. */
export function LookSettings() {
  const { say } = useLanguage();
  const change = useChangeSettings();
  const celebrations = useSession((state) => state.settings?.celebrations ?? null);
  const lessMotion = useSession((state) => state.settings?.lessMotion ?? null);
  return (
    <>
      <ThemeChoice />
      {lessMotion !== null && (
        <CheckChoice
          label={say('settings.lessMotion')}
          hint={say('settings.lessMotion.hint')}
          isOn={lessMotion}
          onChange={(isOn) => void change({ lessMotion: isOn })}
        />
      )}
      {celebrations !== null && (
        <CheckChoice
          label={say('settings.celebrations')}
          hint={say('settings.celebrationsHint')}
          isOn={celebrations}
          onChange={(isOn) => void change({ celebrations: isOn })}
        />
      )}
    </>
  );
}
