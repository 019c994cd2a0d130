import { randomBytes } from 'node:crypto';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../../src-shared/result.ts';
import { projections } from '../storage/service.ts';
import { openTestVault, type TestVault } from './testing/test-vault.ts';
import { Database } from './database.ts';
import { deriveKeys, newVaultKey } from './keys.ts';
import { moveAside, salvageVersions } from './salvage.ts';
import { Vault, type SealedVersion } from './vault.ts';

let test: TestVault;

beforeEach(async () => {
  test = await openTestVault();
});
afterEach(() => test.remove());

const SITTING = 10 * 60 * 1000;

function entry(id: Uint8Array, body: string, day = '2026-11-22') {
  return { id, type: 'entry', fields: { day, createdAt: test.clock.now(), zone: 'Europe/Vienna', body } };
}

async function versionsOf(vault: Vault): Promise<SealedVersion[]> {
  return Array.fromAsync(vault.versions());
}

async function outboxOf(vault: Vault): Promise<number> {
  return Number((await vault.read.first('SELECT count(*) AS n FROM outbox'))?.n);
}

/** What every projection shows, in an order that does not depend on how it came to be. */
async function shown(vault: Vault): Promise<unknown> {
  const entries = await vault.read.all(
    'SELECT hex(id) AS id, day, created_at, zone, updated_at, body, mood, tags, starred, deleted FROM entry ORDER BY id',
  );
  const habits = await vault.read.all('SELECT hex(id) AS id, name, rest, archived FROM habit ORDER BY id');
  const checkIns = await vault.read.all(
    'SELECT hex(habit) AS habit, day, mark, amount, note FROM check_in ORDER BY habit, day',
  );
  const words = await vault.read.all(
    `SELECT hex(entry.id) AS id FROM entry_search JOIN entry ON place = entry_search.rowid WHERE entry_search MATCH 'frost' ORDER BY 1`,
  );
  return JSON.parse(JSON.stringify({ entries, habits, checkIns, words }));
}

describe('Vault.commit', () => {
  it('keeps the version of each sitting, and one version within a sitting', async () => {
    const id = randomBytes(16);
    await test.vault.commit([entry(id, 'F')]);
    await test.vault.commit([entry(id, 'Fi')]);
    await test.vault.commit([entry(id, 'First')]);
    expect(await versionsOf(test.vault)).toHaveLength(1);
    test.clock.advance(SITTING + 1);
    await test.vault.commit([entry(id, 'First frost')]);
    expect(await versionsOf(test.vault)).toHaveLength(2);
    expect(await outboxOf(test.vault)).toBe(2);
    expect((await test.vault.record(id))?.fields['body']).toBe('First frost');
  });

  it('never replaces a version that may already be elsewhere', async () => {
    const id = randomBytes(16);
    await test.vault.commit([entry(id, 'sent')]);
    // As the sync cycle will: what a server holds leaves the outbox.
    const direct = await Database.open(test.path, test.keys.fileKey);
    await direct.transact([{ sql: 'DELETE FROM outbox' }]);
    await direct.close();
    await test.vault.commit([entry(id, 'changed')]);
    expect(await versionsOf(test.vault)).toHaveLength(2);
  });

  it('keeps the version from before most of a text was taken away, also within a sitting', async () => {
    const id = randomBytes(16);
    const long = 'What I want to keep from this week. '.repeat(20);
    await test.vault.commit([entry(id, long)]);
    await test.vault.commit([entry(id, 'x')]);
    expect(await versionsOf(test.vault)).toHaveLength(2);
    await test.vault.commit([entry(id, 'xy')]);
    expect(await versionsOf(test.vault)).toHaveLength(2);
    expect((await test.vault.record(id))?.fields['body']).toBe('xy');
  });

  it('keeps the text when an entry is thrown away', async () => {
    const id = randomBytes(16);
    await test.vault.commit([entry(id, 'words')]);
    await test.vault.commit([{ id, type: 'entry', fields: {}, deleted: true }]);
    expect(await versionsOf(test.vault)).toHaveLength(2);
    expect(await test.vault.record(id)).toMatchObject({ deleted: true, fields: { body: 'words' } });
  });

  it('keeps fields that only a newer app knows, and fields given as undefined', async () => {
    const id = randomBytes(16);
    await test.vault.commit([
      { id, type: 'entry', fields: { ...entry(id, 'words').fields, weather: { sky: 'clear' } } },
    ]);
    await test.vault.commit([{ id, type: 'entry', fields: { body: 'other words', day: undefined } }]);
    expect((await test.vault.record(id))?.fields).toMatchObject({ weather: { sky: 'clear' }, day: '2026-11-22' });
  });

  it('keeps records of a type that only a newer app knows', async () => {
    const id = randomBytes(16);
    await test.vault.commit([{ id, type: 'dream', fields: { colour: 'blue' } }]);
    await test.vault.rebuildProjections();
    expect(await (await test.reopen()).record(id)).toMatchObject({ type: 'dream', fields: { colour: 'blue' } });
  });

  it('commits all of an action or nothing', async () => {
    const good = randomBytes(16);
    const broken = { id: randomBytes(15), type: 'entry', fields: {} };
    const twice = [entry(good, 'once'), entry(good, 'twice')];
    await expect(test.vault.commit(twice)).rejects.toThrow(/twice/);
    await expect(test.vault.commit([entry(good, 'words'), { ...broken, fields: { unspeakable: 1n } }])).rejects.toThrow(
      /BigInt/,
    );
    expect(await versionsOf(test.vault)).toHaveLength(0);
  });

  it('gives stamps that only grow, also when the clock is set back and after opening again', async () => {
    const stamps: string[] = [];
    const commit = async (): Promise<void> => {
      await test.vault.commit([entry(randomBytes(16), 'x')]);
      stamps.push(Buffer.from((await versionsOf(test.vault)).at(-1)!.hlc).toString('hex'));
    };
    await commit();
    test.clock.advance(-3 * 24 * 3600 * 1000);
    await commit();
    await test.reopen();
    await commit();
    expect(stamps).toEqual(stamps.toSorted());
    expect(new Set(stamps).size).toBe(3);
  });

  it('takes any text a person can type and gives it back unchanged', async () => {
    const id = randomBytes(16);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (body) => {
        await test.vault.commit([entry(id, body)]);
        expect((await test.vault.record(id))?.fields['body']).toBe(body);
      }),
      { numRuns: 60 },
    );
  });
});

