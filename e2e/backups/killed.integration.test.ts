/** SIGKILL to the storage process at random moments of a backup, of a look at one and of taking it: what is open behind it is whole, and has every write that was answered. */
import { randomUUID } from 'node:crypto';
import { watch } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../simulation/random.ts';
import type { Result } from '../../src-shared/result.ts';
import { createNodeSpawn } from '../../src-main/browser-host/node-child.ts';
import type { Child, SpawnChild } from '../../src-main/processes/child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  TESTED_CHILDREN,
  value,
  type TestApp,
} from '../../src-main/testing/test-app.ts';

const ROUNDS = 4;
/** Each round starts the app two times and more. */
const PATIENCE_MS = 240_000;
let root: string;
let chosen: string;
let pristine: string;
let test: TestApp | null = null;
let storage: Child | null = null;

const spawn = createNodeSpawn(TESTED_CHILDREN);
const spawnChild: SpawnChild = (kind) => {
  const child = spawn(kind);
  if (kind === 'storage') storage = child;
  return child;
};
const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

async function open(profile: string): Promise<TestApp> {
  test = await openTestApp(profile, { spawnChild, chooseFolder: () => Promise.resolve(chosen) });
  return test;
}

async function unlock({ client }: TestApp): Promise<void> {
  value(await client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
}

async function write({ client }: TestApp, body: string): Promise<string> {
  const result = await client.invoke('entries.write', { id: randomUUID(), day: '2026-01-05', body });
  return result.ok ? body : '';
}

async function bodies({ client }: TestApp): Promise<string[]> {
  const { entries } = value(await client.invoke('entries.on-day', { day: '2026-01-05' }));
  return entries.map(({ body }) => body.slice(0, 20)).toSorted();
}

/** What the vault holds opens, agrees with what is shown, and is nothing half. */
async function expectWhole(app: TestApp): Promise<void> {
  expect(value(await app.client.invoke('backups.verify', {}))).toMatchObject({
    unreadable: [],
    disagreeing: [],
    incomplete: 0,
    pages: 0,
  });
}

/** The entries of a vault that lies in a profile of its own. */
async function heldBy(profile: string): Promise<string[]> {
  const app = await open(profile);
  await unlock(app);
  const held = await bodies(app);
  await expectWhole(app);
  await app.app.close();
  return held;
}

/** Twenty entries, a backup of them in both places, and five entries since; closed. Every round begins with a copy. */
beforeAll(async () => {
  root = await temporaryFolder();
  chosen = join(root, 'stick');
  pristine = join(root, 'pristine');
  await mkdir(chosen);
  const app = await open(pristine);
  await createVault(app.client);
  for (let n = 10; n < 30; n += 1) await write(app, `entry ${n}            ${'words '.repeat(3000)}`);
  value(await app.client.invoke('backups.choose-folder', {}));
  value(await app.client.invoke('backups.run', {}));
  for (let n = 30; n < 35; n += 1) await write(app, `entry ${n}            ${'words '.repeat(3000)}`);
  await app.app.close();
});
afterEach(() => test?.app.close());
afterAll(() => removeFolder(root));

const expected = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `entry ${from + index}            `);

/** Milliseconds that an undisturbed run takes on this machine, now: moments are drawn from that. */
async function timed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

/** Resolves when the journal of a swap is written: from here on the restored vault is the one that holds. */
function journalOf(profile: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(profile, (_event, name) => {
      if (name !== 'restore.json') return;
      watcher.close();
      resolve();
    });
  });
}

