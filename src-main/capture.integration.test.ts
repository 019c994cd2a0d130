/**
 * Quick capture with the real processes: nothing that could have a key runs while something is written down locked, and SIGKILL at any moment, of the app that captures and
 * of the storage process that takes in, loses nothing that was answered and makes nothing twice.
 */
import { spawn as spawnProcess, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../src-shared/contract/index.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { Child, SpawnChild } from './processes/child.ts';
import {
  clientOf,
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  TESTED_CHILDREN,
  value,
  type TestApp,
} from './testing/test-app.ts';

const DAY = '2026-11-22';
const WORDS = 'quindlefrost zephyrkettle';
const KILLS = 3;
const CHILD = join(import.meta.dirname, 'testing', 'capture-child.ts');

let root: string;
/** A vault that is there, locked. */
let pristine: string;
let folder: string;
let test: TestApp | null = null;
let spawned: { readonly kind: string; readonly child: Child }[];

const spawn = createNodeSpawn(TESTED_CHILDREN);
const spawnChild: SpawnChild = (kind) => {
  const child = spawn(kind);
  spawned.push({ kind, child });
  return child;
};

async function open(): Promise<Client> {
  spawned = [];
  const offset = Date.parse(`${DAY}T12:00:00Z`) - Date.now();
  test = await openTestApp(folder, { spawnChild, clock: { offset, zone: 'Europe/Vienna' } });
  return test.client;
}

function unlock(client: Client) {
  return client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
}

/** A process that ended in the middle of a try counts as a wrong one: whoever could end it would have tries for nothing. */
async function waitForNextTry(client: Client): Promise<void> {
  await expect
    .poll(async () => value(await client.invoke('vault.state', {})).retryAfterMs, { timeout: 20_000, interval: 100 })
    .toBe(0);
}

async function close(): Promise<void> {
  await test?.app.close();
  test = null;
}

function capture(client: Client, text: string) {
  return client.invoke('capture.write', { id: randomUUID(), text, mood: null });
}

async function items(): Promise<string[]> {
  return (await readdir(join(folder, 'inbox'))).filter((name) => name.endsWith('.sealed'));
}

async function bodies(client: Client): Promise<string[]> {
  const { entries } = value(await client.invoke('entries.on-day', { day: DAY }));
  return entries.map(({ body }) => body).toSorted();
}

beforeAll(async () => {
  root = await temporaryFolder();
  pristine = join(root, 'pristine');
  folder = pristine;
  await createVault(await open());
  await close();
});
beforeEach(async () => {
  folder = join(root, randomUUID());
  await cp(pristine, folder, { recursive: true });
});
afterEach(close);
afterAll(() => removeFolder(root));

describe('written down while locked', () => {
  it('starts no process, leaves no word on the disk, and is in the journal behind the unlock, the renewal of the key and the next', async () => {
    const client = await open();
    const small = clientOf(test!.app, 'capture');
    for (const n of [1, 2]) expect(value(await capture(small, `${WORDS} ${n}`))).toEqual({ keptIn: 'inbox' });
    expect(spawned).toEqual([]);
    const before = join(root, 'inbox-before');
    await cp(join(folder, 'inbox'), before, { recursive: true });

    value(await unlock(client));
    expect(await bodies(client)).toEqual([`${WORDS} 1`, `${WORDS} 2`]);
    expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({
      taken: 2,
      unreadable: 0,
      keyChangedAt: null,
    });
    expect(await items()).toEqual([]);

    const { recoveryKey } = value(await client.invoke('vault.renew-key', { passphrase: TEST_PASSPHRASE }));
    value(await client.invoke('vault.confirm-renewal', { recoveryKey }));
    await client.invoke('vault.lock', {});
    const renewed = await readFile(join(folder, 'inbox', 'public-key.json'), 'utf8');
    expect(renewed).not.toBe(await readFile(join(before, 'public-key.json'), 'utf8'));
    // As if the app had ended in the middle of it: the key from before, and what was sealed to it.
    await cp(before, join(folder, 'inbox'), { recursive: true });
    value(await capture(small, `${WORDS} 3`));
    value(await unlock(client));
    expect(await bodies(client)).toEqual([1, 2, 3].map((n) => `${WORDS} ${n}`));
    expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({ unreadable: 0, keyChangedAt: null });
    expect(await readFile(join(folder, 'inbox', 'public-key.json'), 'utf8')).toBe(renewed);
    await close();
    const inClear: string[] = [];
    for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const content = await readFile(join(file.parentPath, file.name));
      if (content.includes('quindlefrost')) inClear.push(file.name);
    }
    expect(inClear).toEqual([]);
  });

  it('just before the unlock is not forgotten until the next', async () => {
    const client = await open();
    const unlocking = unlock(client);
    const writing = Promise.all(Array.from({ length: 10 }, (_, n) => capture(client, `thing ${n}`)));
    value(await unlocking);
    for (const each of await writing) value(each);
    await expect.poll(items).toEqual([]);
    expect(await bodies(client)).toHaveLength(10);
    // Beside the small window's two channels the rest is shut, the open vault too.
    expect(await clientOf(test!.app, 'capture').invoke('entries.on-day', { day: DAY })).toEqual({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});

describe('kill -9', () => {
  it('of the app that captures loses nothing that was answered', async () => {
    const answered: string[] = [];
    const moments: number[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const child: ChildProcess = spawnProcess(process.execPath, [CHILD, folder, `${WORDS} ${round}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = createInterface({ input: child.stdout! });
      const first = once(lines, 'line');
      lines.on('line', (line) => answered.push(line));
      await first;
      const moment = Math.random() * 60;
      moments.push(moment);
      await delay(moment);
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    const client = await open();
    value(await unlock(client));
    const kept = await bodies(client);
    process.stdout.write(`Killed behind ${moments.join(', ')} ms.\n`);
    expect(kept).toEqual(expect.arrayContaining(answered));
    expect(new Set(kept).size).toBe(kept.length);
    expect(value(await client.invoke('capture.inbox', {}))).toMatchObject({ unreadable: 0, waiting: 0 });
    expect((await readdir(join(folder, 'inbox'))).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('of the storage process that takes in makes nothing twice and loses nothing', async () => {
    const client = await open();
    const written = Array.from({ length: 45 }, (_, n) => `thing ${n + 10}`);
    for (const text of written) value(await capture(client, text));
    let cut = 0;
    const moments: number[] = [];
    for (let round = 0; round < 6 && cut < KILLS; round += 1) {
      await waitForNextTry(client);
      const unlocking = unlock(client);
      // The first thing that leaves the inbox says that its entry is written: the moments behind that are those that count.
      const before = (await items()).length;
      let isOver = false;
      void unlocking.then(() => (isOver = true));
      while (!isOver && (await items()).length === before) await delay(1);
      moments.push(Math.random() * 8);
      await delay(moments.at(-1));
      const left = (await items()).length;
      spawned.at(-1)?.child.kill();
      await unlocking;
      await expect.poll(async () => value(await client.invoke('vault.state', {})).state).toBe('locked');
      if (left > 0 && left < before) cut += 1;
      if (left === 0) break;
    }
    await waitForNextTry(client);
    value(await unlock(client));
    process.stdout.write(`Killed behind ${moments.join(', ')} ms.\n`);
    // The first of them are there with the unlock, the rest between requests.
    await expect.poll(items, { timeout: 20_000 }).toEqual([]);
    expect(await bodies(client)).toEqual(written);
    expect(cut).toBeGreaterThan(0);
  });

  it('of the storage process under a thing that is written while it is open: it goes into the inbox, and is one entry', async () => {
    const client = await open();
    value(await unlock(client));
    const writing = capture(client, WORDS);
    spawned.at(-1)?.child.kill();
    expect(['inbox', 'journal']).toContain(value(await writing).keptIn);
    await expect.poll(async () => value(await client.invoke('vault.state', {})).state).toBe('locked');
    await waitForNextTry(client);
    value(await unlock(client));
    expect(await bodies(client)).toEqual([WORDS]);
  });
});
