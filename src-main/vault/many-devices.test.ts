import { randomBytes } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { Database } from './database.ts';
import { deriveKeys, newVaultId, newVaultKey, type VaultKeys } from './keys.ts';
import { deliver, entry, openDevice, REPLICA, shown, versionsOf, type TestDevice } from './testing/test-devices.ts';
import { MAX_CLOCK_LEAD_MS, type Vault } from './vault.ts';

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

async function device(name: string, now?: string, under = keys): Promise<TestDevice> {
  const made = await openDevice(join(folder, `${name}.db`), under, now);
  opened.push(made.vault);
  return made;
}

describe('receiving', () => {
  it('brings versions from one device to another, which shows the same', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'First frost')]);
    await deliver(a.vault, b.vault);
    expect((await b.vault.record(id))?.fields['body']).toBe('First frost');
    expect(await shown(b.vault)).toBe(await shown(a.vault));
    expect(await a.vault.waiting()).toBe(0);
    expect(await b.vault.waiting()).toBe(0);
  });

  it('merges what two have written at once, the same on both, and keeps a wording that lost', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'tea with Anna\nand cake')]);
    await deliver(a.vault, b.vault);
    a.clock.advance(1000);
    b.clock.advance(2000);
    await a.vault.commit([entry(id, 'tea with Ben\nand cake')]);
    await b.vault.commit([entry(id, 'tea with Clara\nand cake\nand rain')]);
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
    for (const { vault } of [a, b]) {
      expect((await vault.record(id))?.fields['body']).toBe('tea with Clara\nand cake\nand rain');
      const lost = await vault.read.all(
        'SELECT CAST(hlc AS BLOB) AS hlc FROM conflict WHERE id = ? AND settled = 0',
        id,
      );
      expect(lost).toHaveLength(1);
      const version = await vault.version(id, new Uint8Array(lost[0]!.hlc as ArrayBuffer));
      expect(version?.fields['body']).toBe('tea with Ben\nand cake');
    }
    expect(await shown(a.vault)).toBe(await shown(b.vault));
  });

  it('goes on from a merge with a version over all its heads', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'one\n\ntwo')]);
    await deliver(a.vault, b.vault);
    await a.vault.commit([entry(id, 'ONE\n\ntwo')]);
    await b.vault.commit([entry(id, 'one\n\nTWO')]);
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
    const before = await a.vault.current(id);
    expect(before?.revision).toHaveLength(2);
    a.clock.advance(SITTING + 1);
    await a.vault.commit([entry(id, 'ONE\n\nTWO\n\nthree', before?.revision)]);
    expect((await a.vault.current(id))?.revision).toHaveLength(1);
    await deliver(a.vault, b.vault);
    expect((await b.vault.current(id))?.revision).toHaveLength(1);
    expect((await b.vault.record(id))?.fields['body']).toBe('ONE\n\nTWO\n\nthree');
  });

  it('merges a text that was typed on top of what another device has changed meanwhile', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'morning\n\nevening')]);
    await deliver(a.vault, b.vault);
    const onScreen = (await a.vault.current(id))!.revision;
    await b.vault.commit([entry(id, 'morning\n\nevening, and rain')]);
    await deliver(b.vault, a.vault);
    // The editor on A still holds the old text: without its base, this would take the rain away.
    await a.vault.commit([entry(id, 'bright morning\n\nevening', onScreen)]);
    expect((await a.vault.record(id))?.fields['body']).toBe('bright morning\n\nevening, and rain');
  });

  it('takes an answer that was lost for what it is: the editor writes on top of its own version', async () => {
    const { vault } = await device('a');
    const id = randomBytes(16);
    await vault.commit([entry(id, 'one')]);
    const first = (await vault.current(id))!.revision;
    // Written and replaced within the sitting; the page never heard of it.
    await vault.commit([entry(id, 'one two', first)]);
    await vault.commit([entry(id, 'one two three', first)]);
    expect(await versionsOf(vault)).toHaveLength(1);
    expect((await vault.record(id))?.fields['body']).toBe('one two three');
  });

  it('shows the same in whatever order and however often versions arrive', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const ids = [randomBytes(16), randomBytes(16)];
    for (const [round, id] of [0, 1, 0, 1, 0, 1].entries()) {
      for (const [name, each] of Object.entries({ a, b })) {
        each.clock.advance(SITTING + 1);
        const body = String((await each.vault.record(ids[id]!))?.fields['body'] ?? '');
        await each.vault.commit([entry(ids[id]!, `${body}\n${name}${round}`)]);
      }
      if (round === 2) {
        await deliver(a.vault, b.vault);
        await deliver(b.vault, a.vault);
      }
    }
    await deliver(a.vault, b.vault);
    await deliver(b.vault, a.vault);
    const all = await versionsOf(a.vault);
    expect(all.length).toBeGreaterThan(10);
    const expected = await shown(a.vault);
    expect(await shown(b.vault)).toBe(expected);
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.integer({ min: 1, max: 7 }),
        async (shuffled, step) => {
          const c = await device(`c${(count += 1)}`);
          for (let at = 0; at < shuffled.length; at += step) {
            await c.vault.receive(shuffled.slice(at, at + step), REPLICA, at);
            await c.vault.receive(shuffled.slice(0, at), REPLICA, at);
          }
          expect(await shown(c.vault)).toBe(expected);
          const before = await shown(c.vault);
          await c.vault.rebuildProjections();
          expect(await shown(c.vault)).toBe(before);
          expect(await c.vault.versionCount()).toBe(all.length);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps a box that does not open, counts it, and shows it when it comes whole', async () => {
    const [a, b] = [await device('a'), await device('b')];
    const [one, two] = [randomBytes(16), randomBytes(16)];
    await a.vault.commit([entry(one, 'one'), entry(two, 'two')]);
    const { versions } = await a.vault.handOut(null, 10, 1_000_000);
    // A hostile server gives one record out as the other.
    const swapped = [
      { ...versions[0]!, box: versions[1]!.box },
      { ...versions[1]!, box: versions[0]!.box },
    ];
    expect(await b.vault.receive(swapped, REPLICA, 2)).toMatchObject({ added: 0, unreadable: 2 });
    expect(await shown(b.vault)).toBe('[]');
    const kept = await b.vault.read.first('SELECT count(*) AS n FROM unreadable');
    expect(kept?.n).toBe(2);
    await b.vault.receive(versions, REPLICA, 4);
    expect(await shown(b.vault)).toBe(await shown(a.vault));
    expect((await b.vault.read.first('SELECT count(*) AS n FROM unreadable'))?.n).toBe(0);
  });

  it('confirms nothing for a box that is not ours, or not at its place', async () => {
    const { vault } = await device('a');
    await vault.commit([entry(randomBytes(16), 'mine')]);
    const [version] = (await vault.handOut(null, 10, 1_000_000)).versions;
    const changed = new Uint8Array(version!.box);
    changed[20]! ^= 1;
    await vault.receive([{ ...version!, box: changed }], REPLICA, 1);
    expect(await vault.waiting()).toBe(1);
    await vault.receive([version!], REPLICA, 2);
    expect(await vault.waiting()).toBe(0);
  });

  it('never replaces a version that was handed out', async () => {
    const { vault } = await device('a');
    const id = randomBytes(16);
    await vault.commit([entry(id, 'sent')]);
    await vault.handOut(null, 10, 1_000_000);
    await vault.commit([entry(id, 'changed')]);
    expect(await versionsOf(vault)).toHaveLength(2);
    expect(await vault.waiting()).toBe(2);
  });

  it('does not follow a clock that is more than a day ahead, and names the device', async () => {
    const [a, b] = [await device('a', '2026-11-27T08:00:00Z'), await device('b')];
    const id = randomBytes(16);
    await a.vault.commit([entry(id, 'from the future')]);
    await deliver(a.vault, b.vault);
    const other = randomBytes(16);
    await b.vault.commit([entry(other, 'now')]);
    const stamps = (await versionsOf(b.vault)).map((version) => Buffer.from(version.hlc).readUIntBE(0, 6));
    expect(Math.max(...stamps) - Math.min(...stamps)).toBeGreaterThan(MAX_CLOCK_LEAD_MS);
    expect(Math.min(...stamps)).toBe(Date.parse('2026-11-24T08:00:00Z'));
    const ahead = await b.vault.read.all('SELECT hex(device) AS device FROM device_seen WHERE ahead = 1');
    expect(ahead.map((row) => String(row.device).toLowerCase())).toEqual([a.vault.device]);
    // Going on from it is later than it all the same: by what it was written over.
    await b.vault.commit([entry(id, 'and now this')]);
    await deliver(b.vault, a.vault);
    expect((await a.vault.record(id))?.fields['body']).toBe('and now this');
  });

  it('follows a clock that is a little ahead, so that what is written next is later', async () => {
    const [a, b] = [await device('a', '2026-11-24T09:00:00Z'), await device('b')];
    await a.vault.commit([entry(randomBytes(16), 'ahead')]);
    await deliver(a.vault, b.vault);
    await b.vault.commit([entry(randomBytes(16), 'behind')]);
    await opened[1]!.close();
    opened.pop();
    const again = await device('b');
    await again.vault.commit([entry(randomBytes(16), 'after a restart')]);
    const stamps = (await versionsOf(again.vault)).map((version) => Buffer.from(version.hlc).toString('hex'));
    expect(stamps).toEqual(stamps.toSorted());
  });

  it('takes another name when its folder was copied to a second computer', async () => {
    const original = await device('a');
    await original.vault.commit([entry(randomBytes(16), 'before the copy')]);
    await deliver(original.vault, original.vault);
    await opened.pop()!.close();
    await copyFile(join(folder, 'a.db'), join(folder, 'copy.db'));
    const [a, copy] = [await device('a'), await device('copy')];
    expect(copy.vault.device).toBe(a.vault.device);
    await a.vault.commit([entry(randomBytes(16), 'on the first')]);
    copy.clock.advance(5);
    await copy.vault.commit([entry(randomBytes(16), 'on the second')]);
    await deliver(a.vault, copy.vault);
    expect(copy.vault.device).not.toBe(a.vault.device);
    await deliver(copy.vault, a.vault);
    expect(await shown(a.vault)).toBe(await shown(copy.vault));
  });

  it('starts over with a mailbox it does not know: everything waits until it was seen', async () => {
    const [a, b] = [await device('a'), await device('b')];
    await a.vault.commit([entry(randomBytes(16), 'one')]);
    await deliver(a.vault, b.vault);
    await a.vault.startOver({ 'sync-lineage': new Uint8Array(16) });
    await b.vault.startOver({ 'sync-lineage': new Uint8Array(16) });
    expect(await a.vault.waiting()).toBe(1);
    expect(await b.vault.waiting()).toBe(1);
    await b.vault.receive(await versionsOf(a.vault), REPLICA, 1);
    expect(await b.vault.waiting()).toBe(0);
  });

  it('hands out in pages that are bounded, each version once', async () => {
    const { vault } = await device('a');
    await vault.commit(Array.from({ length: 25 }, () => entry(randomBytes(16), 'x'.repeat(2000))));
    const seen: string[] = [];
    let after: Uint8Array | null = null;
    do {
      const page = await vault.handOut(after, 10, 9000);
      expect(page.versions.length).toBeLessThanOrEqual(4);
      seen.push(...page.versions.map((version) => Buffer.from(version.id).toString('hex')));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(25);
    expect(seen).toHaveLength(25);
  });
});

