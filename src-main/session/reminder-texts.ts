/** What the system's notifications of reminders say: the one text of main's that a person reads. All of it is here, for whoever translates it. */
export const REMINDER_TEXTS = {
  waiting: (count: number): string => (count === 1 ? 'A habit is waiting' : `${String(count)} habits are waiting`),
  /** `time`: as the person's system writes it. */
  setFor: (time: string): string => `Its reminder is set for ${time}.`,
  seeWhich: 'Open Daygrove to see which.',
  unlockToSee: 'Unlock Daygrove to see which.',
  dueToday: 'Not done yet today.',
  done: 'Done',
  skip: 'Skip today',
  snooze: 'In 15 minutes',
  'snooze-hour': 'In an hour',
  failedTitle: 'That was not written down',
  failedBody: 'Nothing was changed. The reminder is in Daygrove’s window.',
} as const;

const TIME = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

/** @param minute of the day */
export function timeText(minute: number): string {
  return TIME.format(minute * 60_000);
}
