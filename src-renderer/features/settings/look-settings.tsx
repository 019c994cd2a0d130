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
  return (
    <>
      <ThemeChoice />
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