describe('kill -9 at any moment', () => {
  it(
    'of a backup leaves the vault and the earlier backups',
    async () => {
      const random = new Random(20261126);
      let lasts = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const profile = join(root, `backup ${round}`);
        await cp(pristine, profile, { recursive: true });
        const app = await open(profile);
        await unlock(app);
        const running = app.client.invoke('backups.run', {});
        const saving = write(app, 'entry 99            ');
        // The first is left alone.
        if (round === 0) lasts = await timed(running);
        else await setTimeout(random.next() * lasts);
        storage?.kill();
        const [ran, saved] = await Promise.all([running, saving]);
        expect(['ok', 'storage-stopped']).toContain(codeOf(ran));
        await expect.poll(async () => value(await app.client.invoke('vault.state', {})).state).toBe('locked');
        await unlock(app);
        expect(await bodies(app)).toEqual([...expected(10, 35), ...(saved === '' ? [] : [saved])].toSorted());
        const { backups } = value(await app.client.invoke('backups.state', {}));
        // Of one day: the first, or the second in its place. Each is whole, wherever the first was cut off.
        expect(backups.length).toBeGreaterThan(0);
        for (const { name } of backups) {
          const look = await app.client.invoke('backups.look', { source: { type: 'kept', name }, secret: null });
          expect(value(look)).toMatchObject({ unreadable: 0, isCut: false });
          expect(value(look).records).toBeGreaterThanOrEqual(20);
        }
        await expectWhole(app);
        // Rubbish of the cut one goes with the next.
        value(await app.client.invoke('backups.run', {}));
        for (const place of [join(profile, 'backups'), chosen]) {
          expect((await readdir(place)).filter((name) => name.endsWith('.new'))).toEqual([]);
        }
        await app.app.close();
      }
    },
    PATIENCE_MS,
  );

  it(
    'of a look and of taking it leaves one whole vault: the present one or the restored one',
    async () => {
      const random = new Random(7);
      const outcomes = new Set<string>();
      let lookLasts = 0;
      let takeLasts = 0;
      // The first of each is left alone; of the rest half are killed while the vault is built beside, half while the two change places.
      const moments = ['never', ...Array.from({ length: ROUNDS }, () => ['look', 'take']).flat(), 'journal'] as const;
      for (const [round, moment] of moments.entries()) {
        const profile = join(root, `restore ${round}`);
        await cp(pristine, profile, { recursive: true });
        const app = await open(profile);
        await unlock(app);
        const [backup] = value(await app.client.invoke('backups.state', {})).backups;
        const source = { type: 'kept', name: backup!.name } as const;
        let work: Promise<Result<unknown>> = app.client.invoke('backups.look', { source, secret: null });
        if (moment === 'look') await setTimeout(random.next() * lookLasts);
        else {
          lookLasts = await timed(work);
          const journal = journalOf(profile);
          work = app.client.invoke('backups.take', {});
          if (moment === 'never') takeLasts = await timed(work);
          else if (moment === 'journal') await journal;
          else await setTimeout(random.next() * takeLasts);
        }
        storage?.kill();
        const result = await work;
        expect(['ok', 'storage-stopped', 'cancelled']).toContain(codeOf(result));
        await app.app.close();

        const again = await open(profile);
        expect(value(await again.client.invoke('vault.state', {})).state).toBe('locked');
        await unlock(again);
        const held = await bodies(again);
        const outcome = held.length === 20 ? 'restored' : 'present';
        const isRestored = outcome === 'restored';
        outcomes.add(outcome);
        expect(held).toEqual(expected(10, isRestored ? 30 : 35));
        // What was answered holds; so does what is journalled; looking changes nothing.
        const sure = moment === 'look' ? 'present' : result.ok || moment === 'journal' ? 'restored' : outcome;
        expect(outcome).toBe(sure);
        await expectWhole(again);
        expect((await readdir(profile)).filter((name) => name.startsWith('restore'))).toEqual([]);
        const { replaced } = value(await again.client.invoke('backups.state', {}));
        await again.app.close();
        const kept = [];
        for (const { name } of replaced) kept.push(await heldBy(join(profile, 'replaced', name)));
        expect(kept).toEqual(isRestored ? [expected(10, 35)] : []);
      }
      expect(outcomes).toEqual(new Set(['present', 'restored']));
    },
    2 * PATIENCE_MS,
  );
});
