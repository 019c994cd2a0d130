import type { FileHandle } from 'node:fs/promises';

const WINDOW_BYTES = 256 * 1024;

/** Reads a file from front to back in few calls and little memory. */
export class ForwardReader {
  readonly #file: FileHandle;
  #window: Buffer = Buffer.alloc(0);
  /** Of the window's first byte. */
  #start = 0;
  #position: number;

  constructor(file: FileHandle, position = 0) {
    this.#file = file;
    this.#position = position;
  }

  get position(): number {
    return this.#position;
  }

  /** The next `length` bytes, valid until the next call; null where the file ends before. */
  async next(length: number): Promise<Buffer | null> {
    const from = this.#position - this.#start;
    if (from < 0 || from + length > this.#window.byteLength) {
      this.#window = Buffer.alloc(Math.max(length, WINDOW_BYTES));
      this.#start = this.#position;
      let filled = 0;
      while (filled < this.#window.byteLength) {
        const { bytesRead } = await this.#file.read(
          this.#window,
          filled,
          this.#window.byteLength - filled,
          this.#start + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      this.#window = this.#window.subarray(0, filled);
    }
    const begin = this.#position - this.#start;
    if (begin + length > this.#window.byteLength) return null;
    this.#position += length;
    return this.#window.subarray(begin, begin + length);
  }
}
