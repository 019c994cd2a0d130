import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../src-shared/result.ts';
import type { LogEvent, LogFields } from '../log.ts';
import { DeviceSlotFile, type KeptDeviceSlot } from '../profile/device-slot-file.ts';
import type { WireDeviceSlot } from '../storage/protocol.ts';
import { ScriptedKeychain } from '../testing/scripted-keychain.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { KeychainSession } from './keychain-session.ts';

let folder: string;
let keychain: ScriptedKeychain;
let session: KeychainSession;
let logged: [LogEvent, LogFields | undefined][];
const slotNamed = (name: string): WireDeviceSlot => ({ slot: { name }, secret: new Uint8Array(randomBytes(32)) });
const file = (): DeviceSlotFile => new DeviceSlotFile(folder);
const turnOn = (name: string) => session.turnOn(async () => ok(slotNamed(name)));

beforeEach(async () => {
  folder = await temporaryFolder();
  keychain = new ScriptedKeychain();
  logged = [];
  session = new KeychainSession({
    file: file(),
    keyStorage: keychain,
    log: (event, fields) => logged.push([event, fields]),
    answersWithinMs: 50,
  });
});
afterEach(() => removeFolder(folder));

describe('the keychain, in main', () => {
  it('gives back the secret that it was given, and overwrites its own copies', async () => {
    const made = slotNamed('one');
    const secret = new Uint8Array(made.secret);
    expect(await session.turnOn(async () => ok(made))).toMatchObject({ ok: true, value: { isOn: true } });
    expect([...new Set(made.secret)]).toEqual([0]);
    const opened = await session.open();
    expect(opened).toMatchObject({ slot: { name: 'one' }, secret });
    expect(await readFile(join(folder, 'keychain.json'), 'utf8')).not.toContain(Buffer.from(secret).toString('base64'));
  });

  it('is not turned on with a keychain that does not keep what it is given, and is not asked for a slot where there is none', async () => {
    for (const mode of ['gone', 'plain-text', 'hanging', 'refusing', 'rubbish', 'short', 'empty'] as const) {
      keychain.mode = mode;
      expect(await turnOn(mode)).toEqual(err('keychain-unavailable'));
      expect(await session.state(false)).toMatchObject({ isOn: false });
    }
    keychain.mode = 'gone';
    const untouched = session.turnOn(() => Promise.reject(new Error('asked')));
    expect(await untouched).toEqual(err('keychain-unavailable'));
  });

  it.each([
    ['well', 'available', 'available'],
    ['gone', 'none', 'system-has-none'],
    ['plain-text', 'plain-text', 'system-has-none'],
    ['hanging', 'no-answer', 'system-has-none'],
  ] as const)('that is %s is said to be %s', async (mode, host, ability) => {
    keychain.mode = mode;
    expect((await session.state(true)).host).toBe(host);
    expect(await session.ability()).toBe(ability);
  });

  it('that a host has not got is said to be none of the host’s', async () => {
    const none = new KeychainSession({ file: file(), keyStorage: null, log: () => {} });
    expect((await none.state(true)).host).toBe('host-has-none');
    expect(await none.ability()).toBe('host-has-none');
    expect(await none.turnOn(async () => ok(slotNamed('one')))).toEqual(err('keychain-unavailable'));
    // A slot that another host made here is left for it.
    await turnOn('one');
    expect(await none.open()).toBeNull();
    expect(await none.state(false)).toMatchObject({ isOn: true, problem: 'no-keychain' });
  });

  it('is given the secret again where it has a newer key', async () => {
    const made = slotNamed('one');
    const secret = new Uint8Array(made.secret);
    await session.turnOn(async () => ok(made));
    const before = (await file().read()) as KeptDeviceSlot;
    keychain.hasNewerKey = true;
    const opened = await session.open();
    opened!.secret.fill(0);
    await opened!.reseal();
    const after = (await file().read()) as KeptDeviceSlot;
    expect(after.slot).toEqual(before.slot);
    expect(after.sealed).not.toEqual(before.sealed);
    expect((await session.open())!.secret).toEqual(secret);
  });

  it('keeps the slot of before, or none at all, where a new one cannot be kept', async () => {
    await turnOn('one');
    keychain.mode = 'refusing';
    await turnOn('two');
    expect(await file().read()).toMatchObject({ slot: { name: 'one' } });
    // Behind a renewed key the one of before is of no use to anybody.
    await session.rewrap(slotNamed('three'));
    expect(await file().read()).toBe('none');
    expect(await session.state(false)).toMatchObject({ isOn: false, problem: 'renewed-key' });
  });

  it('makes nothing where it is not turned on, whatever key comes', async () => {
    await session.rewrap(slotNamed('one'));
    await session.rest();
    expect(await file().read()).toBe('none');
    expect(keychain.calls).toBe(0);
  });

  it('writes the last of several changes, one behind the other', async () => {
    await Promise.all([turnOn('one'), session.rewrap(slotNamed('two')), session.rest()]);
    expect(await file().read()).toMatchObject({ slot: { name: 'two' }, isResting: true });
    await Promise.all([session.wake(), turnOn('three')]);
    expect(await file().read()).toMatchObject({ slot: { name: 'three' }, isResting: false });
  });

  it('locked by hand while the key is renewed, rests over a restart too', async () => {
    await turnOn('one');
    // The lock; behind it comes the answer of the renewal, which was in the storage process's queue before its end.
    await session.rest();
    await session.rewrap(slotNamed('two'));
    expect(await session.open()).toBeNull();
    expect(await new KeychainSession({ file: file(), keyStorage: keychain, log: () => {} }).open()).toBeNull();
  });

  it('that hangs keeps neither a lock by hand nor the passphrase nor a removal waiting, and what it says then is not kept', async () => {
    await turnOn('one');
    // It says that it is there, and then asks the person something that nobody answers for long.
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<Uint8Array>();
    const hanging = new KeychainSession({
      file: file(),
      log: () => {},
      answersWithinMs: 60_000,
      keyStorage: {
        state: () => keychain.state(),
        open: (sealed) => keychain.open(sealed),
        seal: () => {
          asked.resolve();
          return answer.promise;
        },
      },
    });
    const made = slotNamed('two');
    const sealed = await keychain.seal(new Uint8Array(made.secret));
    const turning = hanging.turnOn(async () => ok(made));
    await asked.promise;
    await hanging.rest();
    expect(await file().read()).toMatchObject({ isResting: true });
    await hanging.wake();
    expect(await file().read()).toMatchObject({ slot: { name: 'one' }, isResting: false });
    await hanging.forget();
    expect(await file().read()).toBe('none');
    answer.resolve(sealed);
    expect(await turning).toEqual(err('cancelled'));
    expect(await file().read()).toBe('none');
  });

  it('rests also where the disk does not take it', async () => {
    await turnOn('one');
    // A folder in the way of the temporary file: what fails for every user.
    await mkdir(join(folder, 'keychain.json.new'));
    await session.rest();
    expect(await session.open()).toBeNull();
    expect(await session.state(false)).toMatchObject({ isOn: true, isResting: true });
    await rm(join(folder, 'keychain.json.new'), { recursive: true });
    await session.wake();
    expect(await session.open()).not.toBeNull();
  });

  it('logs what kind of trouble there was, and no word of the system’s', async () => {
    await turnOn('one');
    keychain.mode = 'refusing';
    await session.open();
    await turnOn('two');
    expect(logged).toEqual([
      ['keychain-failed', { reason: 'refused' }],
      ['keychain-failed', { reason: 'sealing' }],
    ]);
  });
});
