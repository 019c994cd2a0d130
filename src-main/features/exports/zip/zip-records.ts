/** The records of a zip file as PKWARE's APPNOTE 6.3.10 has them, with zip64 where a number needs it. Readers other than ours are the tests of this. */

export interface MemberRecord {
  /** With `/`, relative; UTF-8. */
  readonly name: Buffer;
  readonly isDeflated: boolean;
  /** Milliseconds since the epoch; null: no date, which is 1 January 1980 in every zone. */
  readonly modified: number | null;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  /** Of its local header, from the beginning of the file. */
  readonly offset: number;
  /** Sizes and sum stand behind the content: they were not known before it. */
  readonly hasDescriptor: boolean;
}

const LOCAL_HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL_HEADER = 0x02014b50;
const ZIP64_END = 0x06064b50;
const ZIP64_LOCATOR = 0x07064b50;
const END = 0x06054b50;

/** Means "see the zip64 fields": the largest number that 32 or 16 bits hold is none. */
const MAX_32 = 0xffffffff;
const MAX_16 = 0xffff;

const NEEDS_DEFLATE = 20;
const NEEDS_ZIP64 = 45;
const NAME_IS_UTF8 = 1 << 11;
const SIZES_BEHIND = 1 << 3;
const DEFLATED = 8;
const ZIP64_FIELD = 0x0001;
/** Info-ZIP's "extended timestamp": a moment, where a zip's own date is wall time of nobody knows where. */
const MOMENT_FIELD = 0x5455;

/** The times that both fields can say, with a day's room for zones. */
const OLDEST = Date.parse('1980-01-02T00:00:00Z');
const NEWEST = Date.parse('2037-12-31T00:00:00Z');

/** What stands before a member's content. */
export function localHeader({ name, hasDescriptor, crc, size, packedSize, ...rest }: MemberRecord): Buffer {
  const moment = momentField(rest.modified);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(NEEDS_DEFLATE, 4);
  header.writeUInt16LE(flags(hasDescriptor), 6);
  header.writeUInt16LE(rest.isDeflated ? DEFLATED : 0, 8);
  header.writeUInt32LE(wallDate(rest.modified), 10);
  header.writeUInt32LE(hasDescriptor ? 0 : crc, 14);
  header.writeUInt32LE(hasDescriptor ? 0 : packedSize, 18);
  header.writeUInt32LE(hasDescriptor ? 0 : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(moment.length, 28);
  return Buffer.concat([header, name, moment]);
}

/** What stands behind a content that was as large as it turned out to be. */
export function descriptor({ crc, size, packedSize }: Pick<MemberRecord, 'crc' | 'size' | 'packedSize'>): Buffer {
  const isLarge = size >= MAX_32 || packedSize >= MAX_32;
  const record = Buffer.alloc(isLarge ? 24 : 16);
  record.writeUInt32LE(DESCRIPTOR, 0);
  record.writeUInt32LE(crc, 4);
  if (isLarge) {
    record.writeBigUInt64LE(BigInt(packedSize), 8);
    record.writeBigUInt64LE(BigInt(size), 16);
  } else {
    record.writeUInt32LE(packedSize, 8);
    record.writeUInt32LE(size, 12);
  }
  return record;
}

/** A member in the list at the end. */
export function centralHeader({ name, modified, crc, size, packedSize, offset, ...rest }: MemberRecord): Buffer {
  const large = [size, packedSize, offset].filter((number) => number >= MAX_32);
  const extra = Buffer.concat([zip64Field(large), momentField(modified)]);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  // Made by MS-DOS: the unpacking system gives a file the rights that new files have there.
  header.writeUInt16LE(large.length > 0 ? NEEDS_ZIP64 : NEEDS_DEFLATE, 4);
  header.writeUInt16LE(large.length > 0 ? NEEDS_ZIP64 : NEEDS_DEFLATE, 6);
  header.writeUInt16LE(flags(rest.hasDescriptor), 8);
  header.writeUInt16LE(rest.isDeflated ? DEFLATED : 0, 10);
  header.writeUInt32LE(wallDate(modified), 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(Math.min(packedSize, MAX_32), 20);
  header.writeUInt32LE(Math.min(size, MAX_32), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(Math.min(offset, MAX_32), 42);
  return Buffer.concat([header, name, extra]);
}

/** The last bytes of a zip. @param offset where the list begins; @param size its bytes */
export function endRecords({ members, offset, size }: { members: number; offset: number; size: number }): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(members, MAX_16), 8);
  end.writeUInt16LE(Math.min(members, MAX_16), 10);
  end.writeUInt32LE(Math.min(size, MAX_32), 12);
  end.writeUInt32LE(Math.min(offset, MAX_32), 16);
  if (members < MAX_16 && size < MAX_32 && offset < MAX_32) return end;

  const large = Buffer.alloc(56 + 20);
  large.writeUInt32LE(ZIP64_END, 0);
  // Bytes behind this number.
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(NEEDS_ZIP64, 12);
  large.writeUInt16LE(NEEDS_ZIP64, 14);
  large.writeBigUInt64LE(BigInt(members), 24);
  large.writeBigUInt64LE(BigInt(members), 32);
  large.writeBigUInt64LE(BigInt(size), 40);
  large.writeBigUInt64LE(BigInt(offset), 48);
  large.writeUInt32LE(ZIP64_LOCATOR, 56);
  large.writeBigUInt64LE(BigInt(offset + size), 64);
  // Of so many disks.
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}

function flags(hasDescriptor: boolean): number {
  return NAME_IS_UTF8 | (hasDescriptor ? SIZES_BEHIND : 0);
}

function zip64Field(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0);
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(ZIP64_FIELD, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [at, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * at);
  return field;
}

function momentField(modified: number | null): Buffer {
  if (modified === null) return Buffer.alloc(0);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(MOMENT_FIELD, 0);
  field.writeUInt16LE(5, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(Math.floor(sayable(modified) / 1000), 5);
  return field;
}

/** Time in the low, date in the high half; wall time of this machine, as every zip has it. */
function wallDate(modified: number | null): number {
  if (modified === null) return ((1 << 5) | 1) * 0x10000;
  const date = new Date(sayable(modified));
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return day * 0x10000 + time;
}

function sayable(modified: number): number {
  return Math.min(Math.max(modified, OLDEST), NEWEST);
}
