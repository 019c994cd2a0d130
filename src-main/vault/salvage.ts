import { access, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Database, bytesOf } from './database.ts';
import { syncFolder } from '../files/durable-file.ts';
import type { VaultKeys } from './keys.ts';
import type { SealedVersion } from './vault.ts';

const WINDOW = 128;
/** The smallest row: id, hlc and the box of an empty record. Bounds how many rows a file can hold. */
const MIN_ROW_BYTES = 128;
/** Row numbers have gaps, where a sitting's earlier versions were replaced; an end is assumed behind this many windows of gap. */
const MAX_EMPTY_WINDOWS = 10_000;

/** What a damaged database still gives out; reading goes on behind every page that cannot be read. */
export async function* salvageVersions(path: string, fileKey: string): AsyncGenerator<SealedVersion> {
  // Opening makes a file where there is none.
  if (!(await exists(path))) return;
  const { size } = await stat(path);
  const database = await Database.open(path, fileKey).catch(() => null);
  if (database === null) return;
  try {
    const newest = await database.first('SELECT max(rowid) AS last FROM version').catch(() => undefined);
    const last = newest === undefined ? null : Number(newest.last ?? 0);
    // Where even the newest row's number cannot be read: as many unreadable windows in a row as there could be rows in the file, and some.
    const maxBroken = Math.ceil(size / MIN_ROW_BYTES / WINDOW) + 16;
    let broken = 0;
    let empty = 0;
    for (let first = 1; last === null || first <= last; first += WINDOW) {
      const end = first + WINDOW - 1;
      const whole = await readRange(database, first, end);
      const versions = whole ?? (await readHalves(database, first, end));
      yield* versions;
      broken = whole === null && versions.length === 0 ? broken + 1 : 0;
      empty = whole !== null && versions.length === 0 ? empty + 1 : 0;
      if (last === null && (broken > maxBroken || empty > MAX_EMPTY_WINDOWS)) break;
    }
  } finally {
    // No checkpoint: what is damaged stays as it was found.
    database.abandon();
  }
}

/** A setting of a damaged vault that holds JSON; null where it cannot be read, or is no JSON any more. */
export async function salvageSetting(path: string, fileKey: string, name: string): Promise<Uint8Array | null> {
  if (!(await exists(path))) return null;
  const database = await Database.open(path, fileKey).catch(() => null);
  if (database === null) return null;
  try {
    const row = await database.first('SELECT CAST(value AS BLOB) AS value FROM state WHERE name = ?', name);
    const value = row === undefined ? null : bytesOf(row.value);
    if (value !== null) JSON.parse(Buffer.from(value).toString('utf8'));
    return value;
  } catch {
    return null;
  } finally {
    database.abandon();
  }
}

/** @returns null where a page of the range cannot be read. */
async function readRange(database: Database, first: number, last: number): Promise<SealedVersion[] | null> {
  const rows = await database
    .all(
      // A damaged row may claim that its box is text, over which libsql would abort the process (libsql-failures.md, U1).
      `SELECT CAST(id AS BLOB) AS id, CAST(hlc AS BLOB) AS hlc, CAST(box AS BLOB) AS box
       FROM version WHERE rowid BETWEEN ? AND ?`,
      first,
      last,
    )
    .catch(() => null);
  if (rows === null) return null;
  return rows
    .filter((row) => row.id !== null && row.hlc !== null && row.box !== null)
    .map((row) => ({ id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) }));
}

/** Halves a range that cannot be read until what cannot be read is a single row, and leaves that one out. */
async function readHalves(database: Database, first: number, last: number): Promise<SealedVersion[]> {
  if (first >= last) return [];
  const middle = Math.floor((first + last) / 2);
  const halves: SealedVersion[] = [];
  for (const [from, to] of [
    [first, middle],
    [middle + 1, last],
  ] as const) {
    halves.push(...((await readRange(database, from, to)) ?? (await readHalves(database, from, to))));
  }
  return halves;
}

const SUFFIXES = ['', '-wal', '-shm'] as const;

/**
 * Moves a database with its companions into `folder`, under a name with a date, and leaves nothing in its place.
 * @returns the new name
 */
export async function moveAside(path: string, folder: string, now: number): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stem = `vault-${new Date(now).toISOString().replaceAll(/[:.]/g, '')}`;
  // Two in one millisecond, or under a clock that was set back: what was moved aside earlier is never written over.
  let name = `${stem}.db`;
  for (let copy = 2; await isTaken(join(folder, name)); copy += 1) name = `${stem}-${copy}.db`;
  await renameDatabase(path, join(folder, name));
  return name;
}

/**
 * Renames a closed database together with its WAL, which may hold its newest commits. The file itself goes first: cut off between the renames, there
 * is a WAL without its file, which `finishRename` knows, and never an old file without its WAL.
 */
export async function renameDatabase(
  from: string,
  to: string,
  suffixes: readonly (typeof SUFFIXES)[number][] = SUFFIXES,
): Promise<void> {
  for (const suffix of suffixes) {
    if (await exists(from + suffix)) await renameClosed(from + suffix, to + suffix);
  }
  await syncFolder(dirname(to));
  // Otherwise a crash could bring the old name back, beside the new one.
  if (dirname(from) !== dirname(to)) await syncFolder(dirname(from));
}

/** Brings a finished database to its place, where the crash of an earlier run left that to do. A WAL that an older file left there would be replayed into it. */
export async function finishRename(finished: string, path: string, asideFolder: string, now: number): Promise<void> {
  if ((await exists(path)) || !(await exists(finished))) return;
  await moveAside(path, asideFolder, now);
  await renameDatabase(finished, path);
}

/** Removes a closed database with its companions. For files that hold nothing that is not elsewhere. */
export async function removeDatabase(path: string): Promise<void> {
  const found = await Promise.all(SUFFIXES.map((suffix) => exists(path + suffix)));
  if (!found.includes(true)) return;
  collectGarbage();
  for (const suffix of SUFFIXES) await rm(path + suffix, { force: true, maxRetries: 10, retryDelay: 100 });
  await syncFolder(dirname(path));
}

/** Whether a database file opens under these keys. */
export async function opensUnder(path: string, keys: VaultKeys): Promise<boolean> {
  const database = await Database.open(path, keys.fileKey).catch(() => null);
  if (database === null) return false;
  try {
    await database.first('SELECT count(*) AS n FROM state');
    return true;
  } catch {
    return false;
  } finally {
    database.abandon();
  }
}

const RENAME_TRIES = 40;
const RENAME_PAUSE_MS = 50;

/**
 * libsql's close() gives its file handles back only when its objects are collected (libsql-failures.md, F10), and Windows renames no open file;
 * a virus scanner holds files there as well. So: collect, try, and try again for two seconds.
 */
async function renameClosed(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (attempt >= RENAME_TRIES || !['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error;
      await setTimeout(RENAME_PAUSE_MS);
    }
  }
}

async function isTaken(path: string): Promise<boolean> {
  const taken = await Promise.all(SUFFIXES.map((suffix) => exists(path + suffix)));
  return taken.includes(true);
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
