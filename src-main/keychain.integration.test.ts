/** The way in by the system's keychain, with the real processes: one that works, and every way in which one may not. */
import { randomBytes, randomUUID } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { KeychainState } from '../src-shared/contract/keychain.ts';
import type { VaultState } from '../src-shared/contract/vault.ts';
import { ScriptedKeychain, type KeychainMode } from './testing/scripted-keychain.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  value,
  type TestApp,
} from './testing/test-app.ts';

let folder: string;
let test: TestApp;
let keychain: ScriptedKeychain;
const slotPath = (): string => join(folder, 'keychain.json');

async function start(options: Parameters<typeof openTestApp>[1] = {}): Promise<void> {
  test = await openTestApp(folder, { keyStorage: keychain, keyStorageAnswersWithinMs: 200, ...options });
}
async function restart(): Promise<void> {
  await test.app.close();
  await start();
}
const stateOf = async (): Promise<VaultState> => value(await test.client.invoke('vault.state', {}));
const keychainOf = async (): Promise<KeychainState> => value(await test.client.invoke('vault.keychain', {}));
const press = async () => value(await test.client.invoke('vault.unlock-with-keychain', {}));
const turnOn = async () => value(await test.client.invoke('vault.keychain-on', { passphrase: TEST_PASSPHRASE }));
const byPassphrase = async () =>
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));

/** A vault that the keychain may open, made once: what costs here is Argon2id. */
let made: string;
const key = randomBytes(32);

beforeAll(async () => {
  made = await temporaryFolder();
  folder = made;
  keychain = new ScriptedKeychain(key);
  await start();
  await createVault(test.client);
  await turnOn();
  await test.app.close();
});
afterAll(() => removeFolder(made));

