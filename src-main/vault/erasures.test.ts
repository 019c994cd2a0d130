import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceNotices } from '../features/devices/devices.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { deriveKeys, newVaultId, newVaultKey, type VaultKeys } from './keys.ts';
import { deliver, entry, openDevice, REPLICA, shown, versionsOf, type TestDevice } from './testing/test-devices.ts';
import { openVersion, type Vault } from './vault.ts';

const SITTING = 10 * 60 * 1000;

let folder: string;
let keys: VaultKeys;
let opened: Vault[];

beforeEach(async () => {
  folder = await temporaryFolder();
  keys = deriveKeys(newVaultKey(), newVaultId());
  opened = [];
});
afterEach(async () => {
  for (const vault of opened) await vault.close();
  await removeFolder(folder);
});

async function device(name: string): Promise<TestDevice> {
  const made = await openDevice(join(folder, `${name}.db`), keys);
  opened.push(made.vault);
  return made;
}

const remove = (id: Uint8Array) => ({ id, type: 'entry', fields: {}, deleted: true });

/** Every text that a vault's file still has a sealed version of. */
async function textsIn(vault: Vault): Promise<string[]> {
  const bodies = (await versionsOf(vault)).map((version) => openVersion(keys, version)?.fields['body']);
  return bodies.filter((body) => body !== undefined).map(String);
}

