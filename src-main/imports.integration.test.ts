import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkProgress } from '../src-shared/contract/events.ts';
import type { ImportCounts } from '../src-shared/contract/imports.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import { loopBackup, loopDay } from './import-process/testing/loop-samples.ts';
import type { Child, ChildKind } from './processes/child.ts';
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

const HABITS = 12;
const DAYS = 200;
const NOTHING: ImportCounts = { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 };
const ALL: ImportCounts = { ...NOTHING, habits: HABITS, checkIns: HABITS * DAYS };
const CHOICES = { withoutJournals: [], journalAsTag: false, moods: [] };
const DAY_MS = 86_400_000;

function sample(days = DAYS): Uint8Array {
  const numbers = Array.from({ length: HABITS }, (_, index) => index + 1);
  return loopBackup(25, {
    habits: numbers.map((id) => ({
      id,
      uuid: `0000000000000000000000000000000${id.toString(16)}`.slice(-32),
      name: `Habit ${String(id)}`,
      freq_num: 1,
      freq_den: 1,
      type: 0,
      position: id,
    })),
    repetitions: numbers.flatMap((habit) =>
      Array.from({ length: days }, (_, day) => ({
        habit,
        timestamp: loopDay('2020-01-01') + day * DAY_MS,
        value: 2,
      })),
    ),
  });
}

let folder: string;
let test: TestApp;
let spawned: Record<ChildKind, Child[]>;
let file: Uint8Array;
let served = 0;
/** Of a page whose drive has gone away. */
let isMute = false;

beforeEach(async () => {
  folder = await temporaryFolder();
  spawned = { storage: [], import: [], sync: [] };
  served = 0;
  isMute = false;
  file = sample();
  const spawn = createNodeSpawn(TESTED_CHILDREN);
  test = await openTestApp(folder, {
    spawnChild: (kind) => {
      const child = spawn(kind);
      spawned[kind].push(child);
      return child;
    },
  });
  // As the page does it.
  test.client.on('imports.wanted', ({ importId, readId, offset, length }) => {
    served += 1;
    if (isMute) return;
    const bytes = new Uint8Array(file.slice(offset, offset + length));
    void test.client.invoke('imports.piece', { importId, readId, bytes });
  });
  await createVault(test.client);
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

async function open(name = 'Loop Habits Backup.db'): Promise<string> {
  const importId = randomUUID();
  const files = [{ path: name, size: file.length, modifiedAt: null }];
  value(await test.client.invoke('imports.open', { importId, files }));
  return importId;
}

async function previewed(): Promise<string> {
  const importId = await open();
  value(await test.client.invoke('imports.preview', { importId }));
  return importId;
}

const run = (importId: string) => test.client.invoke('imports.run', { importId, choices: CHOICES });
const imports = async () => value(await test.client.invoke('imports.list', {})).imports;
const habits = async () => value(await test.client.invoke('habits.list', {})).habits;
const unlock = async () =>
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));

/** Resolves when the work has come that far. */
function reached(work: WorkProgress['work'], share: number): Promise<void> {
  return new Promise((resolve) => {
    const stop = test.client.on('work.progress', (progress) => {
      if (progress.work !== work || progress.done < share * (progress.total ?? 0)) return;
      stop();
      resolve();
    });
  });
}