describe('a vault under a new key', () => {
  it('holds everything, opens what the old key sealed, and reads nothing with the old key alone', async () => {
    const [oldKey, newKey] = [newVaultKey(), newVaultKey()];
    const oldKeys = deriveKeys(oldKey, keys.vaultId);
    const newKeys = deriveKeys(newKey, keys.vaultId, [oldKey]);
    const before = await device('old', undefined, oldKeys);
    const id = randomBytes(16);
    await before.vault.commit([entry(id, 'First frost')]);
    await before.vault.commit([{ id: before.vault.derivedId('check-in', 'a'), type: 'check-in', fields: {} }]);
    const early = await versionsOf(before.vault);
    const after = await device('new', undefined, newKeys);
    const progress: number[] = [];
    await after.vault.copyFrom(before.vault, ({ done, total }) => progress.push(done / total));
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(await shown(after.vault)).toBe(await shown(before.vault));
    expect(after.vault.device).toBe(before.vault.device);
    expect(after.vault.derivedId('check-in', 'a')).toEqual(before.vault.derivedId('check-in', 'a'));
    expect(await after.vault.waiting()).toBe(2);
    for (const version of await versionsOf(after.vault)) expect(before.vault.opens(version)).toBe(false);
    for (const version of early) expect(after.vault.opens(version)).toBe(true);
    // What lies in the mailbox from before is no proof that the new boxes are there.
    await after.vault.receive(early, REPLICA, 2);
    expect(await after.vault.waiting()).toBe(2);
    await after.vault.receive(await versionsOf(after.vault), REPLICA, 4);
    expect(await after.vault.waiting()).toBe(0);
  });
});

