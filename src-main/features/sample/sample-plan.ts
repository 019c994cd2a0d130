import type { Habit, HabitKind } from '../../../src-shared/contract/habits.ts';
import { addDays, daysBetween, dayStart, isoWeekday, type Day } from '../../../src-shared/domain/day.ts';
import type { CheckInValues } from '../habits/records.ts';
import {
  SAMPLE_HABITS,
  SAMPLE_PICTURES,
  type SampleHabit,
  type SamplePicture,
  type SampleTexts,
} from './sample-texts.ts';
import { textsDe } from './texts-de.ts';
import { textsEn } from './texts-en.ts';

export type SampleLanguage = 'en' | 'de';

/** The day, and the moment in it, at which the sample is made. */
export interface SampleMoment {
  readonly today: Day;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** IANA. */
  readonly zone: string;
}

/** One thing of the sample journal. `at`: milliseconds since the epoch, when it was written in that life. */
export type SampleItem =
  | {
      readonly kind: 'habit';
      readonly at: number;
      readonly habit: SampleHabit;
      readonly fields: Omit<Habit, 'id' | 'archivedOn'>;
    }
  | {
      readonly kind: 'check-in';
      readonly at: number;
      readonly habit: SampleHabit;
      readonly day: Day;
      readonly values: CheckInValues;
    }
  | {
      readonly kind: 'pause';
      readonly at: number;
      readonly habit: SampleHabit;
      readonly from: Day;
      readonly to: Day;
      readonly reason: string;
    }
  | { readonly kind: 'picture'; readonly at: number; readonly picture: SamplePicture; readonly name: string }
  | {
      readonly kind: 'entry';
      readonly at: number;
      readonly day: Day;
      /** `sample:NAME` is the address of a picture. */
      readonly body: string;
      readonly title: string;
      readonly location: string;
      readonly mood: number | null;
      readonly tags: readonly string[];
      readonly starred: boolean;
    };

/** Days that the habits have behind them; the entries reach as far, and two of them a year and two years back. */
export const SAMPLE_DAYS = 42;
/** Days before today, both included. */
const PAUSE = { first: 19, last: 11 } as const;
const MINUTE = 60_000;

const TEXTS: Readonly<Record<SampleLanguage, SampleTexts>> = { en: textsEn, de: textsDe };

interface HabitPlan extends Pick<Habit, 'kind' | 'schedule' | 'timeOfDay' | 'icon' | 'colour'> {
  /** How often it happens on a day that it may happen on, 0 to 1; of what is to be quit, how often it does not. */
  readonly steadiness: number;
  /** Clock of a check-in, minutes of the day. */
  readonly minute: number;
}

const YES_NO: HabitKind = { type: 'yes-no' };

function plansOf(texts: SampleTexts): Readonly<Record<SampleHabit, HabitPlan>> {
  const amount = (habit: SampleHabit, target: number, direction: 'at-least' | 'at-most'): HabitKind => ({
    type: 'amount',
    unit: texts.habits[habit].unit ?? '',
    target,
    direction,
  });
  return {
    walk: habitPlan({ icon: 'footprints', steadiness: 0.82, minute: 7 * 60 + 20, timeOfDay: 'morning' }),
    read: habitPlan({
      kind: amount('read', 20, 'at-least'),
      icon: 'book-open',
      colour: 'sky',
      timeOfDay: 'evening',
      steadiness: 0.8,
      minute: 22 * 60,
    }),
    run: habitPlan({ schedule: { type: 'times-a-week', times: 3 }, icon: 'timer', colour: 'clay', steadiness: 0.45 }),
    piano: habitPlan({
      kind: { type: 'minutes', target: 20, direction: 'at-least' },
      schedule: { type: 'weekdays', days: [1, 3, 5, 6] },
      icon: 'piano',
      colour: 'plum',
      steadiness: 0.75,
    }),
    phone: habitPlan({ kind: { type: 'quit' }, icon: 'smartphone', colour: 'stone', steadiness: 0.9 }),
    coffee: habitPlan({
      kind: amount('coffee', 3, 'at-most'),
      icon: 'coffee',
      colour: 'amber',
      steadiness: 0.95,
      minute: 15 * 60,
    }),
    call: habitPlan({ schedule: { type: 'times-a-month', times: 4 }, icon: 'phone', colour: 'rose', steadiness: 0.14 }),
    plants: habitPlan({
      schedule: { type: 'every-n-days', days: 3 },
      icon: 'sprout',
      colour: 'moss',
      steadiness: 0.9,
      minute: 18 * 60,
    }),
  };
}

