import { Languages } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ChoiceMenu } from '../../components/choice-menu.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import styles from './language-menu.module.css';
import { LANGUAGE_NAMES, LANGUAGE_SETTINGS, languageName } from './language-names.ts';
import { useChangeSettings } from './use-change-settings.ts';

/** In the corner of a screen that comes before the settings can be reached. */
export function LanguageMenu() {
  const { say, locale } = useLanguage();
  const change = useChangeSettings();
  const anchor = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const host = useSession((state) => state.info?.language ?? null);
  // Where QA has said which, choosing would do nothing.
  if (host === null || host.forced !== null) return null;
  const language = LANGUAGE_NAMES[locale.startsWith('de') ? 'de' : 'en'];
  const choices = LANGUAGE_SETTINGS.map((setting) => ({
    id: setting,
    label: languageName(setting, host, say),
    lang: setting === 'system' ? undefined : setting,
    perform: () => void change({ language: setting }),
  }));
  return (
    <div ref={anchor} className={styles['corner']}>
      <Button
        kind="quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={say('settings.languageMenu', { language })}
        onClick={() => setOpen(true)}
      >
        <Languages />
        {language}
      </Button>
      {isOpen && (
        <ChoiceMenu
          anchor={anchor}
          name={{ label: say('settings.language') }}
          groups={[choices]}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
