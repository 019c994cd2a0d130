import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../vault/database.ts';
import { sealEnvelope, type Envelope } from '../vault/envelope.ts';
import { newVaultId, newVaultKey } from '../vault/keys.ts';
import { FLOOR_COST } from '../vault/passphrase.ts';
import { openTestVault, type TestVault } from '../vault/testing/test-vault.ts';
import { BackupKeeper } from './backup-keeper.ts';

const DAY = 24 * 60 * 60 * 1000;
let envelope: Envelope;
let test: TestVault;
let folder: string;
let stick: string;
let spoil: (content: Buffer) => Buffer;
let spoiled: number;
let written: number;

beforeAll(async () => {
  const parts = { vaultKey: newVaultKey(), vaultId: newVaultId(), recoveryKey: randomBytes(16), passphrase: 'p' };
  envelope = await sealEnvelope({ ...parts, cost: FLOOR_COST });
});
beforeEach(async () => {
  test = await openTestVault();
  folder = join(test.folder, 'backups');
  stick = join(test.folder, 'stick');
  await mkdir(stick);
  spoil = (content) => content;
  spoiled = 0;
  written = 0;
  await write('one');
});
afterEach(() => test.remove());

function open(): BackupKeeper {
  return new BackupKeeper({
    folder,
    clock: test.clock,
    log: (event) => {
      if (event === 'backup-written') written += 1;
    },
    envelope: () => Promise.resolve(envelope),
    onProgress: () => {},
    onChanged: () => {},
    beforeVerifying: async (temporary) => {
      const content = await readFile(temporary);
      const other = spoil(content);
      if (other !== content) spoiled += 1;
      await writeFile(temporary, other);
    },
  });
}

async function write(body: string): Promise<void> {
  const fields = { day: '2026-11-22', createdAt: 1, zone: 'UTC', body };
  await test.vault.commit([{ id: randomBytes(16), type: 'entry', fields }]);
}

const names = async (place: string): Promise<string[]> => (await readdir(place)).toSorted();

