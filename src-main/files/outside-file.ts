import { randomBytes } from 'node:crypto';
import { open, opendir, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './durable-file.ts';

const HALF_WRITTEN = /^\.daygrove-[0-9a-f]{16}\.part$/u;
/** Bytes that are put together before they are written. */
const PIECE_BYTES = 1024 * 1024;

export interface OutsideFileOptions {
  /** Told the path of what is half written before its first byte: a process that is killed cannot clean up behind itself. What it answers forgets the path again. */
  readonly remember: (path: string) => Promise<() => Promise<void>>;
}

/**
 * Writes a file outside of the profile, where the person wants it: whole, or not at all. It grows under a name of its own beside its place, for its owner only, and takes
 * its place when all of it is on the disk; what was there before is there until then. Throws what `write` and the file system throw; nothing is left behind then, and
 * where it cannot be removed (a disk that was pulled out), it stays remembered.
 * @returns bytes written
 */
export async function writeOutside(
  path: string,
  write: (sink: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  { remember }: OutsideFileOptions,
): Promise<number> {
  const temporary = join(dirname(path), `.daygrove-${randomBytes(8).toString('hex')}.part`);
  const forget = await remember(temporary);
  let isBegun = false;
  let file: FileHandle | null = null;
  let bytes = 0;
  try {
    file = await open(temporary, 'wx', 0o600);
    isBegun = true;
    const handle = file;
    let waiting: Uint8Array[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (size === 0) return;
      const piece = Buffer.concat(waiting);
      waiting = [];
      size = 0;
      // Not write(): it may take less than it was given.
      await handle.appendFile(piece);
    };
    await write(async (piece) => {
      // A copy: whoever made the piece may use its memory again.
      waiting.push(piece.slice());
      size += piece.byteLength;
      bytes += piece.byteLength;
      if (size >= PIECE_BYTES) await flush();
    });
    await flush();
    await file.sync();
    await file.close();
    file = null;
    await rename(temporary, path);
  } catch (error) {
    await file?.close().catch(() => {});
    if (!isBegun || (await removeHalfWritten(temporary))) await forget();
    throw error;
  }
  // It is there: a folder that cannot be synced (of another file system, without permission to read it) is no reason to say otherwise.
  await syncFolder(dirname(path)).catch(() => {});
  await forget();
  return bytes;
}

export function isHalfWritten(path: string): boolean {
  return HALF_WRITTEN.test(basename(path));
}

/**
 * Removes what `writeOutside` has left, and nothing of another name. Never rejects.
 * @returns whether it is gone for certain; false: it may be there when its disk is there again
 */
export async function removeHalfWritten(path: string): Promise<boolean> {
  if (!isHalfWritten(path)) return false;
  try {
    await unlink(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && (await holdsAnything(dirname(path)));
  }
}

/** Whether a folder is there and has something in it: where a disk is mounted, an empty one is left when the disk is away. */
async function holdsAnything(folder: string): Promise<boolean> {
  try {
    const opened = await opendir(folder);
    try {
      return (await opened.read()) !== null;
    } finally {
      await opened.close();
    }
  } catch {
    return false;
  }
}
