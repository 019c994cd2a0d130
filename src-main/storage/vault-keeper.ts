import { join } from 'node:path';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { BackupLook, BackupsState } from '../../src-shared/contract/backups.ts';
import { everyBackupFile, listBackups } from '../vault/backup-files.ts';
import { openBackup, readBackup } from '../vault/backup.ts';
import { copiesDiffer, readEnvelope, readEnvelopeCopies, writeEnvelope } from '../vault/envelope-file.ts';
import { readFile, rm } from 'node:fs/promises';
import { parseEnvelope } from '../vault/envelope-file.ts';
import { writeDurably } from '../files/durable-file.ts';
import { sealDeviceSlot, type NewDeviceSlot } from '../vault/device-slot.ts';
import {
  compareEnvelopes,
  sealEnvelope,
  signed,
  signedBy,
  withNewKey,
  type Envelope,
  type KeyChain,
} from '../vault/envelope.ts';
import { deriveKeys, newVaultId, newVaultKey, type VaultKeys } from '../vault/keys.ts';
import type { Projection } from '../vault/projection.ts';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey } from '../vault/recovery-key.ts';
import {
  exists,
  finishRename,
  moveAside,
  opensUnder,
  removeDatabase,
  renameDatabase,
  salvageSetting,
  salvageVersions,
} from '../vault/salvage.ts';
import { openVersion, Vault, type RebuildProgress, type SealedVersion } from '../vault/vault.ts';
import { BACKUP_SETTINGS, BackupKeeper } from './backup-keeper.ts';
import type { KeptHere, StorageCalls } from './protocol.ts';
import { Restorer } from './restorer.ts';
import { Verifier, type VerifyPage } from './verifier.ts';
import { uploadedBackup } from '../profile/restored-folder.ts';
import { openCopies, signedCopy, type Fits } from './envelope-copies.ts';
import { dropRestored, finishSwap, listReplaced } from './vault-swap.ts';
import { keysOf, openEnvelope, WaysIn, type DeviceOutcome } from './ways-in.ts';

export interface VaultKeeperOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly passphraseCost: 'calibrated' | 'floor';
  readonly projections: readonly Projection[];
  readonly log: Log;
  /** Of work that takes long and can be cancelled. */
  readonly onWork?: (progress: { work: 'backup' | 'restore' | 'verify'; done: number; total: number }) => void;
  readonly onBackupsChanged?: () => void;
}

const ADOPT_STEP = 200;

/** A renewal of the key that was prepared and waits for its recovery key to be typed back. */
interface Renewal {
  /** What it was prepared from. */
  readonly base: Envelope;
  readonly envelope: Envelope;
  readonly chain: KeyChain;
  readonly recoveryKey: Uint8Array;
}

interface Pending {
  readonly vaultId: Uint8Array;
  readonly vaultKey: Uint8Array;
  readonly recoveryKey: Uint8Array;
  readonly envelope: Envelope;
}

/** The vault of one profile over its life in this process: being made, opened, found damaged, rebuilt, backed up. */
export class VaultKeeper {
  readonly #options: VaultKeeperOptions;
  #vault: Vault | null = null;
  #pending: Pending | null = null;
  #renewal: Renewal | null = null;
  readonly #waysIn: WaysIn;
  readonly #fits: Fits = (envelope, chain) => opensUnder(this.#path, keysOf(envelope, chain));
  /** The envelope of a vault that is being fetched; it is written when everything is there. */
  #joining: Envelope | null = null;
  /** The keys of a vault whose file does not open: what rebuilding needs. */
  #damagedKeys: VaultKeys | null = null;
  readonly #backupKeeper: BackupKeeper;
  readonly #restorer: Restorer;
  #verifier: { readonly vault: Vault; readonly verifier: Verifier } | null = null;

