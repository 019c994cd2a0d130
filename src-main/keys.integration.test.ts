/** A new recovery key, renewing the vault's key, tries that are killed, and forgetting a vault, with the real processes. */
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, watch } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { VaultProgress } from '../src-shared/contract/vault.ts';
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

const ENTRIES = 60;
const key = randomBytes(32);

/** A vault with entries, made once, which the keychain may open: that costs no Argon2id. */
let made: string;
let firstRecoveryKey: string;
let folder: string;
let test: TestApp;
let storage: Child[];
/** What main says to the storage process waits here while it is not null. */
let held: (() => void)[] | null;
let heldMethods: readonly string[] = [];

function recordingSpawn(kind: ChildKind): Child {
  const child = createNodeSpawn(TESTED_CHILDREN)(kind);
  if (kind !== 'storage') return child;
  storage.push(child);
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => {
      const { method } = message as { method?: string };
      if (held !== null && heldMethods.includes(method ?? '')) held.push(() => child.post(message));
      else child.post(message);
    },
    onMessage: (listener) => child.onMessage(listener),
    onExit: (listener) => child.onExit(listener),
    kill: () => child.kill(),
  };
}

async function start(options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  storage = [];
  held = null;
  test = await openTestApp(folder, { spawnChild: recordingSpawn, keyStorage: new ScriptedKeychain(key), ...options });
}
async function press(): Promise<void> {
  expect(value(await test.client.invoke('vault.unlock-with-keychain', {})).vault.state).toBe('unlocked');
}
const unlock = (method: 'passphrase' | 'recovery-key', secret: string) =>
  test.client.invoke('vault.unlock', { method, secret });
const entries = async (): Promise<number> =>
  value(await test.client.invoke('entries.timeline', { before: null, limit: 1 })).total;

