import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../src-shared/domain/day.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { habitDraft, habitsOf } from '../habits/testing.ts';

let test: TestVault;
beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
});
afterEach(() => test.remove());

/** Clocks that go on and back by an hour and by half of one, a day that never was, both ends of the world, and no daylight saving. */
const ZONES = [
  'Europe/Vienna',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'UTC',
] as const;

/** Nights around which the clocks change somewhere, and one in which they do nowhere. */
const NIGHTS = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2011-12-30T10:00:00Z',
  '2026-11-22T00:30:00Z',
];

const MINUTE = 60_000;
const DAY_ENDS = fc.oneof(fc.constantFrom(0, 30, 120, 180, 719), fc.integer({ min: 0, max: 719 }));
const moment = fc.record({
  millis: fc
    .tuple(fc.constantFrom(...NIGHTS), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([night, minutes]) => Date.parse(night) + minutes * MINUTE),
  zone: fc.constantFrom(...ZONES),
  dayEndsAt: DAY_ENDS,
});
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

const later = fc.record({
  zone: fc.constantFrom(...ZONES),
  dayEndsAt: DAY_ENDS,
  days: fc.integer({ min: 0, max: 400 }),
});

/** Puts the clock, the place and the end of the day somewhere, as a person who travels does. */
async function be({ millis, zone, dayEndsAt }: Moment): Promise<string> {
  test.clock.millis = millis;
  test.clock.zoneName = zone;
  const { preferences } = habitsOf(test.vault);
  await preferences.change({ dayEndsAt });
  return preferences.today();
}

/** All rows of the journal and of check-ins, as they lie in the projection. */
async function rows(): Promise<unknown> {
  const { read } = test.vault;
  return {
    checkIns: await read.all(
      'SELECT hex(habit) AS habit, CAST(day AS BLOB) AS day, CAST(mark AS BLOB) AS mark, amount FROM check_in ORDER BY 1, 2',
    ),
    entries: await read.all('SELECT hex(id) AS id, CAST(day AS BLOB) AS day, created_at FROM entry ORDER BY 1'),
  };
}

/** Everything that is counted of a habit as of one day. */
async function numbers(id: string, day: string): Promise<unknown> {
  // A book of its own: nothing that is remembered may hide what has moved.
  const habits = habitsOf(test.vault);
  const summary = value(await habits['habits.summary']({ id, day }));
  const strength = value(await habits['habits.strength']({ id, from: addDays(day, -60), to: day }));
  const history = value(await habits['habits.history']({ id, grouping: 'month', to: day }));
  return { summary, strength, history };
}

