import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../src-shared/result.ts';
import { DeviceSlotFile } from '../profile/device-slot-file.ts';
import { KeychainSession } from '../session/keychain-session.ts';
import { ScriptedKeychain } from '../testing/scripted-keychain.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));
const slot = (name: string) => ({ slot: { name }, secret: new Uint8Array(randomBytes(32)) });

it('F6: locked by hand while the key is renewed, the keychain rests over a restart too', async () => {
  const keyStorage = new ScriptedKeychain();
  const options = { file: new DeviceSlotFile(folder), keyStorage, log: () => {} };
  const session = new KeychainSession(options);
  await session.turnOn(async () => ok(slot('one')));
  // The lock; behind it comes the answer of the renewal, which was in the storage process's queue before its end.
  await session.rest();
  await session.rewrap(slot('two'));
  expect(await session.open()).toBeNull();
  expect(await new KeychainSession(options).open()).toBeNull();
});

it('F7: a lock by hand, and the passphrase behind it, do not wait for a keychain that hangs', async () => {
  const keyStorage = new ScriptedKeychain();
  const session = new KeychainSession({
    file: new DeviceSlotFile(folder),
    keyStorage,
    log: () => {},
    answersWithinMs: 3000,
  });
  await session.turnOn(async () => ok(slot('one')));
  // It says that it is there, and then asks the person something that nobody answers.
  keyStorage.seal = () => new Promise(() => {});
  const turning = session.turnOn(async () => ok(slot('two')));
  await new Promise((settle) => setImmediate(settle));
  let isAwake = false;
  void session.wake().then(() => (isAwake = true));
  await new Promise((settle) => setTimeout(settle, 1000));
  // vault-session.ts awaits this before it says that the vault is open.
  expect(isAwake).toBe(true);
  await turning;
});