  constructor(options: VaultKeeperOptions) {
    this.#options = options;
    const { folder, clock, log, projections, passphraseCost, onWork = () => {} } = options;
    this.#waysIn = new WaysIn({
      passphraseCost,
      envelope: () => this.envelope(),
      copies: () => this.#copies(),
      fits: this.#fits,
      takeEnvelope: (envelope) => this.takeEnvelope(envelope),
    });
    this.#backupKeeper = new BackupKeeper({
      folder: this.#backups,
      clock,
      log,
      envelope: () => this.#envelope(),
      onProgress: (done, total) => onWork({ work: 'backup', done, total }),
      onChanged: () => options.onBackupsChanged?.(),
    });
    this.#restorer = new Restorer({
      folder,
      clock,
      projections,
      onProgress: (done, total) => onWork({ work: 'restore', done, total }),
    });
  }

  /** @throws AppFailure `vault-locked` */
  get vault(): Vault {
    if (this.#vault === null) throw new AppFailure('vault-locked');
    return this.#vault;
  }

  get #path(): string {
    return join(this.#options.folder, 'vault.db');
  }

  get #newPath(): string {
    return join(this.#options.folder, 'vault.new.db');
  }

  /** A rebuild at work; never taken for anything else, however it ended. */
  get #rebuildingPath(): string {
    return join(this.#options.folder, 'vault.rebuilding.db');
  }

  /** A rebuild that is whole: it gets this name last, so that an unlock may put it in the vault's place. */
  get #rebuiltPath(): string {
    return join(this.#options.folder, 'vault.rebuilt.db');
  }

  get #backups(): string {
    return join(this.#options.folder, 'backups');
  }

  /** Makes a vault in memory. @returns its recovery key as text. */
  async create(passphrase: string): Promise<string> {
    if ((await readEnvelope(this.#options.folder)) !== null) throw new AppFailure('vault-exists');
    const cost = await this.#waysIn.cost();
    const parts = { vaultId: newVaultId(), vaultKey: newVaultKey(), recoveryKey: newRecoveryKey() };
    this.#pending = { ...parts, envelope: await sealEnvelope({ ...parts, passphrase, cost }) };
    return formatRecoveryKey(parts.recoveryKey);
  }

  /** Writes the vault that `create` made, once the person has shown that the recovery key was kept. */
  async confirmRecoveryKey(typed: string): Promise<void> {
    const pending = this.#pending;
    if (pending === null) throw new AppFailure('not-found');
    const key = parseRecoveryKey(typed);
    if (key === null || !Buffer.from(key).equals(pending.recoveryKey)) throw new AppFailure('recovery-key-mismatch');
    const { folder, clock, projections } = this.#options;
    if ((await readEnvelope(folder)) !== null || (await exists(this.#path))) throw new AppFailure('vault-exists');
    // What an earlier start that never came to its end left. It was never a vault: no envelope, no key.
    await moveAside(this.#newPath, join(folder, 'damaged'), clock.now());
    const keys = deriveKeys(pending.vaultKey, pending.vaultId);
    const made = await Vault.open(this.#newPath, keys, clock, projections);
    await made.close();
    // With the envelope the vault exists; where the rename behind it is cut off, the next unlock does it.
    await writeEnvelope(folder, pending.envelope);
    await renameDatabase(this.#newPath, this.#path);
    this.#vault = await this.#open(keys);
    this.#pending = null;
    this.#options.log('vault-created');
  }

  /** @throws AppFailure `vault-absent`, `wrong-secret`, `vault-damaged`, `vault-too-new`, … */
  async unlock(method: 'passphrase' | 'recovery-key', secret: string): Promise<void> {
    await finishSwap(this.#options.folder);
    const open = (copy: Envelope): Promise<KeyChain> => openEnvelope(copy, method, secret);
    const { envelope, chain } = await openCopies(await this.#copies(), open, this.#fits);
    await this.#unlockWith(envelope, chain);
  }

  /**
   * By this computer's keychain.
   * @throws AppFailure as `unlock`, but for `wrong-secret`: whatever the keychain gave out is no guess of a person's
   */
  async unlockWithDevice(slot: unknown, secret: Uint8Array): Promise<DeviceOutcome['outcome']> {
    await finishSwap(this.#options.folder);
    const opened = await this.#waysIn.openDeviceSlot(slot, secret);
    if (opened.outcome === 'opened') await this.#unlockWith(opened.envelope, opened.chain);
    return opened.outcome;
  }

  async #unlockWith(envelope: Envelope, chain: KeyChain): Promise<void> {
    const keys = keysOf(envelope, chain);
    try {
      await this.#finishRenewal(keys);
      // A rebuild gets its finished name only when it is whole, and a new vault gets its envelope only when its file is: whichever
      // was cut off before its last rename has that still to do.
      const { folder, clock } = this.#options;
      for (const finished of [this.#rebuiltPath, this.#newPath]) {
        await finishRename(finished, this.#path, join(folder, 'damaged'), clock.now());
      }
      // libsql would make a new, empty database where the file is gone; a vault that was there and is not is damage.
      if (!(await exists(this.#path))) throw new AppFailure('vault-damaged');
      this.#vault = await this.#open(keys);
      const current = signed(envelope, chain);
      // A change that was cut off between the two copies: the second would still let the replaced passphrase in if the first went bad. Or one that went bad: it is mended.
      if (current !== envelope || (await copiesDiffer(folder))) await writeEnvelope(folder, current);
    } catch (thrown) {
      if (thrown instanceof AppFailure && thrown.error.code === 'vault-damaged') {
        this.#damagedKeys = keys;
        this.#options.log('vault-damaged');
      }
      throw thrown;
    }
    // Of a look at a backup that never came to its end.
    await dropRestored(this.#options.folder).catch(() => {});
    this.#options.log('vault-unlocked');
  }

  /** Damage that showed itself while the vault was open: closes it and keeps what rebuilding needs. */
  async foundDamage(): Promise<void> {
    if (this.#vault === null) return;
    this.#damagedKeys = this.#vault.keys;
    const vault = this.#vault;
    this.#vault = null;
    this.#options.log('vault-damaged');
    await this.#stopBackup();
    vault.abandon();
  }

  async damage(): Promise<{
    readableRecords: number | null;
    backups: { name: string; writtenAt: string; records: number }[];
  }> {
    const keys = this.#keysOfDamaged();
    let readable = 0;
    for await (const version of salvageVersions(this.#path, keys.fileKey)) {
      if (openVersion(keys, version) !== null) readable += 1;
    }
    return { readableRecords: readable === 0 ? null : readable, backups: await listBackups(this.#backups, keys) };
  }

  /**
   * Builds a new database from all that opens in the damaged one and, if named, in a backup; only when that is whole, moves the damaged one
   * aside and puts the new one in its place. Nothing is overwritten.
   */
  async rebuild(backup: string | null): Promise<{ restored: number; unreadable: number; keptAs: string }> {
    const keys = this.#keysOfDamaged();
    const { folder, clock, projections, log } = this.#options;
    const known = await listBackups(this.#backups, keys);
    if (backup !== null && !known.some((each) => each.name === backup)) throw new AppFailure('not-found');
    // What an earlier, interrupted rebuild left is made of the same versions.
    for (const earlier of [this.#rebuildingPath, this.#rebuiltPath]) {
      await moveAside(earlier, join(folder, 'damaged', 'interrupted'), clock.now());
    }
    const rebuilt = await Vault.open(this.#rebuildingPath, keys, clock, projections);
    // Backups should go on being copied to where they were, and what was verified stays verified.
    for (const name of BACKUP_SETTINGS) {
      await rebuilt.changeSettings({ [name]: await salvageSetting(this.#path, keys.fileKey, name) });
    }
    let restored = 0;
    let unreadable = 0;
    const adoptAll = async (versions: AsyncIterable<SealedVersion>): Promise<void> => {
      let step: SealedVersion[] = [];
      const flush = async (): Promise<void> => {
        unreadable += step.filter((version) => !rebuilt.opens(version)).length;
        restored += await rebuilt.adopt(step);
        step = [];
      };
      for await (const version of versions) {
        step.push(version);
        if (step.length >= ADOPT_STEP) await flush();
      }
      await flush();
    };
    await adoptAll(salvageVersions(this.#path, keys.fileKey));
    if (backup !== null) {
      const reader = await readBackup(join(this.#backups, backup));
      if (reader !== null) await adoptAll(reader.versions(keys));
    }
    await rebuilt.rebuildProjections();
    await rebuilt.close();
    await renameDatabase(this.#rebuildingPath, this.#rebuiltPath);
    const keptAs = await moveAside(this.#path, join(folder, 'damaged'), clock.now());
    await renameDatabase(this.#rebuiltPath, this.#path);
    this.#vault = await this.#open(keys);
    this.#damagedKeys = null;
    log('vault-rebuilt', { count: restored });
    return { restored, unreadable, keptAs };
  }

  // The keys of a vault that is open

  /** @throws AppFailure `wrong-secret`, `vault-damaged` */
  confirmPassphrase(passphrase: string): Promise<void> {
    return this.#waysIn.confirmPassphrase(passphrase);
  }

  async changePassphrase(current: string, next: string): Promise<void> {
    await this.#waysIn.changePassphrase(current, next);
    this.#options.log('passphrase-changed');
  }

  newRecoveryKey(passphrase: string): Promise<string> {
    return this.#waysIn.newRecoveryKey(passphrase);
  }

  async confirmNewRecoveryKey(typed: string): Promise<void> {
    await this.#waysIn.confirmNewRecoveryKey(typed);
    this.#options.log('recovery-key-changed');
  }

  makeDeviceSlot(passphrase: string): Promise<NewDeviceSlot> {
    return this.#waysIn.makeDeviceSlot(passphrase);
  }

  /** Prepares a new vault key; nothing is changed. @returns its recovery key as text. */
  async renewKey(passphrase: string): Promise<string> {
    const envelope = await this.envelope();
    const chain = await openEnvelope(envelope, 'passphrase', passphrase);
    const recoveryKey = newRecoveryKey();
    const vaultKey = newVaultKey();
    const vaultId = Buffer.from(envelope.vaultId, 'base64');
    const parts = { vaultId, vaultKey, passphrase, cost: await this.#waysIn.cost(), recoveryKey };
    this.#renewal = {
      base: envelope,
      envelope: await withNewKey(envelope, chain, parts),
      chain: { vaultKey, earlier: [chain.vaultKey, ...chain.earlier] },
      recoveryKey,
    };
    return formatRecoveryKey(recoveryKey);
  }

  /**
   * @returns a device slot under the new key, for a computer whose keychain opened the vault
   * @throws AppFailure `not-found`, `recovery-key-mismatch`; `cancelled`, `disk-full` and what else ends it half way, behind which the old key still holds and it can be confirmed again
   */
  async confirmRenewal(
    typed: string,
    onProgress: (progress: RebuildProgress) => void,
    signal: AbortSignal,
  ): Promise<NewDeviceSlot> {
    const renewal = this.#renewal;
    if (renewal === null) throw new AppFailure('not-found');
    const key = parseRecoveryKey(typed);
    if (key === null || !Buffer.from(key).equals(renewal.recoveryKey)) throw new AppFailure('recovery-key-mismatch');
    // Another device's change may have come since; the renewal was prepared without it.
    if (compareEnvelopes(renewal.base, await this.envelope()) !== 0) throw new AppFailure('not-found');
    await this.#resealUnder(renewal.envelope, renewal.chain, onProgress, signal);
    this.#renewal = null;
    return sealDeviceSlot(renewal.envelope.vaultId, renewal.chain.vaultKey);
  }

  /** Takes over a key that was renewed on another device. */
  async adoptKey(
    method: 'passphrase' | 'recovery-key',
    secret: string,
    onProgress: (progress: RebuildProgress) => void,
    signal: AbortSignal,
  ): Promise<NewDeviceSlot> {
    const renewed = await this.#renewed();
    if (renewed === null) throw new AppFailure('not-found');
    const chain = await openEnvelope(renewed, method, secret);
    // It was signed by a key of ours when it was kept, and is by its own: nobody put another in its place since.
    const { keys } = this.vault;
    const isOurs = [keys, ...keys.earlier].some((each) => signedBy(renewed, each.envelopeKey) !== null);
    if (!isOurs) throw new AppFailure('wrong-secret');
    await this.#resealUnder(renewed, chain, onProgress, signal);
    await rm(this.#renewedEnvelopePath, { force: true });
    return sealDeviceSlot(renewed.vaultId, chain.vaultKey);
  }

  async keepRenewed(envelope: Envelope): Promise<void> {
    const text = `${JSON.stringify(envelope)}\n`;
    await writeDurably(this.#renewedEnvelopePath, (file) => file.writeFile(text));
  }

  async takeEnvelope(envelope: Envelope): Promise<void> {
    await writeEnvelope(this.#options.folder, envelope);
  }

  envelope(): Promise<Envelope> {
    return this.#joining === null ? this.#envelope() : Promise.resolve(this.#joining);
  }

  async #renewed(): Promise<Envelope | null> {
    return parseEnvelope(await readFile(this.#renewedEnvelopePath, 'utf8').catch(() => ''));
  }

  get #renewedEnvelopePath(): string {
    return join(this.#options.folder, 'vault.renewed.json');
  }

  /** A renewal at work; never taken for anything else, however it ended. */
  get #resealingPath(): string {
    return join(this.#options.folder, 'vault.resealing.db');
  }

  /** A renewal that is whole. The envelope decides whether it holds: see `#finishRenewal`. */
  get #resealedPath(): string {
    return join(this.#options.folder, 'vault.resealed.db');
  }

  /**
   * Writes the vault once more under a new key. Three steps, and a crash between any two leaves one whole vault: the new file is finished beside the old one;
   * the envelope is replaced, from which moment on the new key holds; the new file takes the old one's place.
   * @param signal heeded until the new file is finished
   */
  async #resealUnder(
    envelope: Envelope,
    chain: KeyChain,
    onProgress: (progress: RebuildProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, projections, folder, log } = this.#options;
    const old = this.vault;
    const keys = keysOf(envelope, chain);
    await this.#stopBackup();
    // What was built to be looked at is sealed under the key from before. Where its file stays, nobody takes it (`Restorer.replace`), and the next unlock removes it.
    await this.#restorer.drop().catch(() => {});
    await removeDatabase(this.#resealingPath);
    await removeDatabase(this.#resealedPath);
    let resealed: Vault | null = null;
    const heed = (): void => {
      if (signal.aborted) throw new AppFailure('cancelled');
    };
    try {
      heed();
      resealed = await Vault.open(this.#resealingPath, keys, clock, projections);
      await resealed.copyFrom(old, (progress) => {
        heed();
        onProgress(progress);
      });
      await resealed.close();
      heed();
    } catch (error) {
      resealed?.abandon();
      await removeDatabase(this.#resealingPath).catch(() => {});
      throw error;
    }
    await renameDatabase(this.#resealingPath, this.#resealedPath);
    await writeEnvelope(folder, envelope);
    await old.close();
    this.#vault = null;
    await this.#finishRenewal(keys);
    this.#vault = await this.#open(keys);
    await this.#vault.reconsiderUnreadable();
    log('key-renewed');
  }

  /** Puts a finished renewal in the vault's place where its key is the one that holds, and throws it away where it is not. */
  async #finishRenewal(keys: VaultKeys): Promise<void> {
    await removeDatabase(this.#resealingPath);
    if (!(await exists(this.#resealedPath))) return;
    if (await opensUnder(this.#resealedPath, keys)) {
      // Everything that the old file holds is in the new one, and lies open to nobody who has the old key only.
      await removeDatabase(this.#path);
      await renameDatabase(this.#resealedPath, this.#path);
    } else {
      await removeDatabase(this.#resealedPath);
    }
  }

  // A vault that lives on a server already

  /** Opens the envelope that was found there, and begins an empty vault under its key. */
  async joinBegin(text: string, method: 'passphrase' | 'recovery-key', secret: string): Promise<void> {
    const { clock, projections } = this.#options;
    if (await this.#leftOver()) throw new AppFailure('vault-exists');
    const envelope = parseEnvelope(text);
    if (envelope === null) throw new AppFailure('vault-too-new');
    // Whoever puts a vault on a server signs its envelope; one without signatures was tampered with.
    if (envelope.macs.length === 0) throw new AppFailure('sync-no-vault');
    const keys = keysOf(envelope, await openEnvelope(envelope, method, secret));
    await this.joinAbandon();
    this.#vault = await Vault.open(this.#joiningPath, keys, clock, projections);
    this.#joining = envelope;
  }

  async joinFinish(): Promise<void> {
    const envelope = this.#joining;
    const vault = this.#vault;
    if (envelope === null || vault === null) throw new AppFailure('not-found');
    const { keys } = vault;
    await vault.close();
    this.#vault = null;
    // As a vault that was just made: with the envelope it exists, and an unlock finishes the renaming.
    await renameDatabase(this.#joiningPath, this.#newPath);
    await writeEnvelope(this.#options.folder, envelope);
    await renameDatabase(this.#newPath, this.#path);
    this.#joining = null;
    this.#vault = await this.#open(keys);
    this.#options.log('vault-joined');
  }

  /** Leaves nothing behind of a vault that was not fetched to its end; it is whole where it came from. */
  async joinAbandon(): Promise<void> {
    if (this.#joining !== null) this.#vault?.abandon();
    if (this.#joining !== null) this.#vault = null;
    this.#joining = null;
    await removeDatabase(this.#joiningPath);
  }

  get #joiningPath(): string {
    return join(this.#options.folder, 'vault.joining.db');
  }

  // Backups: everything here but `restoreTake` and `restoreDrop` may run beside other requests

  /** In the background: it reads behind the person's own requests. */
  backUpIfDue(): void {
    if (this.#vault !== null && this.#joining === null) void this.#backupKeeper.runIfDue(this.#vault);
  }

  async backUp(): Promise<void> {
    await this.#backupKeeper.run(this.vault);
  }

  async cancelWork(): Promise<void> {
    await Promise.all([this.#backupKeeper.stop(), this.#restorer.stop()]);
  }

  async backupsState(): Promise<Omit<BackupsState, 'canChooseFolder'>> {
    const state = await this.#backupKeeper.state(this.vault);
    return { ...state, replaced: await listReplaced(this.#options.folder) };
  }

  async chooseBackupFolder(path: string | null): Promise<void> {
    if (path === null) await this.#backupKeeper.forgetFolder(this.vault);
    else await this.#backupKeeper.chooseFolder(this.vault, path);
  }

  /** What this computer has of the vault, and what of it no backup holds. */
  async keptHere(): Promise<KeptHere> {
    const { vault } = this;
    const { backups, folder } = await this.#backupKeeper.state(vault);
    const newestAt = backups[0]?.writtenAt ?? null;
    return {
      records: await vault.versionCount(),
      backups: backups.length,
      newestBackupAt: newestAt,
      sinceBackup: await vault.versionsSince(newestAt === null ? 0 : Date.parse(newestAt)),
      outside:
        folder === null
          ? null
          : {
              path: folder.path,
              newestAt: folder.newest,
              since: await vault.versionsSince(folder.newest === null ? 0 : Date.parse(folder.newest)),
            },
    };
  }

  async restoreLook({ source, secret }: StorageCalls['restore-look']['input']): Promise<BackupLook> {
    const kept =
      source === null ? undefined : (await everyBackupFile(this.#backups)).find(({ name }) => name === source);
    if (source !== null && kept === undefined) throw new AppFailure('not-found');
    const path = kept === undefined ? uploadedBackup(this.#options.folder) : join(this.#backups, kept.name);
    if (this.#vault === null && (await this.#leftOver())) throw new AppFailure('vault-locked');
    return this.#restorer.look(path, kept?.time ?? null, this.#vault, async (envelope) => {
      if (secret === null) throw new AppFailure('wrong-secret');
      const chain = await openEnvelope(envelope, secret.method, secret.secret);
      return { envelope: signed(envelope, chain), keys: keysOf(envelope, chain) };
    });
  }

  /** @throws AppFailure what `openBackup` throws */
  async restoreInspect(): Promise<void> {
    if (this.#vault === null && (await this.#leftOver())) throw new AppFailure('vault-locked');
    await openBackup(uploadedBackup(this.#options.folder));
  }

  /** Writes the way back from the restore that is about to be taken, beside other requests; nothing where there is no vault to go back to. */
  async restorePrepare(): Promise<void> {
    if (this.#vault === null) return;
    this.#restorer.expectBuilt();
    await this.#backupKeeper.runBeforeRestore(this.#vault);
  }

  /** With a vault open, that one is closed and kept, and what is open behind it is the restored one. */
  async restoreTake(): Promise<void> {
    const { log, folder } = this.#options;
    const present = this.#vault;
    if (present === null) {
      const keys = await this.#restorer.become(this.#newPath, this.#path);
      this.#vault = await this.#open(keys);
      log('vault-restored');
      return;
    }
    this.#restorer.expectBuilt();
    await this.#stopBackup();
    // Again where something was written since it was prepared; without it nothing is replaced.
    await this.#backupKeeper.runBeforeRestore(present);
    try {
      await this.#restorer.replace(present);
      log('vault-restored');
    } finally {
      // Whatever became of it: the files say which vault holds, and that one is open.
      this.#vault = null;
      await present.close();
      await finishSwap(folder);
      this.#vault = await this.#open(present.keys);
    }
  }

  async restoreDrop(): Promise<void> {
    await this.#restorer.drop();
  }

  /** One page of a look at everything. `begins`: a new look. */
  async verifyPage(begins: boolean): Promise<VerifyPage> {
    const vault = this.vault;
    if (begins || this.#verifier?.vault !== vault) {
      this.#verifier?.verifier.close();
      if (!begins) throw new AppFailure('cancelled');
      this.#verifier = { vault, verifier: await Verifier.begin(vault, this.#options.projections, this.#backups) };
    }
    const page = await this.#verifier!.verifier.page();
    if (page.report !== null) this.#verifier = null;
    this.#options.onWork?.({ work: 'verify', done: page.done, total: page.total });
    return page;
  }

  async close(): Promise<void> {
    await this.#stopBackup();
    await this.#vault?.close();
    this.#vault = null;
  }

  /** A backup is never waited for: locking comes first, and the next unlock begins it again. */
  async #stopBackup(): Promise<void> {
    this.#verifier?.verifier.close();
    this.#verifier = null;
    await this.cancelWork();
  }

  /** The one that holds; of an open vault only one that is whole, where there is one. */
  async #envelope(): Promise<Envelope> {
    const copies = await this.#copies();
    return (this.#vault === null ? null : signedCopy(copies, this.#vault.keys.envelopeKey)) ?? copies[0]!;
  }

  /** At least one, each of them readable; from the newest backup that has one where both beside the vault are gone or broken. */
  async #copies(): Promise<Envelope[]> {
    const { folder } = this.#options;
    const copies = await readEnvelopeCopies(folder).catch(() => []);
    if (copies.length > 0) return copies;
    for (const { name } of await everyBackupFile(this.#backups)) {
      const backup = await readBackup(join(this.#backups, name));
      if (backup === null) continue;
      await writeEnvelope(folder, backup.envelope);
      return [backup.envelope];
    }
    throw new AppFailure((await this.#leftOver()) ? 'vault-damaged' : 'vault-absent');
  }

  async #leftOver(): Promise<boolean> {
    return (await readEnvelope(this.#options.folder).catch(() => true)) !== null || exists(this.#path);
  }

  #open(keys: VaultKeys): Promise<Vault> {
    const { clock, projections, log } = this.#options;
    return Vault.open(this.#path, keys, clock, projections, ({ done, total }) => {
      if (done === total) log('projections-rebuilt', { count: total });
    });
  }

  #keysOfDamaged(): VaultKeys {
    if (this.#damagedKeys === null) throw new AppFailure('vault-locked');
    return this.#damagedKeys;
  }
}
