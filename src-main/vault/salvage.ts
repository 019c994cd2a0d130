import { access, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Database, bytesOf } from './database.ts';
import { syncFolder } from './durable-file.ts';
import type { SealedVersion } from './vault.ts';

const WINDOW = 128;
/** Where even the newest row's number cannot be read, reading ends behind this many windows in which nothing was found. */
const MAX_EMPTY_WINDOWS = 1000;

/** What a damaged database still gives out; reading goes on behind every page that cannot be read. */
export async function* salvageVersions(path: string, fileKey: string): AsyncGenerator<SealedVersion> {
  // Opening makes a file where there is none.
  if (!(await exists(path))) return;
  const database = await Database.open(path, fileKey).catch(() => null);
  if (database === null) return;
  try {
    const newest = await database.first('SELECT max(rowid) AS last FROM version').catch(() => undefined);
    const last = newest === undefined ? null : Number(newest.last ?? 0);
    let emptyWindows = 0;
    for (let first = 1; last === null ? emptyWindows < MAX_EMPTY_WINDOWS : first <= last; first += WINDOW) {
      let found = false;
      for await (const version of salvageRange(database, first, first + WINDOW - 1)) {
        found = true;
        yield version;
      }
      emptyWindows = found ? 0 : emptyWindows + 1;
    }
  } finally {
    database.close();
  }
}

/** Halves a range that cannot be read until what cannot be read is a single row, and leaves that one out. */
async function* salvageRange(database: Database, first: number, last: number): AsyncGenerator<SealedVersion> {
  const rows = await database
    .all('SELECT id, hlc, box FROM version WHERE rowid BETWEEN ? AND ?', first, last)
    .catch(() => null);
  if (rows !== null) {
    for (const row of rows) {
      if (row.id === null || row.hlc === null || row.box === null) continue;
      yield { id: bytesOf(row.id), hlc: bytesOf(row.hlc), box: bytesOf(row.box) };
    }
  } else if (first < last) {
    const middle = Math.floor((first + last) / 2);
    yield* salvageRange(database, first, middle);
    yield* salvageRange(database, middle + 1, last);
  }
}

const SUFFIXES = ['', '-wal', '-shm'] as const;

/**
 * Moves a database with its companions into `folder`, under a name with a date, and leaves nothing in its place.
 * @returns the new name
 */
export async function moveAside(path: string, folder: string, now: number): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `vault-${new Date(now).toISOString().replaceAll(/[:.]/g, '')}.db`;
  await renameDatabase(path, join(folder, name));
  return name;
}

/** Renames a closed database together with its WAL, which may hold its newest commits. */
export async function renameDatabase(from: string, to: string): Promise<void> {
  // libsql's close() gives its file handles back only when its objects are collected (libsql-failures.md, F10), and Windows renames no open file.
  collectGarbage();
  for (const suffix of SUFFIXES) {
    if (await exists(from + suffix)) await rename(from + suffix, to + suffix);
  }
  await syncFolder(dirname(to));
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
