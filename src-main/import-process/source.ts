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