describe('backups', () => {
  it('are written once a day, and rotated in both places', async () => {
    const keeper = open();
    await keeper.chooseFolder(test.vault, stick);
    for (let day = 0; day < 40; day += 1) {
      await keeper.runIfDue(test.vault);
      await keeper.runIfDue(test.vault);
      test.clock.advance(DAY + 60_000);
    }
    // 22 November to 31 December, a Thursday: seven days, the ends of two more weeks, and of November.
    const kept = (await names(folder)).map((name) => name.slice(0, 10));
    expect(kept).toEqual([
      '2026-11-30',
      '2026-12-13',
      '2026-12-20',
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
    ]);
    expect((await names(stick)).map((name) => /-(\d{4}-\d\d-\d\d)T/.exec(name)?.[1])).toEqual(kept);
    const state = await keeper.state(test.vault);
    expect(state.backups.every(({ isVerified }) => isVerified)).toBe(true);
    expect(state).toMatchObject({ problem: null, folder: { problem: null, newest: state.backups[0]!.writtenAt } });
  });

  it('that do not verify are thrown away and tried again; the earlier ones stay, and it is said', async () => {
    const keeper = open();
    await keeper.run(test.vault);
    const before = await names(folder);
    test.clock.advance(DAY);
    spoil = (content) => {
      const changed = Buffer.from(content);
      changed[content.byteLength - 200]! ^= 1;
      return changed;
    };
    await expect(keeper.run(test.vault)).rejects.toMatchObject({ error: { code: 'backup-not-verified' } });
    expect(spoiled).toBe(2);
    expect(await names(folder)).toEqual(before);
    expect(await keeper.state(test.vault)).toMatchObject({ problem: 'backup-not-verified' });
    // Once is once: the second try is good.
    let first = true;
    const harm = spoil;
    spoil = (content) => {
      const other = first ? harm(content) : content;
      first = false;
      return other;
    };
    await keeper.run(test.vault);
    expect(await keeper.state(test.vault)).toMatchObject({ problem: null });
    expect(await names(folder)).toHaveLength(2);
  });

  it('say what the disk says', async () => {
    await writeFile(folder, 'a file where the folder should be');
    const keeper = open();
    await expect(keeper.run(test.vault)).rejects.toMatchObject({ error: { code: 'internal' } });
    await rm(folder);
    await keeper.run(test.vault);
    expect((await keeper.state(test.vault)).problem).toBeNull();
  });

  it('with records that do not open never push out whole ones', async () => {
    const keeper = open();
    await keeper.run(test.vault);
    const [whole] = await names(folder);
    const database = await Database.open(test.path, test.keys.fileKey);
    await database.transact([{ sql: 'UPDATE version SET box = randomblob(300)' }]);
    database.abandon();
    for (let day = 0; day < 12; day += 1) {
      test.clock.advance(DAY);
      await keeper.run(test.vault);
    }
    const { backups } = await keeper.state(test.vault);
    expect(backups.at(-1)).toMatchObject({ name: whole, unreadable: 0 });
    expect(backups[0]).toMatchObject({ records: 1, unreadable: 1, isVerified: true });
    expect(backups.length).toBeLessThan(12);
  });

  it('under a clock that was set back and forth lose none that were good', async () => {
    const keeper = open();
    for (let day = 0; day < 5; day += 1) {
      await keeper.runIfDue(test.vault);
      test.clock.advance(DAY);
    }
    const good = await names(folder);
    const right = test.clock.now();
    for (const wrong of [right + 4000 * DAY, right - 4000 * DAY]) {
      test.clock.millis = wrong;
      await keeper.runIfDue(test.vault);
    }
    test.clock.millis = right;
    await keeper.runIfDue(test.vault);
    expect(await names(folder)).toEqual(expect.arrayContaining(good));
  });

  it('go on once a day behind a clock that had jumped ahead, and into the chosen folder', async () => {
    const keeper = open();
    await keeper.chooseFolder(test.vault, stick);
    test.clock.advance(365 * DAY);
    await keeper.runIfDue(test.vault);
    test.clock.advance(-365 * DAY);
    written = 0;
    for (let hour = 0; hour < 48; hour += 1) {
      await write(`hour ${hour}`);
      await keeper.runIfDue(test.vault);
      test.clock.advance(DAY / 24);
    }
    expect(written).toBe(2);
    const { backups, folder: second } = await keeper.state(test.vault);
    expect(backups.map(({ writtenAt }) => writtenAt.slice(0, 10))).toEqual(['2027-11-22', '2026-11-23', '2026-11-22']);
    expect(second).toMatchObject({ newest: backups[1]!.writtenAt, problem: null });
    expect(await names(stick)).toHaveLength(3);
  });

  it('that a clock has all dated ahead leave no chosen folder empty', async () => {
    const keeper = open();
    test.clock.advance(365 * DAY);
    await keeper.run(test.vault);
    test.clock.advance(-365 * DAY);
    await keeper.chooseFolder(test.vault, stick);
    const copies = await names(stick);
    expect(copies.map((name) => name.includes('2026-11-22'))).toEqual([true]);
    expect((await keeper.state(test.vault)).folder).toMatchObject({
      newest: '2026-11-22T08:14:00.000Z',
      problem: null,
    });
  });

  it('that cannot be copied are said to be none, and a damaged one hides no good one', async () => {
    const keeper = open();
    await keeper.run(test.vault);
    const [good] = await names(folder);
    test.clock.advance(DAY);
    // Cut: it says no more what it holds.
    await writeFile(
      join(folder, '2026-11-23T000000Z.daygrove-backup'),
      (await readFile(join(folder, good!))).subarray(0, 700),
    );
    await keeper.chooseFolder(test.vault, stick);
    expect((await names(stick)).map((name) => name.includes('2026-11-22'))).toEqual([true]);
    await rm(join(folder, good!));
    spoil = (content) => content.subarray(0, 700);
    await expect(keeper.run(test.vault)).rejects.toMatchObject({ error: { code: 'backup-not-verified' } });
    expect((await keeper.state(test.vault)).folder).toMatchObject({
      newest: '2026-11-22T08:14:00.000Z',
      problem: 'internal',
    });
  });
});
