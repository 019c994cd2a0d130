import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src-shared/contract/app.ts';
import { mainWords } from '../words.ts';
import { ReminderDisplay } from './reminder-display.ts';
import type { HabitWords } from './reminder-display.ts';
import { RecordingNotifier } from './testing/reminder-world.ts';

const DAY = '2026-11-26';
const words = mainWords({ words: 'en', locale: 'en-GB', direction: 'ltr' });
const ring = (habitId: string) => ({ habitId, date: DAY, minute: 18 * 60 });
const habit = (name: string): HabitWords => ({ name, question: '', canBeDone: true, canBeSkipped: true });
const habits = new Map([
  ['a', habit('Stretch')],
  ['b', habit('Read')],
]);

function display(): {
  display: ReminderDisplay;
  notifier: RecordingNotifier;
  settings: Pick<Settings, 'reminderNames' | 'remindersWhileLocked'>;
} {
  const notifier = new RecordingNotifier();
  const settings = { reminderNames: true, remindersWhileLocked: true };
  const options = { notifier, settings: () => settings, words: () => words, onState: () => {}, dayOf: () => DAY };
  const made = new ReminderDisplay(options);
  made.learn(habits);
  return { display: made, notifier, settings };
}

describe('notifications of reminders', () => {
  it('say that names are seen in the window, and of a locked vault that it is unlocked first', () => {
    const { display: shown, notifier, settings } = display();
    settings.reminderNames = false;
    shown.ring([ring('a'), ring('b')]);
    expect(notifier.shown.at(-1)?.body).toBe('Open Daygrove to see which.');
    shown.forget();
    shown.ring([ring('a'), ring('b')]);
    expect(notifier.shown.at(-1)?.body).toBe('Unlock Daygrove to see which.');
  });

  it('without a name stay as they are when names are forbidden, whatever was shown with one before', () => {
    const { display: shown, notifier, settings } = display();
    shown.ring([ring('a')]);
    expect(notifier.open.get('a')?.title).toBe('Stretch');
    shown.remove(['a']);
    settings.reminderNames = false;
    shown.settingsChanged();
    shown.ring([ring('b')]);
    const before = notifier.shown.length;
    shown.settingsChanged();
    expect(notifier.shown).toHaveLength(before);
    expect([...notifier.open.keys()]).toEqual(['b']);
  });

  it('are gone with the app, that of a failure too', () => {
    const { display: shown, notifier } = display();
    shown.ring([ring('a')]);
    shown.tellFailure();
    expect(notifier.open.size).toBe(2);
    shown.end();
    expect(notifier.open.size).toBe(0);
  });
});
