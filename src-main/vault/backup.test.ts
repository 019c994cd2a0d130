import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupNames, listBackups, readBackup, rotateBackups, writeBackup } from './backup.ts';
import { sealEnvelope, type Envelope } from './envelope.ts';
import { deriveKeys, newVaultKey } from './keys.ts';
import { FLOOR_COST } from './passphrase.ts';
import { openTestVault, type TestVault } from './testing/test-vault.ts';
import type { SealedVersion } from './vault.ts';

const NOW = Date.parse('2026-11-22T08:14:00Z');
const DAY = 24 * 60 * 60 * 1000;
let test: TestVault;
let envelope: Envelope;
let versions: SealedVersion[];
let folder: string;

beforeEach(async () => {
  test = await openTestVault();
  folder = join(test.folder, 'backups');
  const parts = { vaultKey: newVaultKey(), vaultId: test.keys.vaultId, recoveryKey: randomBytes(16), passphrase: 'p' };
  envelope = await sealEnvelope({ ...parts, cost: FLOOR_COST });
  for (let i = 0; i < 12; i += 1) {
    const fields = { day: '2026-11-22', createdAt: NOW, zone: 'UTC', body: `entry ${i}` };
    await test.vault.commit([{ id: randomBytes(16), type: 'entry', fields }]);
  }
  versions = await Array.fromAsync(test.vault.versions());
});
afterEach(() => test.remove());

const write = (at = NOW): Promise<string> => writeBackup(folder, at, envelope, test.keys, test.vault.versions());
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
    changed[content.byteLength - 50]! ^= 1;
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
    await expect(writeBackup(folder, NOW, envelope, test.keys, failing())).rejects.toThrow('full');
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays among the newest seven', async () => {
    for (let day = 0; day < 9; day += 1) await write(NOW + day * DAY);
    await writeFile(join(folder, '2026-11-30T000000Z.daygrove-backup.new'), 'half');
    await rotateBackups(folder);
    expect(await backupNames(folder)).toHaveLength(7);
    expect((await backupNames(folder)).at(-1)).toBe('2026-11-24T081400Z.daygrove-backup');
    expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
