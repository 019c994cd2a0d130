/** A backup is read in steps, between which the person goes on writing: it is the vault of the moment when its reading began. */
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { projections } from '../storage/service.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { openBackup, verifyBackup, writeBackup } from './backup.ts';
import { sealEnvelope, type Envelope } from './envelope.ts';
import { deriveKeys, newVaultId, newVaultKey } from './keys.ts';
import { FLOOR_COST } from './passphrase.ts';
import { StillClock } from './testing/test-vault.ts';
import { Vault, type RecordChange, type SealedVersion } from './vault.ts';

const HOUR = 60 * 60 * 1000;
const vaultKey = newVaultKey();
const vaultId = newVaultId();
const keys = deriveKeys(vaultKey, vaultId);
let clock: StillClock;
let envelope: Envelope;
let folder: string;
let vault: Vault;

beforeAll(async () => {
  const parts = { vaultKey, vaultId, recoveryKey: randomBytes(16), passphrase: 'p' };
  envelope = await sealEnvelope({ ...parts, cost: FLOOR_COST });
});
beforeEach(async () => {
  clock = new StillClock('2026-11-22T08:14:00Z');
  folder = await temporaryFolder();
  vault = await Vault.open(join(folder, 'vault.db'), keys, clock, projections);
});
afterEach(async () => {
  await vault.close();
  await removeFolder(folder);
});

const entry = (id: Uint8Array, body: string): RecordChange => ({
  id,
  type: 'entry',
  fields: { day: '2026-11-22', createdAt: 1, zone: 'UTC', body },
});

/** @param meanwhile called with the number of versions that were read so far */
async function backUp(meanwhile: (read: number) => Promise<void>): Promise<string> {
  const path = join(folder, 'b');
  async function* read(): AsyncGenerator<SealedVersion> {
    let count = 0;
    for await (const version of vault.versions()) {
      count += 1;
      yield version;
      await meanwhile(count);
    }
  }
  const summary = await writeBackup(path, { envelope, keys, versions: read() });
  await verifyBackup(path, keys, { ...summary, envelope });
  return path;
}

async function restored(path: string): Promise<{ bodies: string[]; heads: number; conflicts: number }> {
  const built = await Vault.open(join(folder, 'r.db'), keys, clock, projections);
  await built.adopt(await Array.fromAsync((await openBackup(path)).versions(keys)));
  const rows = await built.read.all('SELECT CAST(body AS BLOB) AS body FROM entry ORDER BY body');
  const counts = await built.read.first(
    'SELECT (SELECT count(*) FROM head) AS heads, (SELECT count(*) FROM conflict) AS conflicts',
  );
  await built.close();
  const bodies = rows.map(({ body }) => Buffer.from(body as ArrayBuffer).toString());
  return { bodies, heads: Number(counts?.heads), conflicts: Number(counts?.conflicts) };
}

it('holds one version of an entry that is saved again within its sitting', async () => {
  const id = randomBytes(16);
  const before = 'Lunch with Anna.\n\nI hate my boss and will tell nobody.\n\nRain in the evening.';
  await vault.commit([entry(id, before)]);
  await vault.commit([entry(randomBytes(16), 'another')]);
  clock.advance(1000);
  const path = await backUp(async (read) => {
    if (read === 2) await vault.commit([entry(id, 'Lunch with Anna.\n\nRain at night.')]);
  });
  expect(await restored(path)).toEqual({ bodies: [before, 'another'], heads: 2, conflicts: 0 });
  expect((await vault.record(id))?.fields['body']).toBe('Lunch with Anna.\n\nRain at night.');
});

it('holds all of a moment where rows are erased and their numbers are given again', async () => {
  const old = randomBytes(16);
  await vault.commit([entry(randomBytes(16), 'first')]);
  for (let sitting = 0; sitting < 4; sitting += 1) {
    clock.advance(HOUR);
    await vault.commit([entry(old, `sitting ${sitting}`)]);
  }
  const path = await backUp(async (read) => {
    if (read !== 5) return;
    await vault.erase([old]);
    for (let later = 0; later < 5; later += 1) await vault.commit([entry(randomBytes(16), `later ${later}`)]);
  });
  expect(await restored(path)).toEqual({ bodies: ['first', 'sitting 3'], heads: 2, conflicts: 0 });
});

it('holds back no checkpoint once it was read, or left', async () => {
  for (let count = 0; count < 40; count += 1) await vault.commit([entry(randomBytes(16), `entry ${count}`)]);
  for (const most of [1, 40]) {
    let read = 0;
    for await (const version of vault.versions()) {
      expect(vault.opens(version)).toBe(true);
      read += 1;
      await vault.commit([entry(randomBytes(16), `beside ${read}`)]);
      if (read === most) break;
    }
    expect(read).toBe(most);
  }
  await vault.close();
  // What a reader that is still open keeps in the WAL cannot be brought into the file.
  expect(
    await stat(join(folder, 'vault.db-wal')).then(
      (file) => file.size,
      () => 0,
    ),
  ).toBe(0);
  vault = await Vault.open(join(folder, 'vault.db'), keys, clock, projections);
  expect(await vault.versionCount()).toBe(81);
});