beforeAll(async () => {
  made = await temporaryFolder();
  folder = made;
  await start();
  firstRecoveryKey = await createVault(test.client);
  for (let number = 0; number < ENTRIES; number += 1)
    value(await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-22', body: `entry ${number}` }));
  value(await test.client.invoke('vault.keychain-on', { passphrase: TEST_PASSPHRASE }));
  await test.app.close();
}, 120_000);
afterAll(() => removeFolder(made));

beforeEach(async () => {
  folder = await temporaryFolder();
  await cp(made, folder, { recursive: true });
  await start();
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('takes a new recovery key only when it was typed back; then the old one opens the vault no more', async () => {
  await press();
  const envelope = await readFile(join(folder, 'vault.json'), 'utf8');
  const passphrase = TEST_PASSPHRASE;
  const { recoveryKey } = value(await test.client.invoke('vault.new-recovery-key', { passphrase }));
  expect(recoveryKey).not.toBe(firstRecoveryKey);
  const mistyped = await test.client.invoke('vault.confirm-new-recovery-key', { recoveryKey: firstRecoveryKey });
  expect(mistyped).toEqual({ ok: false, error: { code: 'recovery-key-mismatch' } });
  expect(await readFile(join(folder, 'vault.json'), 'utf8')).toBe(envelope);
  value(await test.client.invoke('vault.confirm-new-recovery-key', { recoveryKey }));
  const again = await test.client.invoke('vault.confirm-new-recovery-key', { recoveryKey });
  expect(again).toEqual({ ok: false, error: { code: 'not-found' } });
  await test.app.close();
  // A change that was cut off between the two copies of the envelope: the next unlock brings the second up to the first.
  await writeFile(join(folder, 'vault.copy.json'), envelope);
  await start();
  value(await unlock('recovery-key', recoveryKey));
  expect(await readFile(join(folder, 'vault.copy.json'), 'utf8')).toBe(
    await readFile(join(folder, 'vault.json'), 'utf8'),
  );
  await test.app.lock('idle');
  expect(await unlock('recovery-key', firstRecoveryKey)).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
});

it('counts a try whose process is killed over it, and the wrong ones of every question together', async () => {
  await test.app.close();
  // Long enough behind earlier ones: the next delay outlasts what follows on a slow machine.
  await writeFile(join(folder, 'unlock-attempts.json'), JSON.stringify({ failures: 5, lastFailureAt: 0 }));
  await start();
  const trying = unlock('passphrase', 'a wrong passphrase');
  await expect.poll(() => storage.length).toBe(1);
  await expect
    .poll(() => readFile(join(folder, 'unlock-attempts.json'), 'utf8').catch(() => ''))
    .toContain('"failures":6');
  process.kill(storage[0]!.pid!, 'SIGKILL');
  expect(await trying).toMatchObject({ ok: false, error: { code: 'storage-stopped' } });
  expect(value(await test.client.invoke('vault.state', {})).retryAfterMs).toBeGreaterThan(0);
  expect(await unlock('passphrase', TEST_PASSPHRASE)).toMatchObject({ ok: false, error: { code: 'try-later' } });
  // The keychain guesses nothing: it neither waits nor forgives.
  await press();
  const passphrase = TEST_PASSPHRASE;
  for (const refused of [
    await test.client.invoke('vault.change-passphrase', { current: passphrase, next: 'another passphrase' }),
    await test.client.invoke('vault.new-recovery-key', { passphrase }),
    await test.client.invoke('vault.renew-key', { passphrase }),
    await test.client.invoke('vault.keychain-on', { passphrase }),
    await test.client.invoke('vault.forget', { passphrase, removeBackups: false }),
  ])
    expect(refused).toMatchObject({ ok: false, error: { code: 'try-later' } });
  await test.app.close();
  await start({ clock: { offset: 60_000, zone: null } });
  await press();
  const wrong = await test.client.invoke('vault.forget', { passphrase: 'wrong again', removeBackups: true });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
  expect(value(await test.client.invoke('vault.state', {})).retryAfterMs).toBeGreaterThan(1000);
  expect(await entries()).toBe(ENTRIES);
});

async function prepareRenewal(): Promise<string> {
  await press();
  return value(await test.client.invoke('vault.renew-key', { passphrase: TEST_PASSPHRASE })).recoveryKey;
}
const confirm = (recoveryKey: string) => test.client.invoke('vault.confirm-renewal', { recoveryKey });
const halves = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.startsWith('vault.reseal'));

it('stops a renewal where that is wanted, and does not lock itself over one that takes long', async () => {
  await test.app.close();
  // Longer than a busy machine keeps the hand of somebody away.
  await start({ idleLockSeconds: 1 });
  const states: string[] = [];
  test.client.on('vault.state', ({ state }) => states.push(state));
  const somebody = setInterval(() => void test.client.invoke('app.activity', {}), 100);
  const recoveryKey = await prepareRenewal();

  held = [];
  heldMethods = ['confirm-renewal', 'cancel-resealing'];
  const stopped = confirm(recoveryKey);
  await expect.poll(() => held?.length).toBe(1);
  const cancelling = test.client.invoke('vault.cancel-renewal', {});
  await expect.poll(() => held?.length).toBe(2);
  // One right behind the other: on a busy machine so small a vault may be sealed anew before anybody comes to say stop.
  for (const release of held) release();
  value(await cancelling);
  expect(await stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await halves()).toEqual([]);
  expect(await entries()).toBe(ENTRIES);

  // The same one can be confirmed again. Nobody touches anything for longer than the idle time while it is at work.
  held = [];
  const progress: VaultProgress[] = [];
  test.client.on('vault.progress', (told) => progress.push(told));
  const confirming = confirm(recoveryKey);
  await expect.poll(() => held?.length).toBe(1);
  clearInterval(somebody);
  const since = performance.now();
  await expect.poll(() => performance.now() - since, { timeout: 5000 }).toBeGreaterThan(1800);
  expect(states.at(-1)).toBe('unlocked');
  held[0]!();
  expect(await confirming).toEqual({ ok: true, value: {} });
  const { done, total } = progress.at(-1)!;
  expect(progress.length).toBeGreaterThan(1);
  expect(done).toBe(total);
  // With its end the idle time begins.
  await expect.poll(() => states.at(-1)).toBe('locked');
});

it('lets go of a renewal that was prepared and is not wanted', async () => {
  const recoveryKey = await prepareRenewal();
  value(await test.client.invoke('vault.cancel-renewal', {}));
  expect(await confirm(recoveryKey)).toEqual({ ok: false, error: { code: 'not-found' } });
  expect(await entries()).toBe(ENTRIES);
});

it('has one whole vault wherever a renewal was killed', async () => {
  const moments: readonly ((kill: () => void) => () => void)[] = [
    (kill) => test.client.on('vault.progress', kill),
    // The new file is whole; the envelope is about to be replaced, or was.
    (kill) => {
      const watcher = watch(folder, (_, name) => {
        if (name === 'vault.resealed.db') kill();
      });
      return () => watcher.close();
    },
  ];
  for (const at of moments) {
    const recoveryKey = await prepareRenewal();
    const pid = storage.at(-1)!.pid!;
    const ended = at(() => process.kill(pid, 'SIGKILL'));
    expect(await confirm(recoveryKey)).toEqual({ ok: false, error: { code: 'storage-stopped' } });
    ended();
    const { vault, keychain } = value(await test.client.invoke('vault.unlock-with-keychain', {}));
    // Behind the envelope the keychain's slot is of the key before, and it says so; the passphrase is the same under both.
    expect([vault.state, keychain.problem]).toEqual(
      vault.state === 'unlocked' ? ['unlocked', null] : ['locked', 'renewed-key'],
    );
    if (vault.state !== 'unlocked') value(await unlock('passphrase', TEST_PASSPHRASE));
    expect(await entries()).toBe(ENTRIES);
    expect(await halves()).toEqual([]);
    await test.app.lock('idle');
  }
});

it('says that the disk is full, keeps the old key, and renews when there is room', async (context) => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    process.stdout.write('skipped: disk full during a renewal (needs root on Linux to mount a small tmpfs)\n');
    context.skip('needs root on Linux to mount a small tmpfs');
  }
  await test.app.close();
  const whole = folder;
  folder = join(whole, 'small');
  await mkdir(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    folder = whole;
    await start();
    const reason = `a tmpfs cannot be mounted here: ${String((error as { stderr?: unknown }).stderr).trim()}`;
    process.stdout.write(`skipped: disk full during a renewal (${reason})\n`);
    context.skip(reason);
  }
  try {
    await cp(made, folder, { recursive: true });
    await start();
    const recoveryKey = await prepareRenewal();
    await writeFile(join(folder, 'filler'), Buffer.alloc(32 * 1024 * 1024)).catch(() => {});
    expect(await confirm(recoveryKey)).toEqual({ ok: false, error: { code: 'disk-full' } });
    expect(await entries()).toBe(ENTRIES);
    expect(await halves()).toEqual([]);
    await rm(join(folder, 'filler'));
    expect(await confirm(recoveryKey)).toEqual({ ok: true, value: {} });
    await test.app.lock('idle');
    await press();
    expect(await entries()).toBe(ENTRIES);
    await test.app.close();
  } finally {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' });
    folder = whole;
    await start();
  }
});

