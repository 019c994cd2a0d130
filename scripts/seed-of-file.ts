import { crc32 } from 'node:zlib';

/** Of the check. Another number is another set of draws: change it only with a reason, and run `npm run fuzz` first. */
const CHECK_SEED = 20_261_126;

/** The seed of a run: the check's, or the one that `npm run fuzz` gives to a round. */
export function baseSeed(environment: NodeJS.ProcessEnv): number {
  const given = environment['DAYGROVE_FUZZ_SEED'];
  if (given === undefined) return CHECK_SEED;
  const seed = Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error(`DAYGROVE_FUZZ_SEED is no whole number: ${given}`);
  return seed;
}

/**
 * A file's own seed: two files that draw the same kind of thing draw different ones.
 * @param path from the root of the repository, with slashes
 * @returns a signed 32-bit integer, as fast-check takes it
 */
export function seedOfFile(base: number, path: string): number {
  return crc32(`${String(base)} ${path}`) | 0;
}
