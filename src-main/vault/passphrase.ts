import { argon2id } from 'hash-wasm';

/** Argon2id (RFC 9106). Stored beside the wrapped key, because what is right for this machine may not be for the next. */
export interface PassphraseCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Never less than this: the second recommended option of RFC 9106, section 4 (64 MiB, t = 3), with one lane as WebAssembly has. */
export const FLOOR_COST: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
const TARGET_MS = 500;
/** A slow machine of today must still open the vault that a fast one made. */
const MAX_PASSES = 24;

/**
 * Half a second of Argon2id on this machine: long for somebody who guesses, short for somebody who writes every evening.
 * @param measure milliseconds that one derivation at the given cost takes
 */
export async function calibrateCost(measure: (cost: PassphraseCost) => Promise<number>): Promise<PassphraseCost> {
  const elapsed = await measure(FLOOR_COST);
  const passes = Math.round((FLOOR_COST.passes * TARGET_MS) / Math.max(elapsed, 1));
  return { ...FLOOR_COST, passes: Math.min(MAX_PASSES, Math.max(FLOOR_COST.passes, passes)) };
}

export async function measureCost(cost: PassphraseCost): Promise<number> {
  const start = performance.now();
  await derivePassphraseKey('calibration', new Uint8Array(16), cost);
  return performance.now() - start;
}

/** @returns 32 bytes. NFKC first, so that a passphrase typed on another keyboard or system is the same passphrase. */
export async function derivePassphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: PassphraseCost,
): Promise<Uint8Array> {
  return argon2id({
    password: passphrase.normalize('NFKC'),
    salt,
    parallelism: cost.lanes,
    iterations: cost.passes,
    memorySize: cost.memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  });
}
