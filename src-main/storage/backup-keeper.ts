import { join } from 'node:path';
import type { BackupsState, KeptBackup } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import {
  backupFiles,
  backupName,
  datedBackups,
  freeTime,
  newestBackup,
  rotateBackups,
  sizeOf,
} from '../vault/backup-files.ts';
import { backupsToKeep } from '../vault/backup-rotation.ts';
import { writeBackup } from '../vault/backup.ts';
import type { Envelope } from '../vault/envelope.ts';
import type { SealedVersion, Vault } from '../vault/vault.ts';
import { BackupFolder, FOLDER_SETTING } from './backup-folder.ts';
import { NOTES_SETTING, readNotes, writeNotes, type BackupNotes } from './backup-notes.ts';
import { isCancelled, problemOf } from './backup-problem.ts';
import { figuresOf } from './compare-vaults.ts';

export interface BackupKeeperOptions {
  /** The profile's own backups. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly envelope: () => Promise<Envelope>;
  /** In records written and records read again, together. */
  readonly onProgress: (done: number, total: number) => void;
  /** The state is another one. */
  readonly onChanged: () => void;
  /** For tests: lays hands on a file between its writing and its verifying. */
  readonly beforeVerifying?: (temporary: string) => Promise<void>;
  /** For tests: see `BackupFolderOptions`. */
  readonly answersWithinMs?: number;
  readonly beforeCopying?: () => void;
}

const BACKUP_EVERY_MS = 24 * 60 * 60 * 1000;
const TRIES = 2;
/** They are about this profile's backups, so that a vault that takes the present one's place goes on with them. */
export const BACKUP_SETTINGS = [NOTES_SETTING, FOLDER_SETTING] as const;

/**
 * Writes, verifies, rotates and copies backups of the vault that is open, behind the person's own requests: the vault is read in small steps, and nothing of it is
 * waited for. One piece of work at a time; the chosen folder has a chain of its own (`BackupFolder`), so that one that does not answer holds up no backup.
 */
