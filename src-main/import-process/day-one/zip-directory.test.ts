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
    const wide = (value: number): number[] => [...new Uint8Array(new BigUint64Array([BigInt(value)]).buffer)];
    const u32 = (value: number): number[] => [...new Uint8Array(new Uint32Array([value]).buffer)];
    const u16 = (value: number): number[] => [...new Uint8Array(new Uint16Array([value]).buffer)];
    const many = u32(0xffff_ffff);
    const local = [
      ...u32(0x04034b50),
      ...u16(45),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(crc32(content)),
      ...many,
      ...many,
    ];
    const head = [...local, ...u16(name.length), ...u16(0), ...name, ...content];
    const extra = [...u16(1), ...u16(24), ...wide(content.length), ...wide(content.length), ...wide(0)];
    const directory = [
      ...[
        ...u32(0x02014b50),
        ...u16(45),
        ...u16(45),
        ...u16(0),
        ...u16(0),
        ...u32(0),
        ...u32(crc32(content)),
        ...many,
        ...many,
      ],
      ...[
        ...u16(name.length),
        ...u16(extra.length),
        ...u16(0),
        ...u16(0),
        ...u16(0),
        ...u32(0),
        ...many,
        ...name,
        ...extra,
      ],
    ];
    const end = [
      ...[...u32(0x06064b50), ...wide(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0), ...wide(1), ...wide(1)],
      ...[...wide(directory.length), ...wide(head.length)],
      ...[...u32(0x07064b50), ...u32(0), ...wide(head.length + directory.length), ...u32(1)],
      ...[...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(0xffff), ...u16(0xffff), ...many, ...many, ...u16(0)],
    ];
    const members = readZipDirectory(new Uint8Array([...head, ...directory, ...end]));
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
