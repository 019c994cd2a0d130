/** Where and when a device meets its server for the first time, and what the machine does to it. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVault, TEST_PASSPHRASE, TESTED_CHILDREN, value } from '../../src-main/testing/test-app.ts';
import type { VaultProgress } from '../../src-shared/contract/vault.ts';
import { childrenOf } from '../support/child-processes.ts';
import { BY_HAND, joinVault, TOKEN, Workbench, type Device } from './two-devices.ts';

let bench: Workbench;

beforeEach(async () => {
  bench = await Workbench.make();
});
afterEach(() => bench.close());

const DAY_MS = 24 * 60 * 60 * 1000;

/** Thirty days without a network: an app that is opened every evening, and never hears of a server. */
async function thirtyDays(name: string): Promise<{ device: Device; ids: string[] }> {
  const ids: string[] = [];
  const habitId = randomUUID();
  let device = await bench.device(name, { clock: { offset: -30 * DAY_MS, zone: 'UTC' } });
  await createVault(device.client);
  for (let evening = 30; evening >= 0; evening -= 1) {
    if (evening % 10 === 0 && evening < 30) {
      await device.app.close();
      device = await bench.device(name, { clock: { offset: -evening * DAY_MS, zone: 'UTC' } });
      value(await device.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    }
    const day = new Date(Date.now() - evening * DAY_MS).toISOString().slice(0, 10);
    if (evening === 30) {
      value(
        await device.client.invoke('habits.create', {
          id: habitId,
          name: 'Walk',
          question: '',
          schedule: { type: 'daily' },
          startDay: day,
        }),
      );
    }
    const id = randomUUID();
    ids.push(id);
    value(await device.client.invoke('entries.write', { id, day, body: `evening ${evening} of ${name}` }));
    value(await device.client.invoke('habits.check-in', { habitId, day, mark: { type: 'done' } }));
  }
  return { device, ids };
}

describe('thirty days without a network, and then a server', () => {
  it('that is empty: everything goes there, and a new computer gets it, both with progress', async () => {
    const { device, ids } = await thirtyDays('a');
    expect(await device.status()).toMatchObject({ state: 'off', waiting: 63 });
    const server = await bench.server();
    const found = value(await device.client.invoke('sync.check', { url: server.url, token: TOKEN }));
    expect(found).toMatchObject({ found: 'empty', there: 0, here: 63 });
    const sending: number[] = [];
    device.client.on('sync.status', ({ progress }) => {
      if (progress?.phase === 'sending' && progress.total !== null) sending.push(progress.done / progress.total);
    });
    expect(await device.connect(server.url)).toMatchObject({ state: 'synced', waiting: 0 });
    expect(sending.at(-1)).toBe(1);
    const other = await bench.device('b');
    const progress: VaultProgress[] = [];
    other.client.on('vault.progress', (each) => progress.push(each));
    await joinVault(other, server.url);
    expect(progress[0]).toEqual({ work: 'join', done: 0, total: null });
    expect(progress.at(-1)).toMatchObject({ done: progress.at(-1)!.total });
    for (const id of ids) expect(await other.body(id)).toBe(await device.body(id));
  });

  it('that another device of the same vault has filled: both are brought together', async () => {
    const server = await bench.server();
    const { device, ids } = await thirtyDays('a');
    // The vault came to the second computer by a copy of its folder, months ago; both were used since.
    await device.app.close();
    await cp(bench.folder('a'), bench.folder('b'), { recursive: true });
    const [a, b] = [await bench.device('a'), await bench.device('b')];
    const own: string[] = [];
    for (const each of [a, b]) {
      value(await each.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
      own.push(randomUUID());
      await each.write(own.at(-1)!, 'written after the copy');
    }
    expect(await b.connect(server.url)).toMatchObject({ state: 'synced' });
    const found = value(await a.client.invoke('sync.check', { url: server.url, token: TOKEN }));
    expect(found.found).toBe('this-vault');
    expect(await a.connect(server.url)).toMatchObject({ state: 'synced', waiting: 0 });
    await b.sync();
    for (const id of [...ids, ...own]) {
      expect(await a.body(id)).not.toBeNull();
      expect(await b.body(id)).toBe(await a.body(id));
    }
  });

  it('that holds another vault, or something else: says so, and changes nothing', async () => {
    const server = await bench.server();
    const a = await bench.device('a');
    await createVault(a.client);
    await a.connect(server.url);
    const b = await bench.device('b');
    await createVault(b.client);
    await b.write(randomUUID(), 'mine');
    const found = value(await b.client.invoke('sync.check', { url: server.url, token: TOKEN }));
    expect(found.found).toBe('another-vault');
    const connected = await b.client.invoke('sync.connect', { url: server.url, token: TOKEN });
    expect(connected).toMatchObject({ ok: false, error: { code: 'sync-other-vault' } });
    expect(await b.status()).toMatchObject({ state: 'off' });
    expect(await a.sync()).toMatchObject({ state: 'synced', notices: { unreadable: 0 } });
  });
});

describe('a vault that is being fetched', () => {
  it('leaves nothing behind where the passphrase or the token is wrong, or the fetch is cancelled', async () => {
    const server = await bench.server();
    const a = await bench.device('a');
    await createVault(a.client);
    for (let count = 0; count < 5; count += 1) await a.write(randomUUID(), `entry ${count}`);
    await a.connect(server.url);
    const b = await bench.device('b');
    const input = { url: server.url, token: TOKEN, method: 'passphrase', secret: TEST_PASSPHRASE } as const;
    const code = async (changes: Partial<typeof input> | { secret: string } | { token: string } | { url: string }) => {
      const result = await b.client.invoke('vault.join', { ...input, ...changes });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code({ secret: 'not it' })).toBe('wrong-secret');
    expect(await code({ token: 'wrong' })).toBe('sync-refused');
    expect(await code({ url: 'http://127.0.0.1:9' })).toBe('sync-unreachable');
    expect(await code({ url: 'http://example.org' })).toBe('sync-address');
    const empty = await bench.server();
    expect(await code({ url: empty.url })).toBe('sync-no-vault');
    server.fault = ({ kind }) => (kind === 'pull' ? { kind: 'hang' } : null);
    const cancelled = code({});
    await new Promise<void>((resolve) => b.client.on('vault.progress', () => resolve()));
    value(await b.client.invoke('vault.cancel-join', {}));
    expect(await cancelled).toBe('cancelled');
    server.fault = () => null;
    const left = (await readdir(b.folder)).filter((name) => name.startsWith('vault'));
    expect(left).toEqual([]);
    expect(value(await b.client.invoke('vault.state', {})).state).toBe('absent');
    expect(await code({})).toBe('ok');
    expect(await b.sync()).toMatchObject({ state: 'synced' });
  });
});

function mountTmpfs(folder: string, size: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux to mount a small tmpfs';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `a tmpfs cannot be mounted here: ${String((error as { stderr?: unknown }).stderr).trim()}`;
  }
}

describe('a disk', () => {
  it('that is full: the app says so, keeps what was saved, and goes on by itself when there is room', async (context) => {
    const folder = bench.folder('small');
    await mkdir(folder);
    const reason = mountTmpfs(folder, '12m');
    if (reason !== null) {
      process.stdout.write(`skipped: disk full during sync (${reason})\n`);
      context.skip(reason);
    }
    try {
      const server = await bench.server();
      const a = await bench.device('small');
      await createVault(a.client);
      const id = randomUUID();
      await a.write(id, 'saved before');
      await a.connect(server.url);
      const filler = join(folder, 'filler');
      await writeFile(filler, Buffer.alloc(64 * 1024 * 1024)).catch(() => {});
      expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'disk-full' });
      expect(await a.body(id)).toBe('saved before');
      const refused = await a.client.invoke('entries.write', {
        id: randomUUID(),
        day: '2026-11-24',
        body: 'x'.repeat(200_000),
      });
      expect(refused).toMatchObject({ ok: false, error: { code: 'disk-full' } });
      await rm(filler);
      await a.write(randomUUID(), 'saved after');
      expect(await a.sync()).toMatchObject({ state: 'synced', waiting: 0 });
      await a.app.close();
    } finally {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
    }
  });

  it('F14: that cannot be written to any more: says so, and goes on by itself when it can', async (context) => {
    const server = await bench.server();
    const a = await bench.device('a');
    await createVault(a.client);
    const id = randomUUID();
    await a.write(id, 'saved before');
    await a.connect(server.url);
    const mailbox = join(a.folder, 'mailbox');
    const isRoot = process.getuid?.() === 0;
    // Root may write anywhere that is not mounted read-only.
    if (isRoot) {
      try {
        execFileSync('mount', ['--bind', mailbox, mailbox], { stdio: 'pipe' });
        execFileSync('mount', ['-o', 'remount,ro,bind', mailbox], { stdio: 'pipe' });
      } catch (error) {
        const reason = `nothing can be mounted here: ${String((error as { stderr?: unknown }).stderr).trim()}`;
        process.stdout.write(`skipped: read-only folder during sync (${reason})\n`);
        context.skip(reason);
      }
    } else {
      await chmod(mailbox, 0o500);
    }
    try {
      await a.write(randomUUID(), 'saved meanwhile');
      expect(await a.sync()).toMatchObject({ state: 'trouble', problem: 'profile-read-only', waiting: 1 });
      expect(await a.body(id)).toBe('saved before');
    } finally {
      if (isRoot) execFileSync('umount', ['-l', mailbox], { stdio: 'pipe' });
      else await chmod(mailbox, 0o700);
    }
    expect(await a.sync()).toMatchObject({ state: 'synced', waiting: 0 });
  });
});

