import { describe, expect, it } from 'vitest';
import type { HabitKind } from '../contract/habits.ts';
import { amountOf, exceeds, habitDayState, measureOf, reaches, STATE_SIGNS, stateOfSign } from './habit-day.ts';
import type { HabitDayQuestion } from './habit-day.ts';

const KILOMETRES: HabitKind = { type: 'amount', unit: 'km', target: 5, direction: 'at-least' };
const CUPS: HabitKind = { type: 'amount', unit: 'cups', target: 2, direction: 'at-most' };
const MINUTES: HabitKind = { type: 'minutes', target: 30, direction: 'at-least' };

/** A Wednesday that was a week ago, with a daily yes/no habit and nothing logged. */
const stateOf = (question: Partial<HabitDayQuestion>): string =>
  habitDayState({
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    startDay: '2024-01-01',
    endDay: null,
    day: '2024-01-10',
    today: '2024-01-17',
    paused: false,
    earlier: 0,
    checkIn: null,
    ...question,
  });
const TODAY = { day: '2024-01-17' };
const done = (amount: number | null = null): Pick<HabitDayQuestion, 'checkIn'> => ({
  checkIn: { mark: 'done', amount },
});
const MISSED = { checkIn: { mark: 'missed', amount: null } } as const;
const SKIPPED = { checkIn: { mark: 'skipped', amount: 3 } } as const;

describe('signs of states', () => {
  it('are one ASCII sign each, and lead back', () => {
    const signs = Object.values(STATE_SIGNS);
    expect(new Set(signs).size).toBe(8);
    for (const [state, sign] of Object.entries(STATE_SIGNS)) {
      expect(sign).toMatch(/^[a-z]$/);
      expect(stateOfSign(sign)).toBe(state);
    }
    expect(() => stateOfSign('x')).toThrow(RangeError);
  });
});

describe('measureOf', () => {
  it('is the target and the direction of amounts and minutes', () => {
    expect(measureOf(KILOMETRES)).toEqual({ target: 5, direction: 'at-least' });
    expect(measureOf(MINUTES)).toEqual({ target: 30, direction: 'at-least' });
    expect(measureOf({ type: 'yes-no' })).toBeNull();
    expect(measureOf({ type: 'quit' })).toBeNull();
  });
});

describe('amounts', () => {
  it('are the target where a day is done and no amount is said, and 0 where it is missed or skipped', () => {
    const measure = measureOf(KILOMETRES);
    expect(amountOf({ mark: 'done', amount: 3 }, measure)).toBe(3);
    expect(amountOf({ mark: 'done', amount: null }, measure)).toBe(5);
    expect(amountOf({ mark: 'done', amount: null }, { target: 5, direction: 'at-most' })).toBe(0);
    expect(amountOf({ mark: 'missed', amount: 3 }, measure)).toBe(0);
    expect(amountOf({ mark: 'skipped', amount: 3 }, measure)).toBe(0);
    expect(amountOf({ mark: 'done', amount: 3 }, null)).toBe(0);
    expect(amountOf(null, measure)).toBe(0);
  });

  it('are never negative, endless or no number, whatever was imported', () => {
    const measure = measureOf(KILOMETRES);
    expect(amountOf({ mark: 'done', amount: -2_150_000_000 }, measure)).toBe(0);
    expect(amountOf({ mark: 'done', amount: Number.NaN }, measure)).toBe(0);
    expect(amountOf({ mark: 'done', amount: Number.MAX_VALUE }, measure)).toBe(1e12);
  });

  it('reach a target of their sum, not of how computers add', () => {
    const tenth = Array.from({ length: 10 }, () => 0.1).reduce((sum, each) => sum + each, 0);
    expect(tenth).toBeLessThan(1);
    expect(reaches(tenth, 1)).toBe(true);
    expect(reaches(0.99, 1)).toBe(false);
    expect(exceeds(0.1 + 0.2, 0.3)).toBe(false);
    expect(exceeds(0.31, 0.3)).toBe(true);
    expect(exceeds(0, 0)).toBe(false);
  });
});

