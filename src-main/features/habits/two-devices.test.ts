import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HabitDay, HabitKind } from '../../../src-shared/contract/habits.ts';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { removeFolder, temporaryFolder, value } from '../../testing/test-app.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../../vault/keys.ts';
import { deliver, openDevice } from '../../vault/testing/test-devices.ts';
import { habitDraft, habitsOf } from './testing.ts';

const DAY = '2026-11-24';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const AMOUNT: HabitKind = { type: 'amount', unit: 'km', target: 10, direction: 'at-least' };

type Said = Omit<InputOf<'habits.check-in'>, 'habitId' | 'day'>;

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

/** Two devices of one vault with one habit that both know. */
async function twoDevices(kind: HabitKind = { type: 'yes-no' }) {
  const keys = deriveKeys(newVaultKey(), newVaultId());
  const devices = [await openDevice(join(folder, 'a.db'), keys), await openDevice(join(folder, 'b.db'), keys)] as const;
  const [a, b] = devices;
  const [first, second] = [habitsOf(a.vault), habitsOf(b.vault)];
  const id = randomUUID();
  value(await first['habits.create'](habitDraft({ id, name: 'Run', startDay: '2026-11-01', kind })));
  await deliver(a.vault, b.vault);
  const meet = async (): Promise<void> => {
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
  };
  return {
    id,
    a: { ...a, habits: first },
    b: { ...b, habits: second },
    meet,
    checkIn: async (habits: typeof first, said: Said) =>
      value(await habits['habits.check-in']({ habitId: id, day: DAY, ...said })),
    /** What both show, once they have met. */
    shown: async (): Promise<HabitDay | undefined> => {
      await meet();
      const [here, there] = await Promise.all(
        [first, second].map(async (habits) => value(await habits['habits.days']({ id, from: DAY, to: DAY })).days[0]),
      );
      expect(there).toEqual(here);
      // The long-lived book of a device and one that has read nothing yet.
      const fresh = value(await habitsOf(a.vault)['habits.summary']({ id, day: DAY }));
      expect(value(await first['habits.summary']({ id, day: DAY }))).toEqual(fresh);
      return here;
    },
    close: async () => {
      for (const { vault } of devices) await vault.close();
    },
  };
}

it.each([
  ['a note, and then the tick', { note: 'flu' }, { mark: { type: 'done' } }],
  ['the tick, and then a note', { mark: { type: 'done' } }, { note: 'flu' }],
] as const)('%s, of one day on two devices: both stay', async (_name, first, second) => {
  const { a, b, checkIn, shown, close } = await twoDevices();
  a.clock.advance(HOUR);
  b.clock.advance(2 * HOUR);
  await checkIn(a.habits, first);
  await checkIn(b.habits, second);
  expect(await shown()).toMatchObject({ mark: 'done', note: 'flu', state: 'done' });
  await close();
});

it.each([{ type: 'clear' }, { type: 'skipped' }] as const)(
  'an amount that is logged later than $type on another device stands whole',
  async (mark) => {
    const { a, b, meet, checkIn, shown, close } = await twoDevices(AMOUNT);
    await checkIn(a.habits, { mark: { type: 'done', amount: 10 } });
    await meet();
    a.clock.advance(HOUR);
    await checkIn(a.habits, { mark });
    b.clock.advance(3 * HOUR);
    await checkIn(b.habits, { mark: { type: 'done', amount: 30 } });
    expect(await shown()).toMatchObject({ mark: 'done', amount: 30 });
    await close();
  },
);

it('timers of two devices add up, and are not added twice', async () => {
  const { a, b, id, meet, checkIn, shown, close } = await twoDevices({
    type: 'minutes',
    target: 30,
    direction: 'at-least',
  });
  for (const [device, minutes] of [
    [a, 20],
    [b, 15],
  ] as const) {
    value(await device.habits['habits.start-timer']({ habitId: id, day: DAY }));
    device.clock.advance(minutes * MINUTE);
    value(await device.habits['habits.stop-timer']({ habitId: id, keep: true }));
  }
  expect(await shown()).toMatchObject({ amount: 35, state: 'done' });
  // A typed amount is the whole of it, runs and all.
  a.clock.advance(HOUR);
  await checkIn(a.habits, { mark: { type: 'done', amount: 40 } });
  expect(await shown()).toMatchObject({ amount: 40 });
  await meet();
  a.clock.advance(HOUR);
  await checkIn(a.habits, { mark: { type: 'clear' } });
  expect(await shown()).toMatchObject({ amount: null, mark: null });
  await close();
});

it('a timer that is stopped again after a crash adds nothing, though another device has added its own meanwhile', async () => {
  const { a, b, id, meet, shown, close } = await twoDevices({ type: 'minutes', target: 30, direction: 'at-least' });
  value(await a.habits['habits.start-timer']({ habitId: id, day: DAY }));
  const running = await a.vault.setting('habit-timers');
  a.clock.advance(20 * MINUTE);
  value(await a.habits['habits.stop-timer']({ habitId: id, keep: true }));
  // The check-in is on the disk, the timer not yet taken away.
  await a.vault.changeSettings({ 'habit-timers': running });
  await meet();
  value(await b.habits['habits.start-timer']({ habitId: id, day: DAY }));
  b.clock.advance(5 * MINUTE);
  value(await b.habits['habits.stop-timer']({ habitId: id, keep: true }));
  await meet();
  expect(value(await a.habits['habits.stop-timer']({ habitId: id, keep: true })).minutes).toBe(0);
  expect(await shown()).toMatchObject({ amount: 25 });
  await close();
});

it('a pause of which one end is moved here and the other there is the days between them', async () => {
  const { a, b, meet, close } = await twoDevices();
  const pause = { id: randomUUID(), habitId: null, from: '2026-11-10', to: '2026-11-20', reason: '' };
  value(await a.habits['habits.write-pause'](pause));
  await meet();
  a.clock.advance(HOUR);
  b.clock.advance(HOUR);
  value(await a.habits['habits.write-pause']({ ...pause, from: '2026-11-18' }));
  value(await b.habits['habits.write-pause']({ ...pause, to: '2026-11-12' }));
  await meet();
  expect(value(await a.habits['habits.pauses']({})).pauses).toEqual([
    { ...pause, from: '2026-11-12', to: '2026-11-18' },
  ]);
  await close();
});
