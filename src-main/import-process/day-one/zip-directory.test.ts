import { deflateSync, zipSync } from 'fflate';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { zip } from '../testing/day-one-samples.ts';
import { inflate, inflateHead, isZipFile, readZipDirectory, type ZipMember } from './zip-directory.ts';

const MAXIMUM = 1024 * 1024;

function member(more: Partial<ZipMember>, content = new Uint8Array(100_000)): ZipMember {
  const data = deflateSync(content);
  return { name: 'a.json', size: content.length, encrypted: false, method: 8, crc: crc32(content), data, ...more };
}

/** Bytes as they are, or a number in so many bytes, little end first. */
type Field = Uint8Array | readonly [width: number, value: number];

function pack(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const bytes = fields.flatMap((field) => {
    if (field instanceof Uint8Array) return [...field];
    const [width, value] = field;
    return Array.from({ length: width }, (_, index) => Number((BigInt(value) >> BigInt(8 * index)) & 0xffn));
  });
  return new Uint8Array(bytes);
}

describe('readZipDirectory', () => {
  it('lists and inflates what a zip program wrote, packed and stored', () => {
    const noise = new Uint8Array(randomBytes(200_000));
    const bytes = new Uint8Array(
      zipSync({
        'Tagebuch für mich.json': [noise, { level: 9 }],
        'b/stored.json': [noise, { level: 0 }],
        'empty.json': new Uint8Array(),
      }),
    );
    expect(isZipFile(bytes)).toBe(true);
    const members = readZipDirectory(bytes);
    expect(members.map(({ name, size }) => [name, size])).toEqual([
      ['Tagebuch für mich.json', 200_000],
      ['b/stored.json', 200_000],
      ['empty.json', 0],
    ]);
    expect(members.map((one) => inflate(one, MAXIMUM).length)).toEqual([200_000, 200_000, 0]);
    expect(inflate(members[0]!, MAXIMUM)).toEqual(noise);
    expect(inflateHead(members[0]!, 1000)).toEqual(noise.slice(0, 1000));
    expect(inflateHead(members[1]!, 1000)).toEqual(noise.slice(0, 1000));
  });

  it('reads sizes and places that stand in the zip64 fields', () => {
    const content = new TextEncoder().encode('{"entries":[]}');
    const name = new TextEncoder().encode('a.json');
    const crc: Field = [4, crc32(content)];
    const elsewhere: Field = [4, 0xffff_ffff];
    const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);
    // Signature, version and flags, then method, time and date as zeros.
    const local = pack(
      [4, 0x04034b50],
      [2, 45],
      zeros(8),
      crc,
      elsewhere,
      elsewhere,
      [2, name.length],
      [2, 0],
      name,
      content,
    );
    const extra = pack([2, 1], [2, 24], [8, content.length], [8, content.length], [8, 0]);
    const lengths = pack([2, name.length], [2, extra.length], zeros(10));
    const versions = pack([4, 0x02014b50], [2, 45], [2, 45], zeros(8));
    const directory = pack(versions, crc, elsewhere, elsewhere, lengths, elsewhere, name, extra);
    const place = pack([8, 1], [8, 1], [8, directory.length], [8, local.length]);
    const wideEnd = pack([4, 0x06064b50], [8, 44], [2, 45], [2, 45], zeros(8), place);
    const locator = pack([4, 0x07064b50], [4, 0], [8, local.length + directory.length], [4, 1]);
    const end = pack([4, 0x06054b50], zeros(4), [2, 0xffff], [2, 0xffff], elsewhere, elsewhere, [2, 0]);
    const members = readZipDirectory(pack(local, directory, wideEnd, locator, end));
    expect(members.map((one) => [one.name, inflate(one, MAXIMUM)])).toEqual([['a.json', content]]);
  });

  it('refuses an archive that is cut anywhere', () => {
    const bytes = zip({ 'a.json': '{"entries":[]}', 'b.json': '{}' });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readZipDirectory(bytes.subarray(0, length))).toThrow('import-damaged');
    }
  });
});

describe('inflate', () => {
  it('gives the content of a sound member', () => {
    expect(inflate(member({}), MAXIMUM)).toEqual(new Uint8Array(100_000));
  });

  it.each<[string, ZipMember]>([
    ['claims more than it may', member({ size: MAXIMUM + 1 })],
    ['yields more than it may', member({ size: 10 }, new Uint8Array(64 * MAXIMUM))],
    ['yields more than it claims', member({ size: 10 })],
    ['yields less than it claims', member({ size: 200_000 })],
    ['has another checksum', member({ crc: 1 })],
    ['is encrypted', member({ encrypted: true })],
    ['is packed in another way', member({ method: 14 })],
    ['ends early', member({ data: deflateSync(new Uint8Array(100_000)).slice(0, -3) })],
    ['is no deflate stream', member({ data: new Uint8Array([7, 7, 7]) })],
  ])('refuses a member that %s', (_what, one) => {
    expect(() => inflate(one, MAXIMUM)).toThrow('import-damaged');
  });
});
