/** The whole way: the real app, its storage process and a system that shows notifications. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DataDomain } from '../../src-shared/contract/events.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  value,
  type TestApp,
} from '../testing/test-app.ts';
import { RecordingNotifier } from './testing/reminder-world.ts';

const DAY = '2026-11-22';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let folder: string;
let test: TestApp;
let notifier: RecordingNotifier;

/** Starts the app at this moment, in Vienna. */
async function start(iso: string): Promise<void> {
  notifier = new RecordingNotifier();
  const clock = { offset: Date.parse(iso) - Date.now(), zone: 'Europe/Vienna' };
  test = await openTestApp(folder, { clock, notifier });
}

const unlock = async (): Promise<unknown> =>
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));

beforeEach(async () => {
  folder = await temporaryFolder();
  await start('2026-11-22T18:00:00Z');
  await createVault(test.client);
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('rings from the vault’s own habits, writes the answer into it, and does not ring twice over a restart', async () => {
  const id = randomUUID();
  const reminders = [{ minute: 1200, days: EVERY_DAY }];
  value(
    await test.client.invoke('habits.create', {
      id,
      name: 'Zephyrkettle',
      question: '',
      schedule: { type: 'daily' },
      startDay: '2026-11-01',
      reminders,
    }),
  );
  await test.app.close();

  await start('2026-11-22T18:59:59Z');
  await unlock();
  await expect.poll(() => notifier.shown.length, { timeout: 20_000 }).toBe(1);
  expect(notifier.shown[0]).toMatchObject({ key: id, title: 'A habit is waiting' });
  expect(JSON.stringify(notifier.shown)).not.toContain('Zephyrkettle');

  // A lock forgets the name; the notification never had it. Done has no key to write with.
  value(await test.client.invoke('vault.lock', {}));
  const { cards } = value(await test.client.invoke('reminders.state', {}));
  expect(cards).toEqual([]);
  await unlock();
  await expect
    .poll(async () => value(await test.client.invoke('reminders.state', {})).cards)
    .toMatchObject([{ key: id, habit: { name: 'Zephyrkettle', day: DAY, canBeDone: true } }]);
  value(await test.client.invoke('reminders.answer', { key: id, answer: 'snooze' }));
  await test.app.close();

  await start('2026-11-22T19:15:30Z');
  await unlock();
  // What was put off comes; what rang before does not.
  await expect.poll(() => notifier.shown.length, { timeout: 20_000 }).toBe(1);
  const changed: DataDomain[] = [];
  test.client.on('data.changed', ({ domains }) => changed.push(...domains));
  notifier.answer(id, 'done');
  await expect.poll(() => notifier.open.size).toBe(0);
  await expect.poll(() => changed).toContain('habits');
  const { habits } = value(await test.client.invoke('habits.overview', { day: DAY }));
  expect(habits[0]?.week.at(-1)).toMatchObject({ day: DAY, state: 'done' });
});

it('answers nothing about cards that are not there, locked or not', async () => {
  const asked = { key: 'waiting', answer: 'done' } as const;
  expect(await test.client.invoke('reminders.answer', asked)).toMatchObject({ error: { code: 'not-found' } });
  value(await test.client.invoke('vault.lock', {}));
  expect(await test.client.invoke('reminders.answer', asked)).toMatchObject({ error: { code: 'not-found' } });
  expect(value(await test.client.invoke('reminders.state', {}))).toEqual({
    cards: [],
    shownBy: 'system',
    hasButtons: true,
  });
});
