import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFile, cp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../src-shared/result.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { Child, SpawnChild } from './processes/child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  value,
  type TestApp,
  TESTED_CHILDREN,
} from './testing/test-app.ts';

let folder: string;
let test: TestApp;
const path = (...names: string[]): string => join(folder, ...names);
const unlock = () => test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

const spawn = createNodeSpawn(TESTED_CHILDREN);
let spawned: Child[] = [];
const spawnChild: SpawnChild = (kind) => {
  const child = spawn(kind);
  spawned.push(child);
  return child;
};

async function restart(): Promise<void> {
  await test.app.close();
  test = await openTestApp(folder, { spawnChild });
}

async function backupWritten(): Promise<void> {
  const names = (): Promise<string[]> => readdir(path('backups')).catch(() => []);
  const isWritten = async (): Promise<boolean> =>
    (await names()).filter((name) => name.endsWith('.daygrove-backup')).length === 1;
  await vi.waitUntil(isWritten, { timeout: 30_000 });
}

/** Sixty entries over twenty days, a backup of the first thirty, and the vault locked. */
async function fillVault(): Promise<void> {
  await createVault(test.client);
  const write = async (from: number, to: number): Promise<void> => {
    for (let i = from; i < to; i += 1) {
      const day = `2026-01-${String(1 + (i % 20)).padStart(2, '0')}`;
      value(
        await test.client.invoke('entries.write', {
          id: randomUUID(),
          day,
          body: `entry ${i} ${'words '.repeat(300)}`,
        }),
      );
    }
  };
  await write(0, 30);
  value(await test.client.invoke('vault.lock', {}));
  value(await unlock());
  await backupWritten();
  await write(30, 60);
  value(await test.client.invoke('vault.lock', {}));
}

async function total(): Promise<number> {
  return value(await test.client.invoke('entries.timeline', { before: null, limit: 400 })).total;
}

/** Rubbish over the pages at these places of the file. @returns the file as it then is */
async function damage(fractions: readonly number[]): Promise<Buffer> {
  const file = await open(path('vault.db'), 'r+');
  const { size } = await file.stat();
  for (const fraction of fractions) {
    await file.write(randomBytes(4096), 0, 4096, Math.floor((size * fraction) / 4096) * 4096);
  }
  await file.close();
  return readFile(path('vault.db'));
}

/** A small seeded generator (Tommy Ettinger's mulberry32), so that a failing round can be repeated. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Unlocks and shows whatever there is to show. @returns `ok` or the first error's code */
async function useEverything(): Promise<string> {
  const { client } = test;
  const days = Array.from({ length: 20 }, (_, index) => `2026-01-${String(1 + index).padStart(2, '0')}`);
  const calls = [
    () => unlock(),
    () => client.invoke('entries.timeline', { before: null, limit: 400 }),
    () => client.invoke('entries.search', { query: 'words', limit: 200 }),
    () => client.invoke('habits.overview', { day: '2026-01-20' }),
    () => client.invoke('entries.trash', {}),
    ...days.map((day) => () => client.invoke('entries.on-day', { day })),
  ];
  for (const call of calls) {
    const result: Result<unknown> = await call();
    if (!result.ok) return result.error.code;
  }
  return 'ok';
}

/** Made once: every test damages a copy of its own. */
let filled: string;

