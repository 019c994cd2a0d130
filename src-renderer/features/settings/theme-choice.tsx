import { useId } from 'react';
import type { Settings } from '../../../src-shared/contract/app.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import styles from './settings-page.module.css';
import { useChangeSettings } from './use-change-settings.ts';

const THEMES: readonly { readonly theme: Settings['theme']; readonly label: MessageId }[] = [
  { theme: 'system', label: 'settings.theme.system' },
  { theme: 'light', label: 'settings.theme.light' },
  { theme: 'dark', label: 'settings.theme.dark' },
];

export function ThemeChoice() {
  const { say } = useLanguage();
  const change = useChangeSettings();
  const themeName = useId();
  const chosen = useSession((state) => state.settings?.theme ?? null);
  if (chosen === null) return null;
  return (
    <div role="radiogroup" aria-label={say('settings.theme')} className={styles['themes']}>
      {THEMES.map(({ theme, label }) => (
        <label key={theme} data-theme-choice={theme}>
          <input type="radio" name={themeName} checked={chosen === theme} onChange={() => void change({ theme })} />
          <i aria-hidden="true" />
          <span>{say(label)}</span>
        </label>
      ))}
    </div>
  );
}
