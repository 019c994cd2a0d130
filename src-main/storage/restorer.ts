import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupLook } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import { restoredFolder } from '../profile/restored-folder.ts';
import { openBackup, type BackupEnd, type BackupReader } from '../vault/backup.ts';
import { readEnvelope, writeEnvelope } from '../vault/envelope-file.ts';
import { signedBy, type Envelope } from '../vault/envelope.ts';
import type { VaultKeys } from '../vault/keys.ts';
import type { Projection } from '../vault/projection.ts';
import { exists, moveAside, removeDatabase, renameDatabase } from '../vault/salvage.ts';
import { Vault, type SealedVersion } from '../vault/vault.ts';
import { BACKUP_SETTINGS } from './backup-keeper.ts';
import { compareVaults, figuresOf, ofBackup } from './compare-vaults.ts';
import type { SyncConfig } from './protocol.ts';
import { dropRestored, nameForReplaced, replacedPath, settleClosed, swapVaults } from './vault-swap.ts';

export interface RestorerOptions {
  /** The profile's. */
  readonly folder: string;
  readonly clock: Clock;
  readonly projections: readonly Projection[];
  /** In bytes of the backup's file. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A vault that was built from a backup and is closed. */
interface Built {
  readonly envelope: Envelope;
  readonly keys: VaultKeys;
  /** Of the vault that it was compared with; null: there was none. */
  readonly keptAs: string | null;
}

const ADOPT_RECORDS = 200;
const ADOPT_BYTES = 8 * 1024 * 1024;
/** This device's bookkeeping that a restored vault goes on with. What was seen on a server proves nothing about it, and is not among it. */
const KEPT_SETTINGS = [...BACKUP_SETTINGS, 'reminder-memory'] as const;

/** Builds a vault from a backup, beside the present one and without touching it, and puts it in its place when the person has seen what it holds. */
export class Restorer {
  readonly #options: RestorerOptions;
  #built: Built | null = null;
  #work: Promise<unknown> = Promise.resolve();
  #stops = 0;

  constructor(options: RestorerOptions) {
    this.#options = options;
  }

  get #path(): string {
    return join(restoredFolder(this.#options.folder), 'vault.db');
  }

  /**
   * @param present the vault that is open; null: this profile has none
   * @param openWith opens the backup's own envelope with what the person typed; only asked where no vault is open
   */
  look(
    path: string,
    writtenAt: number | null,
    present: Vault | null,
    openWith: (envelope: Envelope) => Promise<{ readonly envelope: Envelope; readonly keys: VaultKeys }>,
  ): Promise<BackupLook> {
    return this.#inTurn((heed) => this.#look(path, writtenAt, present, openWith, heed));
  }

  /** Ends the work at hand and waits until it has ended. */
  async stop(): Promise<void> {
    this.#stops += 1;
    await this.#work;
  }

  /** @throws AppFailure `not-found` where nothing was looked at beside an open vault */
  expectBuilt(): void {
    if (this.#built?.keptAs == null) throw new AppFailure('not-found');
  }

  /** Forgets what was built, and removes it. */
  drop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#built = null;
      await dropRestored(this.#options.folder);
    });
  }

  /** There is one place to build in: each piece of work ends the one at hand, and begins when that has ended. */
  #inTurn<T>(work: (heed: () => void) => Promise<T>): Promise<T> {
    this.#stops += 1;
    const stops = this.#stops;
    const heed = (): void => {
      if (stops !== this.#stops) throw new AppFailure('cancelled');
    };
    const turn = this.#work.then(() => work(heed));
    this.#work = turn.catch(() => {});
    return turn;
  }

