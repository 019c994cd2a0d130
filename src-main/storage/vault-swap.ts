import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { BackupsState } from '../../src-shared/contract/backups.ts';
import { AppFailure } from '../../src-shared/result.ts';
import { syncFolder, writeDurably } from '../files/durable-file.ts';
import { restoredFolder } from '../profile/restored-folder.ts';
import { readEnvelope, writeEnvelope } from '../vault/envelope-file.ts';
import { exists, removeDatabase, renameDatabase } from '../vault/salvage.ts';

/**
 * Puts a vault that was built from a backup in the present one's place. Both have the same envelope, so that the database is all that changes places.
 *
 *   restored/vault.db    built from the backup, closed, whole
 *   restore.json         the journal: from here on the restored one is the vault, and whatever is cut off is done by the next start
 *   replaced/DATE/       where the vault from before goes, with its envelope: a profile of its own, `--profile` opens it
 *
 * As long as restored/vault.db is there, the vault.db of the profile is the old one; so each step can be told from the files, and done again.
 */
const JOURNAL = 'restore.json';
const REPLACED = 'replaced';
const DATABASE = 'vault.db';
const SUFFIXES = ['', '-wal', '-shm'] as const;

const journalSchema = z.object({ keptAs: z.string().regex(/^[\w-]{1,100}$/u) });

/** A name in `replaced` that is free. */
export async function nameForReplaced(profile: string, now: number): Promise<string> {
  const stem = new Date(now).toISOString().slice(0, 19).replaceAll(':', '') + 'Z';
  let name = stem;
  for (let copy = 2; await exists(join(profile, REPLACED, name)); copy += 1) name = `${stem}-${copy}`;
  return name;
}

/** The whole path, so that a person finds it. */
export function replacedPath(profile: string, name: string): string {
  return resolve(profile, REPLACED, name);
}

/** Newest first, by name. */
export async function listReplaced(profile: string): Promise<BackupsState['replaced']> {
  const names = await readdir(join(profile, REPLACED)).catch(() => []);
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      const path = replacedPath(profile, name);
      return { name, path, replacedAt: instantOf(name), bytes: await bytesOf(join(path, DATABASE)) };
    }),
  );
  return found.flatMap(({ bytes, ...rest }) => (bytes === null ? [] : [{ ...rest, bytes }])).toReversed();
}

/** ISO instant from a name that `nameForReplaced` gave. */
function instantOf(name: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z(?:-\d+)?$/u.exec(name);
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

async function bytesOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/** Removes what was built or uploaded and never taken: it is all in the backup. Not while a swap is to be finished. */
export async function dropRestored(profile: string): Promise<void> {
  if (await exists(join(profile, JOURNAL))) return;
  await removeDatabase(join(restoredFolder(profile), DATABASE));
  await rm(restoredFolder(profile), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** A journal that cannot be read any more still says that the restored vault is the one that holds. */
function keptAsOf(journal: string): string {
  try {
    return journalSchema.parse(JSON.parse(journal)).keptAs;
  } catch {
    return 'before-restore';
  }
}

/** What a database that was closed leaves beside it: nothing that counts. @throws AppFailure `internal` where its newest commits are not in the file */
export async function settleClosed(path: string): Promise<void> {
  const left = await bytesOf(`${path}-wal`);
  if (left !== null && left > 0) throw new AppFailure('internal');
  for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * The point of no return. Both databases are closed. The journal is written last of what is prepared; behind it, `finishSwap` does the rest, now or at the next start.
 * @param onStep for tests: before each step that changes a file
 */
export async function swapVaults(
  profile: string,
  keptAs: string,
  onStep: (step: string) => void = () => {},
): Promise<void> {
  const restored = join(restoredFolder(profile), DATABASE);
  if (!(await exists(restored))) throw new AppFailure('not-found');
  await settleClosed(restored);
  // Everything that a full disk could refuse comes first: behind the journal there are only renames.
  onStep('envelope');
  const aside = join(profile, REPLACED, keptAs);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  await syncFolder(join(profile, REPLACED));
  await syncFolder(profile);
  const envelope = await readEnvelope(profile);
  if (envelope !== null) await writeEnvelope(aside, envelope);
  onStep('journal');
  const text = JSON.stringify(journalSchema.parse({ keptAs }));
  await writeDurably(join(profile, JOURNAL), (file) => file.writeFile(text));
  await finishSwap(profile, onStep);
}

/** Does what a swap still has to do; nothing where there is none. Any number of times. */
export async function finishSwap(profile: string, onStep: (step: string) => void = () => {}): Promise<void> {
  const journal = join(profile, JOURNAL);
  const written = await readFile(journal, 'utf8').catch(() => null);
  if (written === null) return;
  const aside = join(profile, REPLACED, keptAsOf(written));
  const restored = join(restoredFolder(profile), DATABASE);
  const present = join(profile, DATABASE);
  if (await exists(restored)) {
    await mkdir(aside, { recursive: true, mode: 0o700 });
    // The file first, then its WAL: cut off between them, the rest of the old one follows here, before the new one comes.
    for (const suffix of SUFFIXES) {
      onStep(`aside${suffix}`);
      await renameDatabase(present, join(aside, DATABASE), [suffix]);
    }
    onStep('place');
    await renameDatabase(restored, present, ['']);
  }
  onStep('clear');
  await rm(journal, { force: true });
  await syncFolder(profile);
  onStep('drop');
  await dropRestored(profile);
}
