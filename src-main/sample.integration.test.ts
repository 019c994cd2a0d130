import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../src-shared/domain/day.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { Child } from './processes/child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  TESTED_CHILDREN,
  value,
  type TestApp,
} from './testing/test-app.ts';

let folder: string;
let test: TestApp;
let storage: Child[];

async function open(): Promise<void> {
  const spawn = createNodeSpawn(TESTED_CHILDREN);
  storage = [];
  test = await openTestApp(folder, {
    clock: { offset: 0, zone: 'Europe/Vienna' },
    spawnChild: (kind) => {
      const child = spawn(kind);
      if (kind === 'storage') storage.push(child);
      return child;
    },
  });
}

beforeEach(async () => {
  folder = await temporaryFolder();
  await open();
  await createVault(test.client);
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

const state = async () => value(await test.client.invoke('sample.state', {}));
const load = async () => value(await test.client.invoke('sample.load', { language: 'en' }));
const remove = async (keepChanged = true) => value(await test.client.invoke('sample.remove', { keepChanged }));
const waiting = async () => value(await test.client.invoke('sync.status', {})).waiting;
const today = async () => value(await test.client.invoke('app.today', {})).day;
const habits = async () => value(await test.client.invoke('habits.list', {})).habits;
const trash = async () => value(await test.client.invoke('entries.trash', {})).entries;

async function entries() {
  const { days } = value(await test.client.invoke('entries.timeline', { before: null, limit: 100 }));
  return days.flatMap((day) => day.entries);
}

const estimate = async () => value(await test.client.invoke('exports.estimate', { from: null, to: null, tag: null }));

async function nothingLeft(): Promise<void> {
  expect(await entries()).toEqual([]);
  expect(await trash()).toEqual([]);
  expect(await habits()).toEqual([]);
  expect((await estimate()).allMedia).toBe(0);
  const day = await today();
  const asked = { from: addDays(day, -800), to: day, weekStart: 1 };
  const found = value(await test.client.invoke('statistics.writing', asked));
  expect(JSON.stringify(found)).not.toMatch(/"entries":[1-9]/);
}

describe('the sample journal', () => {
  it('comes in, says so, and goes without a trace', async () => {
    const before = await waiting();
    expect(await state()).toEqual({ isHere: false, canLoad: true, changed: { entries: 0, habits: 0 } });
    const shares: number[] = [];
    test.client.on('work.progress', ({ work, done, total }) => {
      if (work === 'sample-load') shares.push(done / (total ?? 1));
    });
    await load();
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(3);
    expect(await state()).toEqual({ isHere: true, canLoad: false, changed: { entries: 0, habits: 0 } });
    expect((await entries()).length).toBeGreaterThan(25);
    expect(await habits()).toHaveLength(8);
    // It stays here: nothing of it waits for a server.
    expect(await waiting()).toBe(before);

    await remove();
    await nothingLeft();
    expect(await waiting()).toBe(before);
    expect((await state()).canLoad).toBe(true);
    await load();
    expect((await entries()).length).toBeGreaterThan(25);
  });

  it('is cancelled without a trace', async () => {
    const loading = test.client.invoke('sample.load', { language: 'de' });
    let isAsked = false;
    test.client.on('work.progress', ({ work, done }) => {
      if (work !== 'sample-load' || done === 0 || isAsked) return;
      isAsked = true;
      void test.client.invoke('sample.cancel', {});
    });
    expect(await loading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await nothingLeft();
    expect((await state()).canLoad).toBe(true);
  });

  it('killed in the middle of coming in, it is known as a sample and goes whole', async () => {
    test.client.on('work.progress', ({ work, done }) => {
      if (work === 'sample-load' && done > 100) storage.at(-1)?.kill();
    });
    expect(await test.client.invoke('sample.load', { language: 'en' })).toMatchObject({ ok: false });
    await test.app.close();
    await open();
    value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    expect((await state()).isHere).toBe(true);
    await remove();
    await nothingLeft();
  });
});