describe('erasing', () => {
  it('leaves no version of a record, here and on every other device', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    for (const body of ['one', 'one two', 'one two three']) {
      await a.vault.commit([entry(id, body)]);
      await deliver(a.vault, b.vault);
    }
    await a.vault.commit([remove(id)]);
    await deliver(a.vault, b.vault);
    expect(await textsIn(b.vault)).toHaveLength(4);

    await a.vault.erase([id]);
    expect(await textsIn(a.vault)).toEqual([]);
    expect(await shown(a.vault)).toBe('[]');
    await deliver(a.vault, b.vault);
    expect(await shown(b.vault)).toBe('[]');
    expect(await b.vault.erasedHere()).toEqual(new Set([id.toString('hex')]));
    await b.vault.dropErased();
    expect(await textsIn(b.vault)).toEqual([]);
    expect(await b.vault.erasedHere()).toEqual(new Set());
  });

  it('refuses what was erased when it comes once more: from a server, a backup or a damaged file', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'gone')]);
    await a.vault.handOut(null, 10, 1_000_000);
    await a.vault.commit([remove(id)]);
    const old = await versionsOf(a.vault);
    await a.vault.erase([id]);
    const erasing = await versionsOf(a.vault);
    const { device: own } = a.vault;
    for (const { vault } of [a, b]) {
      await vault.receive([...old.slice(0, 1), ...erasing, ...old], REPLICA, 5);
      await vault.receive(old, REPLICA, 7);
      await vault.adopt(old);
      await vault.dropErased();
      await vault.rebuildProjections();
      expect(await textsIn(vault)).toEqual([]);
      expect(await shown(vault)).toBe('[]');
      expect((await versionsOf(vault)).length).toBe(1);
    }
    // Its own words that come back are no sign that its folder was copied.
    expect(a.vault.device).toBe(own);
  });

  it('does not travel at all where nobody has seen the record', async () => {
    const { vault } = await device('a');
    const id = randomBytes(16);
    await vault.commit([entry(id, 'never sent')]);
    await vault.erase([id]);
    const { versions } = await vault.handOut(null, 10, 1_000_000);
    expect(versions).toHaveLength(1);
    expect(openVersion(keys, versions[0]!)?.fields).toEqual({});
  });

  it('loses against what another device has written meanwhile', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'one\n\ntwo')]);
    await deliver(a.vault, b.vault);
    await b.vault.commit([entry(id, 'one\n\ntwo\n\nthree, offline')]);
    await a.vault.commit([remove(id)]);
    await a.vault.erase([id]);
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
    await b.vault.dropErased();
    for (const { vault } of [a, b]) {
      const record = await vault.record(id);
      expect(record?.deleted).toBe(false);
      expect(record?.fields).toMatchObject({ body: 'one\n\ntwo\n\nthree, offline', day: '2026-11-24', createdAt: 1 });
      expect(record?.erases).toBeUndefined();
    }
    expect(await shown(a.vault)).toBe(await shown(b.vault));
    // And what is written on top of both is a version like any other.
    await a.vault.commit([entry(id, 'four')]);
    await deliver(a.vault, b.vault);
    expect((await b.vault.current(id))?.revision).toHaveLength(1);
    expect((await b.vault.record(id))?.fields['body']).toBe('four');
  });

  it('is gone on from with a record that begins anew', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'before')]);
    await deliver(a.vault, b.vault);
    await a.vault.erase([id]);
    await a.vault.commit([{ ...entry(id, 'after'), deleted: false }]);
    await deliver(a.vault, b.vault);
    await b.vault.dropErased();
    expect(await textsIn(b.vault)).toEqual(['after']);
    expect(await shown(b.vault)).toBe(await shown(a.vault));
    expect((await b.vault.record(id))?.erases).toBeUndefined();
  });

  it('can be overruled by a device that needs what was erased', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'needed')]);
    await deliver(a.vault, b.vault);
    await a.vault.erase([id]);
    await deliver(a.vault, b.vault);
    await b.vault.revive([id, randomBytes(16)]);
    await b.vault.dropErased();
    await deliver(b.vault, a.vault);
    for (const { vault } of [a, b]) expect(await textsIn(vault)).toEqual(['needed']);
    expect(await shown(a.vault)).toBe(await shown(b.vault));
    expect(await shown(a.vault)).toContain('needed');
  });

  it('raises no alarm about a server that has been filled anew without what was erased', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const [id, other] = [randomBytes(16), randomBytes(16)];
    await a.vault.commit([entry(id, 'to be erased'), entry(other, 'stays')]);
    await deliver(a.vault, b.vault);
    // B says what it has seen on the server.
    const holds = Object.fromEntries(
      (await b.vault.read.all('SELECT hex(device) AS device, hex(hlc) AS hlc, versions FROM device_seen')).map(
        (row) => [String(row.device).toLowerCase(), [String(row.hlc).toLowerCase(), Number(row.versions)]],
      ),
    );
    await b.vault.commit([
      {
        id: b.vault.derivedId('device', b.vault.device),
        type: 'device',
        fields: { device: b.vault.device, name: 'B', seenAt: 1, holds },
      },
    ]);
    await deliver(b.vault, a.vault);
    await a.vault.erase([id]);
    await deliver(a.vault, b.vault);
    await b.vault.dropErased();
    const c = await device('c');
    await c.vault.receive(await versionsOf(b.vault), REPLICA, 9);
    expect(await deviceNotices(c.vault)).toMatchObject({ missingFrom: [] });
    for (const { vault } of [a, b]) {
      await vault.startOver({});
      await vault.receive(await versionsOf(a.vault), REPLICA, 9);
      expect(await deviceNotices(vault)).toMatchObject({ missingFrom: [] });
    }
  });

  it('survives a new key with what is not carried out yet', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'needed')]);
    await deliver(a.vault, b.vault);
    await a.vault.erase([id]);
    await deliver(a.vault, b.vault);
    const c = await device('c');
    await c.vault.copyFrom(b.vault, () => {});
    expect(await c.vault.waiting()).toBe(1);
    await c.vault.revive([id]);
    expect((await c.vault.record(id))?.fields['body']).toBe('needed');
  });

  it('comes to the same on all devices, in whatever order and however often versions arrive', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const ids = [randomBytes(16), randomBytes(16), randomBytes(16)];
    const everything: Awaited<ReturnType<typeof versionsOf>> = [];
    const collect = async (): Promise<void> => {
      for (const { vault } of [a, b]) everything.push(...(await versionsOf(vault)));
    };
    for (const [round, each] of [a, b, a, b, a].entries()) {
      for (const id of ids) {
        each.clock.advance(SITTING + 1);
        await each.vault.commit([
          entry(id, `${String((await each.vault.record(id))?.fields['body'] ?? '')}\n${round}`),
        ]);
      }
      await collect();
      if (round === 1) {
        await deliver(a.vault, b.vault);
        await deliver(b.vault, a.vault);
        await a.vault.erase([ids[0]!, ids[1]!]);
      }
      if (round === 3) await b.vault.erase([ids[1]!, ids[2]!]);
    }
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
    await deliver(a.vault, b.vault);
    await collect();
    const all = [
      ...new Map(
        everything.map((version) => [Buffer.concat([version.id, version.hlc]).toString('hex'), version]),
      ).values(),
    ];
    for (const { vault } of [a, b]) await vault.dropErased();
    const names = async (vault: Vault): Promise<string[]> =>
      (await versionsOf(vault)).map(({ id, hlc }) => Buffer.concat([id, hlc]).toString('hex')).toSorted();
    const expected = await shown(a.vault);
    const kept = await names(a.vault);
    expect(await shown(b.vault)).toBe(expected);
    expect(await names(b.vault)).toEqual(kept);
    expect(kept.length).toBeLessThan(all.length);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (shuffled, step, dropsEarly) => {
          const c = await device(`c${(count += 1)}`);
          for (let at = 0; at < shuffled.length; at += step) {
            await c.vault.receive(shuffled.slice(at, at + step), REPLICA, at);
            if (dropsEarly) await c.vault.dropErased();
          }
          await c.vault.dropErased();
          expect(await shown(c.vault)).toBe(expected);
          expect(await names(c.vault)).toEqual(kept);
          await c.vault.rebuildProjections();
          expect(await shown(c.vault)).toBe(expected);
        },
      ),
      { numRuns: 15 },
    );
  });
});