  async #look(
    path: string,
    writtenAt: number | null,
    present: Vault | null,
    openWith: (envelope: Envelope) => Promise<{ readonly envelope: Envelope; readonly keys: VaultKeys }>,
    heed: () => void,
  ): Promise<BackupLook> {
    heed();
    const { folder, clock, projections } = this.#options;
    this.#built = null;
    const reader = await openBackup(path);
    const { envelope, keys } =
      present === null
        ? await ofBackup(openWith(reader.envelope))
        : { envelope: await presentEnvelope(folder), keys: keysFor(reader.envelope, present.keys) };
    heed();
    await mkdir(restoredFolder(folder), { recursive: true, mode: 0o700 });
    await removeDatabase(this.#path);
    // A new file makes a new device: no stamp of what is written from now on can be one that was given before.
    const built = await ofBackup(Vault.open(this.#path, keys, clock, projections));
    try {
      const { unreadable, end } = await ofBackup(this.#fill(built, reader, keys, heed));
      const records = await built.versionCount();
      if (records === 0 && unreadable > 0) throw new AppFailure('backup-unreadable');
      const keptAs = present === null ? null : await nameForReplaced(folder, clock.now());
      const look: BackupLook = {
        writtenAt: writtenAt === null ? null : new Date(writtenAt).toISOString(),
        records,
        unreadable,
        isCut: end.isCut,
        ...(await this.#compare(built, present, keptAs, heed)),
      };
      await built.close();
      await settleClosed(this.#path);
      // Now it is a profile of its own.
      await writeEnvelope(restoredFolder(folder), envelope);
      this.#built = { envelope, keys, keptAs };
      return look;
    } catch (error) {
      built.abandon();
      await removeDatabase(this.#path).catch(() => {});
      throw error;
    }
  }

  async #fill(
    built: Vault,
    reader: BackupReader,
    keys: VaultKeys,
    heed: () => void,
  ): Promise<{ readonly unreadable: number; readonly end: BackupEnd }> {
    const end: BackupEnd = { isCut: true, damaged: 0, summary: null };
    let step: SealedVersion[] = [];
    let bytes = 0;
    let closed = 0;
    const flush = async (): Promise<void> => {
      heed();
      closed += step.filter((version) => !built.opens(version)).length;
      await built.adopt(step);
      [step, bytes] = [[], 0];
      this.#options.onProgress(Math.min(end.position ?? 0, reader.size), reader.size);
    };
    for await (const version of reader.versions(keys, end)) {
      step.push(version);
      bytes += version.box.byteLength;
      if (step.length >= ADOPT_RECORDS || bytes >= ADOPT_BYTES) await flush();
    }
    await flush();
    return { unreadable: closed + end.damaged, end };
  }

  async #compare(
    built: Vault,
    present: Vault | null,
    keptAs: string | null,
    heed: () => void,
  ): Promise<Pick<BackupLook, 'backup' | 'comparison'>> {
    if (present === null || keptAs === null) return { backup: await ofBackup(figuresOf(built)), comparison: null };
    const { backup, ...comparison } = await compareVaults(present, built, heed);
    const isSynced = (await present.setting('sync-config')) !== null;
    return { backup, comparison: { ...comparison, isSynced, keptAs: replacedPath(this.#options.folder, keptAs) } };
  }

  /**
   * Puts what was looked at in the place of `present`, which is closed by it. Cut off anywhere, the next unlock finds one whole vault: the old one, or from the journal
   * on the new one.
   * @throws AppFailure `not-found` where nothing was looked at, or what was is not of this vault's present key any more
   */
  replace(present: Vault): Promise<{ readonly keptAs: string }> {
    return this.#inTurn(() => this.#replace(present));
  }

  async #replace(present: Vault): Promise<{ readonly keptAs: string }> {
    const { folder, clock, projections } = this.#options;
    const built = this.#built;
    if (built?.keptAs == null) throw new AppFailure('not-found');
    // A renewal came between: under the new envelope nothing would open what was built.
    if (!Buffer.from(built.keys.recordKey).equals(present.keys.recordKey)) throw new AppFailure('not-found');
    // Opening makes an empty vault where there is none.
    if (!(await exists(this.#path))) throw new AppFailure('not-found');
    const kept: Record<string, Uint8Array | null> = {};
    for (const name of KEPT_SETTINGS) kept[name] = await present.setting(name);
    kept['sync-config'] = paused(await present.setting('sync-config'));
    const restored = await Vault.open(this.#path, built.keys, clock, projections);
    await restored.changeSettings(kept);
    await restored.close();
    this.#built = null;
    await present.close();
    await swapVaults(folder, built.keptAs);
    return { keptAs: built.keptAs };
  }

  /** Makes what was looked at the vault of a profile that has none. The caller opens it. */
  become(newPath: string, path: string): Promise<VaultKeys> {
    return this.#inTurn(() => this.#become(newPath, path));
  }

  async #become(newPath: string, path: string): Promise<VaultKeys> {
    const { folder, clock } = this.#options;
    const built = this.#built;
    if (built === null || built.keptAs !== null) throw new AppFailure('not-found');
    if ((await readEnvelope(folder)) !== null || (await exists(path))) throw new AppFailure('vault-exists');
    await moveAside(newPath, join(folder, 'damaged'), clock.now());
    // As a vault that was just made: with the envelope it exists, and an unlock finishes the renaming.
    await renameDatabase(this.#path, newPath);
    await writeEnvelope(folder, built.envelope);
    await renameDatabase(newPath, path);
    this.#built = null;
    await dropRestored(folder);
    return built.keys;
  }
}

async function presentEnvelope(folder: string): Promise<Envelope> {
  const envelope = await readEnvelope(folder);
  if (envelope === null) throw new AppFailure('vault-damaged');
  return envelope;
}

/** The open vault's keys, where they open what a backup of this envelope holds. */
function keysFor(envelope: Envelope, keys: VaultKeys): VaultKeys {
  if (!Buffer.from(envelope.vaultId, 'base64').equals(keys.vaultId)) throw new AppFailure('backup-other-vault');
  // Not signed: from before there were signatures. Its frames open or they do not.
  if (envelope.macs.length === 0) return keys;
  const places = [keys, ...keys.earlier].map(({ envelopeKey }) => signedBy(envelope, envelopeKey));
  if (places.includes(0)) return keys;
  throw new AppFailure(places.some((place) => place !== null) ? 'backup-newer-key' : 'backup-other-vault');
}

function paused(config: Uint8Array | null): Uint8Array | null {
  if (config === null) return null;
  const value = JSON.parse(Buffer.from(config).toString('utf8')) as SyncConfig;
  return Buffer.from(JSON.stringify({ ...value, paused: true } satisfies SyncConfig));
}
