/** Locks that come when nothing seems to be open, or while something is on its way to be: with the real processes. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { Child, ChildKind } from './processes/child.ts';
import { ScriptedKeychain } from './testing/scripted-keychain.ts';
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

const SECRET = { method: 'passphrase', secret: TEST_PASSPHRASE } as const;

let root: string;
let test: TestApp;
let storage: Child[];
let keychain: ScriptedKeychain;

function spawn(kind: ChildKind): Child {
  const child = createNodeSpawn(TESTED_CHILDREN)(kind);
  if (kind === 'storage') storage.push(child);
  return child;
}
async function start(name: string, options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  storage = [];
  test = await openTestApp(join(root, name), { spawnChild: spawn, keyStorage: keychain, ...options });
}
function isAlive({ pid }: Child): boolean {
  try {
    process.kill(pid!, 0);
    return true;
  } catch {
    return false;
  }
}
const state = async (): Promise<string> => value(await test.client.invoke('vault.state', {})).state;

beforeEach(async () => {
  root = await temporaryFolder();
  keychain = new ScriptedKeychain(randomBytes(32));
  await start('here');
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(root);
});

/** A computer without a vault, on which a backup of another one's was looked at. */
async function lookThere(options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  await createVault(test.client);
  value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-22', body: 'private' }));
  value(await test.client.invoke('backups.run', {}));
  const [name] = await readdir(join(root, 'here', 'backups'));
  const bytes = new Uint8Array(await readFile(join(root, 'here', 'backups', name!)));
  await test.app.close();
  await start('there', options);
  const uploadId = randomUUID();
  value(await test.client.invoke('backups.upload', { uploadId, name: name!, size: bytes.byteLength }));
  value(await test.client.invoke('backups.append', { uploadId, offset: 0, bytes }));
  value(await test.client.invoke('backups.look', { source: { type: 'uploaded', uploadId }, secret: SECRET }));
}

it.each(['suspend', 'screen-lock'] as const)(
  'closes a backup that was looked at on a computer without a vault (%s)',
  async (reason) => {
    await lookThere();
    await test.app.lock(reason);
    await expect.poll(() => storage.filter(isAlive)).toEqual([]);
    expect(await test.client.invoke('backups.take', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await test.client.invoke('entries.on-day', { day: '2026-11-22' })).toMatchObject({ ok: false });
    expect(await state()).toBe('absent');
  },
  60_000,
);

it('closes such a backup when nobody is there, and opens it where somebody takes it', async () => {
  await lookThere({ idleLockSeconds: 0.5 });
  await expect.poll(() => storage.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  await test.app.close();
  await start('here');
  value(await test.client.invoke('vault.unlock', SECRET));
  await test.app.close();
  root = join(root, 'again');
  await start('here');
  await lookThere();
  value(await test.client.invoke('backups.take', {}));
  expect(await state()).toBe('unlocked');
  await test.app.lock('suspend');
  expect(await state()).toBe('locked');
}, 60_000);

it('behind a storage process that died, a lock of the machine is a lock: the page, which still has the journal in its memory, hears of it', async () => {
  await createVault(test.client);
  const states: string[] = [];
  test.client.on('vault.state', ({ state: told, reason }) => states.push(`${told} ${reason}`));
  storage.at(-1)!.kill();
  await expect.poll(() => states).toEqual(['locked storage-stopped']);
  await test.app.lock('suspend');
  await test.app.lock('screen-lock');
  expect(states).toEqual(['locked storage-stopped', 'locked suspend']);
}, 30_000);

it('nobody being there is such a lock, too', async () => {
  await test.app.close();
  await start('here', { idleLockSeconds: 1 });
  const states: string[] = [];
  test.client.on('vault.state', ({ state: told, reason }) => states.push(`${told} ${reason}`));
  await createVault(test.client);
  storage.at(-1)!.kill();
  await expect.poll(() => states.at(-1), { timeout: 10_000 }).toBe('locked idle');
  expect(states).toContain('locked storage-stopped');
}, 30_000);

it.each(['person', 'suspend'] as const)(
  'a vault that was locked (%s) is not opened by a keychain that was asked before that',
  async (reason) => {
    await createVault(test.client);
    value(await test.client.invoke('vault.keychain-on', { passphrase: TEST_PASSPHRASE }));
    await test.app.lock('idle');
    // The system's own window stands open for a moment.
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const open = keychain.open.bind(keychain);
    keychain.open = async (sealed) => {
      asked.resolve();
      await answered.promise;
      return open(sealed);
    };
    const opening = test.client.invoke('vault.unlock-with-keychain', {});
    await asked.promise;
    if (reason === 'person') value(await test.client.invoke('vault.unlock', SECRET));
    await test.app.lock(reason);
    answered.resolve();
    expect(value(await opening).vault.state).toBe('locked');
    expect(await state()).toBe('locked');
    expect(keychain.secrets.every((secret) => secret.every((byte) => byte === 0))).toBe(true);
  },
  60_000,
);
