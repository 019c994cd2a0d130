import { constants } from 'node:fs';
import { access, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupProblem } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import { syncFolder } from '../files/durable-file.ts';
import type { Log } from '../log.ts';
import {
  backupFiles,
  backupName,
  newestBackup,
  prefixOf,
  rotateBackups,
  sizeOf,
  type BackupFile,
} from '../vault/backup-files.ts';
import { openBackup, verifyBackup, type BackupSummary } from '../vault/backup.ts';
import type { Vault } from '../vault/vault.ts';
import { readNotes, readSetting } from './backup-notes.ts';
import { isCancelled, problemOf } from './backup-problem.ts';
import { FolderReach } from './folder-reach.ts';

export interface BackupFolderOptions {
  /** The profile's own backups. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** What is known of the folder, or whether it is worked on, is another. */
  readonly onChanged: () => void;
  /** How long the folder may take for one call; left out: a minute. */
  readonly answersWithinMs?: number;
  /** For tests: a copy is about to be begun. */
  readonly beforeCopying?: () => void;
}

interface ChosenFolder {
  readonly path: string;
  /** ISO instant of the newest backup that was seen there: a folder that does not answer must not hold up the page that shows this. */
  readonly newest: string | null;
  readonly problem: BackupProblem | null;
}

/** A setting of the vault's own, so that the path stands nowhere in clear. */
export const FOLDER_SETTING = 'backup-folder';
const PIECE_BYTES = 4 * 1024 * 1024;
/** A slow stick would otherwise take minutes for the one sync at the end, and look as if it did not answer. */
const PIECES_BETWEEN_SYNCS = 4;

/**
 * The second place: the newest backup of the profile is copied to a folder of the person's choice, verified there and rotated there. It works apart from the backups
 * themselves, and a folder that does not answer is waited for by nobody (`FolderReach`). One piece of work at a time.
 */
export class BackupFolder {
  readonly #options: BackupFolderOptions;
  /** By path. */
  readonly #reaches = new Map<string, FolderReach>();
  #work: Promise<unknown> = Promise.resolve();
  #running = 0;
  #stop = new AbortController();