it('forgets the vault: says what would be lost, leaves nothing of it but what was to be kept, and a new one can be made', async () => {
  await press();
  value(await test.client.invoke('app.change-settings', { theme: 'dark' }));
  value(await test.client.invoke('backups.run', {}));
  const look = value(await test.client.invoke('vault.forget-look', {}));
  expect(look).toMatchObject({ folder, sync: null, outside: null });
  expect(look.records).toBeGreaterThanOrEqual(ENTRIES);
  expect(look.backups).toBeGreaterThanOrEqual(1);
  const progress: VaultProgress[] = [];
  test.client.on('vault.progress', (told) => progress.push(told));
  const { pid } = storage.at(-1)!;
  const { keptBackups } = value(
    await test.client.invoke('vault.forget', { passphrase: TEST_PASSPHRASE, removeBackups: false }),
  );
  expect(value(await test.client.invoke('vault.state', {}))).toEqual({
    state: 'absent',
    reason: 'forgotten',
    retryAfterMs: 0,
    keptBackups,
  });
  expect(progress.at(-1)).toMatchObject({ work: 'forget', done: progress.at(-1)!.total });
  await expect.poll(() => isAlive(pid!)).toBe(false);
  expect(
    (await readdir(folder)).filter((name) => !/^(logs|owner\.json|updates\.json|profile\.lock.*)$/u.test(name)),
  ).toEqual(['kept-backups']);
  expect((await readdir(keptBackups!)).length).toBe(look.backups);
  expect(value(await test.client.invoke('app.info', {})).settings.theme).toBe('system');
  expect(value(await test.client.invoke('vault.keychain', {}))).toMatchObject({ isOn: false, problem: null });
  for (const channel of ['vault.forget-look', 'vault.keychain-off'] as const)
    expect(await test.client.invoke(channel, {})).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
  // What is kept is a backup of the vault that was, and nothing that the next one takes for its own.
  await createVault(test.client);
  expect(await entries()).toBe(0);
  expect(value(await test.client.invoke('backups.state', {})).backups.length).toBeLessThanOrEqual(1);
});

it('ends what an earlier run began to forget before it does anything else, and says so where it cannot', async () => {
  await test.app.close();
  // In the way of what is to be removed there: nothing that could be, whoever runs this.
  await writeFile(join(folder, 'kept-backups'), '');
  await writeFile(join(folder, 'forget.json'), JSON.stringify({ keptAs: 'one' }));
  await mkdir(join(folder, 'backups'), { recursive: true });
  await expect(openTestApp(folder)).rejects.toThrow(/could not remove backups.*start again/u);
  expect(existsSync(join(folder, 'vault.json'))).toBe(false);
  await rm(join(folder, 'kept-backups'));
  await start();
  expect(value(await test.client.invoke('vault.state', {})).state).toBe('absent');
  expect(existsSync(join(folder, 'forget.json'))).toBe(false);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