function habitPlan(plan: Partial<HabitPlan> & Pick<HabitPlan, 'icon' | 'steadiness'>): HabitPlan {
  return {
    kind: YES_NO,
    schedule: { type: 'daily' },
    timeOfDay: 'any',
    colour: 'leaf',
    minute: 20 * 60,
    ...plan,
  };
}

/** The same number in [0, 1) for the same words (FNV-1a): a sample that is made twice on a day is the same. */
function chance(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join('/')) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

function pickedFrom(values: readonly string[], ...words: readonly (string | number)[]): string {
  return values[Math.floor(chance('pick', ...words) * values.length)]!;
}

function mayHappen({ schedule }: HabitPlan, day: Day, startDay: Day): boolean {
  if (schedule.type === 'weekdays') return schedule.days.includes(isoWeekday(day));
  if (schedule.type === 'every-n-days') return daysBetween(startDay, day) % schedule.days === 0;
  return true;
}

/** What was logged `ago` days before today; null: nothing. */
function checkIn(habit: SampleHabit, plan: HabitPlan, ago: number, texts: SampleTexts): CheckInValues | null {
  const isGood = chance(habit, ago) < plan.steadiness;
  if (plan.kind.type === 'quit') return isGood ? null : { mark: 'missed', amount: null };
  const note = chance('note', habit, ago) < 0.05 ? { note: pickedFrom(texts.notes, habit, ago) } : {};
  if (isGood) {
    const much = chance('much', habit, ago);
    const target = 'target' in plan.kind ? plan.kind.target : null;
    const isLimit = 'direction' in plan.kind && plan.kind.direction === 'at-most';
    const amount = target === null ? null : isLimit ? 1 + Math.floor(much * target) : Math.round(target * (0.8 + much));
    return { mark: 'done', amount, ...note };
  }
  if (chance('skip', habit, ago) < 0.15) {
    return { mark: 'skipped', amount: null, note: pickedFrom(texts.excuses, habit, ago) };
  }
  return null;
}

/** Everything of the sample journal as it is on a day, in the order of the days. Pure: the same moment and language, the same sample. */
export function samplePlan(language: SampleLanguage, { today, now, zone }: SampleMoment): readonly SampleItem[] {
  const texts = TEXTS[language];
  const plans = plansOf(texts);
  const startDay = addDays(today, 1 - SAMPLE_DAYS);
  const momentOf = (day: Day, minutes: number): number => dayStart(day, zone) + minutes * MINUTE;
  const begun = momentOf(startDay, 8 * 60);
  const items: SampleItem[] = [];

  for (const picture of SAMPLE_PICTURES) {
    items.push({ kind: 'picture', at: begun, picture, name: texts.pictures[picture] });
  }
  for (const [position, habit] of SAMPLE_HABITS.entries()) {
    const { kind, schedule, timeOfDay, icon, colour } = plans[habit];
    const { name, question = '', description = '', group = '' } = texts.habits[habit];
    const words = { name, question, description, group };
    const fields = { ...words, kind, schedule, timeOfDay, icon, colour, startDay, endDay: null, reminders: [] };
    items.push({ kind: 'habit', at: begun, habit, fields: { ...fields, archived: false, position } });
  }
  const [from, to] = [addDays(today, -PAUSE.first), addDays(today, -PAUSE.last)];
  const paused: SampleHabit = 'run';
  items.push({ kind: 'pause', at: momentOf(from, 600), habit: paused, from, to, reason: texts.pauseReason });

  // Not of today: that is the person's to try.
  for (let ago = SAMPLE_DAYS - 1; ago > 0; ago -= 1) {
    const day = addDays(today, -ago);
    for (const habit of SAMPLE_HABITS) {
      const plan = plans[habit];
      if (!mayHappen(plan, day, startDay)) continue;
      if (habit === paused && ago <= PAUSE.first && ago >= PAUSE.last) continue;
      const values = checkIn(habit, plan, ago, texts);
      if (values !== null) items.push({ kind: 'check-in', at: momentOf(day, plan.minute), habit, day, values });
    }
  }
  for (const { ago, time, body, title = '', place = '', mood = null, tags = [], starred = false } of texts.entries) {
    const day = addDays(today, -ago);
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    // Today is still young.
    const at = Math.min(momentOf(day, hours * 60 + minutes), now);
    items.push({ kind: 'entry', at, day, body, title, location: place, mood, tags, starred });
  }
  return items;
}