describe('a device that has not got the new key yet', () => {
  it('keeps what others sealed under it, and has it when it gets the key', async () => {
    const [oldKey, newKey] = [newVaultKey(), newVaultKey()];
    const oldKeys = deriveKeys(oldKey, keys.vaultId);
    const newKeys = deriveKeys(newKey, keys.vaultId, [oldKey]);
    const renewed = await device('renewed', undefined, newKeys);
    const away = await device('away', undefined, oldKeys);
    const id = randomBytes(16);
    await renewed.vault.commit([entry(id, 'sealed under the new key')]);
    const { versions } = await renewed.vault.handOut(null, 10, 1_000_000);
    expect(await away.vault.receive(versions, REPLICA, 9)).toMatchObject({ added: 0, unreadable: 1 });
    const adopted = await device('adopted', undefined, newKeys);
    await adopted.vault.copyFrom(away.vault, () => {});
    await adopted.vault.reconsiderUnreadable();
    expect((await adopted.vault.record(id))?.fields['body']).toBe('sealed under the new key');
    expect((await adopted.vault.read.first('SELECT count(*) AS n FROM unreadable'))?.n).toBe(0);
    expect(Buffer.from((await adopted.vault.setting('sync-seq'))!).toString()).toBe('9');
  });
});

describe('an older vault', () => {
  it('comes to the schema of many devices with all it has', async () => {
    const { vault } = await device('a');
    const id = randomBytes(16);
    await vault.commit([entry(id, 'First frost')]);
    await opened.pop()!.close();
    // As the first release left it.
    const direct = await Database.open(join(folder, 'a.db'), keys.fileKey);
    await direct.transact([
      { sql: 'CREATE TABLE old (id BLOB PRIMARY KEY, hlc BLOB NOT NULL) WITHOUT ROWID' },
      { sql: 'INSERT INTO old SELECT id, hlc FROM head' },
      { sql: 'DROP TABLE head' },
      { sql: 'ALTER TABLE old RENAME TO head' },
      ...['conflict', 'unreadable', 'device_seen', 'erased', 'sample_record'].map((table) => ({
        sql: `DROP TABLE ${table}`,
      })),
      { sql: 'PRAGMA user_version = 1' },
    ]);
    await direct.close();
    const again = await device('a');
    expect((await again.vault.record(id))?.fields['body']).toBe('First frost');
    await again.vault.commit([entry(id, 'First hard frost')]);
    expect((await again.vault.record(id))?.fields['body']).toBe('First hard frost');
  });
});
