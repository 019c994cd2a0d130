import type { DayState, HabitKind, Schedule } from '../contract/habits.ts';
import { dayNumber, weekdayOfNumber, type Day } from './day.ts';

/** What was logged with one habit on one day. */
export interface CheckIn {
  readonly mark: 'done' | 'missed' | 'skipped';
  /**
   * Of amounts and minutes; null: none was said. A day that is `done` without an amount counts as the target, which is what a check-in of a yes/no habit says
   * after the habit was made one of amounts; of a limit it counts as nothing: it was kept, and two such days of a week are no two times the week's limit.
   */
  readonly amount: number | null;
}

/** One sign a day, for many habits by many days. */
export const STATE_SIGNS: Record<DayState, string> = {
  done: 'd',
  partly: 'p',
  missed: 'm',
  skipped: 's',
  paused: 'z',
  'not-due': 'n',
  open: 'o',
  future: 'f',
};

const STATES = new Map(Object.entries(STATE_SIGNS).map(([state, sign]) => [sign, state as DayState]));

/** @throws RangeError when it is the sign of no state */
export function stateOfSign(sign: string): DayState {
  const state = STATES.get(sign);
  if (state === undefined) throw new RangeError(`no sign of a state: ${sign}`);
  return state;
}

/** What an amount is held against. */
export interface Measure {
  /** Of the schedule's whole period, in the unit of the amounts. */
  readonly target: number;
  readonly direction: 'at-least' | 'at-most';
}

/** Null for habits without amounts. */
export function measureOf(kind: HabitKind): Measure | null {
  if (kind.type !== 'amount' && kind.type !== 'minutes') return null;
  return { target: kind.target, direction: kind.direction };
}

/** Amounts are as exact as a billionth: 1 − (0.7 + 0.2) is 0.1. */
const AMOUNT_STEPS = 1e9;

/**
 * What a check-in adds that says no more than that the target is reached: what the period still needs, and nothing where it needs nothing. Null of a limit: it was
 * kept, by how much nobody said.
 * @param earlier the sum that the period held before the day
 */
export function amountToTarget({ target, direction }: Measure, earlier: number): number | null {
  if (direction === 'at-most') return null;
  return Math.max(0, Math.round((target - earlier) * AMOUNT_STEPS) / AMOUNT_STEPS);
}

/** Ten times 0.1 is a little less than 1: a sum of amounts is as exact as a millionth of a thousandth of the target. */
const EXACTNESS = 1e-9;

/** Whether a sum reaches a target, whatever the order in which its parts were added. */
export function reaches(sum: number, target: number): boolean {
  return sum >= target - EXACTNESS * Math.max(1, target);
}

/** Whether a sum is above a limit. */
export function exceeds(sum: number, limit: number): boolean {
  return sum > limit + EXACTNESS * Math.max(1, limit);
}

/** A mark as a number, for typed arrays. */
export const NO_MARK = 0;
export const DONE_MARK = 1;
export const MISSED_MARK = 2;
export const SKIPPED_MARK = 3;
const MARKS = { done: DONE_MARK, missed: MISSED_MARK, skipped: SKIPPED_MARK } as const;

export function markOf(checkIn: CheckIn | null): number {
  return checkIn === null ? NO_MARK : MARKS[checkIn.mark];
}

/** Far above what the contract lets in; so that no sum of a broken import ends in infinity. */
const MAX_AMOUNT = 1e12;

/** What a check-in adds to the sum of its period: 0 for habits without amounts, and for what was missed or skipped. Never negative. */
export function amountOf(checkIn: CheckIn | null, measure: Measure | null): number {
  if (measure === null || checkIn === null || checkIn.mark !== 'done') return 0;
  const amount = checkIn.amount ?? (measure.direction === 'at-most' ? 0 : measure.target);
  return amount > 0 ? Math.min(amount, MAX_AMOUNT) : 0;
}

