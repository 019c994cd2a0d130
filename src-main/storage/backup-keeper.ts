import { constants } from 'node:fs';
import { access, copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupProblem, BackupsState, HeldThings, KeptBackup } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import { syncFolder } from '../files/durable-file.ts';
import type { Log } from '../log.ts';
import {
  backupFiles,
  backupName,
  freeTime,
  prefixOf,
  removeBackups,
  sizeOf,
  type BackupFile,
} from '../vault/backup-files.ts';
import { backupsToKeep, type DatedBackup } from '../vault/backup-rotation.ts';
import { openBackup, readSummary, verifyBackup, writeBackup, type BackupSummary } from '../vault/backup.ts';
import type { Envelope } from '../vault/envelope.ts';
import type { SealedVersion, Vault } from '../vault/vault.ts';
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
}

const BACKUP_EVERY_MS = 24 * 60 * 60 * 1000;
const TRIES = 2;
/** Settings of the vault's own, so that neither a path nor a date stands anywhere in clear. */
const NOTES = 'backup-notes';
const FOLDER_SETTING = 'backup-folder';
/** They are about this profile's backups, so that a vault that takes the present one's place goes on with them. */
export const BACKUP_SETTINGS = [NOTES, FOLDER_SETTING] as const;

/** What is remembered of the profile's backups. */
interface Notes {
  readonly problem: BackupProblem | null;
  /** By name: those that were verified. */
  readonly verified: readonly string[];
  /** By name: what the vault held when it was written. */
  readonly holds: Readonly<Record<string, HeldThings>>;
  /** Times of those that were written right before a restore; times, because a copy elsewhere has another name. */
  readonly beforeRestores: readonly number[];
}

interface ChosenFolder {
  readonly path: string;
  /** ISO instant of the newest backup that was seen there: a folder that does not answer must not hold up the page that shows this. */
  readonly newest: string | null;
  readonly problem: BackupProblem | null;
}

const NOTHING_NOTED: Notes = { problem: null, verified: [], holds: {}, beforeRestores: [] };

/**
 * Writes, verifies, rotates and copies backups of the vault that is open, behind the person's own requests: the vault is read in small steps, and nothing of it is
 * waited for. One piece of work at a time.
 */
export class BackupKeeper {
  readonly #options: BackupKeeperOptions;
  #work: Promise<unknown> = Promise.resolve();
  #running = 0;
  #stops = 0;
  /** The newest that was written right before a restore, and what the vault was then. */
  #wayBack: { readonly vault: Vault; readonly mark: string } | null = null;

  constructor(options: BackupKeeperOptions) {
    this.#options = options;
  }

  /** Writes a backup if the newest is older than a day, and brings the chosen folder up to date. Never throws. */
  runIfDue(vault: Vault): Promise<void> {
    return this.#inTurn(async (heed) => {
      const now = this.#options.clock.now();
      const newest = (await backupFiles(this.#options.folder))[0]?.time ?? null;
      const isDue = newest === null || now < newest || now - newest >= BACKUP_EVERY_MS;
      if (isDue) await this.#write(vault, heed);
      await this.#updateFolder(vault, heed);
    }).catch((error: unknown) => {
      if (!isCancelled(error)) this.#options.log('backup-failed', { reason: problemOf(error, 'profile') });
    });
  }