export class BackupKeeper {
  readonly #options: BackupKeeperOptions;
  readonly #second: BackupFolder;
  #work: Promise<unknown> = Promise.resolve();
  #running = 0;
  #stops = 0;
  /** The newest that was written right before a restore, and what the vault was then. */
  #wayBack: { readonly vault: Vault; readonly mark: string } | null = null;

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
    this.#second = new BackupFolder(options);
  }

  /** Writes a backup if the newest is older than a day, and brings the chosen folder up to date. Never throws. */
  async runIfDue(vault: Vault): Promise<void> {
    const { folder, clock, log } = this.#options;
    const work = this.#writeAndCopy(vault, async (heed) => {
      const now = clock.now();
      // What a clock that was wrong has dated ahead says nothing of when the last one was written.
      const newest = await newestBackup(folder, '', vault.keys, now);
      if (newest === null || now - newest.time >= BACKUP_EVERY_MS) await this.#write(vault, heed);
    });
    await work.catch((error: unknown) => {
      if (!isCancelled(error)) log('backup-failed', { reason: problemOf(error, 'profile') });
    });
  }

  /** @throws AppFailure `cancelled`, `disk-full`, `profile-read-only`, `backup-not-verified` */
  run(vault: Vault): Promise<void> {
    return this.#writeAndCopy(vault, (heed) => this.#write(vault, heed));
  }

  /** The copy follows the backup, also one that failed: an earlier one may not have been copied yet. */
  async #writeAndCopy(vault: Vault, write: (heed: () => void) => Promise<void>): Promise<void> {
    const written = this.#inTurn(write);
    const copied = this.#second.update(vault, written);
    await written.finally(() => copied);
  }

  /**
   * A backup that no later one of that day sweeps. Nothing where the last one still holds all that the vault does.
   * @throws AppFailure as `run`
   */
  runBeforeRestore(vault: Vault): Promise<void> {
    return this.#inTurn(async (heed) => {
      const mark = await markOf(vault);
      if (this.#wayBack?.vault === vault && this.#wayBack.mark === mark) return;
      await this.#write(vault, heed, true);
      this.#wayBack = { vault, mark };
    });
  }

  /** Ends the work at hand and waits until it has ended. A backup is never waited for: whatever comes is more urgent, and the next hour begins it again. */
  async stop(): Promise<void> {
    this.#stops += 1;
    await Promise.all([this.#work, this.#second.stop()]);
  }

  /** @throws AppFailure `backup-folder-away`, `backup-folder-read-only` */
  async chooseFolder(vault: Vault, path: string): Promise<void> {
    await this.#second.choose(vault, path);
    // Where there are backups and none can be copied, because a clock was wrong when they were written, a new one is.
    const { folder, clock } = this.#options;
    const isStuck =
      (await backupFiles(folder)).length > 0 && (await newestBackup(folder, '', vault.keys, clock.now())) === null;
    if (isStuck) await this.runIfDue(vault);
  }

  async forgetFolder(vault: Vault): Promise<void> {
    await this.#second.forget(vault);
  }

  async state(vault: Vault): Promise<Omit<BackupsState, 'canChooseFolder' | 'replaced'>> {
    const { clock, folder } = this.#options;
    const notes = await readNotes(vault);
    const found = await datedBackups(folder, '', vault.keys, notes.beforeRestores);
    const kept = backupsToKeep(found, clock.now());
    const backups: KeptBackup[] = [];
    for (const { name, time, summary } of found) {
      const bytes = await sizeOf(join(folder, name));
      if (bytes === null) continue;
      backups.push({
        name,
        writtenAt: new Date(time).toISOString(),
        bytes,
        records: summary?.records ?? null,
        unreadable: summary?.unreadable ?? null,
        kept: [...(kept.get(time) ?? [])],
        holds: notes.holds[name] ?? null,
        isBeforeRestore: notes.beforeRestores.includes(time),
        isVerified: notes.verified.includes(name),
      });
    }
    return {
      backups,
      problem: notes.problem,
      folder: await this.#second.chosen(vault),
      isRunning: this.#running > 0 || this.#second.isRunning,
    };
  }

  async #write(vault: Vault, heed: () => void, isBeforeRestore = false): Promise<void> {
    const { clock, folder, log, envelope, beforeVerifying } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        // As the name has it, which counts in seconds: it is found again by that.
        const time = Math.floor((await freeTime(folder, '', clock.now())) / 1000) * 1000;
        const name = backupName('', time);
        const total = 2 * (await vault.versionCount());
        const { entries, habits, checkIns, photos } = await figuresOf(vault);
        const summary = await writeBackup(join(folder, name), {
          envelope: await envelope(),
          keys: vault.keys,
          versions: heeding(vault.versions(), heed),
          onProgress: (phase, records) => {
            heed();
            this.#options.onProgress(Math.min(total, phase === 'writing' ? records : total / 2 + records), total);
          },
          ...(beforeVerifying === undefined ? {} : { beforeVerifying }),
        });
        const { verified, holds, beforeRestores } = await readNotes(vault);
        await this.#remember(vault, {
          problem: null,
          verified: [...verified, name],
          holds: { ...holds, [name]: { entries, habits, checkIns, photos } },
          beforeRestores: isBeforeRestore ? [...beforeRestores, time] : beforeRestores,
        });
        log('backup-written', { count: summary.records });
        await rotateBackups(folder, '', vault.keys, clock.now(), (await readNotes(vault)).beforeRestores);
        return;
      } catch (error) {
        if (isCancelled(error)) throw error;
        const problem = problemOf(error, 'profile');
        // A medium that gives back something else than it was given may do better once more; the older ones stay in any case.
        if (problem === 'backup-not-verified' && attempt < TRIES) continue;
        await this.#remember(vault, { ...(await readNotes(vault)), problem });
        throw error instanceof AppFailure ? error : new AppFailure(problem);
      }
    }
  }

  async #remember(vault: Vault, notes: BackupNotes): Promise<void> {
    await writeNotes(vault, this.#options.folder, notes);
    this.#options.onChanged();
  }

  #inTurn(work: (heed: () => void) => Promise<void>): Promise<void> {
    const stops = this.#stops;
    // Also what was asked for before a stop and would begin behind it.
    const heed = (): void => {
      if (stops !== this.#stops) throw new AppFailure('cancelled');
    };
    const turn = this.#work.then(async () => {
      heed();
      this.#running += 1;
      this.#options.onChanged();
      try {
        await work(heed);
      } finally {
        this.#running -= 1;
        this.#options.onChanged();
      }
    });
    this.#work = turn.catch(() => {});
    return turn;
  }
}

/** Another one as soon as anything was written to the vault, or erased from it. */
async function markOf(vault: Vault): Promise<string> {
  const row = await vault.read.first('SELECT count(*) AS n, max(rowid) AS newest FROM version');
  return `${Number(row?.n)} ${Number(row?.newest)}`;
}

async function* heeding(versions: AsyncIterable<SealedVersion>, heed: () => void): AsyncGenerator<SealedVersion> {
  for await (const version of versions) {
    heed();
    yield version;
  }
}