describe('the state of a day with something logged', () => {
  it('is what was logged', () => {
    expect(stateOf(done())).toBe('done');
    expect(stateOf(MISSED)).toBe('missed');
    expect(stateOf(SKIPPED)).toBe('skipped');
  });

  it('shows in a pause, on days that were not due, before the start, behind the end and ahead of time', () => {
    const weekdays: Partial<HabitDayQuestion> = { schedule: { type: 'weekdays', days: [1] } };
    for (const where of [
      { paused: true },
      weekdays,
      { day: '2023-06-01' },
      { endDay: '2024-01-05' },
      { day: '2024-02-01' },
    ]) {
      expect(stateOf({ ...where, ...done() })).toBe('done');
      expect(stateOf({ ...where, ...MISSED })).toBe('missed');
      expect(stateOf({ ...where, ...SKIPPED })).toBe('skipped');
    }
  });

  it('of amounts, at least: partly until the target is reached', () => {
    const kind = KILOMETRES;
    expect(stateOf({ kind, ...done(4.9) })).toBe('partly');
    expect(stateOf({ kind, ...done(5) })).toBe('done');
    expect(stateOf({ kind, ...done() })).toBe('done');
    expect(stateOf({ kind, ...done(0) })).toBe('missed');
    expect(stateOf({ kind, ...MISSED })).toBe('missed');
    expect(stateOf({ kind: MINUTES, ...done(29.9) })).toBe('partly');
    expect(stateOf({ kind: MINUTES, ...done(30) })).toBe('done');
  });

  it('of amounts over a period: done from the day on which its sum reaches the target', () => {
    const weekly = { kind: KILOMETRES, schedule: { type: 'times-a-week', times: 1 } } as const;
    expect(stateOf({ ...weekly, earlier: 2, ...done(2) })).toBe('partly');
    expect(stateOf({ ...weekly, earlier: 2, ...done(3) })).toBe('done');
    expect(stateOf({ ...weekly, earlier: 5, ...done(0) })).toBe('done');
    expect(stateOf({ ...weekly, earlier: 2, ...done(0) })).toBe('missed');
    expect(stateOf({ ...weekly, earlier: 5, ...MISSED })).toBe('missed');
  });

  it('of amounts, at most: done while the sum stays at or under the limit, missed once it is over', () => {
    const kind = CUPS;
    expect(stateOf({ kind, ...done(0) })).toBe('done');
    expect(stateOf({ kind, ...done(2) })).toBe('done');
    expect(stateOf({ kind, ...done(3) })).toBe('missed');
    expect(stateOf({ kind, earlier: 2, ...done(1) })).toBe('missed');
    expect(stateOf({ kind, ...MISSED })).toBe('missed');
  });

  it('of a quit habit: a slip is missed', () => {
    expect(stateOf({ kind: { type: 'quit' }, ...MISSED })).toBe('missed');
    expect(stateOf({ kind: { type: 'quit' }, ...done() })).toBe('done');
  });
});

describe('the state of a day with nothing logged', () => {
  it('is open where the day is due, also one that is over, also of amounts', () => {
    for (const kind of [{ type: 'yes-no' } as const, KILOMETRES, CUPS, MINUTES]) {
      expect(stateOf({ kind })).toBe('open');
      expect(stateOf({ kind, ...TODAY })).toBe('open');
    }
  });

  it('is not due on weekdays that are not chosen', () => {
    expect(stateOf({ schedule: { type: 'weekdays', days: [3] } })).toBe('open');
    expect(stateOf({ schedule: { type: 'weekdays', days: [1, 2, 4] } })).toBe('not-due');
    expect(stateOf({ schedule: { type: 'weekdays', days: [1, 2, 4] }, ...TODAY })).toBe('not-due');
  });

  it('is open today, and not due before, where the schedule asks for no day in particular', () => {
    for (const schedule of [
      { type: 'times-a-week', times: 3 },
      { type: 'times-a-month', times: 3 },
      { type: 'every-n-days', days: 3 },
      { type: 'rolling', times: 1, days: 3 },
    ] as const) {
      expect(stateOf({ schedule })).toBe('not-due');
      expect(stateOf({ schedule, ...TODAY })).toBe('open');
    }
  });

  it('is done on a quit habit’s days that have come', () => {
    const kind: HabitKind = { type: 'quit' };
    expect(stateOf({ kind })).toBe('done');
    expect(stateOf({ kind, ...TODAY })).toBe('done');
    expect(stateOf({ kind, day: '2024-01-18' })).toBe('future');
    expect(stateOf({ kind, day: '2023-12-31' })).toBe('not-due');
    expect(stateOf({ kind, endDay: '2024-01-09' })).toBe('not-due');
    expect(stateOf({ kind, paused: true })).toBe('paused');
  });

  it('is not due before the start and behind the end, paused before it is future', () => {
    expect(stateOf({ day: '2023-12-31' })).toBe('not-due');
    expect(stateOf({ endDay: '2024-01-09' })).toBe('not-due');
    expect(stateOf({ endDay: '2024-01-10' })).toBe('open');
    expect(stateOf({ day: '2024-01-18' })).toBe('future');
    expect(stateOf({ day: '2024-01-18', endDay: '2024-01-17' })).toBe('not-due');
    expect(stateOf({ day: '2024-01-18', startDay: '2024-02-01' })).toBe('not-due');
    expect(stateOf({ paused: true })).toBe('paused');
    expect(stateOf({ paused: true, day: '2024-01-18' })).toBe('paused');
    expect(stateOf({ paused: true, day: '2023-12-31' })).toBe('not-due');
  });
});
