import { AppFailure } from '../../src-shared/result.ts';
import { compareEnvelopes, signedBy, type Envelope, type KeyChain } from '../vault/envelope.ts';
import { envelopeKeyOf } from '../vault/keys.ts';

export interface OpenedCopy {
  readonly envelope: Envelope;
  readonly chain: KeyChain;
}

/** Whether the vault's file opens by what a copy holds. Asked only of a copy that names another vault than the first one does. */
export type Fits = (envelope: Envelope, chain: KeyChain) => Promise<boolean>;

/**
 * The first copy that opens and is whole. A copy that somebody or something changed never stands in the way of a whole one, and never wins over it: what opens is signed by its own
 * key. One that opens is passed over where another copy, which that key has signed too, came later: its secret was replaced.
 * @param open throws AppFailure `wrong-secret`, `vault-damaged`
 * @throws AppFailure `vault-damaged` where a copy opens and is not whole, or else `wrong-secret`
 */
export async function openCopies(
  copies: readonly Envelope[],
  open: (envelope: Envelope) => Promise<KeyChain> | KeyChain,
  fits: Fits,
): Promise<OpenedCopy> {
  let isDamaged = false;
  for (const envelope of copies) {
    let chain: KeyChain;
    try {
      chain = await open(envelope);
    } catch (thrown) {
      const code = thrown instanceof AppFailure ? thrown.error.code : null;
      if (code !== 'wrong-secret' && code !== 'vault-damaged') throw thrown;
      isDamaged ||= code === 'vault-damaged';
      continue;
    }
    if (await holds(envelope, chain, copies, fits)) return { envelope, chain };
  }
  throw new AppFailure(isDamaged ? 'vault-damaged' : 'wrong-secret');
}

/** Whether a copy that opens is the vault's own, and no other copy came after it. */
export async function holds(
  envelope: Envelope,
  chain: KeyChain,
  copies: readonly Envelope[],
  fits: Fits,
): Promise<boolean> {
  const key = envelopeKeyOf(chain.vaultKey, Buffer.from(envelope.vaultId, 'base64'));
  const isReplaced = copies.some(
    (other) => other !== envelope && compareEnvelopes(other, envelope) > 0 && signedBy(other, key) !== null,
  );
  if (isReplaced) return false;
  // What a restore that was cut off between the copies left is whole, and another vault's.
  return envelope.vaultId === copies[0]?.vaultId || fits(envelope, chain);
}

/** Of an open vault: the newest copy that its key has signed. null: none is. */
export function signedCopy(copies: readonly Envelope[], key: Uint8Array): Envelope | null {
  const whole = copies.filter((copy) => signedBy(copy, key) !== null);
  return whole.toSorted((one, other) => compareEnvelopes(other, one))[0] ?? null;
}
