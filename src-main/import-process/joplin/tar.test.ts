import fc from 'fast-check';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../../src-shared/result.ts';
import { isTarHeader, tarMembers } from './tar.ts';

async function tar(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, Buffer.from(content));
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** What is in it, and whether it broke. */
async function readAll(
  bytes: Uint8Array,
  pieceLength = 700,
): Promise<{ files: [string, number, string][]; isBroken: boolean }> {
  const files: [string, number, string][] = [];
  try {
    for await (const { name, size, stream } of tarMembers(inPieces(bytes, pieceLength))) {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream()) pieces.push(piece);
      files.push([name, size, Buffer.concat(pieces).toString('latin1')]);
    }
  } catch (error) {
    if (!(error instanceof AppFailure) || error.error.code !== 'import-damaged') throw error;
    return { files, isBroken: true };
  }
  return { files, isBroken: false };
}

const long = `${'folder/'.repeat(40)}ü.md`;
const whole = { 'a.md': 'first', [long]: 'x'.repeat(1500), 'empty.md': '', 'resources/b.png': 'last' };

describe('tarMembers', () => {
  it('gives every file, whatever the pieces are', async () => {
    const bytes = await tar(whole);
    expect(isTarHeader(bytes.subarray(0, 512))).toBe(true);
    expect(isTarHeader(bytes.subarray(512, 1024))).toBe(false);
    const expected = Object.entries(whole).map(([name, text]) => [name, text.length, text]);
    for (const pieceLength of [1, 511, 512, 100_000]) {
      expect(await readAll(bytes, pieceLength)).toEqual({ files: expected, isBroken: false });
    }
  });

  it('goes on behind a file that was not read, or read in part', async () => {
    const bytes = await tar({ a: 'a'.repeat(5000), b: 'b'.repeat(5000), c: 'c' });
    const seen: string[] = [];
    for await (const { name, stream } of tarMembers(inPieces(bytes, 600))) {
      seen.push(name);
      if (name === 'b') {
        for await (const piece of stream()) {
          seen.push(`${piece.length > 0}`);
          break;
        }
      }
    }
    expect(seen).toEqual(['a', 'b', 'true', 'c']);
  });

  it('may be left before its end', async () => {
    const bytes = await tar({ a: 'a'.repeat(5000), b: 'b' });
    let ended = false;
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* inPieces(bytes, 512);
      } finally {
        ended = true;
      }
    };
    for await (const { name } of tarMembers(pieces())) {
      expect(name).toBe('a');
      break;
    }
    expect(ended).toBe(true);
  });

  it('gives what comes before a cut, and then fails', async () => {
    const bytes = await tar(whole);
    const { files, isBroken } = await readAll(bytes.subarray(0, 1024 + 512 + 100));
    expect(isBroken).toBe(true);
    expect(files.map(([name]) => name)).toEqual(['a.md']);
  });

  it.each<[string, (header: Uint8Array) => void]>([
    ['octal', (header) => header.set(Buffer.from('77777777777\0'), 124)],
    ['binary', (header) => header.set([0x80, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 124)],
    ['negative', (header) => header.set([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0], 124)],
    ['unreadable', (header) => header.set(Buffer.from('zzzzzzzzzzz\0'), 124)],
  ])('fails at a hostile size: %s', async (_what, change) => {
    const bytes = Buffer.from(await tar({ a: 'first', b: 'second' }));
    const header = bytes.subarray(1024, 1536);
    change(header);
    header.fill(' ', 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    const { files, isBroken } = await readAll(bytes);
    expect(isBroken).toBe(true);
    expect(files).toContainEqual(['a', 5, 'first']);
  });

  it('passes on what reading throws', async () => {
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      yield (await tar({ a: 'a' })).subarray(0, 512);
      throw new AppFailure('not-found');
    };
    const read = async (): Promise<void> => {
      for await (const { stream } of tarMembers(pieces())) for await (const _ of stream());
    };
    await expect(read()).rejects.toMatchObject({ error: { code: 'not-found' } });
  });

  it('answers broken archives', async () => {
    const bytes = await tar(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(bytes.length),
        async (changes, length) => {
          const broken = Uint8Array.from(bytes);
          for (const [at, byte] of changes) broken[at] = byte;
          const { files } = await readAll(broken.subarray(0, length));
          expect(files.length).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 200 },
    );
  });
});