/** What decides the states of a habit's days, of days as numbers. */
export interface DayRules {
  readonly measure: Measure | null;
  /** Kept unless a slip is logged. */
  readonly quit: boolean;
  /** By ISO weekday 1 to 7: whether a past day asks to be done. A schedule that counts within a period asks for no day in particular. */
  readonly asks: readonly boolean[];
  /** By ISO weekday 1 to 7: whether the present day is one to do it on. A habit of three times a week may well be done today. */
  readonly asksToday: readonly boolean[];
  readonly start: number;
  /** Infinity: it goes on. */
  readonly last: number;
}

const EVERY_WEEKDAY = [false, true, true, true, true, true, true, true];
const NO_WEEKDAY = [false, false, false, false, false, false, false, false];

export function dayRulesOf(kind: HabitKind, schedule: Schedule, startDay: Day, lastDay: Day | null): DayRules {
  const chosen =
    schedule.type === 'weekdays' ? NO_WEEKDAY.map((_, weekday) => schedule.days.includes(weekday)) : EVERY_WEEKDAY;
  return {
    measure: measureOf(kind),
    quit: kind.type === 'quit',
    asks: schedule.type === 'daily' || schedule.type === 'weekdays' ? chosen : NO_WEEKDAY,
    asksToday: chosen,
    start: dayNumber(startDay),
    last: lastDay === null ? Number.POSITIVE_INFINITY : dayNumber(lastDay),
  };
}

/** What a habit's day holds, of days as numbers. */
export interface DayFacts {
  readonly day: number;
  readonly today: number;
  readonly mark: number;
  /** As of `amountOf`. */
  readonly amount: number;
  readonly earlier: number;
  readonly paused: boolean;
}

function stateOfAmount({ target, direction }: Measure, amount: number, earlier: number): DayState {
  if (direction === 'at-most') return exceeds(earlier + amount, target) ? 'missed' : 'done';
  if (reaches(earlier + amount, target)) return 'done';
  return amount > 0 ? 'partly' : 'missed';
}

/** `habitDayState` of days as numbers. */
export function stateOf(rules: DayRules, { day, today, mark, amount, earlier, paused }: DayFacts): DayState {
  if (mark === SKIPPED_MARK) return 'skipped';
  if (mark === MISSED_MARK) return 'missed';
  if (mark === DONE_MARK) return rules.measure === null ? 'done' : stateOfAmount(rules.measure, amount, earlier);
  if (day < rules.start || day > rules.last) return 'not-due';
  if (paused) return 'paused';
  if (day > today) return 'future';
  if (rules.quit) return 'done';
  const asks = day === today ? rules.asksToday : rules.asks;
  return asks[weekdayOfNumber(day)] === true ? 'open' : 'not-due';
}

export interface HabitDayQuestion {
  readonly kind: HabitKind;
  readonly schedule: Schedule;
  readonly startDay: Day;
  /** The last day that counts; null: it goes on. */
  readonly endDay: Day | null;
  readonly day: Day;
  readonly today: Day;
  /** Whether the day lies in a pause of this habit or of all. */
  readonly paused: boolean;
  /** The sum of amounts that the period held before this day; 0 where the day is the period. */
  readonly earlier: number;
  readonly checkIn: CheckIn | null;
}

/**
 * The state of a habit on a day (habit-semantics.md, "States of a habit on a day"), for a page that shows what a check-in makes of a day before it is written.
 * `HabitHistory` says the same.
 *
 * - What was logged always shows: in a pause, on days that were not due, before the start, behind the end, and on days still to come.
 * - Amounts, at least: `done` from the day on which the sum of the period reaches the target, `partly` before. At most: `done` while the sum stays at or under,
 *   `missed` once it is over. An amount of 0 that reaches nothing is `missed`.
 * - With nothing logged: `not-due` before the start and behind the end, then `paused`, then `future`. A quit habit's day is `done`. Any other is `open` where the
 *   schedule asks for the day; schedules that count within a period ask for the present day alone.
 */
export function habitDayState(question: HabitDayQuestion): DayState {
  const { kind, schedule, startDay, endDay, day, today, paused, earlier, checkIn } = question;
  const rules = dayRulesOf(kind, schedule, startDay, endDay);
  return stateOf(rules, {
    day: dayNumber(day),
    today: dayNumber(today),
    mark: markOf(checkIn),
    amount: amountOf(checkIn, rules.measure),
    earlier,
    paused,
  });
}
