import { AppFailure } from '../../src-shared/result.ts';

/** One of the files that the person chose, wherever it lies: it is asked for piece by piece, and only as far as it is read. */
export interface SourceFile {
  /** Relative, as it was given, with `/` between folders. Whatever somebody called a file: never used as a path of this machine. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch; null: not known. */
  readonly modifiedAt: number | null;
  /**
   * Fewer bytes than asked for only at the end of the file.
   * @throws AppFailure `not-found` where the file was moved or changed since it was chosen
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** One file, or the files of a folder. */
export interface ImportSource {
  readonly files: readonly SourceFile[];
}

/** A file of up to this many bytes is read whole, and those behind it ahead. */
const SMALL_BYTES = 64 * 1024;
const AHEAD = 16;
const KEPT_SMALL = 128;

/**
 * Reads small files before they are asked for: a folder of notes is thousands of them, read one after the other, and each read goes through three processes and back.
 * Never more than 8 MB of them lie here.
 */
export function readAhead(files: readonly SourceFile[]): SourceFile[] {
  const kept = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const whole = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const file = files[index]!;
    const read = file.read(0, file.size);
    // Whoever asks for it hears of the failure, and may try again.
    read.catch(() => kept.delete(index));
    kept.set(index, read);
    if (kept.size > KEPT_SMALL) kept.delete(kept.keys().next().value!);
    return read;
  };
  const isSmall = (index: number): boolean => {
    const size = files[index]?.size ?? 0;
    return size > 0 && size <= SMALL_BYTES;
  };
  return files.map((file, index) => ({
    path: file.path,
    size: file.size,
    modifiedAt: file.modifiedAt,
    read: async (offset, length) => {
      if (!isSmall(index)) return file.read(offset, length);
      const read = whole(index);
      for (let next = index + 1; next <= index + AHEAD; next += 1) if (isSmall(next)) void whole(next);
      return (await read).slice(offset, offset + length);
    },
  }));
}

const BLOCK_BYTES = 1024 * 1024;
const KEPT_BLOCKS = 16;

/** Reads in blocks and keeps the last ones: an archive's table of contents is read in crumbs, and every read crosses two processes. */
export function inBlocks(file: SourceFile): SourceFile {
  const blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  const block = (index: number): Promise<Uint8Array<ArrayBuffer>> => {
    const kept = blocks.get(index);
    if (kept !== undefined) {
      blocks.delete(index);
      blocks.set(index, kept);
      return kept;
    }
    const read = file.read(index * BLOCK_BYTES, Math.min(BLOCK_BYTES, file.size - index * BLOCK_BYTES));
    // Whoever waits for it hears of the failure.
    read.catch(() => {});
    blocks.set(index, read);
    if (blocks.size > KEPT_BLOCKS) blocks.delete(blocks.keys().next().value!);
    return read;
  };
  return {
    path: file.path,
    size: file.size,
    modifiedAt: file.modifiedAt,
    read: async (offset, length) => {
      const end = Math.min(file.size, offset + length);
      const bytes = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end;) {
        const index = Math.floor(at / BLOCK_BYTES);
        const found = await block(index);
        const piece = found.subarray(at - index * BLOCK_BYTES, Math.min(found.length, end - index * BLOCK_BYTES));
        if (piece.length === 0) throw new AppFailure('not-found');
        bytes.set(piece, at - offset);
        at += piece.length;
      }
      return bytes;
    },
  };
}
