import { expect, it } from 'vitest';
import { readAhead, type SourceFile } from './source.ts';

function counted(sizes: readonly number[]) {
  const reads: number[] = [];
  const files = sizes.map((size, index): SourceFile => ({
    path: String(index),
    size,
    modifiedAt: null,
    read: async (offset, length) => {
      reads.push(index);
      return new Uint8Array(Math.max(0, Math.min(length, size - offset))).fill(index);
    },
  }));
  return { reads, ahead: readAhead(files) };
}

it('asks for the next small files before they are wanted, and for each once', async () => {
  const { reads, ahead } = counted([10, 10, 0, 1_000_000, 10, ...Array.from({ length: 40 }, () => 10)]);
  expect(await ahead[0]!.read(2, 4)).toEqual(new Uint8Array(4));
  expect(reads).toEqual([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  expect(await ahead[4]!.read(0, 100)).toEqual(new Uint8Array(10).fill(4));
  expect(reads.slice(15)).toEqual([17, 18, 19, 20]);
  // A large one is read as it is asked for.
  expect((await ahead[3]!.read(5, 100)).length).toBe(100);
  expect(reads.at(-1)).toBe(3);
});

it('tries again what failed', async () => {
  let isGone = true;
  const file: SourceFile = {
    path: 'a',
    size: 3,
    modifiedAt: null,
    read: () => (isGone ? Promise.reject(new Error('gone')) : Promise.resolve(new Uint8Array(3))),
  };
  const [ahead] = readAhead([file]);
  await expect(ahead!.read(0, 3)).rejects.toThrow('gone');
  isGone = false;
  expect(await ahead!.read(0, 3)).toEqual(new Uint8Array(3));
});
