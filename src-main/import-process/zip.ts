import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { Reader, ZipReader, configure, type Entry } from '@zip.js/zip.js';
import { AppFailure } from '../../src-shared/result.ts';
import type { SourceFile } from './source.ts';

// A worker would be one more process of a stranger's bytes, and cannot be had where this runs.
configure({ useWebWorkers: false });

/** What is needed to read a member; zip.js keeps sixty times as much of each. */
export interface ZipMember {
  /** As the archive spells it. */
  readonly name: string;
  /** Bytes, as it is said to hold. */
  readonly size: number;
  readonly modifiedAt: number | null;
  /** Packed and unpacked checksum, place and kind, as the table of contents says; nothing of it is believed. */
  readonly packedSize: number;
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
}

/** More than anybody's export has. */
const MAX_MEMBERS = 200_000;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const STEP_BYTES = 256 * 1024;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Of 10,000 bytes deflate makes no more than that many million. */
const MAX_RATIO = 1100;

function damaged(): never {
  throw new AppFailure('import-damaged');
}

class SourceReader extends Reader<SourceFile> {
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > MAX_DIRECTORY_BYTES) damaged();
    return this.#file.read(offset, length);
  }
}

export async function isZip(file: SourceFile): Promise<boolean> {
  if (file.size < 22) return false;
  const start = await file.read(0, 4);
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
}

/** The files of an archive, without folders and links. @throws AppFailure `import-damaged` where it cannot be listed, or its members share bytes, as only a bomb's do */
export async function membersOf(file: SourceFile, maximum = MAX_MEMBERS): Promise<ZipMember[]> {
  const members: ZipMember[] = [];
  // What a path may say is decided in the tree, and one bad name spoils no archive there.
  const reader = new ZipReader(new SourceReader(file), { filenameValidation: 'tolerant' });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (members.length >= maximum) damaged();
      if (!entry.directory && !entry.symlink) members.push(memberOf(entry));
    }
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    damaged();
  }
  if (overlap(members)) damaged();
  return members;
}

function memberOf(entry: Entry): ZipMember {
  const modified = entry.lastModDate.getTime();
  return {
    name: entry.filename,
    size: entry.uncompressedSize,
    modifiedAt: Number.isFinite(modified) ? modified : null,
    packedSize: entry.compressedSize,
    offset: entry.offset,
    method: entry.compressionMethod,
    crc: entry.signature ?? 0,
    encrypted: entry.encrypted,
  };
}

function overlap(members: readonly ZipMember[]): boolean {
  const places = members.toSorted((a, b) => a.offset - b.offset);
  return places.some(
    ({ offset, packedSize }, index) =>
      index + 1 < places.length && offset + LOCAL_HEADER_BYTES + packedSize > places[index + 1]!.offset,
  );
}

/**
 * What a member unpacks to, piece by piece, and not a byte more than it says: an archive of a few bytes may claim to hold anything. Whoever stops half way ends the
 * unpacking.
 * @throws AppFailure `import-encrypted`; `import-damaged` where it is cut, packed in an unknown way, or not what it says
 */
export async function* unpack(file: SourceFile, member: ZipMember): AsyncGenerator<Uint8Array> {
  if (member.encrypted) throw new AppFailure('import-encrypted');
  if (member.method !== STORED && member.method !== DEFLATED) damaged();
  if (member.size > member.packedSize * MAX_RATIO) damaged();
  const start = await startOfData(file, member);
  const packed = packedBytes(file, start, member.packedSize);
  let length = 0;
  let crc = 0;
  try {
    for await (const piece of member.method === STORED ? packed : inflated(packed)) {
      length += piece.length;
      if (length > member.size) damaged();
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    damaged();
  }
  if (length !== member.size || crc !== member.crc >>> 0) damaged();
}

/** Behind the name and the extra fields that stand there once more, as long as that place says. */
async function startOfData(file: SourceFile, { offset, packedSize }: ZipMember): Promise<number> {
  if (offset < 0 || offset + LOCAL_HEADER_BYTES > file.size) damaged();
  const header = await file.read(offset, LOCAL_HEADER_BYTES);
  if (header.length < LOCAL_HEADER_BYTES) damaged();
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.getUint32(0, true) !== LOCAL_HEADER) damaged();
  const start = offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + packedSize > file.size) damaged();
  return start;
}

async function* packedBytes(file: SourceFile, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += STEP_BYTES) yield await file.read(start + at, Math.min(STEP_BYTES, length - at));
}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createInflateRaw();
  // What it fails with comes out of `inflate`; leaving the loop ends both.
  pipeline(Readable.from(packed, { highWaterMark: 1 }), inflate, () => {});
  for await (const piece of inflate) yield piece as Uint8Array;
}