  /** @throws AppFailure `cancelled`, `disk-full`, `profile-read-only`, `backup-not-verified` */
  run(vault: Vault): Promise<void> {
    return this.#inTurn(async (heed) => {
      await this.#write(vault, heed);
      await this.#updateFolder(vault, heed);
    });
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
    await this.#work;
  }

  /** @throws AppFailure `backup-folder-away`, `backup-folder-read-only` */
  async chooseFolder(vault: Vault, path: string): Promise<void> {
    try {
      if (!(await stat(path)).isDirectory()) throw new AppFailure('backup-folder-away');
      await access(path, constants.W_OK);
    } catch (error) {
      throw error instanceof AppFailure ? error : new AppFailure(problemOf(error, 'folder'));
    }
    await this.#rememberFolder(vault, { path, newest: null, problem: null });
    await this.#inTurn((heed) => this.#updateFolder(vault, heed));
  }

  async forgetFolder(vault: Vault): Promise<void> {
    await this.stop();
    await vault.changeSettings({ [FOLDER_SETTING]: null });
  }

  async state(vault: Vault): Promise<Omit<BackupsState, 'canChooseFolder' | 'replaced'>> {
    const { clock, folder } = this.#options;
    const notes = await this.#notes(vault);
    const found = await this.#dated(vault, folder, '');
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
      folder: await this.#chosen(vault),
      isRunning: this.#running > 0,
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
        const { verified, holds, beforeRestores } = await this.#notes(vault);
        await this.#remember(vault, {
          problem: null,
          verified: [...verified, name],
          holds: { ...holds, [name]: { entries, habits, checkIns, photos } },
          beforeRestores: isBeforeRestore ? [...beforeRestores, time] : beforeRestores,
        });
        log('backup-written', { count: summary.records });
        await this.#rotate(vault, folder, '');
        return;
      } catch (error) {
        if (isCancelled(error)) throw error;
        const problem = problemOf(error, 'profile');
        // A medium that gives back something else than it was given may do better once more; the older ones stay in any case.
        if (problem === 'backup-not-verified' && attempt < TRIES) continue;
        await this.#remember(vault, { ...(await this.#notes(vault)), problem });
        throw error instanceof AppFailure ? error : new AppFailure(problem);
      }
    }
  }

  /** Only behind a backup that was just verified. */
  async #rotate(vault: Vault, folder: string, prefix: string): Promise<void> {
    const found = await this.#dated(vault, folder, prefix);
    // Names count in seconds and may have had to step aside; the one just written is no backup from the future.
    const kept = backupsToKeep(found, this.#options.clock.now() + 60_000);
    const surplus = found.filter(({ time }) => !kept.has(time)).map(({ name }) => name);
    await removeBackups(folder, prefix, surplus);
  }

  async #dated(
    vault: Vault,
    folder: string,
    prefix: string,
  ): Promise<(DatedBackup & { readonly name: string; readonly summary: BackupSummary | null })[]> {
    const files = await backupFiles(folder, prefix);
    const { beforeRestores } = await this.#notes(vault);
    return Promise.all(
      files.map(async ({ name, time }) => {
        const summary = await readSummary(join(folder, name), vault.keys);
        const whole = summary === null ? null : summary.unreadable === 0;
        return { name, time, summary, whole, isBeforeRestore: beforeRestores.includes(time) };
      }),
    );
  }

  // The folder of choice

  /** Copies the newest backup to the chosen folder where it is not there yet. What goes wrong is noted and tried again in an hour. */
  async #updateFolder(vault: Vault, heed: () => void): Promise<void> {
    const chosen = await this.#chosen(vault);
    if (chosen === null) return;
    let { newest } = chosen;
    let problem: BackupProblem | null = null;
    try {
      // A folder that is away must not be made anew on the disk below it.
      await readdir(chosen.path);
      const [backup] = await backupFiles(this.#options.folder);
      if (backup !== undefined) await this.#copy(vault, backup, chosen.path, heed);
      const [there] = await backupFiles(chosen.path, this.#prefix(vault));
      newest = there === undefined ? null : new Date(there.time).toISOString();
    } catch (error) {
      if (isCancelled(error)) throw error;
      problem = problemOf(error, 'folder');
      this.#options.log('backup-failed', { reason: problem });
    }
    if (problem !== chosen.problem || newest !== chosen.newest) {
      await this.#rememberFolder(vault, { ...chosen, newest, problem });
    }
  }

  async #copy(vault: Vault, { name, time }: BackupFile, folder: string, heed: () => void): Promise<void> {
    const prefix = this.#prefix(vault);
    const path = join(folder, backupName(prefix, time));
    if ((await sizeOf(path)) !== null) return;
    const from = join(this.#options.folder, name);
    const summary = await readSummary(from, vault.keys);
    // From before backups said what they hold: the next one will be copied.
    if (summary === null) return;
    const temporary = `${path}.new`;
    try {
      await copyFile(from, temporary);
      const file = await open(temporary, 'r+');
      await file.sync().finally(() => file.close());
      const { envelope } = await openBackup(from);
      await verifyBackup(temporary, vault.keys, { ...summary, envelope }, heed);
      await rename(temporary, path);
      // Some network folders know no such call; the copy is there all the same.
      await syncFolder(folder).catch(() => {});
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw error;
    }
    await this.#rotate(vault, folder, prefix);
  }

  #prefix(vault: Vault): string {
    return prefixOf(vault.keys.vaultId, vault.device);
  }

  #chosen(vault: Vault): Promise<ChosenFolder | null> {
    return readSetting<ChosenFolder | null>(vault, FOLDER_SETTING, null);
  }

  async #rememberFolder(vault: Vault, chosen: ChosenFolder): Promise<void> {
    await vault.changeSettings({ [FOLDER_SETTING]: Buffer.from(JSON.stringify(chosen)) });
    this.#options.onChanged();
  }

  async #notes(vault: Vault): Promise<Notes> {
    return { ...NOTHING_NOTED, ...(await readSetting<Partial<Notes>>(vault, NOTES, {})) };
  }

  async #remember(vault: Vault, { problem, verified, holds, beforeRestores }: Notes): Promise<void> {
    const files = await backupFiles(this.#options.folder);
    const names = new Set(files.map(({ name }) => name));
    const times = new Set(files.map(({ time }) => time));
    const notes: Notes = {
      problem,
      verified: verified.filter((name) => names.has(name)),
      holds: Object.fromEntries(Object.entries(holds).filter(([name]) => names.has(name))),
      beforeRestores: beforeRestores.filter((time) => times.has(time)),
    };
    await vault.changeSettings({ [NOTES]: Buffer.from(JSON.stringify(notes)) });
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

async function readSetting<T>(vault: Vault, name: string, fallback: T): Promise<T> {
  const bytes = await vault.setting(name);
  if (bytes === null) return fallback;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
  } catch {
    return fallback;
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof AppFailure && error.error.code === 'cancelled';
}

/** What a failure in the profile, or in the chosen folder, is called. */
function problemOf(error: unknown, place: 'profile' | 'folder'): BackupProblem {
  if (error instanceof AppFailure) {
    const { code } = error.error;
    if (code === 'backup-not-verified' || code === 'disk-full' || code === 'profile-read-only') return code;
    if (code === 'backup-folder-away' || code === 'backup-folder-read-only') return code;
    return 'internal';
  }
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
    // Larger than the file system there can hold.
    case 'EFBIG':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return place === 'profile' ? 'profile-read-only' : 'backup-folder-read-only';
    default:
      // Gone, not mounted, a network that does not answer.
      return place === 'profile' ? 'internal' : 'backup-folder-away';
  }
}
