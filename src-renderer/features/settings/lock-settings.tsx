import { Lock } from 'lucide-react';
import type { Settings } from '../../../src-shared/contract/app.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { useChangeSettings } from './use-change-settings.ts';

const IDLE_MINUTES: readonly Settings['idleLockMinutes'][] = [1, 5, 15, 30, 60, null];

/** When Daygrove locks itself. */
export function LockSettings() {
  const { target } = useModel();
  const { say } = useLanguage();
  const change = useChangeSettings();
  const chosen = useSession((state) => state.settings?.idleLockMinutes);
  // The system tells its own apps, not a page.
  const sleepLocks = useSession((state) => state.info?.host === 'electron');
  if (chosen === undefined) return null;
  return (
    <>
      <SelectField
        label={say('settings.idle')}
        hint={say(sleepLocks ? 'settings.idleHint' : 'settings.idleHintBrowser')}
        value={String(chosen)}
        onChange={(event) => {
          const minutes = IDLE_MINUTES.find((choice) => String(choice) === event.target.value);
          if (minutes !== undefined) void change({ idleLockMinutes: minutes });
        }}
      >
        {IDLE_MINUTES.map((minutes) => (
          <option key={minutes} value={String(minutes)}>
            {minutes === null
              ? say(sleepLocks ? 'settings.idleNever' : 'settings.idleNeverBrowser')
              : say('settings.idleMinutes', { minutes })}
          </option>
        ))}
      </SelectField>
      <Button onClick={() => void target.lock()}>
        <Lock />
        {say('settings.lockNow')}
      </Button>
    </>
  );
}
