import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * What the server keeps: per generation a database file as it was at its beginning, and the frames since. Everything is on the disk before it is answered, and
 * a batch that a crash cut in half is not there.
 *
 *   state.json        { "generation": G }
 *   base-G.db         the pages at the beginning of G; empty: an empty database
 *   frames-G.log      per batch: u32 number of frames, u32 CRC-32 of the frames, the frames (big-endian)
 */
export const FRAME_BYTES = 4120;
const FRAME_HEADER_BYTES = 24;
const PAGE_BYTES = FRAME_BYTES - FRAME_HEADER_BYTES;
const BATCH_HEADER_BYTES = 8;

interface Generation {
  readonly file: FileHandle;
  /** Where each frame begins in the file; index 0 is frame 1. */
  readonly offsets: number[];
  end: number;
}

export class SyncStore {
  readonly #folder: string;
  #generation = 1;
  readonly #open = new Map<number, Generation>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<SyncStore> {
    const store = new SyncStore(folder);
    await mkdir(folder, { recursive: true });
    await store.#load();
    return store;
  }

  get generation(): number {
    return this.#generation;
  }

  /** Number of frames in a generation; null: there is no such generation. */
  async frames(generation = this.#generation): Promise<number | null> {
    return (await this.#generationOf(generation))?.offsets.length ?? null;
  }

  /** Frames `start` to `end`, exclusive, as far as there are any. */
  async read(generation: number, start: number, end: number): Promise<Buffer> {
    const from = await this.#generationOf(generation);
    if (from === null) return Buffer.alloc(0);
    const frames: Buffer[] = [];
    for (let number = start; number < end && number <= from.offsets.length; number += 1) {
      const frame = Buffer.alloc(FRAME_BYTES);
      await from.file.read(frame, 0, FRAME_BYTES, from.offsets[number - 1]!);
      frames.push(frame);
    }
    return Buffer.concat(frames);
  }

  async base(generation: number): Promise<Buffer | null> {
    if (generation < 1 || generation > this.#generation) return null;
    return readFile(this.#basePath(generation)).catch(() => null);
  }

  /** Whole transactions of the current generation, on the disk when this has answered. */
  async append(frames: readonly Buffer[]): Promise<void> {
    const current = (await this.#generationOf(this.#generation))!;
    const body = Buffer.concat(frames);
    const header = Buffer.alloc(BATCH_HEADER_BYTES);
    header.writeUInt32BE(frames.length, 0);
    header.writeUInt32BE(crc32(body), 4);
    await current.file.write(Buffer.concat([header, body]), 0, BATCH_HEADER_BYTES + body.byteLength, current.end);
    await current.file.datasync();
    for (let index = 0; index < frames.length; index += 1) {
      current.offsets.push(current.end + BATCH_HEADER_BYTES + index * FRAME_BYTES);
    }
    current.end += BATCH_HEADER_BYTES + body.byteLength;
  }

  /** base(G+1) = base(G) and all frames of G; G stays for devices that were away. */
  async rollOver(): Promise<void> {
    const next = this.#generation + 1;
    const from = (await this.#generationOf(this.#generation))!;
    const unfinished = `${this.#basePath(next)}.new`;
    await copyFile(this.#basePath(this.#generation), unfinished);
    const file = await open(unfinished, 'r+');
    let pages = 0;
    const frame = Buffer.alloc(FRAME_BYTES);
    for (const offset of from.offsets) {
      await from.file.read(frame, 0, FRAME_BYTES, offset);
      await file.write(frame, FRAME_HEADER_BYTES, PAGE_BYTES, (frame.readUInt32BE(0) - 1) * PAGE_BYTES);
      pages = frame.readUInt32BE(4) || pages;
    }
    if (pages > 0) await file.truncate(pages * PAGE_BYTES);
    await file.sync();
    await file.close();
    await rename(unfinished, this.#basePath(next));
    await writeFile(join(this.#folder, `frames-${next}.log`), '');
    await this.#announce(next);
  }

  /** An empty database in this one's place, at the given generation. */
  async reset(generation: number): Promise<void> {
    await this.close();
    for (const name of await readdir(this.#folder)) {
      if (isOurs(name)) await rm(join(this.#folder, name));
    }
    await writeFile(this.#basePath(generation), '');
    await writeFile(join(this.#folder, `frames-${generation}.log`), '');
    await this.#announce(generation);
    await this.#load();
  }

  async snapshotTo(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(this.#folder)) {
      if (isOurs(name)) await copyFile(join(this.#folder, name), join(folder, name));
    }
  }

  async restoreFrom(folder: string): Promise<void> {
    await this.close();
    for (const name of await readdir(this.#folder)) {
      if (isOurs(name)) await rm(join(this.#folder, name));
    }
    for (const name of await readdir(folder)) {
      if (isOurs(name)) await copyFile(join(folder, name), join(this.#folder, name));
    }
    await this.#load();
  }

  async close(): Promise<void> {
    for (const { file } of this.#open.values()) await file.close();
    this.#open.clear();
  }

  async #load(): Promise<void> {
    const state = await readFile(join(this.#folder, 'state.json'), 'utf8').catch(() => null);
    if (state === null) {
      await writeFile(this.#basePath(1), '');
      await this.#announce(1);
    } else {
      this.#generation = (JSON.parse(state) as { generation: number }).generation;
    }
  }

  async #announce(generation: number): Promise<void> {
    const path = join(this.#folder, 'state.json');
    const file = await open(`${path}.new`, 'w');
    await file.writeFile(JSON.stringify({ generation }));
    await file.sync();
    await file.close();
    await rename(`${path}.new`, path);
    const folder = await open(this.#folder);
    await folder.sync();
    await folder.close();
    this.#generation = generation;
  }

  #basePath(generation: number): string {
    return join(this.#folder, `base-${generation}.db`);
  }

  async #generationOf(number: number): Promise<Generation | null> {
    const opened = this.#open.get(number);
    if (opened !== undefined) return opened;
    if (number < 1 || number > this.#generation) return null;
    const path = join(this.#folder, `frames-${number}.log`);
    if (number === this.#generation) await writeFile(path, '', { flag: 'a' });
    const file = await open(path, 'r+').catch(() => null);
    if (file === null) return null;
    const generation = await scan(file);
    this.#open.set(number, generation);
    return generation;
  }
}

/** Finds the batches that are whole; what a crash left behind the last of them is cut off. */
async function scan(file: FileHandle): Promise<Generation> {
  const offsets: number[] = [];
  const { size } = await file.stat();
  let end = 0;
  for (;;) {
    const header = Buffer.alloc(BATCH_HEADER_BYTES);
    const { bytesRead } = await file.read(header, 0, BATCH_HEADER_BYTES, end);
    const count = header.readUInt32BE(0);
    const length = count * FRAME_BYTES;
    if (bytesRead < BATCH_HEADER_BYTES || count === 0 || end + BATCH_HEADER_BYTES + length > size) break;
    const body = Buffer.alloc(length);
    await file.read(body, 0, length, end + BATCH_HEADER_BYTES);
    if (crc32(body) !== header.readUInt32BE(4)) break;
    for (let index = 0; index < count; index += 1) offsets.push(end + BATCH_HEADER_BYTES + index * FRAME_BYTES);
    end += BATCH_HEADER_BYTES + length;
  }
  await file.truncate(end);
  return { file, offsets, end };
}

function isOurs(name: string): boolean {
  return name === 'state.json' || /^(base-\d+\.db|frames-\d+\.log)$/.test(name);
}
