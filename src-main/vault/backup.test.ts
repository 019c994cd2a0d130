import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupFiles, backupName, listBackups, removeBackups } from './backup-files.ts';
import { openBackup, readBackup, readSummary, writeBackup, type BackupEnd } from './backup.ts';
import { sealEnvelope, type Envelope } from './envelope.ts';
import { deriveKeys, newVaultId, newVaultKey } from './keys.ts';
import { FLOOR_COST } from './passphrase.ts';
import { openTestVault, type TestVault } from './testing/test-vault.ts';
import type { SealedVersion } from './vault.ts';

const NOW = Date.parse('2026-11-22T08:14:00Z');
let test: TestVault;
let envelope: Envelope;
let versions: SealedVersion[];
let folder: string;

/** Deriving a key from a passphrase is slow on purpose: once for all. */
const vaultKey = newVaultKey();
const vaultId = newVaultId();
beforeAll(async () => {
  envelope = await sealEnvelope({ vaultKey, vaultId, recoveryKey: randomBytes(16), passphrase: 'p', cost: FLOOR_COST });
});
beforeEach(async () => {
  test = await openTestVault();
  folder = join(test.folder, 'backups');
  for (let i = 0; i < 12; i += 1) {
    const fields = { day: '2026-11-22', createdAt: NOW, zone: 'UTC', body: `entry ${i}` };
    await test.vault.commit([{ id: randomBytes(16), type: 'entry', fields }]);
  }
  versions = await Array.fromAsync(test.vault.versions());
});
afterEach(() => test.remove());

const write = async (at = NOW): Promise<string> => {
  const path = join(folder, backupName('', at));
  await writeBackup(path, { envelope, keys: test.keys, versions: test.vault.versions() });
  return path;
};
const read = async (path: string, keys = test.keys): Promise<SealedVersion[]> => {
  const reader = await readBackup(path);
  return reader === null ? [] : Array.fromAsync(reader.versions(keys));
};
const hex = (all: readonly SealedVersion[]): string[] => all.map(({ box }) => Buffer.from(box).toString('hex'));