beforeEach(async () => {
  folder = await temporaryFolder();
  await cp(made, folder, { recursive: true });
  keychain = new ScriptedKeychain(key);
  await start();
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('opens the vault by one press, after it was turned on with the passphrase, and no other way', async () => {
  const calls = keychain.calls;
  expect(await keychainOf()).toEqual({ host: 'unasked', isOn: true, isResting: false, problem: null });
  expect((await stateOf()).state).toBe('locked');
  expect(keychain.calls).toBe(calls);
  expect((await press()).vault.state).toBe('unlocked');
  const id = randomUUID();
  const { day } = value(await test.client.invoke('app.today', {}));
  value(await test.client.invoke('entries.write', { id, day, body: 'By the pond' }));
  // A second press changes nothing; turning it off does.
  expect((await press()).vault.state).toBe('unlocked');
  expect(value(await test.client.invoke('vault.keychain-off', {}))).toMatchObject({ host: 'available', isOn: false });
  await expect(readFile(slotPath())).rejects.toMatchObject({ code: 'ENOENT' });

  const envelope = await readFile(join(folder, 'vault.json'), 'utf8');
  expect(await turnOn()).toEqual({ host: 'available', isOn: true, isResting: false, problem: null });
  // The envelope, which travels, knows nothing of it; and what was in main's hands was overwritten.
  expect(await readFile(join(folder, 'vault.json'), 'utf8')).toBe(envelope);
  expect(keychain.secrets).toHaveLength(3);
  for (const secret of keychain.secrets) expect([...new Set(secret)]).toEqual([0]);
  await restart();
  expect((await press()).vault.state).toBe('unlocked');
  expect(value(await test.client.invoke('entries.get', { id })).body).toBe('By the pond');

  value(await test.client.invoke('vault.keychain-off', {}));
  const wrong = await test.client.invoke('vault.keychain-on', { passphrase: 'a wrong passphrase' });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-secret', retryAfterMs: expect.any(Number) } });
  expect((await stateOf()).retryAfterMs).toBeGreaterThan(0);
  await restart();
  expect(await press()).toMatchObject({ vault: { state: 'locked' }, keychain: { isOn: false, problem: null } });
});

it('wants the passphrase once where the person locked it, over a restart too, and not where it locked itself', async () => {
  expect((await press()).vault.state).toBe('unlocked');
  await test.app.lock('idle');
  expect((await press()).vault.state).toBe('unlocked');
  await test.app.lock('suspend');
  expect((await press()).vault.state).toBe('unlocked');
  value(await test.client.invoke('vault.lock', {}));
  expect(await press()).toMatchObject({ vault: { state: 'locked' }, keychain: { isOn: true, isResting: true } });
  await restart();
  expect(await press()).toMatchObject({ vault: { state: 'locked' }, keychain: { isOn: true, isResting: true } });
  await byPassphrase();
  await test.app.lock('idle');
  expect((await press()).vault.state).toBe('unlocked');
});

it('lets the passphrase in whatever the keychain does, counts no try of the person’s, and goes on when it is well again', async () => {
  const kept = await readFile(slotPath(), 'utf8');
  const modes: readonly [KeychainMode, KeychainState['problem']][] = [
    ['gone', 'no-keychain'],
    ['plain-text', 'no-keychain'],
    ['hanging', 'no-answer'],
    ['refusing', 'refused'],
    ['rubbish', 'wrong-answer'],
    ['short', 'wrong-answer'],
    ['empty', 'wrong-answer'],
  ];
  for (const [mode, problem] of modes) {
    keychain.mode = mode;
    const answer = await press();
    expect(answer).toMatchObject({
      vault: { state: 'locked', retryAfterMs: 0 },
      keychain: { isOn: true, problem },
    });
    expect(await readFile(slotPath(), 'utf8')).toBe(kept);
  }
  // While one hangs, the passphrase need not wait for it.
  keychain.mode = 'hanging';
  const hanging = press();
  expect((await byPassphrase()).state).toBe('unlocked');
  await hanging;
  expect(await keychainOf()).toMatchObject({ host: 'no-answer', isOn: true, problem: 'no-answer' });
  await test.app.lock('idle');
  keychain.mode = 'well';
  expect(await press()).toMatchObject({ vault: { state: 'unlocked' }, keychain: { problem: null } });
  // A reset keychain, or another account's: it stays refused.
  await test.app.lock('idle');
  keychain.reset();
  expect((await press()).keychain).toMatchObject({ isOn: true, problem: 'refused' });
});

it('turns itself off, and says why, where what lies here of it can never work again', async () => {
  const kept = await readFile(slotPath(), 'utf8');
  const { slot, ...rest } = JSON.parse(kept) as { slot: Record<string, string> };
  const otherId = Buffer.alloc(16, 7).toString('base64');
  const spoilt: readonly [string, KeychainState['problem']][] = [
    [kept.slice(0, 60), 'broken'],
    ['', 'broken'],
    [JSON.stringify({ slot: { ...slot, wrapped: 'AAAA' }, ...rest }), 'broken'],
    [JSON.stringify({ slot: { ...slot, vaultId: otherId }, ...rest }), 'other-vault'],
    [JSON.stringify({ slot, ...rest, sealed: 'no base64 at all!' }), 'broken'],
  ];
  for (const [text, problem] of spoilt) {
    await writeFile(slotPath(), text);
    expect(await press()).toMatchObject({
      vault: { state: 'locked', retryAfterMs: 0 },
      keychain: { isOn: false, problem },
    });
    await expect.poll(() => readFile(slotPath(), 'utf8').catch(() => 'none')).toBe('none');
  }
  // A byte that was changed is an answer that does not fit: it cannot be told from a keychain that gives out rubbish.
  const flipped = Buffer.from(slot['wrapped']!, 'base64');
  flipped[3]! ^= 1;
  await writeFile(slotPath(), JSON.stringify({ slot: { ...slot, wrapped: flipped.toString('base64') }, ...rest }));
  expect((await press()).keychain).toMatchObject({ isOn: true, problem: 'wrong-answer' });
});

it('follows a renewed key, and a slot from before a renewal opens nothing', async () => {
  await press();
  const before = await readFile(slotPath(), 'utf8');
  const { recoveryKey } = value(await test.client.invoke('vault.renew-key', { passphrase: TEST_PASSPHRASE }));
  value(await test.client.invoke('vault.confirm-renewal', { recoveryKey }));
  expect(await readFile(slotPath(), 'utf8')).not.toBe(before);
  await test.app.lock('idle');
  expect((await press()).vault.state).toBe('unlocked');
  // Killed between the renewal and the new slot.
  await test.app.lock('idle');
  await writeFile(slotPath(), before);
  expect(await press()).toMatchObject({
    vault: { state: 'locked', retryAfterMs: 0 },
    keychain: { isOn: false, problem: 'renewed-key' },
  });
});
