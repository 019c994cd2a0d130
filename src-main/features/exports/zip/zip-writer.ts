import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { Breath } from '../breath.ts';
import type { Sink } from '../export-job.ts';
import { centralHeader, descriptor, endRecords, localHeader } from './zip-records.ts';

/** Text goes out as UTF-8. A list is bytes in pieces that are all here; what comes in its own time is an iterable. */
export type ZipContent =
  string | Uint8Array | readonly Uint8Array[] | Iterable<string> | AsyncIterable<string | Uint8Array>;

export interface ZipEntry {
  /** Milliseconds since the epoch; null: no date, so that the same content is the same file. */
  readonly modified: number | null;
  /** False for what is compressed already. */
  readonly isCompressed?: boolean;
}

/** The level that every zip has. A fixed one: the same content is the same file. */
const LEVEL = 6;
/** Bytes that are packed in one go, a millisecond or two; larger contents pass through in a stream. */
const MOST_AT_ONCE = 64 * 1024;
/** Characters that are put together before they are encoded: tables come in lines. */
const PIECE_LENGTH = 64 * 1024;
/** Bytes that are summed up and handed on in one go. */
const STEP_BYTES = 256 * 1024;
/** Bytes of packed content that come out of a stream at once. */
const OUT_BYTES = 64 * 1024;
/** Bytes of the list that are held, and written, in one piece. */
const LIST_PIECE_BYTES = 64 * 1024;

/**
 * A zip that is written from its first byte to its last, one member after the other: zip64 where it must be, standard in every other way. A member is not held, and
 * costs about a hundred bytes of memory when it is written: its line in the list at the end. The next piece is made when the sink has taken the one before.
 *
 * What the sink or a content throws ends the writing and is thrown on as it is; the writer is of no use then.
 */
export class ZipWriter {
  readonly #sink: Sink;
  #offset: number;
  #members = 0;
  readonly #list = new List();

  /** @param sink @param before bytes that stand in the file already */
  constructor(sink: Sink, before = 0) {
    this.#sink = sink;
    this.#offset = before;
  }

  /** Adds one file and resolves when it is written. @param path with `/`, relative */
  async add(path: string, content: ZipContent, { modified, isCompressed = true }: ZipEntry): Promise<void> {
    const member = { name: Buffer.from(path), isDeflated: isCompressed, modified, offset: this.#offset };
    // What is stored as it is should say its size first: some readers find its end no other way.
    if (!isCompressed && isHere(content)) {
      const sums = await sumsOf(content);
      const record = { ...member, ...sums, packedSize: sums.size, hasDescriptor: false };
      await this.#write(localHeader(record));
      for await (const piece of bytesOf(content)) await this.#write(piece);
      this.#keep(centralHeader(record));
      return;
    }
    const pieces = bytesOf(content);
    try {
      const { bytes, isAll } = await start(pieces);
      if (isAll) {
        const packed = isCompressed
          ? deflateRawSync(bytes, { level: LEVEL, chunkSize: Math.max(bytes.length, 1024) })
          : bytes;
        const sums = { crc: crc32(bytes), size: bytes.length, packedSize: packed.length };
        const record = { ...member, ...sums, hasDescriptor: false };
        await this.#write(localHeader(record));
        await this.#write(packed);
        this.#keep(centralHeader(record));
        return;
      }
      await this.#write(localHeader({ ...member, crc: 0, size: 0, packedSize: 0, hasDescriptor: true }));
      const sums = await this.#stream(bytes, pieces, isCompressed);
      await this.#write(descriptor(sums));
      this.#keep(centralHeader({ ...member, ...sums, hasDescriptor: true }));
    } finally {
      await pieces.return(undefined);
    }
  }

  /** Writes the list of what is in it. */
  async close(): Promise<void> {
    const offset = this.#offset;
    for (const piece of this.#list.pieces()) await this.#write(piece);
    await this.#write(endRecords({ members: this.#members, offset, size: this.#offset - offset }));
  }

  async #stream(
    first: Uint8Array,
    rest: AsyncGenerator<Uint8Array>,
    isCompressed: boolean,
  ): Promise<{ crc: number; size: number; packedSize: number }> {
    let crc = 0;
    let size = 0;
    async function* measured(): AsyncGenerator<Uint8Array> {
      let next: IteratorResult<Uint8Array, unknown> = { done: false, value: first };
      while (next.done !== true) {
        crc = crc32(next.value, crc);
        size += next.value.length;
        yield next.value;
        next = await rest.next();
      }
    }
    const from = this.#offset;
    const writeAll = async (pieces: AsyncIterable<Uint8Array>): Promise<void> => {
      for await (const piece of pieces) await this.#write(piece);
    };
    if (isCompressed) await pipeline(measured, createDeflateRaw({ level: LEVEL, chunkSize: OUT_BYTES }), writeAll);
    else await writeAll(measured());
    return { crc, size, packedSize: this.#offset - from };
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    await this.#sink(bytes);
    this.#offset += bytes.length;
  }

  #keep(header: Buffer): void {
    this.#list.add(header);
    this.#members += 1;
  }
}

/** Many short pieces of bytes, held without an object for each. */
class List {
  readonly #full: Buffer[] = [];
  #last = Buffer.alloc(0);
  #used = 0;

