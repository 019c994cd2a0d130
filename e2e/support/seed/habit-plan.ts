import type { HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { daysBetween, isoWeekday } from '../../../src-shared/domain/day.ts';
import type { CheckInValues } from '../../../src-main/features/habits/records.ts';
import type { Random } from '../../simulation/random.ts';

interface SeedHabit {
  readonly name: string;
  readonly question: string;
  readonly schedule: Schedule;
  readonly kind: HabitKind;
  /** How often it happens on a day that it is due on, 0 to 1. */
  readonly steadiness: number;
  readonly archived: boolean;
}

const YES_NO: HabitKind = { type: 'yes-no' };
const amount = (unit: string, target: number, direction: 'at-least' | 'at-most' = 'at-least'): HabitKind => ({
  type: 'amount',
  unit,
  target,
  direction,
});
const habit = (
  name: string,
  schedule: Schedule,
  kind: HabitKind,
  steadiness: number,
  question = '',
  archived = false,
): SeedHabit => ({ name, schedule, kind, steadiness, question, archived });

/** Every kind of schedule, and every kind of habit. */
export const SEED_HABITS: readonly SeedHabit[] = [
  habit('Stretch', { type: 'daily' }, YES_NO, 0.85),
  habit('Read', { type: 'daily' }, amount('pages', 30), 0.8, 'How many pages?'),
  habit('Run', { type: 'times-a-week', times: 3 }, YES_NO, 0.42),
  habit('Piano', { type: 'weekdays', days: [1, 3, 5, 6] }, YES_NO, 0.75),
  habit('No phone before ten', { type: 'daily' }, YES_NO, 0.6),
  habit('Water', { type: 'daily' }, amount('glasses', 8), 0.9),
  habit('Coffee', { type: 'daily' }, amount('cups', 3, 'at-most'), 0.95),
  habit('Call the parents', { type: 'times-a-month', times: 4 }, YES_NO, 0.14, 'Did we talk?'),
  habit('Water the plants', { type: 'every-n-days', days: 3 }, YES_NO, 0.9),
  habit('Swim', { type: 'rolling', times: 2, days: 10 }, YES_NO, 0.2),
  habit('Japanese', { type: 'weekdays', days: [1, 2, 3, 4, 5] }, amount('minutes', 20), 0.7),
  habit('Sourdough', { type: 'times-a-week', times: 1 }, YES_NO, 0.12, '', true),
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

type Words = SeedHabit & { readonly group?: string; readonly colour?: string };

/** The same every time; of more than SEED_HABITS holds, the rest is made up, in groups. */
export function seedHabits(count: number): readonly Words[] {
  const more = Array.from({ length: Math.max(0, count - SEED_HABITS.length) }, (_, index): Words => {
    const like = SEED_HABITS[index % (SEED_HABITS.length - 1)]!;
    const what = MORE_WHAT[Math.floor(index / MORE.length) % MORE_WHAT.length]!;
    return {
      ...like,
      name: `${MORE[index % MORE.length]!} ${what}`,
      question: '',
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

/** What was logged for a habit on a day; null: nothing. */
export function checkInOn(random: Random, each: SeedHabit, day: string, startDay: string): CheckInValues | null {
  if (!isDue(each, day, startDay)) return null;
  const note = random.chance(0.01) ? { note: 'on the train' } : {};
  if (random.chance(each.steadiness)) {
    const { kind } = each;
    const value = kind.type === 'amount' ? Math.round(kind.target * (0.4 + 1.1 * random.next())) : null;
    return { mark: 'done', amount: value, ...note };
  }
  if (random.chance(0.06)) return { mark: 'skipped', amount: null, ...note };
  if (random.chance(0.1)) return { mark: 'missed', amount: null, ...note };
  return null;
}
