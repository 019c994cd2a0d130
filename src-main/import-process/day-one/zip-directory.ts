import { Inflate } from 'fflate';
import { crc32 } from 'node:zlib';
import { AppFailure } from '../../../src-shared/result.ts';

export interface ZipMember {
  /** As the archive spells it. Only ever compared: nothing is written anywhere. */
  readonly name: string;
  /** Bytes it claims to hold once inflated. */
  readonly size: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly data: Uint8Array;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_EXTRA = 0x0001;
const UINT32_MAX = 0xffff_ffff;
const UINT16_MAX = 0xffff;

const STORED = 0;
const DEFLATED = 8;

function damaged(): never {
  throw new AppFailure('import-damaged');
}

export function isZipFile(bytes: Uint8Array): boolean {
  return bytes.length >= 22 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * Reads the table of contents. fflate's own `unzipSync` trusts the sizes that stand there and has no limit on what it inflates;
 * here the compressed bytes are handed out, and `inflate` below says when it is enough.
 * Throws `import-damaged` for a cut or forged archive.
 */
export function readZipDirectory(bytes: Uint8Array): ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, offset } = findDirectory(view);
    const members: ZipMember[] = [];
    let at = offset;
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== DIRECTORY_ENTRY) damaged();
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      const commentLength = view.getUint16(at + 32, true);
      const { size, compressedSize, headerAt } = readSizes(view, at, at + 46 + nameLength, extraLength);
      if (view.getUint32(headerAt, true) !== LOCAL_HEADER) damaged();
      const dataAt = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
      if (dataAt + compressedSize > bytes.length) damaged();
      members.push({
        name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
        size,
        encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        data: bytes.subarray(dataAt, dataAt + compressedSize),
      });
      at += 46 + nameLength + extraLength + commentLength;
    }
    return members;
  } catch (error) {
    // A DataView throws a RangeError for every place outside of the file.
    if (error instanceof RangeError) damaged();
    throw error;
  }
}

function findDirectory(view: DataView): { count: number; offset: number } {
  let end = view.byteLength - 22;
  const lowest = Math.max(0, end - UINT16_MAX);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) damaged();
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count !== UINT16_MAX && offset !== UINT32_MAX) return { count, offset };
  if (end < 20 || view.getUint32(end - 20, true) !== ZIP64_LOCATOR) return { count, offset };
  const wideEnd = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(wideEnd, true) !== ZIP64_END_OF_DIRECTORY) damaged();
  return {
    count: Number(view.getBigUint64(wideEnd + 32, true)),
    offset: Number(view.getBigUint64(wideEnd + 48, true)),
  };
}

/** Sizes and place of a member; what does not fit 32 bits stands in the extra field, in this order. */
function readSizes(
  view: DataView,
  entryAt: number,
  extraAt: number,
  extraLength: number,
): { size: number; compressedSize: number; headerAt: number } {
  let compressedSize = view.getUint32(entryAt + 20, true);
  let size = view.getUint32(entryAt + 24, true);
  let headerAt = view.getUint32(entryAt + 42, true);
  let at = extraAt;
  while (at + 4 <= extraAt + extraLength) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      let wideAt = at + 4;
      const wide = (narrow: number): number => {
        if (narrow !== UINT32_MAX) return narrow;
        wideAt += 8;
        return Number(view.getBigUint64(wideAt - 8, true));
      };
      size = wide(size);
      compressedSize = wide(compressedSize);
      headerAt = wide(headerAt);
    }
    at += 4 + length;
  }
  return { size, compressedSize, headerAt };
}

/** Small, because one byte can inflate to a thousand: this bounds what a single step may make. */
const STEP_BYTES = 16 * 1024;

/**
 * The content of a member. Throws `import-damaged` for one that claims or yields more than `maximum` bytes, is encrypted, packed
 * in an unknown way, or does not have the checksum that it should.
 */
export function inflate(member: ZipMember, maximum: number): Uint8Array<ArrayBuffer> {
  if (member.size > maximum) damaged();
  const content = unpack(member, maximum, maximum);
  if (content.length !== member.size || crc32(content) !== member.crc) damaged();
  return content;
}

/** The first `length` bytes of a member (all of a shorter one), without a look at the rest. */
export function inflateHead(member: ZipMember, length: number): Uint8Array<ArrayBuffer> {
  return unpack(member, length, Number.MAX_SAFE_INTEGER).slice(0, length);
}

/** Unpacks until there are `enough` bytes or the end; more than `maximum` are a failure. */
function unpack(member: ZipMember, enough: number, maximum: number): Uint8Array<ArrayBuffer> {
  if (member.encrypted) damaged();
  if (member.method === STORED) {
    if (member.data.length > maximum) damaged();
    return member.data.slice(0, enough);
  }
  if (member.method !== DEFLATED) damaged();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < member.data.length && length <= enough; at += STEP_BYTES) {
      const next = at + STEP_BYTES;
      stream.push(member.data.subarray(at, next), next >= member.data.length);
    }
  } catch {
    damaged();
  }
  if (length > maximum) damaged();
  const content = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    content.set(piece, at);
    at += piece.length;
  }
  return content;
}