describe('by itself', () => {
  it('syncs behind a write, on its interval, and again when a server is back', async () => {
    const soon = { ...BY_HAND, debounceMs: 50, maxDebounceMs: 200, intervalMs: 300, backOffMs: 100, maxBackOffMs: 400 };
    const server = await bench.server();
    const [a, b] = [await bench.device('a', { syncTiming: soon }), await bench.device('b', { syncTiming: soon })];
    await createVault(a.client);
    await a.connect(server.url);
    await joinVault(b, server.url);
    const id = randomUUID();
    const arrives = (body: string): Promise<void> =>
      new Promise((resolve) => {
        b.client.on('data.changed', () => {
          void b.body(id).then((shown) => {
            if (shown === body) resolve();
          });
        });
      });
    const first = arrives('one');
    await a.write(id, 'one');
    await first;
    const { port } = server;
    await server.stop();
    await a.write(id, 'two');
    await a.until((status) => status.state === 'offline');
    const second = arrives('two');
    await server.listen(port);
    await second;
    const status = await a.until((each) => each.state === 'synced' && each.waiting === 0);
    expect(status.problem).toBeNull();
  });

  it.each([
    [
      'the computer has slept',
      () => {
        const later = Date.now() + 10 * 60_000;
        vi.spyOn(Date, 'now').mockImplementation(() => later);
      },
    ],
    [
      'the network is another',
      () => {
        vi.spyOn(os, 'networkInterfaces').mockReturnValue({});
        // The code imports it by name.
        syncBuiltinESMExports();
      },
    ],
  ])('tries at once when %s, however long it would have waited', async (_what, happens) => {
    const server = await bench.server();
    const a = await bench.device('a', { syncTiming: { ...BY_HAND, networkCheckMs: 50 } });
    await createVault(a.client);
    await a.connect(server.url);
    const { port } = server;
    await server.stop();
    expect(await a.sync()).toMatchObject({ state: 'offline' });
    await server.listen(port);
    try {
      happens();
      const status = await a.until((each) => each.state === 'synced');
      expect(status.problem).toBeNull();
    } finally {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    }
  });

  it('leaves no process behind a lock, and syncs again behind an unlock', async () => {
    const server = await bench.server();
    const a = await bench.device('a', { syncTiming: { ...BY_HAND, debounceMs: 1 } });
    await createVault(a.client);
    await a.connect(server.url);
    server.fault = ({ kind }) => (kind === 'pull' ? { kind: 'hang' } : null);
    value(await a.client.invoke('sync.now', {}));
    await a.until((status) => status.state === 'syncing');
    const syncProcesses = (): number[] => childrenOf(process.pid, TESTED_CHILDREN.sync);
    expect(syncProcesses()).toHaveLength(1);
    value(await a.client.invoke('vault.lock', {}));
    // It would hang for as long as the server does.
    await vi.waitFor(() => expect(syncProcesses()).toEqual([]), { timeout: 5000 });
    const refused = await a.client.invoke('sync.status', {});
    expect(refused).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    server.fault = () => null;
    value(await a.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    await a.until((status) => status.state === 'synced');
  });
});
