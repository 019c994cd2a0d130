/** Forgetting a vault beside everything else that the app is asked for, with the real processes. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VaultState } from '../src-shared/contract/vault.ts';
import type { Result } from '../src-shared/result.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import type { Child, ChildKind } from './processes/child.ts';
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

const NEXT = 'another passphrase entirely';
const NOT_REMOVED = { ok: false, error: { code: 'not-removed' } };

let folder: string;
let test: TestApp;
let storage: Child[];

function spawn(kind: ChildKind): Child {
  const child = createNodeSpawn(TESTED_CHILDREN)(kind);
  if (kind === 'storage') storage.push(child);
  return child;
}
async function start(): Promise<void> {
  storage = [];
  test = await openTestApp(folder, { spawnChild: spawn });
}
function isAlive({ pid }: Child): boolean {
  try {
    process.kill(pid!, 0);
    return true;
  } catch {
    return false;
  }
}
const state = async (): Promise<VaultState> => value(await test.client.invoke('vault.state', {}));
const forget = (removeBackups: boolean) =>
  test.client.invoke('vault.forget', { passphrase: TEST_PASSPHRASE, removeBackups });

beforeEach(async () => {
  folder = await temporaryFolder();
  await start();
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('lets no vault be made or brought here while a forgotten one is still to go, and sweeps none that comes behind it', async () => {
  await createVault(test.client);
  value(await test.client.invoke('backups.run', {}));
  const [name] = await readdir(join(folder, 'backups'));
  const backup = await readFile(join(folder, 'backups', name!));
  // As on Windows, where a virus scanner has a file open: something cannot be moved.
  await writeFile(join(folder, 'kept-backups'), '');
  expect(await forget(false)).toMatchObject(NOT_REMOVED);
  expect(await state()).toMatchObject({ state: 'absent', reason: 'not-removed' });
  for (const asked of [
    test.client.invoke('vault.create', { passphrase: NEXT }),
    test.client.invoke('vault.confirm-recovery-key', { recoveryKey: 'any' }),
    test.client.invoke('vault.join', { url: 'http://127.0.0.1:9', token: 't', method: 'passphrase', secret: NEXT }),
    test.client.invoke('backups.upload', { uploadId: randomUUID(), name: name!, size: backup.byteLength }),
    test.client.invoke('backups.look', {
      source: { type: 'kept', name: name! },
      secret: { method: 'passphrase', secret: TEST_PASSPHRASE },
    }),
    test.client.invoke('backups.take', {}),
  ])
    expect(await asked).toMatchObject(NOT_REMOVED);
  expect(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE })).toMatchObject({
    ok: false,
    error: { code: 'vault-absent' },
  });
  expect(existsSync(join(folder, 'forget.json'))).toBe(true);

  // Once it can be removed, it is: in the same run, before the new vault comes.
  await rm(join(folder, 'kept-backups'));
  const { recoveryKey } = value(await test.client.invoke('vault.create', { passphrase: NEXT }));
  expect(existsSync(join(folder, 'forget.json'))).toBe(false);
  const told = await state();
  expect(told).toMatchObject({ state: 'absent', reason: 'forgotten' });
  expect(await readdir(told.keptBackups!)).toEqual([name]);
  value(await test.client.invoke('vault.confirm-recovery-key', { recoveryKey }));
  value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-22', body: 'acknowledged' }));
  await test.app.close();
  await start();
  expect(await state()).toMatchObject({ state: 'locked', reason: 'start' });
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: NEXT }));
  expect(value(await test.client.invoke('entries.timeline', { before: null, limit: 1 })).total).toBe(1);
}, 60_000);

it('says from its first moment on that there is no vault, and refuses whatever asks for one meanwhile', async () => {
  await createVault(test.client);
  value(await test.client.invoke('backups.run', {}));
  const capture = clientOf(test.app, 'capture');
  const states: string[] = [];
  test.client.on('vault.state', (told) => states.push(`${told.state} ${told.reason}`));
  const during: Promise<Result<unknown>>[] = [];
  const statesDuring = new Set<string>();
  test.client.on('vault.progress', () => {
    statesDuring.add(states.at(-1)!);
    during.push(
      capture.invoke('capture.write', { id: randomUUID(), text: 'in passing', mood: null }),
      test.client.invoke('entries.timeline', { before: null, limit: 1 }),
      test.client.invoke('vault.change-passphrase', { current: TEST_PASSPHRASE, next: NEXT }),
      test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }),
    );
  });
  expect(value(await forget(true))).toEqual({ keptBackups: null });
  const codes = (await Promise.all(during)).map((result) => (result.ok ? 'ok' : result.error.code));
  expect(new Set(codes)).toEqual(new Set(['vault-absent', 'vault-locked']));
  expect([...statesDuring]).toEqual(['absent forgetting']);
  expect(states).toEqual(['absent forgetting', 'absent forgotten']);
  expect(await state()).toEqual({ state: 'absent', reason: 'forgotten', retryAfterMs: 0 });
  // Nothing has started a second process, nor brought an envelope back out of a backup.
  expect(storage).toHaveLength(1);
  await expect.poll(() => storage.filter(isAlive)).toEqual([]);
  expect(existsSync(join(folder, 'vault.json'))).toBe(false);
  expect(existsSync(join(folder, 'inbox'))).toBe(false);
}, 60_000);
