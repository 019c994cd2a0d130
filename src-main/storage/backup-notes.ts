import type { BackupProblem, HeldThings } from '../../src-shared/contract/backups.ts';
import { backupFiles } from '../vault/backup-files.ts';
import type { Vault } from '../vault/vault.ts';

/** A setting of the vault's own, so that no date stands anywhere in clear. */
export const NOTES_SETTING = 'backup-notes';

/** What is remembered of the profile's backups. */
export interface BackupNotes {
  readonly problem: BackupProblem | null;
  /** By name: those that were verified. */
  readonly verified: readonly string[];
  /** By name: what the vault held when it was written. */
  readonly holds: Readonly<Record<string, HeldThings>>;
  /** Times of those that were written right before a restore, in whole seconds; times, because a copy elsewhere has another name. */
  readonly beforeRestores: readonly number[];
}

const NOTHING_NOTED: BackupNotes = { problem: null, verified: [], holds: {}, beforeRestores: [] };

export async function readNotes(vault: Vault): Promise<BackupNotes> {
  return { ...NOTHING_NOTED, ...(await readSetting<Partial<BackupNotes>>(vault, NOTES_SETTING, {})) };
}

/** Of backups that are not in the folder any more nothing is kept. */
export async function writeNotes(vault: Vault, folder: string, notes: BackupNotes): Promise<void> {
  const files = await backupFiles(folder);
  const names = new Set(files.map(({ name }) => name));
  const times = new Set(files.map(({ time }) => time));
  const kept: BackupNotes = {
    problem: notes.problem,
    verified: notes.verified.filter((name) => names.has(name)),
    holds: Object.fromEntries(Object.entries(notes.holds).filter(([name]) => names.has(name))),
    beforeRestores: notes.beforeRestores.filter((time) => times.has(time)),
  };
  await vault.changeSettings({ [NOTES_SETTING]: Buffer.from(JSON.stringify(kept)) });
}

/** JSON of the vault's own bookkeeping; `fallback` where there is none, or none that can be read. */
export async function readSetting<T>(vault: Vault, name: string, fallback: T): Promise<T> {
  const bytes = await vault.setting(name);
  if (bytes === null) return fallback;
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
  } catch {
    return fallback;
  }
}