  constructor(options: BackupFolderOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  chosen(vault: Vault): Promise<ChosenFolder | null> {
    return readSetting<ChosenFolder | null>(vault, FOLDER_SETTING, null);
  }

  /** Ends the work at hand and waits until it has ended, but for no answer of the folder. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#stop = new AbortController();
    await this.#work;
  }

  /** @throws AppFailure `backup-folder-away`, `backup-folder-read-only`, `cancelled` */
  async choose(vault: Vault, path: string): Promise<void> {
    await this.stop();
    await this.#inTurn(async (signal) => {
      heed(signal);
      try {
        const found = await this.#reach(path).call(signal, () => stat(path));
        if (!found.isDirectory()) throw new AppFailure('backup-folder-away');
        await this.#reach(path).call(signal, () => access(path, constants.W_OK));
      } catch (error) {
        throw error instanceof AppFailure ? error : new AppFailure(problemOf(error, 'folder'));
      }
      await this.#remember(vault, { path, newest: null, problem: null });
      await this.#update(vault, signal);
    });
  }

  async forget(vault: Vault): Promise<void> {
    await this.stop();
    await this.#inTurn(() => vault.changeSettings({ [FOLDER_SETTING]: null }));
  }

  /**
   * Copies the newest backup where it is not there yet. What goes wrong is noted and tried again in an hour. Never throws.
   * @param after what it begins behind, however that ends
   */
  update(vault: Vault, after: Promise<unknown>): Promise<void> {
    const { signal } = this.#stop;
    return after
      .catch(() => {})
      .then(() => this.#inTurn(() => this.#update(vault, signal)))
      .catch(() => {});
  }

  async #update(vault: Vault, signal: AbortSignal): Promise<void> {
    heed(signal);
    const chosen = await this.chosen(vault);
    if (chosen === null) return;
    const { folder, clock, log } = this.#options;
    const reach = this.#reach(chosen.path);
    const prefix = prefixOf(vault.keys.vaultId, vault.device);
    let { newest } = chosen;
    let problem: BackupProblem | null = null;
    try {
      // A folder that is away must not be made anew on the disk below it.
      await reach.call(signal, () => readdir(chosen.path));
      const backup = await newestBackup(folder, '', vault.keys, clock.now());
      if (backup !== null) {
        await this.#copy(vault, backup, chosen.path, signal).catch(async (error: unknown) => {
          // Unless a newer one has taken its place meanwhile: that one's copying follows this.
          if (isCancelled(error) || (await sizeOf(join(folder, backup.name))) !== null) throw error;
        });
      }
      // There are some, and none of them can be copied: nobody should think that they lie there.
      else if ((await backupFiles(folder)).length > 0) problem = 'internal';
      const there = await reach.call(signal, () => newestBackup(chosen.path, prefix, vault.keys, clock.now()));
      newest = there === null ? null : new Date(there.time).toISOString();
    } catch (error) {
      if (isCancelled(error)) throw error;
      problem = problemOf(error, 'folder');
    }
    if (problem !== null) log('backup-failed', { reason: problem });
    if (problem !== chosen.problem || newest !== chosen.newest) {
      await this.#remember(vault, { ...chosen, newest, problem });
    }
  }

  async #copy(
    vault: Vault,
    { name, time, summary }: BackupFile & { readonly summary: BackupSummary },
    folder: string,
    signal: AbortSignal,
  ): Promise<void> {
    const reach = this.#reach(folder);
    const prefix = prefixOf(vault.keys.vaultId, vault.device);
    const path = join(folder, backupName(prefix, time));
    if ((await reach.call(signal, () => sizeOf(path))) !== null) return;
    const from = join(this.#options.folder, name);
    const { envelope } = await openBackup(from);
    const temporary = `${path}.new`;
    let target: FileHandle | null = null;
    const source = await open(from, 'r');
    try {
      const opened = await reach.call(
        signal,
        () => {
          this.#options.beforeCopying?.();
          return open(temporary, 'w', 0o600);
        },
        (late) => late.close(),
      );
      target = opened;
      const piece = Buffer.alloc(PIECE_BYTES);
      for (let count = 1; ; count += 1) {
        heed(signal);
        const { bytesRead } = await source.read(piece, 0, PIECE_BYTES);
        if (bytesRead === 0) break;
        await reach.call(signal, () => opened.writeFile(piece.subarray(0, bytesRead)));
        if (count % PIECES_BETWEEN_SYNCS === 0) await reach.call(signal, () => opened.datasync());
      }
      await reach.call(signal, () => opened.sync());
      target = null;
      await reach.call(signal, () => opened.close());
      await reach.call(signal, (alive) =>
        verifyBackup(temporary, vault.keys, { ...summary, envelope }, () => {
          heed(signal);
          alive();
        }),
      );
      await reach.call(signal, () => rename(temporary, path));
      // Some network folders know no such call; the copy is there all the same.
      await reach.call(signal, () => syncFolder(folder).catch(() => {}));
    } catch (error) {
      const left = target;
      await reach.tidy(signal, async () => {
        await left?.close().catch(() => {});
        await rm(temporary, { force: true });
      });
      throw error;
    } finally {
      await source.close();
    }
    const { beforeRestores } = await readNotes(vault);
    const now = this.#options.clock.now();
    await reach.call(signal, () => rotateBackups(folder, prefix, vault.keys, now, beforeRestores));
  }

  #reach(path: string): FolderReach {
    const known = this.#reaches.get(path);
    if (known !== undefined) return known;
    const reach = new FolderReach(this.#options.answersWithinMs);
    this.#reaches.set(path, reach);
    return reach;
  }

  async #remember(vault: Vault, chosen: ChosenFolder): Promise<void> {
    await vault.changeSettings({ [FOLDER_SETTING]: Buffer.from(JSON.stringify(chosen)) });
    this.#options.onChanged();
  }

  #inTurn(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    const turn = this.#work.then(async () => {
      this.#running += 1;
      this.#options.onChanged();
      try {
        await work(signal);
      } finally {
        this.#running -= 1;
        this.#options.onChanged();
      }
    });
    this.#work = turn.catch(() => {});
    return turn;
  }
}

function heed(signal: AbortSignal): void {
  if (signal.aborted) throw new AppFailure('cancelled');
}