describe('projections', () => {
  it('show the same whether they grew with the writes or were rebuilt from the versions', async () => {
    const ids = Array.from({ length: 4 }, () => randomBytes(16));
    const change = fc.record({
      which: fc.integer({ min: 0, max: 3 }),
      body: fc.constantFrom('frost', 'First frost #garden', 'thaw', ''),
      deleted: fc.boolean(),
      wait: fc.constantFrom(0, SITTING + 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        for (const { which, body, deleted, wait } of changes) {
          test.clock.advance(wait);
          await test.vault.commit([{ ...entry(ids[which]!, body), deleted }]);
        }
        await test.vault.commit([
          {
            id: randomBytes(16),
            type: 'habit',
            fields: { name: 'Stretch', kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: '2026-11-01' },
          },
          {
            id: randomBytes(16),
            type: 'check-in',
            fields: { habit: 'ab'.repeat(16), day: '2026-11-22', mark: 'done' },
          },
        ]);
        const before = await shown(test.vault);
        await test.vault.rebuildProjections();
        expect(await shown(test.vault)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('are rebuilt on opening where their schema changed', async () => {
    await test.vault.commit([entry(randomBytes(16), 'First frost')]);
    const before = await shown(test.vault);
    await test.vault.close();
    const newer = projections.map((projection) => ({ ...projection, version: projection.version + 1 }));
    const progress: number[] = [];
    const vault = await Vault.open(test.path, test.keys, test.clock, newer, ({ done }) => progress.push(done));
    expect(await shown(vault)).toEqual(before);
    expect(progress).toEqual([1]);
    await vault.close();
  });
});

describe('opening', () => {
  it('refuses another key and leaves the file as it is', async () => {
    await test.vault.commit([entry(randomBytes(16), 'words')]);
    await test.vault.close();
    const before = await readFile(test.path);
    const other = deriveKeys(newVaultKey(), test.keys.vaultId);
    await expect(Vault.open(test.path, other, test.clock, projections)).rejects.toMatchObject({
      error: { code: 'vault-damaged' },
    });
    expect(await readFile(test.path)).toEqual(before);
  });

  it('refuses a vault of a newer app', async () => {
    const direct = await Database.open(test.path, test.keys.fileKey);
    await direct.transact([{ sql: 'PRAGMA user_version = 999' }]);
    await direct.close();
    await expect(test.reopen()).rejects.toThrow(AppFailure);
    const again = await Database.open(test.path, test.keys.fileKey);
    await again.transact([{ sql: 'PRAGMA user_version = 1' }]);
    await again.close();
  });

  it('opens in folders with names that look like parts of a URL', async () => {
    const { mkdir } = await import('node:fs/promises');
    const folder = join(test.folder, 'a #1 folder? 100% ours & möre');
    await mkdir(folder);
    const path = join(folder, 'vault.db');
    const vault = await Vault.open(path, test.keys, test.clock, projections);
    await vault.commit([entry(randomBytes(16), 'words')]);
    await vault.close();
    expect((await readFile(path)).byteLength).toBeGreaterThan(0);
  });
});

describe('salvage', () => {
  it('gets out every version whose page was not hit', async () => {
    const ids = Array.from({ length: 400 }, () => randomBytes(16));
    for (let start = 0; start < ids.length; start += 100) {
      await test.vault.commit(
        ids.slice(start, start + 100).map((id, index) => entry(id, `entry ${index} `.repeat(40))),
      );
    }
    await test.vault.close();
    // Rubbish over pages in the middle of the file, behind the schema.
    const file = await open(test.path, 'r+');
    const { size } = await file.stat();
    for (const part of [0.3, 0.5, 0.7]) {
      await file.write(randomBytes(4096), 0, 4096, Math.floor((size * part) / 4096) * 4096);
    }
    await file.close();
    const found = await Array.fromAsync(salvageVersions(test.path, test.keys.fileKey));
    const fresh = await Vault.open(join(test.folder, 'fresh.db'), test.keys, test.clock, projections);
    const authentic = found.filter((version) => fresh.opens(version));
    expect(authentic.length).toBeGreaterThan(200);
    expect(await fresh.adopt(found)).toBe(authentic.length);
    await fresh.rebuildProjections();
    const rows = await fresh.read.first('SELECT count(*) AS n FROM entry');
    expect(rows?.n).toBe(authentic.length);
    await fresh.close();
  });

  it('moves nothing over what was moved aside before, even in the same millisecond', async () => {
    const folder = join(test.folder, 'damaged');
    const names: string[] = [];
    for (const content of ['one', 'two', 'three']) {
      const path = join(test.folder, 'broken.db');
      await writeFile(path, content);
      names.push(await moveAside(path, folder, test.clock.now()));
    }
    const kept = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(kept).toEqual(['one', 'two', 'three']);
  });

  it('finds nothing, and makes nothing, where there is no file', async () => {
    const path = join(test.folder, 'gone.db');
    expect(await Array.fromAsync(salvageVersions(path, test.keys.fileKey))).toEqual([]);
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
