import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { AppFailure } from '../../../../src-shared/result.ts';
import { sourceOf } from '../../../import-process/testing/sources.ts';
import { membersOf } from '../../../import-process/zip.ts';
import { centralHeader, descriptor } from './zip-records.ts';
import { ZipWriter, type ZipContent, type ZipEntry } from './zip-writer.ts';

const UNDATED: ZipEntry = { modified: null };
const STORED: ZipEntry = { modified: null, isCompressed: false };

async function zipped(write: (zip: ZipWriter) => Promise<void>, before = 0): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const zip = new ZipWriter(async (bytes) => void pieces.push(bytes.slice()), before);
  await write(zip);
  await zip.close();
  return Buffer.concat(pieces);
}

async function* cut(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** Half noise, half words: neither nothing nor everything of it can be packed. */
function bytesOfSize(size: number): Uint8Array {
  let state = size + 1;
  return new Uint8Array(size).map((_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return at % 512 < 256 ? state >>> 24 : 97 + (at % 7);
  });
}

/** Asks other programs, where they are installed, whether a zip is whole. */
async function checkByOthers(path: string): Promise<void> {
  const programs: readonly (readonly [string, ...string[]])[] = [
    ['unzip', '-tqq', path],
    ['python3', '-c', `import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)`, path],
  ];
  for (const [program, ...args] of programs) {
    try {
      await promisify(execFile)(program, args);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      process.stdout.write(`Not checked by ${program}: it is not here.\n`);
    }
  }
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-zip-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('holds what it was given, and is the same file however that was cut', async () => {
  const sizes = fc.oneof(
    fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 262_144, 262_145),
    fc.integer({ min: 0, max: 400_000 }),
  );
  const members = fc.array(fc.record({ size: sizes, isCompressed: fc.boolean(), isHere: fc.boolean() }), {
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(members, fc.integer({ min: 500, max: 300_000 }), async (given, step) => {
      const write = (by: number): Promise<Buffer> =>
        zipped(async (zip) => {
          for (const [index, { size, isCompressed, isHere }] of given.entries()) {
            const bytes = bytesOfSize(size);
            const content: ZipContent = isHere ? [...chunks(bytes, by)] : cut(bytes, by);
            await zip.add(`folder ä/${index}`, content, { modified: 1e12, isCompressed });
          }
        });
      const zip = await write(step);
      expect((await write(70_001)).equals(zip)).toBe(true);
      const read = unzipSync(zip);
      expect(Object.keys(read)).toEqual(given.map((_, index) => `folder ä/${index}`));
      for (const [index, { size }] of given.entries())
        expect(Buffer.from(read[`folder ä/${index}`]!).equals(bytesOfSize(size))).toBe(true);
    }),
    { numRuns: 25 },
  );
});

function* chunks(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

test('says the moment of a member, and of one without a date the first day that a zip knows', async () => {
  const moment = Date.parse('2026-11-25T07:14:08Z');
  const zip = await zipped(async (writer) => {
    await writer.add('dated', 'a', { modified: moment });
    await writer.add('old', 'a', { modified: Date.parse('1890-01-01') });
    await writer.add('undated', 'a', UNDATED);
  });
  const members = await membersOf(sourceOf({ 'a.zip': zip }).files[0]!);
  expect(members.map(({ modifiedAt }) => modifiedAt)).toEqual([
    moment,
    Date.parse('1980-01-02T00:00:00Z'),
    new Date(1980, 0, 1).getTime(),
  ]);
});

test('stored bytes that are here have their size before them, with no descriptor behind', async () => {
  const bytes = bytesOfSize(1_000_000);
  const zip = await zipped((writer) => writer.add('a.jpg', [...chunks(bytes, 300_000)], STORED));
  expect([zip.readUInt16LE(6) & 8, zip.readUInt32LE(18), zip.readUInt32LE(22)]).toEqual([0, 1_000_000, 1_000_000]);
  expect(zip.subarray(30 + 5, 30 + 5 + 1_000_000).equals(bytes)).toBe(true);
});

test('more members than two bytes can count are read by other programs', async () => {
  const path = join(await temporary(), 'many.zip');
  const zip = await zipped(async (writer) => {
    for (let index = 0; index < 65_600; index += 1) await writer.add(`${index}`, '', STORED);
  });
  const file = await open(path, 'w');
  await file.writeFile(zip);
  await file.close();
  await checkByOthers(path);
  expect(zip.readUInt16LE(zip.length - 12)).toBe(0xffff);
  const members = await membersOf(sourceOf({ 'a.zip': zip }).files[0]!);
  expect([members.length, members.at(-1)!.name]).toEqual([65_600, '65599']);
}, 120_000);

test('a member that is written costs its line in the list and no more', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = async (): Promise<number> => {
    // What is not needed any more may be known as that only behind another turn.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise(setImmediate);
      collect();
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const zip = new ZipWriter(async () => {});
  const members = 20_000;
  await zip.add('first', 'a', UNDATED);
  const before = await held();
  for (let index = 0; index < members; index += 1) await zip.add(`2026/2026-11-25 ${index}.md`, 'a', UNDATED);
  // zip.js grew by six to ten thousand bytes for each.
  expect(((await held()) - before) / members).toBeLessThan(300);
  await zip.close();
});

test('members behind four gigabytes are read by other programs', async () => {
  const path = join(await temporary(), 'large.zip');
  const file = await open(path, 'w');
  const before = 2 ** 32 - 40;
  let at = before;
  // Where nothing is written, the file has a hole.
  const zip = new ZipWriter(async (bytes) => {
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  }, before);
  await zip.add('just before', bytesOfSize(1000), UNDATED);
  await zip.add('behind', cut(bytesOfSize(200_000), 10_000), { modified: 1e12 });
  await zip.close();
  await file.close();
  expect(at).toBeGreaterThan(2 ** 32);
  await checkByOthers(path);
});

test('sizes above four gigabytes stand in eight bytes', () => {
  const sums = { crc: 7, size: 2 ** 33 + 1, packedSize: 2 ** 32 + 2 };
  const behind = descriptor(sums);
  expect([behind.length, behind.readBigUInt64LE(8), behind.readBigUInt64LE(16)]).toEqual([
    24,
    2n ** 32n + 2n,
    2n ** 33n + 1n,
  ]);
  const header = centralHeader({
    ...sums,
    name: Buffer.from('a'),
    isDeflated: true,
    modified: null,
    offset: 5,
    hasDescriptor: true,
  });
  const field = header.subarray(47);
  expect([header.readUInt32LE(20), header.readUInt32LE(24), header.readUInt32LE(42)]).toEqual([
    0xffffffff, 0xffffffff, 5,
  ]);
  // First what it holds, then what that is packed to.
  expect([field.readUInt16LE(0), field.readUInt16LE(2), field.readBigUInt64LE(4), field.readBigUInt64LE(12)]).toEqual([
    1,
    16,
    2n ** 33n + 1n,
    2n ** 32n + 2n,
  ]);
});

test.each([
  ['packed at once', 10, true],
  ['packed in a stream', 500_000, true],
  ['stored in a stream', 500_000, false],
])('what the sink throws ends the writing, and the content with it: %s', async (_name, size, isCompressed) => {
  let isClosed = false;
  async function* content(): AsyncGenerator<Uint8Array> {
    try {
      yield* cut(bytesOfSize(size), 100_000);
    } finally {
      isClosed = true;
    }
  }
  let writes = 0;
  const failure = new AppFailure('disk-full');
  const zip = new ZipWriter(async () => {
    writes += 1;
    if (writes > 1) throw failure;
  });
  await expect(zip.add('a', content(), { modified: null, isCompressed })).rejects.toBe(failure);
  expect([isClosed, writes]).toEqual([true, 2]);
});

test.each([true, false])('what a content throws is thrown on (compressed: %s)', async (isCompressed) => {
  const failure = new AppFailure('cancelled');
  async function* content(): AsyncGenerator<Uint8Array> {
    yield bytesOfSize(300_000);
    throw failure;
  }
  const zip = new ZipWriter(async () => {});
  await expect(zip.add('a', content(), { modified: null, isCompressed })).rejects.toBe(failure);
});

test.each([true, false])('goes no faster than the sink takes it (compressed: %s)', async (isCompressed) => {
  let asked = 0;
  let taken = 0;
  let ahead = 0;
  let isWriting = false;
  async function* content(): AsyncGenerator<Uint8Array> {
    for (; asked < 100; asked += 1) {
      ahead = Math.max(ahead, asked * 100_000 - taken);
      // Noise: what is not taken cannot be hidden by packing it well.
      yield new Uint8Array(bytesOfSize(100_000 + asked)).map((byte, at) => byte ^ ((at * at * 31) >>> 5));
    }
  }
  const zip = new ZipWriter(async (bytes) => {
    expect(isWriting).toBe(false);
    isWriting = true;
    await new Promise(setImmediate);
    taken += bytes.length;
    isWriting = false;
  });
  await zip.add('a', content(), { modified: null, isCompressed });
  expect(asked).toBe(100);
  expect(ahead).toBeLessThan(5_000_000);
});
