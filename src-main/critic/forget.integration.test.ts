/** Issue 7, seams: forgetting a vault beside everything else. Each test fails as long as its defect is there. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNodeSpawn } from '../browser-host/node-child.ts';
import type { Child, ChildKind } from '../processes/child.ts';
import { ScriptedKeychain } from '../testing/scripted-keychain.ts';
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
} from '../testing/test-app.ts';

let folder: string;
let test: TestApp;
let storage: Child[];

function spawn(kind: ChildKind): Child {
  const child = createNodeSpawn(TESTED_CHILDREN)(kind);
  if (kind === 'storage') storage.push(child);
  return child;
}
async function start(options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  storage = [];
  test = await openTestApp(folder, { spawnChild: spawn, ...options });
}
function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid!, 0);
    return true;
  } catch {
    return false;
  }
}

beforeEach(async () => {
  folder = await temporaryFolder();
  await start();
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('F1: a vault that is made behind a forgetting that did not come to its end is not swept away by the next start', async () => {
  await createVault(test.client);
  value(await test.client.invoke('backups.run', {}));
  // What Windows does when a virus scanner has a file open: the forgetting stays behind with its marker.
  await writeFile(join(folder, 'kept-backups'), '');
  const forgotten = await test.client.invoke('vault.forget', { passphrase: TEST_PASSPHRASE, removeBackups: false });
  expect(forgotten).toMatchObject({ ok: false, error: { code: 'not-removed' } });
  // The app says that there is no vault, and lets the person begin a new one.
  const { recoveryKey } = value(
    await test.client.invoke('vault.create', { passphrase: 'another passphrase entirely' }),
  );
  const made = await test.client.invoke('vault.confirm-recovery-key', { recoveryKey });
  // Either it refuses here, or what is written from here on is never lost.
  if (made.ok) {
    value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-22', body: 'acknowledged' }));
    await test.app.close();
    await rm(join(folder, 'kept-backups'));
    await start();
    expect(value(await test.client.invoke('vault.state', {})).state).toBe('locked');
    expect(existsSync(join(folder, 'vault.db'))).toBe(true);
  }
}, 60_000);

it('F2: while a vault is being forgotten nothing starts another storage process, and none is left behind', async () => {
  await createVault(test.client);
  const capture = clientOf(test.app, 'capture');
  const during: Promise<unknown>[] = [];
  test.client.on('vault.progress', ({ done }) => {
    if (done !== 1) return;
    during.push(capture.invoke('capture.write', { id: randomUUID(), text: 'in passing', mood: null }));
  });
  value(await test.client.invoke('vault.forget', { passphrase: TEST_PASSPHRASE, removeBackups: true }));
  await Promise.allSettled(during);
  expect(storage).toHaveLength(1);
  expect(storage.filter(({ pid }) => isAlive(pid))).toEqual([]);
}, 60_000);

it('F3: a vault’s envelope is not brought back out of a backup while the vault is being forgotten', async () => {
  await createVault(test.client);
  value(await test.client.invoke('backups.run', {}));
  const during: Promise<unknown>[] = [];
  let seen = 0;
  test.client.on('vault.progress', () => {
    seen += 1;
    // Behind the keys; a slow disk in the place of a fast one.
    if (seen === 6) {
      during.push(
        test.client.invoke('vault.change-passphrase', {
          current: TEST_PASSPHRASE,
          next: 'another passphrase entirely',
        }),
      );
    }
    if (seen >= 6 && seen < 17) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  });
  value(await test.client.invoke('vault.forget', { passphrase: TEST_PASSPHRASE, removeBackups: true }));
  await Promise.allSettled(during);
  expect(existsSync(join(folder, 'vault.json'))).toBe(false);
}, 60_000);

it('F4: a vault that was locked by hand is not opened by a keychain that was asked before that', async () => {
  await test.app.close();
  const keychain = new ScriptedKeychain(randomBytes(32));
  await start({ keyStorage: keychain });
  await createVault(test.client);
  value(await test.client.invoke('vault.keychain-on', { passphrase: TEST_PASSPHRASE }));
  await test.app.lock('idle');
  // The system's own window stands open for a moment.
  const answered = Promise.withResolvers<void>();
  const open = keychain.open.bind(keychain);
  keychain.open = async (sealed) => {
    await answered.promise;
    return open(sealed);
  };
  const asked = test.client.invoke('vault.unlock-with-keychain', {});
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
  value(await test.client.invoke('vault.lock', {}));
  answered.resolve();
  await asked;
  expect(value(await test.client.invoke('vault.state', {})).state).toBe('locked');
}, 60_000);
