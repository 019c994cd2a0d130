import { describe, expect, it } from 'vitest';
import type { Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import type { Bridge } from '../../../src-shared/contract/index.ts';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import type { FakeBridge } from '../../testing/fake-bridge.ts';
import { createHabits } from './habits-store.ts';
import type { Habits } from './habits-store.ts';
import { markedDay, withDay } from './shown-days.ts';

const DAY = '2026-11-22';

const water: Habit = {
  id: '10000000-0000-4000-8000-000000000001',
  name: 'Water',
  question: '',
  description: '',
  kind: { type: 'amount', unit: 'glasses', target: 8, direction: 'at-least' },
  schedule: { type: 'daily' },
  startDay: '2026-01-01',
  endDay: null,
  group: '',
  timeOfDay: 'any',
  icon: '',
  colour: 'leaf',
  reminders: [],
  archived: false,
  archivedOn: null,
  position: 0,
};
const meditate: Habit = { ...water, kind: { type: 'minutes', target: 20, direction: 'at-least' } };

/** A bridge whose calls of one channel are answered when the test says so. */
function holding(
  bridge: FakeBridge,
  held: string,
): { readonly bridge: Bridge; answerOne(): Promise<void>; waiting(): number } {
  const waiting: (() => void)[] = [];
  return {
    bridge: {
      on: (event, listener) => bridge.on(event, listener),
      invoke: async (channel, payload) => {
        if (channel === held) await new Promise<void>((resolve) => waiting.push(resolve));
        return bridge.invoke(channel, payload);
      },
    },
    waiting: () => waiting.length,
    async answerOne() {
      waiting.shift()?.();
      // Until everything that waits for nothing but answers has run.
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

function shownDay(habits: Habits): HabitDay | undefined {
  return habits.store.getState().overview?.[0]?.week.at(-1);
}

function written(bridge: FakeBridge): readonly unknown[] {
  return bridge.calls.filter(({ channel }) => channel === 'habits.check-in').map(({ payload }) => payload);
}

describe('quick presses on a slow disk', () => {
  it('show each at once, are written one at a time, and the last one counts', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    const answers = [1, 2, 3, 4, 5].map((amount) => habits.checkIn(water, DAY, { type: 'done', amount }, DAY));
    expect(shownDay(habits)?.amount).toBe(5);
    expect(slow.waiting()).toBe(1);
    await slow.answerOne();
    // What storage says to the first is old by now.
    expect(shownDay(habits)?.amount).toBe(5);
    expect(slow.waiting()).toBe(1);
    await slow.answerOne();
    const results = await Promise.all(answers);
    expect(results.map((result) => result.ok && result.value.amount)).toEqual([1, 5, 5, 5, 5]);
    expect(written(fake)).toEqual([
      { habitId: water.id, day: DAY, mark: { type: 'done', amount: 1 } },
      { habitId: water.id, day: DAY, mark: { type: 'done', amount: 5 } },
    ]);
    await habits.reload();
    expect(shownDay(habits)?.amount).toBe(5);
  });

  it('lose neither the mark nor the note that came between', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    const answers = [
      habits.checkIn(water, DAY, { type: 'done', amount: 1 }, DAY),
      habits.writeNote(water, DAY, 'at the well', DAY),
      habits.checkIn(water, DAY, { type: 'done', amount: 2 }, DAY),
    ];
    expect(shownDay(habits)).toMatchObject({ amount: 2, note: 'at the well' });
    await slow.answerOne();
    await slow.answerOne();
    await Promise.all(answers);
    await habits.reload();
    expect(shownDay(habits)).toMatchObject({ amount: 2, note: 'at the well' });
  });

  it('are back at what the disk has when the last of them could not be written', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    const first = habits.checkIn(water, DAY, { type: 'done', amount: 1 }, DAY);
    const second = habits.checkIn(water, DAY, { type: 'done', amount: 2 }, DAY);
    await slow.answerOne();
    fake.fail('habits.check-in', { code: 'disk-full' });
    await slow.answerOne();
    expect((await first).ok).toBe(true);
    expect((await second).ok).toBe(false);
    expect(shownDay(habits)?.amount).toBe(1);
  });

  it('do not hold up another day that one turns to, and lie over what storage says of theirs', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    const answer = habits.checkIn(water, DAY, { type: 'done', amount: 3 }, DAY);
    await habits.loadOverview('2026-11-21');
    expect(shownDay(habits)).toMatchObject({ day: '2026-11-21', amount: null });
    // The week of the next day holds the one that is being written.
    await habits.loadOverview('2026-11-23');
    const week = () => habits.store.getState().overview?.[0]?.week ?? [];
    expect(
      week()
        .map(({ day, amount }) => [day, amount])
        .slice(-2),
    ).toEqual([
      [DAY, 3],
      ['2026-11-23', null],
    ]);
    await slow.answerOne();
    await answer;
    await habits.reload();
    expect(week().find(({ day }) => day === DAY)).toMatchObject({ amount: 3 });
    expect(shownDay(habits)?.day).toBe('2026-11-23');
  });

  it('are all written before a lock', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    void habits.checkIn(water, DAY, { type: 'done', amount: 1 }, DAY);
    const end = habits.beforeFlush(() => void habits.writeNote(water, DAY, 'half a sentence', DAY));
    let isFlushed = false;
    const flushed = habits.flush().then(() => (isFlushed = true));
    await slow.answerOne();
    expect(isFlushed).toBe(false);
    await slow.answerOne();
    await flushed;
    end();
    expect(written(fake)).toHaveLength(2);
  });

  it('of the day before the lock show nothing behind it', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.loadOverview(DAY);
    const answer = habits.checkIn(water, DAY, { type: 'done' }, DAY);
    habits.clear();
    await slow.answerOne();
    await answer;
    expect(habits.store.getState()).toMatchObject({ overview: null, standings: null, timers: [] });
  });
});