describe('what is written stays on its day', () => {
  it('whatever the zone and the end of the day are when it is written, and whatever they are later', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { minLength: 1, maxLength: 5 }),
        fc.array(later, { minLength: 1, maxLength: 3 }),
        async (moments, changes) => {
          const inOrder = moments.toSorted((a, b) => a.millis - b.millis);
          const habitId = randomUUID();
          const draft = habitDraft({
            id: habitId,
            name: 'Stretch',
            startDay: '2011-12-20',
            kind: { type: 'amount', unit: 'minutes', target: 10, direction: 'at-least' },
          });
          value(await habitsOf(test.vault)['habits.create'](draft));
          const expected: string[] = [];
          for (const each of inOrder) {
            const day = await be(each);
            expect(day).toBe(dayOf(each.millis, each.zone, each.dayEndsAt));
            expected.push(day);
            const mark = { type: 'done', amount: 10 } as const;
            value(await habitsOf(test.vault)['habits.check-in']({ habitId, day, mark }));
            value(await entriesHandlers(test.vault)['entries.write']({ id: randomUUID(), day, body: 'A line' }));
          }
          const last = expected.toSorted().at(-1) ?? '';
          const before = await rows();
          const counted = await numbers(habitId, last);
          const written = value(
            await habitsOf(test.vault)['habits.history']({ id: habitId, grouping: 'year', to: last }),
          ).buckets.reduce((sum, bucket) => sum + bucket.sum, 0);
          expect(written).toBe(10 * new Set(expected).size);

          for (const { zone, dayEndsAt, days } of changes) {
            await be({ millis: (inOrder.at(-1)?.millis ?? 0) + days * 24 * 60 * MINUTE, zone, dayEndsAt });
            expect(await rows()).toEqual(before);
            expect(await numbers(habitId, last)).toEqual(counted);
          }
          // And when all is read again from the sealed records.
          await test.reopen();
          expect(await rows()).toEqual(before);
          expect(await numbers(habitId, last)).toEqual(counted);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each([
    // Half past one at night, and the day ends at three.
    ['2026-11-22T00:30:00Z', 'Europe/Vienna', 180, '2026-11-21'],
    ['2026-11-22T01:59:00Z', 'Europe/Vienna', 180, '2026-11-21'],
    ['2026-11-22T02:00:00Z', 'Europe/Vienna', 180, '2026-11-22'],
    ['2026-11-22T00:30:00Z', 'Europe/Vienna', 0, '2026-11-22'],
    ['2026-11-22T10:58:00Z', 'Europe/Vienna', 719, '2026-11-21'],
    ['2026-11-22T10:59:00Z', 'Europe/Vienna', 719, '2026-11-22'],
    // The night without two o'clock: the day that ends at half past two ends with the jump from two to three.
    ['2026-03-29T00:59:59Z', 'Europe/Vienna', 150, '2026-03-28'],
    ['2026-03-29T01:00:00Z', 'Europe/Vienna', 150, '2026-03-29'],
    // The night with two of them: once begun, the day does not go back.
    ['2026-10-25T00:29:00Z', 'Europe/Vienna', 150, '2026-10-24'],
    ['2026-10-25T00:30:00Z', 'Europe/Vienna', 150, '2026-10-25'],
    ['2026-10-25T01:10:00Z', 'Europe/Vienna', 150, '2026-10-25'],
    // Half an hour back at two on Lord Howe.
    ['2026-04-04T14:44:00Z', 'Australia/Lord_Howe', 105, '2026-04-04'],
    ['2026-04-04T14:45:00Z', 'Australia/Lord_Howe', 105, '2026-04-05'],
    ['2026-04-04T15:05:00Z', 'Australia/Lord_Howe', 105, '2026-04-05'],
    // Samoa went from the 29th to the 31st.
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', 0, '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', 0, '2011-12-31'],
  ] as const)(
    '%s in %s with the day ending %i minutes behind midnight is %s',
    async (instant, zone, dayEndsAt, day) => {
      expect(await be({ millis: Date.parse(instant), zone, dayEndsAt })).toBe(day);
    },
  );

  it('counts weeks by the chosen day, and moves no check-in for it', async () => {
    const id = randomUUID();
    value(
      await habitsOf(test.vault)['habits.create'](
        habitDraft({ id, name: 'Run', startDay: '2026-11-01', schedule: { type: 'times-a-week', times: 2 } }),
      ),
    );
    // Sunday and Monday.
    for (const day of ['2026-11-15', '2026-11-16']) {
      value(await habitsOf(test.vault)['habits.check-in']({ habitId: id, day, mark: { type: 'done' } }));
    }
    const before = await rows();
    const period = async (weekStart: number | null) => {
      const habits = habitsOf(test.vault);
      await habits.preferences.change({ weekStart });
      return value(await habits['habits.summary']({ id, day: '2026-11-17' })).period;
    };
    expect(await period(null)).toMatchObject({ from: '2026-11-16', to: '2026-11-22', reached: 1 });
    expect(await period(7)).toMatchObject({ from: '2026-11-15', to: '2026-11-21', reached: 2 });
    expect(await period(2)).toMatchObject({ from: '2026-11-17', to: '2026-11-23', reached: 0 });
    expect(await period(null)).toMatchObject({ from: '2026-11-16', reached: 1 });
    expect(await rows()).toEqual(before);
  });
});

describe('preferences', () => {
  it('are midnight and the weeks of the place until something is chosen, and stay chosen', async () => {
    const here = () => habitsOf(test.vault, 'en-US').preferences;
    expect(await here().get()).toEqual({ dayEndsAt: 0, weekStart: null, firstWeekday: 7, firstWeekdayHere: 7 });
    await here().change({ dayEndsAt: 200 });
    await here().change({ weekStart: 3 });
    await test.reopen();
    expect(await here().get()).toEqual({ dayEndsAt: 200, weekStart: 3, firstWeekday: 3, firstWeekdayHere: 7 });
    await here().change({ weekStart: null });
    expect(await here().get()).toMatchObject({ dayEndsAt: 200, weekStart: null, firstWeekday: 7 });
  });
});