describe('an import, over its three processes', () => {
  it('is weighed, written, listed and taken back, with progress, and once', async () => {
    const seen: WorkProgress[] = [];
    test.client.on('work.progress', (progress) => seen.push(progress));
    const importId = await open();
    const preview = value(await test.client.invoke('imports.preview', { importId }));
    expect(preview).toMatchObject({
      format: 'loop-backup',
      found: ALL,
      fresh: ALL,
      firstDay: '2020-01-01',
      lastDay: '2020-07-18',
      problemTallies: [],
    });
    const report = value(await run(importId));
    expect(report).toMatchObject({ added: ALL, alreadyThere: NOTHING });
    const last = seen.findLast(({ work }) => work === 'import-run');
    expect(last).toEqual({ work: 'import-run', done: 2412, total: 2412 });
    expect(seen.filter(({ work }) => work === 'import-run').length).toBeGreaterThan(3);
    expect(await habits()).toHaveLength(HABITS);
    expect(await imports()).toMatchObject([{ id: report.id, state: 'done', added: ALL }]);
    expect(value(await run(importId))).toEqual({
      id: null,
      added: NOTHING,
      alreadyThere: ALL,
      problems: [],
      problemTallies: [],
    });
    const { takenBack } = value(await test.client.invoke('imports.take-back', { importId: report.id! }));
    expect(takenBack).toEqual(ALL);
    expect(seen.at(-1)).toMatchObject({ work: 'import-take-back' });
    expect(await habits()).toEqual([]);
    expect(await imports()).toMatchObject([{ id: report.id, state: 'taken-back' }]);
    // No parser outlives its reading.
    for (const { pid } of spawned.import) expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  });

  it('is stopped in the middle, and leaves nothing', async () => {
    const importId = await previewed();
    const half = reached('import-run', 0.4);
    const running = run(importId);
    await half;
    value(await test.client.invoke('imports.cancel', { importId }));
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await habits()).toEqual([]);
    expect(await imports()).toMatchObject([{ state: 'cancelled' }]);
    // The same file, from where the dialog stands.
    expect(value(await run(importId)).added).toEqual(ALL);
  });

  it('is stopped while it reads', async () => {
    isMute = true;
    const importId = await open();
    const reading = test.client.invoke('imports.preview', { importId });
    await expect.poll(() => served, { timeout: 30_000 }).toBeGreaterThan(0);
    value(await test.client.invoke('imports.cancel', { importId }));
    expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('says that a file was moved while it was read', async () => {
    const importId = await open();
    file = file.slice(0, 1000);
    expect(await test.client.invoke('imports.preview', { importId })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('says what is no file of any kind, and what is broken', async () => {
    file = new Uint8Array([1, 2, 3]);
    const unknown = await test.client.invoke('imports.preview', { importId: await open('a.bin') });
    expect(unknown).toMatchObject({ ok: false, error: { code: 'import-unrecognised' } });
    file = sample().slice(0, 20_000);
    const cut = await test.client.invoke('imports.preview', { importId: await open() });
    expect(cut).toMatchObject({ ok: false, error: { code: 'import-damaged' } });
  });

  it('is taken back where its parser was killed', async () => {
    const importId = await previewed();
    const half = reached('import-run', 0.4);
    const running = run(importId);
    await half;
    process.kill(spawned.import.at(-1)!.pid!, 'SIGKILL');
    expect(await running).toMatchObject({ ok: false, error: { code: 'import-damaged' } });
    expect(await habits()).toEqual([]);
  });

  it('leaves a whole vault at a lock, and goes on with the same file', async () => {
    const importId = await previewed();
    const half = reached('import-run', 0.4);
    const running = run(importId);
    await half;
    value(await test.client.invoke('vault.lock', {}));
    expect((await running).ok).toBe(false);
    await unlock();
    const [cut] = await imports();
    expect(cut).toMatchObject({ state: 'cut-off' });
    expect(cut!.added.checkIns).toBeGreaterThan(400);
    const { added, alreadyThere } = value(await run(await previewed()));
    expect(added.checkIns + alreadyThere.checkIns).toBe(HABITS * DAYS);
    expect(alreadyThere.checkIns).toBeGreaterThanOrEqual(cut!.added.checkIns);
    expect(added.checkIns).toBeLessThan(HABITS * DAYS);
  });

  it('leaves a whole vault when the storage process is killed at any moment, of the import or of the taking back', async () => {
    // Shares of the work: the first batch, and behind the middle.
    for (const share of [0.01, 0.6]) {
      const importId = await previewed();
      const there = reached('import-run', share);
      const running = run(importId);
      await there;
      process.kill(spawned.storage.at(-1)!.pid!, 'SIGKILL');
      expect((await running).ok).toBe(false);
      await unlock();
      const [cut] = await imports();
      expect(cut?.state).toBe('cut-off');
      // Every check-in that is there belongs to a habit that is there, and what is said to have been added is there.
      const { found, fresh } = value(await test.client.invoke('imports.preview', { importId: await open() }));
      expect(found.checkIns - fresh.checkIns).toBe(cut!.added.checkIns);
      expect(found.habits - fresh.habits).toBe((await habits()).length);

      const back = reached('import-take-back', share / 2);
      const taking = test.client.invoke('imports.take-back', { importId: cut!.id });
      await back;
      process.kill(spawned.storage.at(-1)!.pid!, 'SIGKILL');
      await taking;
      await unlock();
      value(await test.client.invoke('imports.take-back', { importId: cut!.id }));
      expect(await habits()).toEqual([]);
      expect(value(await test.client.invoke('imports.preview', { importId: await open() })).fresh).toEqual(ALL);
    }
  }, 120_000);
});
