import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppFailure } from '../../src-shared/result.ts';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { writeBackup } from '../vault/backup.ts';
import { writeEnvelope } from '../vault/envelope-file.ts';
import { sealEnvelope } from '../vault/envelope.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../vault/keys.ts';
import { FLOOR_COST } from '../vault/passphrase.ts';
import type { Projection } from '../vault/projection.ts';
import { exists } from '../vault/salvage.ts';
import { StillClock } from '../vault/testing/test-vault.ts';
import { Vault, type RecordChange } from '../vault/vault.ts';
import { Restorer } from './restorer.ts';
import { projections } from './service.ts';
import { VaultKeeper } from './vault-keeper.ts';

const PASSPHRASE = 'a passphrase of six words or so';
const clock = new StillClock('2026-11-22T08:14:00Z');
let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const entry = (body: string): RecordChange => ({
  id: randomBytes(16),
  type: 'entry',
  fields: { day: '2026-11-22', createdAt: 1, zone: 'UTC', body },
});

const codeOf = (thrown: unknown): string => (thrown instanceof AppFailure ? thrown.error.code : String(thrown));

/** Opens what lies in the folder. */
function keeperOf(): VaultKeeper {
  return new VaultKeeper({ folder, clock, passphraseCost: 'floor', projections, log: () => {} });
}

/** A vault of one entry with a backup. */
async function backedUp(): Promise<{ readonly keeper: VaultKeeper; readonly source: string }> {
  const keeper = keeperOf();
  await keeper.confirmRecoveryKey(await keeper.create(PASSPHRASE));
  await keeper.vault.commit([entry('words')]);
  await keeper.backUp();
  const [backup] = (await keeper.backupsState()).backups;
  return { keeper, source: backup!.name };
}

// Keys are stretched many times, which takes seconds on a busy machine.
describe('what was looked at', { timeout: 60_000 }, () => {
  it('is forgotten where the key is renewed: it lies under the old one', async () => {
    const { keeper, source } = await backedUp();
    await keeper.restoreLook({ source, secret: null });
    const built = join(folder, 'restored', 'vault.db');
    expect(await exists(built)).toBe(true);
    await keeper.confirmRenewal(await keeper.renewKey(PASSPHRASE), () => {}, new AbortController().signal);
    expect(await exists(built)).toBe(false);
    expect(codeOf(await keeper.restoreTake().catch((error: unknown) => error))).toBe('not-found');
    expect(await keeper.vault.versionCount()).toBe(1);
    // Looked at once more, it is built under the present key.
    await keeper.restoreLook({ source, secret: null });
    await keeper.restoreTake();
    await keeper.close();
    const again = keeperOf();
    await again.unlock('passphrase', PASSPHRASE);
    expect(await again.vault.versionCount()).toBe(1);
    await again.close();
  });

  it('is not taken where another key holds, or its file is gone: no empty vault takes the place of a full one', async () => {
    const { keeper, source } = await backedUp();
    const [vaultKey, vaultId] = [newVaultKey(), newVaultId()];
    const restorer = new Restorer({ folder, clock, projections, onProgress: () => {} });
    await restorer.look(join(folder, 'backups', source), null, keeper.vault, () => Promise.reject(new Error('asked')));
    const other = await Vault.open(join(folder, 'other.db'), deriveKeys(vaultKey, vaultId), clock, projections);
    await expect(restorer.replace(other)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await other.close();
    await removeFolder(join(folder, 'restored'));
    await expect(restorer.replace(keeper.vault)).rejects.toMatchObject({ error: { code: 'not-found' } });
    expect(await exists(join(folder, 'restored', 'vault.db'))).toBe(false);
    expect(await keeper.vault.versionCount()).toBe(1);
    await keeper.close();
  });

  it('is what was asked for last, however many looks are asked for at once', async () => {
    const { keeper, source } = await backedUp();
    clock.advance(24 * 60 * 60 * 1000);
    await keeper.vault.commit([entry('more words')]);
    await keeper.backUp();
    const newest = (await keeper.backupsState()).backups[0]!.name;
    expect(newest).not.toBe(source);
    const restorer = new Restorer({ folder, clock, projections, onProgress: () => {} });
    const asked = [source, source, newest].map((name) =>
      restorer.look(join(folder, 'backups', name), null, keeper.vault, () => Promise.reject(new Error('asked'))),
    );
    const answers = await Promise.allSettled(asked);
    expect(
      answers.map((answer) => (answer.status === 'rejected' ? codeOf(answer.reason) : answer.value.records)),
    ).toEqual(['cancelled', 'cancelled', 2]);
    await restorer.replace(keeper.vault);
    await keeper.close();
    const again = keeperOf();
    await again.unlock('passphrase', PASSPHRASE);
    expect(await again.vault.versionCount()).toBe(2);
    await again.close();
  });
});

it('damage of what a backup makes is the backup’s, and no damage of the vault that is open', async () => {
  const [vaultKey, vaultId] = [newVaultKey(), newVaultId()];
  const parts = { vaultKey, vaultId, recoveryKey: randomBytes(16), passphrase: PASSPHRASE, cost: FLOOR_COST };
  const envelope = await sealEnvelope(parts);
  await writeEnvelope(folder, envelope);
  const keys = deriveKeys(vaultKey, vaultId);
  const vault = await Vault.open(join(folder, 'vault.db'), keys, clock, projections);
  await vault.commit([entry('words')]);
  const path = join(folder, 'a.daygrove-backup');
  await writeBackup(path, { envelope, keys, versions: vault.versions() });
  await vault.erase((await vault.read.all('SELECT id FROM entry')).map((row) => new Uint8Array(row.id as ArrayBuffer)));
  // A disk that lies: what was put into the vault that is built is not in it.
  const lying = projections.map((each): Projection =>
    each.recordType === 'entry' ? { ...each, project: () => [{ sql: "UPDATE version SET box = x'00'" }] } : each,
  );
  const restorer = new Restorer({ folder, clock, projections: lying, onProgress: () => {} });
  await expect(restorer.look(path, null, vault, () => Promise.reject(new Error('asked')))).rejects.toMatchObject({
    error: { code: 'backup-unreadable' },
  });
  expect(await vault.versionCount()).toBe(1);
  await vault.close();
});
