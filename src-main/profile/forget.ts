import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '../files/durable-file.ts';
import { BACKUPS, CONTENT_FILES, KEPT_BACKUPS, KEY_FILES, SETTINGS_FILES, type VaultFile } from './vault-files.ts';

/**
 * Removes a vault from a profile, so that no crash leaves half of one.
 *
 *   forget.json   the marker: from here on the vault is to go, and whatever is cut off is done by the next start, before anything else
 *   keys          first: what is left behind them opens no more
 *   contents, backups, settings
 *   the marker    last
 *
 * Every step can be done again. Nothing outside of the profile is touched. Removing is no erasing: what a disk keeps of removed files opens only with the passphrase, the recovery key
 * or this computer's keychain, if it also keeps the removed envelope or slot.
 */
const MARKER = 'forget.json';

/** `keptAs`: the folder in `KEPT_BACKUPS` that backups are moved to; null: they go as well. */
const markerSchema = z.object({
  keptAs: z
    .string()
    .regex(/^[\w-]{1,100}$/u)
    .nullable(),
});

export interface ForgetProgress {
  readonly done: number;
  readonly total: number;
}

/** What could not be removed now: the marker stays, and so the next start tries again. */
export class NotRemoved extends Error {
  /** Within the profile. */
  readonly names: readonly string[];
  constructor(names: readonly string[]) {
    super('not removed');
    this.names = names;
  }
}

/** The whole path that backups are kept under which were not to be removed. */
export function keptBackupsPath(profile: string, keptAs: string): string {
  return resolve(profile, KEPT_BACKUPS, keptAs);
}

/**
 * The point of no return.
 * @throws what the file system throws; then nothing is to be forgotten
 */
export async function markForgotten(profile: string, keptAs: string | null): Promise<void> {
  const marker = join(profile, MARKER);
  const text = JSON.stringify(markerSchema.parse({ keptAs }));
  try {
    await writeDurably(marker, (file) => file.writeFile(text));
  } catch (error) {
    // The folder may not have said that the rename is durable, and yet it was made: the next start would remove a vault in use. One that cannot be taken back holds.
    await rm(marker, { force: true }).catch(() => {});
    await syncFolder(profile).catch(() => {});
    const isGone = await access(marker).then(
      () => false,
      ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
    );
    if (isGone) throw error;
  }
}

/**
 * Does what there is to do behind a marker; nothing where there is none. Any number of times.
 * @param onStep for tests: before each step that changes something
 * @returns whether there was a marker
 * @throws NotRemoved when everything that could be removed was
 */
export async function finishForgetting(
  profile: string,
  onProgress: (progress: ForgetProgress) => void = () => {},
  onStep: (step: string) => void = () => {},
): Promise<boolean> {
  const marker = join(profile, MARKER);
  let written: string;
  try {
    written = await readFile(marker, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new NotRemoved([MARKER]);
  }
  const keptAs = keptAsOf(written);
  const failed: string[] = [];
  const total = KEY_FILES.length + CONTENT_FILES.length + SETTINGS_FILES.length + 1;
  let done = 0;
  const step = async (name: string, work: () => Promise<void>): Promise<void> => {
    onStep(name);
    // What is held open by something else must not keep the rest here.
    await work().catch(() => failed.push(name));
    done += 1;
    onProgress({ done, total });
  };
  const removeAll = async (files: readonly VaultFile[]): Promise<void> => {
    for (const each of files) await step(each.name, () => remove(profile, each));
    await syncFolder(profile).catch(() => {});
  };
  await removeAll(KEY_FILES);
  await removeAll(CONTENT_FILES);
  await step(BACKUPS, () => settleBackups(profile, keptAs));
  await removeAll(SETTINGS_FILES);
  if (failed.length > 0) throw new NotRemoved(failed);
  onStep(MARKER);
  try {
    await rm(marker);
    await syncFolder(profile);
  } catch {
    throw new NotRemoved([MARKER]);
  }
  return true;
}

/** A marker that cannot be read still says that the vault is to go; of the backups it says nothing, and they are kept. */
function keptAsOf(written: string): string | null {
  try {
    return markerSchema.parse(JSON.parse(written)).keptAs;
  } catch {
    return 'unnamed';
  }
}

const PATIENTLY = { force: true, maxRetries: 10, retryDelay: 100 } as const;

async function remove(profile: string, { name, kind }: VaultFile): Promise<void> {
  const path = join(profile, name);
  if (kind === 'folder') await rm(path, { ...PATIENTLY, recursive: true });
  else for (const suffix of kind === 'file' ? ['', '.new'] : ['', '-wal', '-shm']) await rm(path + suffix, PATIENTLY);
}

async function settleBackups(profile: string, keptAs: string | null): Promise<void> {
  const path = join(profile, BACKUPS);
  if (keptAs === null) {
    await rm(path, { ...PATIENTLY, recursive: true });
    return;
  }
  const kept = join(profile, KEPT_BACKUPS);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  try {
    await rename(path, join(kept, keptAs));
  } catch (error) {
    // None were there, or they were moved before a crash.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await syncFolder(kept);
}
