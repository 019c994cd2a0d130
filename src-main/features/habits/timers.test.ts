import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { idFromText } from '../../vault/record-id.ts';
import { checkInChange } from './records.ts';
import { habitDraft, habitsOf } from './testing.ts';

const DAY = '2026-11-22';
const MINUTE = 60_000;

let test: TestVault;
let habits: ReturnType<typeof habitsOf>;
let id: string;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:00:00Z');
  habits = habitsOf(test.vault);
  id = randomUUID();
  const kind = { type: 'minutes', target: 30, direction: 'at-least' } as const;
  value(await habits['habits.create'](habitDraft({ id, name: 'Piano', startDay: '2026-11-01', kind })));
});
afterEach(() => test.remove());

const dayNow = async () => value(await habits['habits.days']({ id, from: DAY, to: DAY })).days[0];

describe('a timer', () => {
  it('runs on over the end of the process, and adds its minutes to the day it was begun on', async () => {
    const started = value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    expect(started).toEqual({ habitId: id, day: DAY, startedAt: '2026-11-22T08:00:00.000Z' });
    test.clock.advance(10 * MINUTE);
    habits = habitsOf(await test.reopen());
    expect(value(await habits['habits.timers']({})).timers).toEqual([started]);
    test.clock.advance(12.34 * MINUTE);
    const stopped = value(await habits['habits.stop-timer']({ habitId: id, keep: true }));
    expect(stopped).toMatchObject({ minutes: 22.3, day: { day: DAY, state: 'partly', amount: 22.3 } });
    expect(value(await habits['habits.timers']({})).timers).toEqual([]);
    expect(await dayNow()).toMatchObject({ amount: 22.3 });

    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(8 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true })).day).toMatchObject({
      state: 'done',
      amount: 30.3,
    });
  });

  it('that runs already goes on when it is started again', async () => {
    const first = value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(MINUTE);
    expect(value(await habits['habits.start-timer']({ habitId: id, day: '2026-11-23' }))).toEqual(first);
  });

  it('adds nothing where it is thrown away, and what is said where it is put right', async () => {
    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(500 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: false }))).toEqual({ day: null, minutes: 0 });
    expect(await dayNow()).toMatchObject({ state: 'open', amount: null });
    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(500 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true, minutes: 45 }))).toMatchObject({
      minutes: 45,
      day: { amount: 45, state: 'done' },
    });
  });

  it('never measures less than nothing, whatever the clock does', async () => {
    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(-90 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true }))).toEqual({ day: null, minutes: 0 });
  });

  it('whose minutes were added when the process ended is not added once more', async () => {
    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    const running = await test.vault.setting('habit-timers');
    test.clock.advance(20 * MINUTE);
    value(await habits['habits.stop-timer']({ habitId: id, keep: true }));
    // The check-in was committed, and the timer not yet taken away.
    await test.vault.changeSettings({ 'habit-timers': running });
    test.clock.advance(5 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true })).minutes).toBe(0);
    expect(await dayNow()).toMatchObject({ amount: 20 });
    expect(value(await habits['habits.timers']({})).timers).toEqual([]);
  });

  it('begins at nothing on a day that was skipped', async () => {
    value(await habits['habits.check-in']({ habitId: id, day: DAY, mark: { type: 'skipped' } }));
    value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
    test.clock.advance(5 * MINUTE);
    expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true })).day).toMatchObject({ amount: 5 });
  });

  it('is only for minutes, and stops only where it runs', async () => {
    const other = randomUUID();
    value(await habits['habits.create'](habitDraft({ id: other, name: 'Read', startDay: DAY })));
    await expect(habits['habits.start-timer']({ habitId: other, day: DAY })).rejects.toMatchObject({
      error: { code: 'invalid-input' },
    });
    await expect(habits['habits.stop-timer']({ habitId: id, keep: true })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

it('a day that was done without an amount counts as its target, and the timer adds to that', async () => {
  await test.vault.commit([checkInChange(test.vault, idFromText(id), DAY, { mark: 'done' })]);
  value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
  test.clock.advance(5 * MINUTE);
  expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true })).day).toMatchObject({
    state: 'done',
    amount: 35,
  });
});

it('minutes that another device logged meanwhile are added to, not replaced', async () => {
  value(await habits['habits.start-timer']({ habitId: id, day: DAY }));
  await test.vault.commit([checkInChange(test.vault, idFromText(id), DAY, { mark: 'done', amount: 12, note: null })]);
  test.clock.advance(20 * MINUTE);
  expect(value(await habits['habits.stop-timer']({ habitId: id, keep: true })).day).toMatchObject({ amount: 32 });
});
