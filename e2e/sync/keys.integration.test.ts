/** Two devices that change the ways into their vault without knowing of each other, and one whose keychain has to follow a key that the other renewed. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ScriptedKeychain } from '../../src-main/testing/scripted-keychain.ts';
import { createVault, TEST_PASSPHRASE, value } from '../../src-main/testing/test-app.ts';
import { TOKEN, Workbench, type Device } from './two-devices.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.make();
});
afterEach(() => bench.close());

async function opens(device: Device, method: 'passphrase' | 'recovery-key', secret: string): Promise<boolean> {
  await device.app.lock('idle');
  return (await device.client.invoke('vault.unlock', { method, secret })).ok;
}

// Fifteen times Argon2id, on whatever machine this is.
it('lets nobody be locked out by changes made at once, and a keychain follow a key that was renewed elsewhere', async () => {
  const server = await bench.server();
  const a = await bench.device('a');
  const keychain = new ScriptedKeychain();
  const b = await bench.device('b', { keyStorage: keychain });
  await createVault(a.client);
  await a.connect(server.url);
  await a.sync();
  const join = { url: server.url, token: TOKEN, method: 'passphrase', secret: TEST_PASSPHRASE } as const;
  value(await b.client.invoke('vault.join', join));
  value(await b.client.invoke('vault.keychain-on', { passphrase: TEST_PASSPHRASE }));

  const next = 'another passphrase, on one device';
  value(await a.client.invoke('vault.change-passphrase', { current: TEST_PASSPHRASE, next }));
  const { recoveryKey } = value(await b.client.invoke('vault.new-recovery-key', { passphrase: TEST_PASSPHRASE }));
  value(await b.client.invoke('vault.confirm-new-recovery-key', { recoveryKey }));
  // Whoever comes second brings both together, and the first one hears of it.
  for (const device of [a, b, a]) expect(await device.sync()).toMatchObject({ problem: null });
  expect(await opens(a, 'recovery-key', recoveryKey)).toBe(true);
  expect(await opens(b, 'passphrase', next)).toBe(true);
  expect((await b.status()).notices.passphraseChanged).toBe(true);
  // Another device's word changes nothing for the keychain here: the vault's key is the same.
  await b.app.lock('idle');
  expect(value(await b.client.invoke('vault.unlock-with-keychain', {})).vault.state).toBe('unlocked');

  const renewed = value(await a.client.invoke('vault.renew-key', { passphrase: next }));
  value(await a.client.invoke('vault.confirm-renewal', { recoveryKey: renewed.recoveryKey }));
  await a.sync();
  expect(await b.sync()).toMatchObject({ state: 'needs-you', problem: 'renewed-key' });
  value(await b.client.invoke('vault.adopt-key', { method: 'recovery-key', secret: renewed.recoveryKey }));
  await b.app.lock('idle');
  expect(value(await b.client.invoke('vault.unlock-with-keychain', {}))).toMatchObject({
    vault: { state: 'unlocked' },
    keychain: { isOn: true, problem: null },
  });
  // What was replaced before the renewal is a way in nowhere.
  expect(await opens(b, 'recovery-key', recoveryKey)).toBe(false);
}, 120_000);
