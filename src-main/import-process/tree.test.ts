import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../src-shared/result.ts';
import type { SourceFile } from './source.ts';
import { sourceOf } from './testing/sources.ts';
import { bytesOfFile, fileOfSegments, makeZip, type MadeMember } from './testing/zip-maker.ts';
import { openTree, type Tree, type TreeFile } from './tree.ts';
import { membersOf } from './zip.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const open = (file: SourceFile): Promise<Tree> => openTree({ files: [file] });
const paths = ({ files }: Tree): string[] => files.map(({ path }) => path);
const openZip = (...members: readonly MadeMember[]): Promise<Tree> => open(makeZip(members));

async function only(...members: readonly MadeMember[]): Promise<TreeFile> {
  const { files } = await openZip(...members);
  expect(files).toHaveLength(1);
  return files[0]!;
}

/** How many bytes came before it ended, and with what. */
async function drain(file: TreeFile): Promise<{ length: number; code: string | null }> {
  let length = 0;
  try {
    for await (const piece of file.stream()) length += piece.length;
    return { length, code: null };
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error;
    return { length, code: error.error.code };
  }
}

describe('a tree', () => {
  it('is the one file that was chosen', async () => {
    const tree = await openTree(sourceOf({ 'notes.txt': 'hello' }, 5));
    expect(tree).toMatchObject({ container: 'file', name: 'notes.txt' });
    expect(tree.files).toMatchObject([{ path: 'notes.txt', size: 5, modifiedAt: 5 }]);
    expect(text(await tree.files[0]!.bytes(10))).toBe('hello');
    expect(text(await tree.files[0]!.head(2))).toBe('he');
    await expect(tree.files[0]!.bytes(4)).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('is a folder, with archives in it as files', async () => {
    const inner = await bytesOfFile(makeZip([{ name: 'x', content: 'y' }]));
    const tree = await openTree(
      sourceOf({ 'F/a.md': 'a', 'F/.DS_Store': 'x', 'F/b/../../c': 'x', 'F/b/inner.zip': inner, 'F/./d//e.md': 'e' }),
    );
    expect(tree).toMatchObject({ container: 'folder', name: '' });
    expect(paths(tree)).toEqual(['F/a.md', 'F/b/inner.zip', 'F/d/e.md']);
    expect(await tree.files[1]!.bytes(1000)).toEqual(inner);
  });

  it('says where a file of a folder was cut or moved since', async () => {
    const moved: SourceFile = { path: 'F/a', size: 9, modifiedAt: null, read: async () => new Uint8Array(4) };
    const tree = await openTree({ files: [moved] });
    await expect(tree.files[0]!.bytes(9)).rejects.toThrow(new AppFailure('not-found'));
    expect(await tree.files[0]!.head(3)).toEqual(new Uint8Array());
  });

  it('is an archive, packed and stored, with and without sizes before the data', async () => {
    const long = 'word '.repeat(100_000);
    const tree = await openZip(
      { name: 'a/', unixMode: 0o40755 },
      { name: 'a/packed.txt', content: long },
      { name: 'stored.txt', content: long, stored: true },
      { name: 'descriptor.txt', content: long, descriptor: true },
      { name: 'empty' },
    );
    expect(tree).toMatchObject({ container: 'zip', name: 'archive.zip' });
    expect(tree.files.map(({ path, size }) => [path, size])).toEqual([
      ['a/packed.txt', 500_000],
      ['stored.txt', 500_000],
      ['descriptor.txt', 500_000],
      ['empty', 0],
    ]);
    for (const file of tree.files.slice(0, 3)) expect(text(await file.bytes(500_000))).toBe(long);
    expect(await tree.files[3]!.bytes(0)).toEqual(new Uint8Array());
    expect(tree.files[0]!.modifiedAt).toBe(new Date(2025, 0, 1, 12, 0, 0).getTime());
  });
});

describe('names in an archive', () => {
  it.each<[string, string | null]>([
    ['../../etc/passwd', null],
    ['a/../../b', null],
    ['..\\..\\b', null],
    ['/etc/passwd', 'etc/passwd'],
    ['C:\\Users\\b.txt', 'Users/b.txt'],
    ['c:/b.txt', 'b.txt'],
    ['a\\b\\c.txt', 'a/b/c.txt'],
    ['./a//b', 'a/b'],
    ['folder\\', null],
    ['__MACOSX/a/._b', null],
    ['a/._b', null],
    ['a/.DS_Store', null],
    ['re\u0301sume\u0301.md', 'r\u00E9sum\u00E9.md'],
    ['a\0b\nc', 'a\uFFFDb\uFFFDc'],
  ])('%j is %j', async (name, path) => {
    expect(paths(await openZip({ name, content: 'x' }, { name: 'other', content: 'y' }))).toEqual(
      path === null ? ['other'] : [path, 'other'],
    );
  });

  it('that are no UTF-8 are read all the same', async () => {
    const [path] = paths(await openZip({ name: new Uint8Array([0x61, 0xff, 0x62]), content: 'x' }));
    expect(path).toHaveLength(3);
  });

  it('stand once: of two members, and of two spellings of one name, the first is read', async () => {
    const tree = await openZip(
      { name: 'a', content: 'first' },
      { name: 'a', content: 'second' },
      { name: './a', content: 'third' },
      { name: 'e\u0301', content: 'x' },
      { name: '\u00E9', content: 'y' },
    );
    expect(paths(tree)).toEqual(['a', '\u00E9']);
    expect(text(await tree.files[0]!.bytes(9))).toBe('first');
  });

  it('of links lead nowhere', async () => {
    expect(paths(await openZip({ name: 'link', content: '/etc/passwd', unixMode: 0o120777 }, { name: 'a' }))).toEqual([
      'a',
    ]);
  });
});

describe('a hostile archive', () => {
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));

  it('stops where a member is longer than it says', async () => {
    const file = await only({ name: 'a', packed: bomb, size: 1_000_000 });
    const { length, code } = await drain(file);
    expect(code).toBe('import-damaged');
    expect(length).toBeLessThanOrEqual(1_000_000);
    await expect(file.bytes(2_000_000)).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('is not unpacked where a member says that it holds what nothing packs so small, or more than is wanted', async () => {
    const [lie, large] = (
      await openZip(
        { name: 'a', packed: bomb, size: 50_000_000_000 },
        { name: 'b', packed: bomb, size: 64 * 1024 * 1024 },
      )
    ).files;
    expect(await drain(lie!)).toEqual({ length: 0, code: 'import-damaged' });
    expect(await lie!.head(10)).toEqual(new Uint8Array());
    await expect(large!.bytes(1000)).rejects.toThrow(new AppFailure('import-damaged'));
    expect(await large!.head(10)).toEqual(new Uint8Array(10));
  });

  it('ends its unpacking as soon as nobody asks for more', async () => {
    let reads = 0;
    const made = makeZip([{ name: 'a', packed: 3_000_000_000, stored: true, size: 3_000_000_000 }]);
    const counted: SourceFile = {
      ...made,
      read: (offset, length) => {
        reads += 1;
        return made.read(offset, length);
      },
    };
    const [file] = (await open(counted)).files;
    const before = reads;
    let length = 0;
    for await (const piece of file!.stream()) {
      length += piece.length;
      if (length > 5_000_000) break;
    }
    expect(reads - before).toBeLessThan(10);
    // Packed, and left in the middle of a step.
    for (let round = 0; round < 20; round += 1) {
      const packed = await only({ name: 'a', packed: bomb, size: 64 * 1024 * 1024 });
      const stream = packed.stream();
      expect((await stream.next()).done).toBe(false);
      await stream.return(undefined);
      expect((await stream.next()).done).toBe(true);
    }
  });

  it.each<[string, Partial<MadeMember>, string]>([
    ['encrypted', { flags: 1 }, 'import-encrypted'],
    ['packed in an unknown way', { method: 12 }, 'import-damaged'],
    ['not what its checksum says', { crc: 5 }, 'import-damaged'],
    ['shorter than it says', { size: 7 }, 'import-damaged'],
    ['longer than it says', { size: 4 }, 'import-damaged'],
    ['broken inside', { packed: new Uint8Array([0xff, 0xff, 0xff, 0xff, 1, 2, 3]) }, 'import-damaged'],
    ['longer than the archive', { packedSize: 1_000_000 }, 'import-damaged'],
    ['nowhere', { offset: 40_000_000 }, 'import-damaged'],
  ])('says that a member is %s, and reads the others', async (_what, more, code) => {
    const { files } = await openZip({ name: 'other', content: 'fine' }, { name: 'a', content: 'hello', ...more });
    expect(text(await files[0]!.bytes(10))).toBe('fine');
    expect((await drain(files[1]!)).code).toBe(code);
    expect((await files[1]!.head(3)).length).toBeLessThanOrEqual(3);
  });

  it('is refused where members share bytes', async () => {
    await expect(openZip({ name: 'a', content: 'hello' }, { name: 'b', content: 'hello', offset: 0 })).rejects.toThrow(
      new AppFailure('import-damaged'),
    );
  });

  it('is read by its true end, whatever its comment says', async () => {
    const comment = Buffer.alloc(200);
    // An end record of an archive without members, and one that points far away.
    comment.writeUInt32LE(0x06054b50, 0);
    comment.writeUInt32LE(0x06054b50, 100);
    comment.writeUInt16LE(5, 108);
    comment.writeUInt32LE(0xfffffff, 116);
    const found = await open(makeZip([{ name: 'a', content: 'hello' }], { comment })).then(
      paths,
      (error: unknown) => error,
    );
    expect([['a'], new AppFailure('import-damaged')]).toContainEqual(found);
    expect(
      paths(await open(makeZip([{ name: 'a', content: 'hello' }], { comment: Buffer.alloc(300, 'a comment ') }))),
    ).toEqual(['a']);
  });

  it('with a table of contents as large as a disk is refused before it is read', async () => {
    const start = new Uint8Array([0x50, 0x4b, 3, 4]);
    const end = Buffer.alloc(98);
    end.writeUInt32LE(0x06064b50, 0);
    end.writeBigUInt64LE(44n, 4);
    end.writeBigUInt64LE(40_000_000n, 24);
    end.writeBigUInt64LE(40_000_000n, 32);
    end.writeBigUInt64LE(2_900_000_000n, 40);
    end.writeBigUInt64LE(4n, 48);
    end.writeUInt32LE(0x07064b50, 56);
    end.writeBigUInt64LE(3_000_000_004n, 64);
    end.writeUInt32LE(1, 72);
    end.writeUInt32LE(0x06054b50, 76);
    end.fill(0xff, 84, 96);
    const file = fileOfSegments('a.zip', [start, 3_000_000_000, end], 3_000_000_004 + end.length);
    await expect(open(file)).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('that is cut anywhere has an answer', async () => {
    const whole = await bytesOfFile(
      makeZip([
        { name: 'a', content: 'hello '.repeat(99) },
        { name: 'b', content: 'x' },
      ]),
    );
    for (let length = 0; length < whole.length; length += 1) {
      const found = await openTree(sourceOf({ a: whole.slice(0, length) })).then(
        ({ container }) => container,
        (error: unknown) => (error instanceof AppFailure ? error.error.code : error),
      );
      expect(['file', 'import-damaged']).toContain(found);
    }
  });

  it('with flipped bits has an answer, and gives no more than it says', async () => {
    const whole = await bytesOfFile(
      makeZip(
        [
          { name: 'a.json', content: 'hello '.repeat(50) },
          { name: 'b', content: 'x', stored: true },
          { name: 'c', content: 'y', descriptor: true },
        ],
        { zip64: true },
      ),
    );
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(flips, async (places) => {
        const broken = whole.slice();
        for (const [at, bit] of places) broken[at % broken.length]! ^= 1 << bit;
        const files = await openTree(sourceOf({ a: broken })).then(
          (tree) => tree.files,
          (error: unknown) => {
            expect(error).toBeInstanceOf(AppFailure);
            return [];
          },
        );
        for (const file of files) {
          const { length } = await drain(file);
          expect(length).toBeLessThanOrEqual(file.size);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a large archive', () => {
  it('of more members than the old form can count is read', async () => {
    const members = Array.from({ length: 66_000 }, (_, index) => ({
      name: `f/${index}`,
      content: `${index}`,
      stored: true,
    }));
    const bytes = await bytesOfFile(makeZip(members));
    const { files } = await openTree(sourceOf({ a: bytes }));
    expect(files).toHaveLength(66_000);
    expect(text(await files[65_999]!.bytes(10))).toBe('65999');
  });

  it('of more members than anybody has is refused', async () => {
    const file = makeZip([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(await membersOf(file, 3)).toHaveLength(3);
    await expect(membersOf(file, 2)).rejects.toThrow(new AppFailure('import-damaged'));
  });

  it('with members behind 4 GB is read', async () => {
    const tree = await openZip(
      { name: 'video.mp4', packed: 5_000_000_000, stored: true, size: 5_000_000_000 },
      { name: 'last', content: 'hello' },
    );
    expect(tree.files.map(({ path, size }) => [path, size])).toEqual([
      ['video.mp4', 5_000_000_000],
      ['last', 5],
    ]);
    expect(text(await tree.files[1]!.bytes(5))).toBe('hello');
    expect(await tree.files[0]!.head(4)).toEqual(new Uint8Array(4));
    await expect(tree.files[0]!.bytes(50_000_000)).rejects.toThrow(new AppFailure('import-damaged'));
  });
});
