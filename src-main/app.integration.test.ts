import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActionsState } from '../src-shared/contract/app.ts';
import type { VaultState } from '../src-shared/contract/vault.ts';
import type { Child, ChildKind } from './processes/child.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
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

/** The real processes, and a hand on each of them. */
function recordingSpawn() {
  const spawn = createNodeSpawn(TESTED_CHILDREN);
  const storage: Child[] = [];
  return {
    storage,
    spawnChild: (kind: ChildKind) => {
      const child = spawn(kind);
      if (kind === 'storage') storage.push(child);
      return child;
    },
  };
}

function alive(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stateOf(test: TestApp): Promise<VaultState> {
  return value(await test.client.invoke('vault.state', {}));
}

describe('the application with its processes', () => {
  let folder: string;
  let test: TestApp;
  let spawned: ReturnType<typeof recordingSpawn>;

  const start = async (options: Parameters<typeof openTestApp>[1] = {}): Promise<void> => {
    spawned = recordingSpawn();
    test = await openTestApp(folder, { spawnChild: spawned.spawnChild, ...options });
  };

  beforeEach(async () => {
    folder = await temporaryFolder();
    await start();
  });

  afterEach(async () => {
    await test.app.close();
    await removeFolder(folder);
  });

  it('hears which actions the page has, by their names and nothing else', async () => {
    const heard: ActionsState[] = [];
    const end = test.app.onActionsState((state) => heard.push(state));
    const state: ActionsState = { available: ['new-entry', 'lock'], checked: ['theme-dark'] };
    value(await test.client.invoke('app.actions-state', state));
    const titled = { available: ['A walk to the weir'], checked: [] } as unknown as ActionsState;
    expect(await test.client.invoke('app.actions-state', titled)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
    const more = { ...state, title: 'A walk' } as ActionsState;
    expect(await test.client.invoke('app.actions-state', more)).toMatchObject({ ok: false });
    end();
    value(await test.client.invoke('app.actions-state', state));
    expect(heard).toEqual([state]);
  });

  it('keeps what was written over lock, unlock and restart', async () => {
    await createVault(test.client);
    const id = randomUUID();
    const { day } = value(await test.client.invoke('app.today', {}));
    const saved = value(await test.client.invoke('entries.write', { id, day, body: 'First frost. #garden', mood: 4 }));
    expect(saved.tags).toEqual(['garden']);

    value(await test.client.invoke('vault.lock', {}));
    expect(await test.client.invoke('entries.on-day', { day })).toEqual({ ok: false, error: { code: 'vault-locked' } });
    value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    expect(value(await test.client.invoke('entries.on-day', { day })).entries).toEqual([saved]);

    await test.app.close();
    await start();
    expect((await stateOf(test)).state).toBe('locked');
    value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    expect(value(await test.client.invoke('entries.get', { id }))).toEqual(saved);
  });

  it('writes nothing of a vault to the disk before its recovery key was typed back', async () => {
    const { recoveryKey } = value(await test.client.invoke('vault.create', { passphrase: TEST_PASSPHRASE }));
    const names = await readdir(folder);
    expect(names.filter((name) => name.startsWith('vault'))).toEqual([]);
    const wrong = recoveryKey.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(await test.client.invoke('vault.confirm-recovery-key', { recoveryKey: wrong })).toEqual({
      ok: false,
      error: { code: 'recovery-key-mismatch' },
    });
    expect((await stateOf(test)).state).toBe('absent');
    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ');
    expect(value(await test.client.invoke('vault.confirm-recovery-key', { recoveryKey: typed })).state).toBe(
      'unlocked',
    );
  });

  it('takes up a first start that was cut off at any of its steps', async () => {
    await createVault(test.client);
    await test.app.close();
    // Cut off between the envelope and the rename behind it: the vault exists, and unlocking finishes it.
    await rename(join(folder, 'vault.db'), join(folder, 'vault.new.db'));
    await start();
    value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    await test.app.close();
    // Cut off before the envelope: there was never a vault, and making one is still the first thing to do.
    await rename(join(folder, 'vault.db'), join(folder, 'vault.new.db'));
    for (const name of ['vault.json', 'vault.copy.json']) await rm(join(folder, name));
    await rm(join(folder, 'backups'), { recursive: true, force: true });
    await start();
    expect((await stateOf(test)).state).toBe('absent');
    await createVault(test.client);
    expect((await stateOf(test)).state).toBe('unlocked');
  });

  it('opens by the recovery key, and by no other', async () => {
    const recoveryKey = await createVault(test.client);
    value(await test.client.invoke('vault.lock', {}));
    const other = '0000-0000-0000-0000-0000-0000-0000';
    const refused = await test.client.invoke('vault.unlock', { method: 'recovery-key', secret: other });
    expect(refused).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
    await test.app.close();
    // A clock that stands a minute later: the delay behind the wrong try is over.
    await start({ clock: { offset: 60_000, zone: null } });
    expect(value(await test.client.invoke('vault.unlock', { method: 'recovery-key', secret: recoveryKey })).state).toBe(
      'unlocked',
    );
  });

  it('makes wrong tries wait, longer each time, also over a restart', async () => {
    await createVault(test.client);
    value(await test.client.invoke('vault.lock', {}));
    const first = await test.client.invoke('vault.unlock', { method: 'passphrase', secret: 'wrong passphrase' });
    expect(first).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
    expect((await stateOf(test)).retryAfterMs).toBeGreaterThan(0);
    await test.app.close();
    await start();
    // The right passphrase, too early, is not even tried.
    const early = await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
    expect(early).toMatchObject({ ok: false, error: { code: 'try-later' } });
    await test.app.close();
    await start({ clock: { offset: 60_000, zone: null } });
    const second = await test.client.invoke('vault.unlock', { method: 'passphrase', secret: 'wrong passphrase' });
    expect(second.ok ? 0 : second.error.retryAfterMs).toBeGreaterThan(1500);
  });

  it('ends the storage process when the vault is locked', async () => {
    await createVault(test.client);
    const pid = spawned.storage[0]?.pid;
    expect(alive(pid)).toBe(true);
    value(await test.client.invoke('vault.lock', {}));
    await expect.poll(() => alive(pid)).toBe(false);
  });

  it('survives the death of the storage process: says so, keeps every answered write, opens again', async () => {
    await createVault(test.client);
    const { day } = value(await test.client.invoke('app.today', {}));
    const id = randomUUID();
    const states: VaultState[] = [];
    test.client.on('vault.state', (state) => states.push(state));
    let acknowledged = '';
    const answers: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const body = `${acknowledged}line ${round}\n`;
      const write = test.client.invoke('entries.write', { id, day, body });
      if (round === 15) process.kill(spawned.storage.at(-1)!.pid!, 'SIGKILL');
      const result = await write;
      answers.push(result.ok ? 'ok' : result.error.code);
      if (!result.ok) break;
      acknowledged = body;
    }
    // Killed while the write was under way: it was answered before, or it was not answered.
    expect(['ok', 'storage-stopped']).toContain(answers.at(-1));
    expect(answers.length).toBeGreaterThan(15);
    await expect.poll(() => states.at(-1)).toMatchObject({ state: 'locked', reason: 'storage-stopped' });
    value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
    const entry = value(await test.client.invoke('entries.get', { id }));
    expect(entry.body.startsWith(acknowledged)).toBe(true);
  });

  it('locks by itself when nobody does anything', async () => {
    await test.app.close();
    await start({ idleLockSeconds: 0.05 });
    const states: VaultState[] = [];
    test.client.on('vault.state', (state) => states.push(state));
    await createVault(test.client);
    await expect.poll(() => states.at(-1)).toMatchObject({ state: 'locked', reason: 'idle' });
  });

  it('refuses a second owner of the same profile, and takes one when the first has gone', async () => {
    await expect(openTestApp(folder)).rejects.toThrow(/already open/);
    await test.app.close();
    await start();
    expect((await stateOf(test)).state).toBe('absent');
  });

  it('leaves no word of what was written in any file of the profile', async () => {
    const recoveryKey = await createVault(test.client);
    const { day } = value(await test.client.invoke('app.today', {}));
    const sentence = 'zwetschgenknoedel im november';
    value(await test.client.invoke('entries.write', { id: randomUUID(), day, body: `${sentence} `.repeat(200) }));
    value(
      await test.client.invoke('habits.create', {
        id: randomUUID(),
        name: 'kaltschwimmen',
        question: '',
        schedule: { type: 'daily' },
        startDay: day,
      }),
    );
    value(await test.client.invoke('entries.search', { query: 'zwetschgenknoedel', limit: 5 }));
    const needles = [sentence, 'zwetschgenknoedel', 'kaltschwimmen', TEST_PASSPHRASE, recoveryKey];
    let files = 0;
    const shared: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      files += 1;
      const content = await readFile(join(entry.parentPath, entry.name));
      const { mode } = await stat(join(entry.parentPath, entry.name));
      if (process.platform !== 'win32') shared.push(...((mode & 0o077) === 0 ? [] : [entry.name]));
      for (const needle of needles) {
        expect(content.includes(needle), `${needle} in ${entry.name}`).toBe(false);
        expect(content.includes(Buffer.from(needle, 'utf16le')), `${needle} (UTF-16) in ${entry.name}`).toBe(false);
      }
    }
    expect(files).toBeGreaterThan(3);
    expect(shared, 'files that others on this computer may read').toEqual([]);
  });
});

describe('settings', () => {
  it('that are changed at once, by the page and by what the vault says of the day, are all in the file', async () => {
    const folder = await temporaryFolder();
    // Half past one at night.
    const clock = { offset: Date.parse('2026-11-23T00:30:00Z') - Date.now(), zone: 'Europe/Vienna' };
    const test = await openTestApp(folder, { clock });
    await createVault(test.client);
    value(await test.client.invoke('preferences.change', { dayEndsAt: 180 }));
    const [, today] = await Promise.all([
      test.client.invoke('app.change-settings', { theme: 'dark' }),
      test.client.invoke('app.today', {}),
      test.client.invoke('app.change-settings', { font: 'sans' }),
    ]);
    expect(value(today)).toMatchObject({ day: '2026-11-22', nextDayAt: '2026-11-23T02:00:00.000Z' });
    const written = JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8')) as unknown;
    expect(written).toMatchObject({ theme: 'dark', font: 'sans', dayEndsAt: 180 });
    await test.app.close();
    await removeFolder(folder);
  });
});