describe('a day outside of the week that is shown', () => {
  it('is told to whoever watches it, at once and when it is taken back', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const habits = createHabits(createClient(fake));
    const seen: (number | null)[] = [];
    habits.watchDays((_id, day) => seen.push(day.amount));
    await habits.readDays(water.id, '2026-10-01', '2026-10-31');
    await habits.checkIn(water, '2026-10-03', { type: 'done', amount: 4 }, DAY);
    fake.fail('habits.check-in', { code: 'disk-full' });
    await habits.checkIn(water, '2026-10-03', { type: 'done', amount: 5 }, DAY);
    expect(seen).toEqual([4, 4, 5, 4]);
  });

  it('is read with what is being written in it', async () => {
    const fake = createFakeBridge({ habits: [water] });
    const slow = holding(fake, 'habits.check-in');
    const habits = createHabits(createClient(slow.bridge));
    await habits.readDays(water.id, '2026-10-03', '2026-10-03');
    const answer = habits.checkIn(water, '2026-10-03', { type: 'skipped' }, DAY);
    const days = await habits.readDays(water.id, '2026-10-03', '2026-10-03');
    expect(days.ok && days.value[0]?.state).toBe('skipped');
    await slow.answerOne();
    await answer;
  });
});

describe('the timers', () => {
  it('run at once, go on in the next session, and their minutes are in the day when they are stopped', async () => {
    const fake = createFakeBridge({ habits: [meditate] });
    const habits = createHabits(createClient(fake));
    await habits.loadOverview(DAY);
    const begun = habits.startTimer(meditate.id, DAY, '2026-11-22T08:00:00.000Z');
    expect(habits.store.getState().timers).toMatchObject([{ habitId: meditate.id, day: DAY }]);
    await begun;
    habits.clear();
    await habits.loadOverview(DAY);
    expect(habits.store.getState().timers).toHaveLength(1);
    const stopped = habits.stopTimer({ habitId: meditate.id, keep: true, minutes: 12 }, DAY);
    expect(habits.store.getState().timers).toHaveLength(0);
    expect((await stopped).ok).toBe(true);
    expect(shownDay(habits)?.amount).toBe(12);
  });

  it('run on where they could not be stopped', async () => {
    const fake = createFakeBridge({ habits: [meditate] });
    const habits = createHabits(createClient(fake));
    await habits.loadOverview(DAY);
    await habits.startTimer(meditate.id, DAY, '2026-11-22T08:00:00.000Z');
    fake.fail('habits.stop-timer', { code: 'disk-full' });
    await habits.stopTimer({ habitId: meditate.id, keep: true }, DAY);
    await habits.reload();
    expect(habits.store.getState().timers).toHaveLength(1);
  });
});

