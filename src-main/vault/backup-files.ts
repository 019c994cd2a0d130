import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupsToKeep, type DatedBackup } from './backup-rotation.ts';
import { readBackup, readSummary, type BackupSummary } from './backup.ts';
import type { VaultKeys } from './keys.ts';
import { openVersion } from './vault.ts';

export const BACKUP_SUFFIX = '.daygrove-backup';
const UNFINISHED = '.new';
const PREFIX = /^daygrove-[\da-f]{8}-[\da-f]{16}-/u;

export interface BackupInfo {
  readonly name: string;
  /** ISO instant, from the name. */
  readonly writtenAt: string;
  readonly records: number;
}

export interface BackupFile {
  readonly name: string;
  /** Milliseconds since the epoch, from the name. */
  readonly time: number;
}

/**
 * Whose a file in a folder is that others may use too, other devices of this vault and other vaults: only files with the whole prefix are ever removed.
 * In the profile's own folder there is no prefix.
 */
export function prefixOf(vaultId: Uint8Array, device: string): string {
  return `daygrove-${Buffer.from(vaultId).toString('hex').slice(0, 8)}-${device}-`;
}

/** `2026-11-22T081400Z`: sorts by time and is a legal name everywhere. */
export function backupName(prefix: string, time: number): string {
  return `${prefix}${new Date(time).toISOString().slice(0, 19).replaceAll(':', '')}Z${BACKUP_SUFFIX}`;
}

/** A time that no backup there has yet: names count in seconds. */
export async function freeTime(folder: string, prefix: string, now: number): Promise<number> {
  const taken = new Set(await readdir(folder).catch(() => []));
  let time = now;
  while (taken.has(backupName(prefix, time))) time += 1000;
  return time;
}

function timeOf(name: string, prefix: string): number | null {
  if (!name.startsWith(prefix)) return null;
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.daygrove-backup$/u.exec(name.slice(prefix.length));
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`);
  return Number.isNaN(time) ? null : time;
}

/** Newest first; a folder that is not there has none. */
export async function backupFiles(folder: string, prefix = ''): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const time = timeOf(name, prefix);
      return time === null ? [] : [{ name, time }];
    })
    .toSorted((one, other) => other.time - one.time);
}

/** Those too that were copied back by hand from a folder where they have longer names. Newest first. */
export async function everyBackupFile(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  const prefixes = new Set(names.map((name) => PREFIX.exec(name)?.[0] ?? ''));
  const files = await Promise.all([...prefixes].map((prefix) => backupFiles(folder, prefix)));
  return files.flat().toSorted((one, other) => other.time - one.time);
}

/** Removes backups, and what a crash left half written. */
export async function removeBackups(folder: string, prefix: string, names: readonly string[]): Promise<void> {
  const halves = (await readdir(folder)).filter(
    (name) => name.endsWith(UNFINISHED) && timeOf(name.slice(0, -UNFINISHED.length), prefix) !== null,
  );
  for (const name of [...names, ...halves]) await rm(join(folder, name), { force: true });
}

/** Names count in seconds and may have had to step aside: what is this little ahead is no backup from the future. */
const AHEAD_MS = 60_000;

/** The newest that says what it holds and is not dated ahead of `now`; null: there is none. What a wrong clock has dated ahead would stand before all others for years. */
export async function newestBackup(
  folder: string,
  prefix: string,
  keys: VaultKeys,
  now: number,
): Promise<(BackupFile & { readonly summary: BackupSummary }) | null> {
  for (const file of await backupFiles(folder, prefix)) {
    if (file.time > now + AHEAD_MS) continue;
    const summary = await readSummary(join(folder, file.name), keys);
    if (summary !== null) return { ...file, summary };
  }
  return null;
}

/**
 * Newest first, each with what it says of itself.
 * @param beforeRestores times of those that were written right before a restore
 */
export async function datedBackups(
  folder: string,
  prefix: string,
  keys: VaultKeys,
  beforeRestores: readonly number[] = [],
): Promise<(BackupFile & DatedBackup & { readonly summary: BackupSummary | null })[]> {
  const files = await backupFiles(folder, prefix);
  return Promise.all(
    files.map(async ({ name, time }) => {
      const summary = await readSummary(join(folder, name), keys);
      const whole = summary === null ? null : summary.unreadable === 0;
      return { name, time, summary, whole, isBeforeRestore: beforeRestores.includes(time) };
    }),
  );
}

/** Removes what is not to be kept. Only behind a backup that was just verified. */
export async function rotateBackups(
  folder: string,
  prefix: string,
  keys: VaultKeys,
  now: number,
  beforeRestores: readonly number[] = [],
): Promise<void> {
  const found = await datedBackups(folder, prefix, keys, beforeRestores);
  const kept = backupsToKeep(found, now + AHEAD_MS);
  const surplus = found.filter(({ time }) => !kept.has(time)).map(({ name }) => name);
  await removeBackups(folder, prefix, surplus);
}

/** Newest first. A file that is no backup is passed over. What a backup says of itself is believed; one that says nothing is read. */
export async function listBackups(folder: string, keys: VaultKeys): Promise<BackupInfo[]> {
  const backups: BackupInfo[] = [];
  for (const { name, time } of await everyBackupFile(folder)) {
    const path = join(folder, name);
    const reader = await readBackup(path);
    if (reader === null) continue;
    const summary = await readSummary(path, keys);
    let records = summary === null ? 0 : summary.records - summary.unreadable;
    if (summary === null) {
      for await (const version of reader.versions(keys)) if (openVersion(keys, version) !== null) records += 1;
    }
    backups.push({ name, writtenAt: new Date(time).toISOString(), records });
  }
  return backups;
}

/** Bytes; null where it is gone. */
export async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