beforeAll(async () => {
  filled = await temporaryFolder();
  folder = filled;
  test = await openTestApp(folder);
  await fillVault();
  await test.app.close();
});
afterAll(() => removeFolder(filled));
beforeEach(async () => {
  folder = await temporaryFolder();
  await cp(filled, folder, { recursive: true });
  spawned = [];
  test = await openTestApp(folder, { spawnChild });
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

describe('a damaged vault', () => {
  it('says so, overwrites nothing, and is rebuilt from its backup', async () => {
    const damaged = await damage([0]);
    expect(codeOf(await unlock())).toBe('vault-damaged');
    expect(value(await test.client.invoke('vault.state', {})).state).toBe('damaged');
    expect(codeOf(await test.client.invoke('entries.timeline', { before: null, limit: 5 }))).toBe('vault-locked');

    // Put off to another day: locked, and the keys gone with the process.
    expect(value(await test.client.invoke('vault.lock', {})).state).toBe('locked');
    expect(codeOf(await test.client.invoke('vault.damage', {}))).toBe('vault-locked');
    expect(codeOf(await unlock())).toBe('vault-damaged');

    const found = value(await test.client.invoke('vault.damage', {}));
    expect(found.readableRecords).toBeNull();
    expect(found.backups).toHaveLength(1);
    expect(await readFile(path('vault.db'))).toEqual(damaged);

    const rebuilt = value(await test.client.invoke('vault.rebuild', { backup: found.backups[0]!.name }));
    expect(rebuilt.restored).toBe(30);
    expect(await readFile(path('damaged', rebuilt.keptAs))).toEqual(damaged);
    expect(await total()).toBe(30);
    await restart();
    value(await unlock());
    expect(await total()).toBe(30);
  });

  it('is rebuilt from what of the file itself can be read, and a backup fills the gaps', async () => {
    // The second half of the file: among it the newest rows, which unlocking reads.
    await damage(Array.from({ length: 100 }, (_, index) => 0.5 + index / 200));
    expect(codeOf(await unlock())).toBe('vault-damaged');
    const found = value(await test.client.invoke('vault.damage', {}));
    expect(found.readableRecords).toBeGreaterThan(0);
    const rebuilt = value(await test.client.invoke('vault.rebuild', { backup: found.backups[0]!.name }));
    // The thirty of the backup are whole; of the thirty behind it, what could be read.
    expect(rebuilt.restored).toBeGreaterThanOrEqual(30);
    expect(rebuilt.restored).toBeLessThan(60);
    expect(await total()).toBe(rebuilt.restored);
  });

  it('is left as it was found, until the person chooses what to do', async () => {
    // A WAL beside it, as after a crash: from a copy taken while the vault was open.
    value(await unlock());
    value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-02-01', body: 'in the WAL' }));
    const copy = path('copy');
    for (const suffix of ['', '-wal']) await copyFile(path(`vault.db${suffix}`), `${copy}${suffix}`);
    value(await test.client.invoke('vault.lock', {}));
    for (const suffix of ['', '-wal']) await copyFile(`${copy}${suffix}`, path(`vault.db${suffix}`));
    // Every page of the file; those that the WAL holds are whole there.
    await damage(Array.from({ length: 1000 }, (_, index) => index / 1000));
    const digest = async (): Promise<string[]> =>
      Promise.all(
        ['', '-wal'].map(async (suffix) =>
          createHash('sha256')
            .update(await readFile(path(`vault.db${suffix}`)))
            .digest('hex'),
        ),
      );
    const before = await digest();
    expect(codeOf(await unlock())).toBe('vault-damaged');
    value(await test.client.invoke('vault.damage', {}));
    value(await test.client.invoke('vault.lock', {}));
    expect(await digest()).toEqual(before);
  });

  it('that shows itself only while it is open leads to the same choice, and single flipped bits never end the process', async () => {
    await test.app.close();
    const whole = await readFile(path('vault.db'));
    const outcomes: string[] = [];
    const repaired: { restored: number; afterwards: string }[] = [];
    const random = mulberry(20261122);
    for (let round = 0; round < 12; round += 1) {
      await removeFolder(folder);
      await cp(filled, folder, { recursive: true });
      const flipped = Buffer.from(whole);
      flipped[4096 + Math.floor(random() * (whole.byteLength - 4096))]! ^= 1 << Math.floor(random() * 8);
      await writeFile(path('vault.db'), flipped);
      test = await openTestApp(folder);
      outcomes.push(await useEverything());
      const { state } = value(await test.client.invoke('vault.state', {}));
      if (state === 'damaged') {
        const { backups } = value(await test.client.invoke('vault.damage', {}));
        const { restored } = value(await test.client.invoke('vault.rebuild', { backup: backups[0]!.name }));
        repaired.push({ restored, afterwards: await useEverything() });
      }
      await test.app.close();
    }
    expect(outcomes.filter((outcome) => outcome !== 'ok' && outcome !== 'vault-damaged')).toEqual([]);
    expect(repaired.length).toBeGreaterThan(0);
    expect(repaired.map(({ afterwards }) => afterwards)).toEqual(repaired.map(() => 'ok'));
    // At least what the backup had; nearly always everything.
    expect(Math.min(...repaired.map(({ restored }) => restored))).toBeGreaterThanOrEqual(30);
    expect(Math.max(...repaired.map(({ restored }) => restored))).toBeGreaterThanOrEqual(59);
    test = await openTestApp(folder);
  });

  it('that is gone is damage, not a first start', async () => {
    for (const suffix of ['', '-wal', '-shm']) await rm(path(`vault.db${suffix}`), { force: true });
    expect(codeOf(await unlock())).toBe('vault-damaged');
    await expect(stat(path('vault.db'))).rejects.toMatchObject({ code: 'ENOENT' });
    const { backups } = value(await test.client.invoke('vault.damage', {}));
    expect(value(await test.client.invoke('vault.rebuild', { backup: backups[0]!.name })).restored).toBe(30);
  });

  it('takes up a rebuild that was cut off between its two renames', async () => {
    await copyFile(path('vault.db'), path('vault.rebuilt.db'));
    for (const suffix of ['', '-wal', '-shm']) await rm(path(`vault.db${suffix}`), { force: true });
    value(await unlock());
    expect(await total()).toBe(60);
  });

  it('is not replaced by a rebuild that was killed half way, where the file itself was gone', async () => {
    for (const suffix of ['', '-wal', '-shm']) await rm(path(`vault.db${suffix}`), { force: true });
    expect(codeOf(await unlock())).toBe('vault-damaged');
    const { backups } = value(await test.client.invoke('vault.damage', {}));
    // Killed as soon as the new database is there: long before its records are.
    const rebuilding = test.client.invoke('vault.rebuild', { backup: backups[0]!.name });
    const begun = async (): Promise<boolean> =>
      (await readdir(folder)).some((name) => /^vault\.rebuil.*\.db$/.test(name));
    await expect.poll(begun, { interval: 1 }).toBe(true);
    process.kill(spawned.at(-1)!.pid!, 'SIGKILL');
    expect(codeOf(await rebuilding)).toBe('storage-stopped');
    expect(codeOf(await unlock())).toBe('vault-damaged');
    const again = value(await test.client.invoke('vault.damage', {}));
    expect(value(await test.client.invoke('vault.rebuild', { backup: again.backups[0]!.name })).restored).toBe(30);
    expect(await total()).toBe(30);
  });

  it('is not hit by a WAL that its damaged predecessor left', async () => {
    value(await unlock());
    value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-02-01', body: 'of the old file' }));
    await copyFile(path('vault.db-wal'), path('old-wal'));
    value(await test.client.invoke('vault.lock', {}));
    await copyFile(path('vault.db'), path('vault.rebuilt.db'));
    await rm(path('vault.db'));
    await copyFile(path('old-wal'), path('vault.db-wal'));
    value(await unlock());
    expect(await total()).toBe(61);
    expect((await readdir(path('damaged'))).some((name) => name.endsWith('-wal'))).toBe(true);
  });

  it('opens with one copy of the envelope, and with none as long as there is a backup', async () => {
    await writeFile(path('vault.json'), 'not json');
    value(await unlock());
    await restart();
    await rm(path('vault.json'));
    await rm(path('vault.copy.json'));
    await restart();
    value(await unlock());
    expect(await total()).toBe(60);
    expect((await stat(path('vault.json'))).size).toBeGreaterThan(100);
  });

  it('is never taken for a first start where only the database is left', async () => {
    for (const name of ['vault.json', 'vault.copy.json']) await rm(path(name));
    await rm(path('backups'), { recursive: true });
    await restart();
    expect(value(await test.client.invoke('vault.state', {})).state).toBe('locked');
    expect(codeOf(await test.client.invoke('vault.create', { passphrase: TEST_PASSPHRASE }))).toBe('vault-exists');
    expect(codeOf(await unlock())).toBe('vault-damaged');
  });
});
