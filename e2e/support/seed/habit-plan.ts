import type { Habit, HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { daysBetween, isoWeekday } from '../../../src-shared/domain/day.ts';
import type { CheckInValues } from '../../../src-main/features/habits/records.ts';
import type { Random } from '../../simulation/random.ts';

type Words = Pick<
  Habit,
  | 'name'
  | 'question'
  | 'description'
  | 'schedule'
  | 'kind'
  | 'group'
  | 'timeOfDay'
  | 'icon'
  | 'colour'
  | 'reminders'
  | 'archived'
>;

interface SeedHabit extends Words {
  /** How often it happens on a day that it is due on, 0 to 1; of what is to be quit, how often it does not. */
  readonly steadiness: number;
}

const YES_NO: HabitKind = { type: 'yes-no' };
const QUIT: HabitKind = { type: 'quit' };
const minutes = (target: number): HabitKind => ({ type: 'minutes', target, direction: 'at-least' });
const amount = (unit: string, target: number, direction: 'at-least' | 'at-most' = 'at-least'): HabitKind => ({
  type: 'amount',
  unit,
  target,
  direction,
});

const WORKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [...WORKDAYS, 6, 7];
const at = (time: string, days: readonly number[] = EVERY_DAY) => {
  const [hours = 0, minute = 0] = time.split(':').map(Number);
  return { minute: 60 * hours + minute, days: [...days] };
};

function habit(
  name: string,
  schedule: Schedule,
  kind: HabitKind,
  steadiness: number,
  more: Partial<Words> = {},
): SeedHabit {
  return {
    name,
    schedule,
    kind,
    steadiness,
    question: '',
    description: '',
    group: '',
    timeOfDay: 'any',
    icon: '',
    colour: 'leaf',
    reminders: [],
    archived: false,
    ...more,
  };
}

/** Every kind of schedule, every kind of habit, and all that can be said about one. */
export const SEED_HABITS: readonly SeedHabit[] = [
  habit('Stretch', { type: 'daily' }, YES_NO, 0.85, {
    group: 'Health',
    timeOfDay: 'morning',
    icon: 'sunrise',
    reminders: [at('07:10', WORKDAYS), at('08:30', [6, 7])],
  }),
  habit('Read', { type: 'daily' }, amount('pages', 30), 0.8, {
    question: 'How many pages?',
    timeOfDay: 'evening',
    icon: 'book-open',
    colour: 'sky',
    reminders: [at('21:15')],
  }),
  habit('Run', { type: 'times-a-week', times: 3 }, YES_NO, 0.42, {
    description: 'Slowly. Along the river and back is enough.',
    group: 'Health',
    icon: 'footprints',
    colour: 'clay',
  }),
  habit('Piano', { type: 'weekdays', days: [1, 3, 5, 6] }, YES_NO, 0.75, {
    group: 'Music and words',
    timeOfDay: 'afternoon',
    icon: 'piano',
    colour: 'plum',
  }),
  habit('No phone before ten', { type: 'daily' }, QUIT, 0.93, {
    timeOfDay: 'morning',
    icon: 'smartphone',
    colour: 'stone',
  }),
  habit('Water', { type: 'daily' }, amount('glasses', 8), 0.9, {
    group: 'Health',
    icon: 'glass-water',
    colour: 'teal',
  }),
  habit('Coffee', { type: 'daily' }, amount('cups', 3, 'at-most'), 0.95, {
    group: 'Health',
    icon: '☕',
    colour: 'amber',
  }),
  habit('Call the parents', { type: 'times-a-month', times: 4 }, YES_NO, 0.14, {
    question: 'Did we talk?',
    group: 'Family',
    icon: 'phone',
    colour: 'rose',
  }),
  habit('Water the plants', { type: 'every-n-days', days: 3 }, YES_NO, 0.9, {
    icon: 'sprout',
    colour: 'moss',
    reminders: [at('18:00')],
  }),
  habit('Swim', { type: 'rolling', times: 2, days: 10 }, YES_NO, 0.2, {
    group: 'Health',
    icon: 'waves',
    colour: 'sky',
  }),
  habit('Japanese', { type: 'weekdays', days: WORKDAYS }, minutes(20), 0.7, {
    group: 'Music and words',
    icon: 'languages',
    colour: 'violet',
  }),
  habit('Sourdough', { type: 'times-a-week', times: 1 }, YES_NO, 0.12, { icon: '🍞', colour: 'amber', archived: true }),
];

/** Words of more habits than anybody's: two of these make a name that is in no other. */
const MORE = ['Walk', 'Write', 'Practise', 'Tidy', 'Study', 'Cook', 'Sort', 'Sketch'] as const;
const MORE_WHAT = [
  'early',
  'by hand',
  'outside',
  'the desk',
  'one page',
  'without sugar',
  'the inbox',
  'slowly',
] as const;
const GROUPS = ['Body', 'Mind', 'House', ''] as const;
const COLOURS = ['leaf', 'sky', 'plum', 'clay', 'amber', 'teal', 'rose', 'stone'] as const;

/** The same every time; of more than SEED_HABITS holds, the rest is made up, in groups. */
export function seedHabits(count: number): readonly SeedHabit[] {
  const more = Array.from({ length: Math.max(0, count - SEED_HABITS.length) }, (_, index): SeedHabit => {
    const like = SEED_HABITS[index % (SEED_HABITS.length - 1)]!;
    const what = MORE_WHAT[Math.floor(index / MORE.length) % MORE_WHAT.length]!;
    return {
      ...like,
      name: `${MORE[index % MORE.length]!} ${what}`,
      question: '',
      reminders: [],
      group: GROUPS[index % GROUPS.length]!,
      colour: COLOURS[index % COLOURS.length]!,
    };
  });
  return [...SEED_HABITS.slice(0, count), ...more];
}

function isDue({ schedule }: SeedHabit, day: string, startDay: string): boolean {
  if (schedule.type === 'weekdays') return schedule.days.includes(isoWeekday(day));
  if (schedule.type === 'every-n-days') return daysBetween(startDay, day) % schedule.days === 0;
  return true;
}

const NOTES = [
  'on the train',
  'with M.',
  'only just',
  'in the rain',
  'the best in weeks',
  'late, and glad of it',
] as const;
const EXCUSES = ['a cold', 'away', 'the whole day at the hospital with Mother', 'no train'] as const;

/** What was logged for a habit on a day; null: nothing. */
export function checkInOn(random: Random, each: SeedHabit, day: string, startDay: string): CheckInValues | null {
  if (!isDue(each, day, startDay)) return null;
  const { kind, steadiness } = each;
  const note = random.chance(0.02) ? { note: random.pick(NOTES) } : {};
  const isGood = random.chance(steadiness);
  // Kept until a slip is logged.
  if (kind.type === 'quit') return isGood ? null : { mark: 'missed', amount: null, ...note };
  if (isGood) {
    const value = 'target' in kind ? Math.round(kind.target * (0.4 + 1.1 * random.next())) : null;
    return { mark: 'done', amount: value, ...note };
  }
  if (random.chance(0.06)) {
    return { mark: 'skipped', amount: null, ...(random.chance(0.6) ? { note: random.pick(EXCUSES) } : {}) };
  }
  if (random.chance(0.1)) return { mark: 'missed', amount: null, ...note };
  return null;
}