describe('a backup', () => {
  it('gives back every version, and its envelope', async () => {
    const path = await write();
    expect(hex(await read(path))).toEqual(hex(versions));
    expect((await readBackup(path))?.envelope).toEqual(envelope);
    expect(await listBackups(folder, test.keys)).toEqual([
      { name: '2026-11-22T081400Z.daygrove-backup', writtenAt: '2026-11-22T08:14:00.000Z', records: 12 },
    ]);
  });

  it('shows no id and no stamp to somebody without the key, and gives that key no version', async () => {
    const path = await write();
    const content = await readFile(path);
    for (const { id, hlc } of versions) {
      expect(content.includes(Buffer.from(id))).toBe(false);
      expect(content.includes(Buffer.from(hlc))).toBe(false);
    }
    expect(await read(path, deriveKeys(newVaultKey(), test.keys.vaultId))).toEqual([]);
  });

  it('is read as far as it goes where it was cut, and past what was changed', async () => {
    const path = await write();
    const content = await readFile(path);
    await writeFile(path, content.subarray(0, content.byteLength - 300));
    const cut = await read(path);
    expect(cut.length).toBeGreaterThan(8);
    expect(hex(cut)).toEqual(hex(versions.slice(0, cut.length)));
    const changed = Buffer.from(content);
    // Behind the last record: its summary, 74 bytes with mark, length and the end.
    changed[content.byteLength - 74 - 50]! ^= 1;
    await writeFile(path, changed);
    expect(hex(await read(path))).toEqual(hex(versions.slice(0, -1)));
  });

  it('is no backup where it is rubbish or empty', async () => {
    const path = await write();
    for (const content of [Buffer.alloc(0), randomBytes(5000), Buffer.from('DAYGROVE-BACKUP-1\n')]) {
      await writeFile(path, content);
      expect(await readBackup(path)).toBeNull();
    }
  });

  it('leaves nothing behind where it could not be finished', async () => {
    const failing = async function* (): AsyncGenerator<SealedVersion> {
      yield versions[0]!;
      throw new Error('the disk is full');
    };
    await expect(writeBackup(join(folder, 'x'), { envelope, keys: test.keys, versions: failing() })).rejects.toThrow(
      'full',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what it holds at its end, to those who have its key', async () => {
    const path = await write();
    expect(await readSummary(path, test.keys)).toMatchObject({ records: 12, unreadable: 0 });
    expect(await readSummary(path, deriveKeys(newVaultKey(), test.keys.vaultId))).toBeNull();
    const content = await readFile(path);
    await writeFile(path, content.subarray(0, -1));
    expect(await readSummary(path, test.keys)).toBeNull();
  });

  it('of before there were summaries is read to its end', async () => {
    const path = await write();
    const content = await readFile(path);
    // Its summary: mark, length, nonce, two numbers, a digest and a tag; then the end.
    await writeFile(path, Buffer.concat([content.subarray(0, -(5 + 12 + 8 + 32 + 16 + 1)), Buffer.from([0])]));
    const end: BackupEnd = { isCut: true, damaged: 0, summary: null };
    const found = await Array.fromAsync((await openBackup(path)).versions(test.keys, end));
    expect(found).toHaveLength(12);
    expect(end).toMatchObject({ isCut: false, damaged: 0, summary: null });
    expect((await listBackups(folder, test.keys)).map(({ records }) => records)).toEqual([12]);
  });

  it.each([
    ['a byte of a record', (content: Buffer) => flipped(content, 2000)],
    ['a byte of its envelope', (content: Buffer) => flipped(content, content.indexOf('"salt":"') + 8)],
    ['its end to something longer', (content: Buffer) => Buffer.concat([content, Buffer.from([0])])],
    ['the end', (content: Buffer) => content.subarray(0, -1)],
    ['a whole record', (content: Buffer) => withoutFrame(content)],
  ])('that lost %s between writing and reading again gets no name', async (_what, spoil) => {
    const spoiling = writeBackup(join(folder, backupName('', NOW)), {
      envelope,
      keys: test.keys,
      versions: test.vault.versions(),
      beforeVerifying: async (temporary) => writeFile(temporary, spoil(await readFile(temporary))),
    });
    await expect(spoiling).rejects.toMatchObject({ error: { code: 'backup-not-verified' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['backup-unrecognised', () => Buffer.alloc(0)],
    ['backup-unrecognised', () => randomBytes(4000)],
    ['backup-too-new', () => Buffer.from('DAYGROVE-BACKUP-2\nsomething else')],
    [
      'backup-too-new',
      (content: Buffer) => Buffer.from(content.toString('latin1').replace('"format":1', '"format":9'), 'latin1'),
    ],
    ['backup-cut', (content: Buffer) => content.subarray(0, 200)],
    ['backup-cut', (content: Buffer) => content.subarray(0, 20)],
  ])('is told %s by its head', async (code, change) => {
    const path = await write();
    await writeFile(path, change(await readFile(path)));
    await expect(openBackup(path)).rejects.toMatchObject({ error: { code } });
  });

  it('has a name of its own among other devices’ and other vaults’, and only those are removed', async () => {
    const path = await write();
    const others = ['daygrove-aaaaaaaa-0000000000000000-2026-11-22T081400Z.daygrove-backup', 'letters.odt', 'x.new'];
    for (const name of others) await writeFile(join(folder, name), 'of somebody else');
    const prefix = 'daygrove-bbbbbbbb-0000000000000000-';
    for (const name of [backupName(prefix, NOW), `${backupName(prefix, NOW)}.new`])
      await writeFile(join(folder, name), '');
    expect(await backupFiles(folder)).toEqual([{ name: path.slice(folder.length + 1), time: NOW }]);
    await removeBackups(
      folder,
      prefix,
      (await backupFiles(folder, prefix)).map(({ name }) => name),
    );
    expect((await readdir(folder)).toSorted()).toEqual([...others, path.slice(folder.length + 1)].toSorted());
  });
});

function flipped(content: Buffer, at: number): Buffer {
  content[at]! ^= 1;
  return content;
}

/** The first record's frame cut out, as if nobody had written it. */
function withoutFrame(content: Buffer): Buffer {
  const start = 18 + 4 + content.readUInt32BE(18);
  return Buffer.concat([content.subarray(0, start), content.subarray(start + 5 + content.readUInt32BE(start + 1))]);
}