it('loads the standings behind the overview, and keeps the rows that are as they were', async () => {
  const run: Habit = { ...water, id: '10000000-0000-4000-8000-000000000002', name: 'Run', kind: { type: 'yes-no' } };
  const habits = createHabits(createClient(createFakeBridge({ habits: [water, run] })));
  await habits.loadOverview(DAY);
  await habits.reload();
  expect(habits.store.getState().standings?.get(water.id)).toMatchObject({ strength: 0 });
  const before = habits.store.getState().overview;
  await habits.checkIn(run, DAY, { type: 'done' }, DAY);
  await habits.reload();
  const after = habits.store.getState().overview;
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
});

describe('the other days of a week, until storage says them', () => {
  const WEEK = ['16', '17', '18', '19', '20', '21', '22'].map((day) => `2026-11-${day}`);
  const weekly: Habit = {
    ...water,
    schedule: { type: 'times-a-week', times: 7 },
    kind: { ...water.kind, target: 10 } as Habit['kind'],
  };

  function rowOf(amounts: readonly (number | null)[]): Parameters<typeof withDay>[0] {
    let earlier = 0;
    const week = WEEK.map((day, at) => {
      const amount = amounts[at] ?? null;
      const state = day < DAY ? 'not-due' : 'open';
      const before: HabitDay = { day, state, mark: null, amount: null, note: null, earlier };
      earlier += amount ?? 0;
      return amount === null ? before : markedDay(weekly, before, { type: 'done', amount }, DAY);
    });
    return { habit: weekly, week, period: { from: WEEK[0]!, to: DAY, reached: earlier, need: 10 } };
  }

  it('have more before them, and reach the target by it', () => {
    const row = rowOf([null, 3, null, null, null, 4, null]);
    expect(row.week.map(({ state }) => state)).toContain('partly');
    const after = withDay(row, markedDay(weekly, row.week[2]!, { type: 'done', amount: 5 }, DAY), DAY);
    expect(after.period?.reached).toBe(12);
    expect(after.week.map(({ earlier }) => earlier)).toEqual([0, 0, 3, 8, 8, 8, 12]);
    expect(after.week[5]?.state).toBe('done');
    // And back.
    const cleared = withDay(after, markedDay(weekly, after.week[2]!, { type: 'clear' }, DAY), DAY);
    expect(cleared).toEqual(row);
  });

  it('count days where no amounts are counted', () => {
    const run: Habit = { ...water, kind: { type: 'yes-no' }, schedule: { type: 'times-a-week', times: 3 } };
    const open: HabitDay = { day: DAY, state: 'open', mark: null, amount: null, note: null, earlier: 2 };
    const row = { habit: run, week: [open], period: { from: WEEK[0]!, to: DAY, reached: 2, need: 3 } };
    expect(withDay(row, markedDay(run, open, { type: 'done' }, DAY), DAY).period?.reached).toBe(3);
    expect(withDay(row, markedDay(run, open, { type: 'skipped' }, DAY), DAY).period?.reached).toBe(2);
  });
});
