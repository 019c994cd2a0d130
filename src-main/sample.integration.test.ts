import { randomUUID } from 'node:crypto';
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

async function write(body: string, id: string = randomUUID(), day?: string) {
  return value(await test.client.invoke('entries.write', { id, day: day ?? (await today()), body }));
}

const estimate = async () => value(await test.client.invoke('exports.estimate', { from: null, to: null, tag: null }));

async function shownPictures(): Promise<string[]> {
  const { items } = value(await test.client.invoke('attachments.list', { after: null, limit: 10 }));
  return items.map(({ attachment }) => attachment.id);
}

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

  it('is refused where something of the person’s is', async () => {
    await write('Mine.');
    expect((await state()).canLoad).toBe(false);
    expect(await test.client.invoke('sample.load', { language: 'en' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    expect(await entries()).toHaveLength(1);
  });

  it('leaves what was written beside it, and every picture that it shows', async () => {
    await load();
    const picture = (await shownPictures())[0] ?? '';
    const mine = await write(`Mine, with a picture of theirs. ![](attachment:${picture})`);
    await remove();
    expect((await entries()).map(({ id }) => id)).toEqual([mine.id]);
    expect(await shownPictures()).toEqual([picture]);
    expect((await estimate()).allMedia).toBe(1);
    const piece = value(await test.client.invoke('attachments.piece', { id: picture, index: 0 }));
    expect(piece.bytes.byteLength).toBeGreaterThan(1000);
    expect(await habits()).toEqual([]);
    expect((await state()).isHere).toBe(false);
  });

  it('keeps what was changed of it, as the person’s own', async () => {
    await load();
    const before = await waiting();
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    const walk = (await habits()).find(({ name }) => name === 'A short walk')!;
    const mark = { type: 'done' } as const;
    value(await test.client.invoke('habits.check-in', { habitId: walk.id, day: await today(), mark }));
    expect((await state()).changed).toEqual({ entries: 1, habits: 1 });
    // What is theirs goes to the server; the rest still does not.
    expect(await waiting()).toBeLessThanOrEqual(before + 3);

    await remove(true);
    expect((await entries()).map(({ id }) => id)).toEqual([first?.id]);
    expect((await habits()).map(({ id }) => id)).toEqual([walk.id]);
    const day = await today();
    const shown = value(
      await test.client.invoke('habits.days', { id: walk.id, from: addDays(day, -40), to: day }),
    ).days;
    expect(shown.filter((each) => each.mark === 'done').map((each) => each.day)).toEqual([day]);
    expect(await state()).toEqual({ isHere: false, canLoad: false, changed: { entries: 0, habits: 0 } });
  });

  it('puts what was changed into the trash where that is wanted', async () => {
    await load();
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    const walk = (await habits()).find(({ name }) => name === 'A short walk')!;
    value(await test.client.invoke('habits.change', { id: walk.id, name: 'A long walk' }));
    const mine = await write('Mine.');

    await remove(false);
    expect((await entries()).map(({ id }) => id)).toEqual([mine.id]);
    expect((await trash()).map(({ id }) => id)).toEqual([first?.id]);
    expect(await habits()).toEqual([]);
    const removed = value(await test.client.invoke('habits.removed', {})).habits;
    expect(removed.map((each) => each.name)).toEqual(['A long walk']);
  });

  it('does not ask about what was thrown away, or ticked and unticked', async () => {
    await load();
    const [first] = await entries();
    value(await test.client.invoke('entries.remove', { ids: [first?.id ?? ''] }));
    const walk = (await habits())[0]!;
    const change = { habitId: walk.id, day: await today() };
    value(await test.client.invoke('habits.check-in', { ...change, mark: { type: 'done' } }));
    value(await test.client.invoke('habits.check-in', { ...change, mark: { type: 'clear' } }));
    expect((await state()).changed).toEqual({ entries: 0, habits: 0 });
    await remove();
    await nothingLeft();
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

  it('is in no export, but for what was changed', async () => {
    await load();
    const nothing = await estimate();
    expect(nothing).toMatchObject({ entries: 0, habits: 0, checkIns: 0, allMedia: 0 });
    const [first] = await entries();
    await write('I wrote over this one.', first?.id, first?.day);
    const some = await estimate();
    expect(some).toMatchObject({ entries: 1, habits: 0 });
  });
});
