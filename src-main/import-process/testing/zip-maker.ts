import { crc32, deflateRawSync } from 'node:zlib';
import type { SourceFile } from '../source.ts';

/** A member of an archive that says of itself whatever a test wants it to say. */
export interface MadeMember {
  readonly name: string | Uint8Array;
  /** What it unpacks to. */
  readonly content?: string | Uint8Array;
  /** In place of the packed content: bytes, or that many zeros that nobody holds in memory. */
  readonly packed?: Uint8Array | number;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  /** Where its table of contents says that it begins. */
  readonly offset?: number;
  /** Sizes and checksum stand behind the data. */
  readonly descriptor?: boolean;
  /** As `stat` gives it. */
  readonly unixMode?: number;
}

export interface MadeArchive {
  readonly comment?: Uint8Array;
  /** Puts the count, size and place of the table of contents into a zip64 record. */
  readonly zip64?: boolean;
}

type Segment = Uint8Array | number;

const UNIX = 3 << 8;
const UINT32_MAX = 0xffff_ffff;

function fields(...values: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const buffer = Buffer.alloc(values.reduce((total, [bytes]) => total + bytes, 0));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else if (bytes === 4) buffer.writeUInt32LE(value, at);
    else buffer.writeBigUInt64LE(BigInt(value), at);
    at += bytes;
  }
  return buffer;
}

function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}

/** An archive, also one that no program would write. */
export function makeZip(
  members: readonly MadeMember[],
  { comment = new Uint8Array(), zip64 = false }: MadeArchive = {},
  path = 'archive.zip',
): SourceFile {
  const segments: Segment[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (segment: Segment): void => {
    segments.push(segment);
    at += typeof segment === 'number' ? segment : segment.length;
  };
  for (const member of members) {
    const name = bytesOf(member.name);
    const content = bytesOf(member.content ?? '');
    const packed = member.packed ?? (member.stored === true ? content : deflateRawSync(content));
    const method = member.method ?? (member.stored === true ? 0 : 8);
    const size = member.size ?? content.length;
    const packedSize = member.packedSize ?? (typeof packed === 'number' ? packed : packed.length);
    const crc = member.crc ?? crc32(content);
    const flags = (member.flags ?? 0) | 0x800 | (member.descriptor === true ? 8 : 0);
    const large = size >= UINT32_MAX || packedSize >= UINT32_MAX || at >= UINT32_MAX;
    const extra = large
      ? fields([2, 1], [2, 24], [8, size], [8, packedSize], [8, member.offset ?? at])
      : new Uint8Array();
    const small = (value: number): number => (large ? UINT32_MAX : value);
    const inHeader = (value: number): number => (member.descriptor === true ? 0 : small(value));
    directory.push(
      fields([4, 0x02014b50], [2, UNIX | 20], [2, 20], [2, flags], [2, method], [4, 0x5a21_6000], [4, crc]),
      fields([4, small(packedSize)], [4, small(size)], [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0]),
      fields([4, ((member.unixMode ?? 0o100644) << 16) >>> 0], [4, small(member.offset ?? at)]),
      name,
      extra,
    );
    add(
      Buffer.concat([
        fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0x5a21_6000], [4, inHeader(crc)]),
        fields([4, inHeader(packedSize)], [4, inHeader(size)], [2, name.length], [2, 0]),
        name,
      ]),
    );
    add(packed);
    if (member.descriptor === true) add(fields([4, 0x08074b50], [4, crc], [4, packedSize], [4, size]));
  }
  const start = at;
  const table = Buffer.concat(directory);
  add(table);
  const isLarge = zip64 || members.length > 0xffff || start >= UINT32_MAX;
  if (isLarge) {
    const end = at;
    add(
      Buffer.concat([
        fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, members.length], [8, members.length]),
        fields([8, table.length], [8, start], [4, 0x07064b50], [4, 0], [8, end], [4, 1]),
      ]),
    );
  }
  const count = isLarge ? 0xffff : members.length;
  add(
    Buffer.concat([
      fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, isLarge ? UINT32_MAX : table.length]),
      fields([4, isLarge ? UINT32_MAX : start], [2, comment.length]),
      comment,
    ]),
  );
  return fileOfSegments(path, segments, at);
}

/** A file of any size: what is a number in it is that many zeros. */
export function fileOfSegments(path: string, segments: readonly Segment[], size: number): SourceFile {
  return {
    path,
    size,
    modifiedAt: null,
    read: async (offset, length) => {
      const end = Math.min(size, offset + length);
      const bytes = new Uint8Array(Math.max(0, end - offset));
      let at = 0;
      for (const segment of segments) {
        const segmentEnd = at + (typeof segment === 'number' ? segment : segment.length);
        if (typeof segment !== 'number' && at < end && segmentEnd > offset) {
          const from = Math.max(at, offset);
          bytes.set(segment.subarray(from - at, Math.min(segmentEnd, end) - at), from - offset);
        }
        at = segmentEnd;
      }
      return bytes;
    },
  };
}

/** The whole of a file that fits into memory. */
export async function bytesOfFile(file: SourceFile): Promise<Uint8Array<ArrayBuffer>> {
  return file.read(0, file.size);
}
