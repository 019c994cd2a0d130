import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../../src-shared/contract/app.ts';
import { CheckChoice } from '../../components/check-choice.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';

type Switch = 'reminders' | 'reminderNames' | 'remindersWhileLocked';

/** Whether, how openly and when this computer reminds. The times themselves are set with each habit. */
export function ReminderSettings() {
  const { session, showProblem, reminders } = useModel();
  const { say } = useLanguage();
  const settings = useSession((state) => state.settings);
  const state = useStore(reminders.store, (known) => known.state);
  if (settings === null || state === null) return null;

  async function change(part: Partial<Settings>): Promise<void> {
    const error = await session.changeSettings(part);
    if (error !== null) showProblem(error);
  }

  const box = (name: Switch, label: string, hint: string): ReactNode => (
    <CheckChoice
      label={label}
      hint={hint}
      isOn={settings[name]}
      isDisabled={name !== 'reminders' && !settings.reminders}
      onChange={(isOn) => void change({ [name]: isOn })}
    />
  );
  const { shownBy, hasButtons } = state;
  return (
    <>
      {box('reminders', say('settings.reminders.on'), say('settings.reminders.onHint'))}
      {box(
        'reminderNames',
        say('settings.reminders.names'),
        say(shownBy === 'system' ? 'settings.reminders.namesHint' : 'settings.reminders.namesHintPage'),
      )}
      {box('remindersWhileLocked', say('settings.reminders.locked'), say('settings.reminders.lockedHint'))}
      <p>
        {say(
          shownBy === 'page'
            ? 'settings.reminders.byPage'
            : hasButtons
              ? 'settings.reminders.bySystem'
              : 'settings.reminders.bySystemClick',
        )}
      </p>
    </>
  );
}
