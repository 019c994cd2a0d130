/** The words that stand in exported files beside what the person wrote. All of them are here, for whoever translates them. */
import type { DayState, Habit, HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';

export const MOODS = ['Awful', 'Low', 'Fine', 'Good', 'Great'] as const;

/** @param mood 1 to 5 */
export function moodWord(mood: number): string {
  return MOODS[mood - 1] ?? String(mood);
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`);

/** `every day`, `3 times a week`. */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.type) {
    case 'daily':
      return 'every day';
    case 'weekdays':
      return [...new Set(schedule.days)]
        .toSorted((a, b) => a - b)
        .map((day) => WEEKDAYS[day - 1])
        .join(', ');
    case 'times-a-week':
      return `${times(schedule.times)} a week`;
    case 'times-a-month':
      return `${times(schedule.times)} a month`;
    case 'every-n-days':
      return `every ${String(schedule.days)} days`;
    case 'rolling':
      return `${times(schedule.times)} in any ${String(schedule.days)} days`;
  }
}

/** `yes or no`, `at least 20 pages`, `kept until a slip`. */
export function kindWords(kind: HabitKind): string {
  switch (kind.type) {
    case 'yes-no':
      return 'yes or no';
    case 'quit':
      return 'kept until a slip';
    case 'amount':
    case 'minutes': {
      const unit = kind.type === 'minutes' ? 'minutes' : kind.unit.trim();
      const direction = kind.direction === 'at-most' ? 'at most' : 'at least';
      return [direction, String(kind.target), unit].filter((word) => word !== '').join(' ');
    }
  }
}

const STATE_WORDS: Readonly<Record<DayState, string>> = {
  done: 'done',
  partly: 'partly done',
  missed: 'missed',
  skipped: 'skipped',
  paused: 'paused',
  'not-due': 'not due',
  open: 'open',
  future: 'future',
};

/** What a day came to, in the words of the app: a day that is over is no longer open. @param state null: it counts for nothing */
export function stateWords(state: DayState | null, day: string, today: string): string {
  if (state === null) return '';
  return state === 'open' && day < today ? 'nothing logged' : STATE_WORDS[state];
}

/** What was logged, as a person would say it: a slip of a habit that one gives up is what other habits call missed. */
export function markWords(mark: 'done' | 'missed' | 'skipped' | null, { kind }: Pick<Habit, 'kind'>): string {
  if (mark === null) return '';
  return mark === 'missed' && kind.type === 'quit' ? 'slip' : mark;
}