  add(bytes: Buffer): void {
    if (this.#used + bytes.length > this.#last.length) {
      this.#full.push(this.#last.subarray(0, this.#used));
      // A name may be as long as a whole piece.
      this.#last = Buffer.alloc(Math.max(LIST_PIECE_BYTES, bytes.length));
      this.#used = 0;
    }
    bytes.copy(this.#last, this.#used);
    this.#used += bytes.length;
  }

  *pieces(): Generator<Buffer> {
    for (const piece of [...this.#full, this.#last.subarray(0, this.#used)]) if (piece.length > 0) yield piece;
  }
}

/** The content up to where it is too much to be packed in one go; where that is depends on its bytes alone, not on how they were cut. */
async function start(pieces: AsyncGenerator<Uint8Array>): Promise<{ bytes: Uint8Array; isAll: boolean }> {
  const taken: Uint8Array[] = [];
  let size = 0;
  while (size <= MOST_AT_ONCE) {
    const next = await pieces.next();
    if (next.done === true) return { bytes: joined(taken), isAll: true };
    taken.push(next.value);
    size += next.value.length;
  }
  return { bytes: joined(taken), isAll: false };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

function isHere(content: ZipContent): content is Uint8Array | readonly Uint8Array[] {
  return content instanceof Uint8Array || (Array.isArray(content) && content.every((one) => one instanceof Uint8Array));
}

async function sumsOf(content: ZipContent): Promise<{ crc: number; size: number }> {
  let [crc, size] = [0, 0];
  const breath = new Breath();
  for await (const piece of bytesOf(content)) {
    crc = crc32(piece, crc);
    size += piece.length;
    await breath.take();
  }
  return { crc, size };
}

async function* bytesOf(content: ZipContent): AsyncGenerator<Uint8Array> {
  for await (const piece of piecesOf(content)) {
    for (let at = 0; at < piece.length; at += STEP_BYTES) yield piece.subarray(at, at + STEP_BYTES);
  }
}

async function* piecesOf(content: ZipContent): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') {
    yield Buffer.from(content);
  } else if (content instanceof Uint8Array) {
    yield content;
  } else {
    let text = '';
    for await (const piece of content) {
      if (typeof piece === 'string') text += piece;
      if (text !== '' && (typeof piece !== 'string' || text.length >= PIECE_LENGTH)) {
        yield Buffer.from(text);
        text = '';
      }
      if (typeof piece !== 'string') yield piece;
    }
    if (text !== '') yield Buffer.from(text);
  }
}
