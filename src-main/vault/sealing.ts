import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { LEAST_PADDED_BYTES, padded, unpadded } from './padding.ts';

/**
 * A sealed record: format 0x01 | nonce 12 | ciphertext | tag 16 (AES-256-GCM). The plaintext is a 4-byte big-endian length, the
 * bytes, and zeros up to the Padmé size. The additional data binds the box to its place: a server or a damaged file that gives one
 * record's box out as another's, or an old one as a new one, is found out.
 *
 * Random 96-bit nonces under one key are sound for 2^32 boxes (NIST SP 800-38D, 8.3): one autosave a second, around the clock,
 * for 136 years.
 */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CONTEXT = Buffer.from('daygrove/record/v1');

export interface Place {
  readonly vaultId: Uint8Array;
  readonly id: Uint8Array;
  readonly hlc: Uint8Array;
}

/** The box does not open here: another key, another place, or changed bytes. Which of them, cryptography cannot tell. */
export class SealBroken extends Error {
  constructor() {
    super('sealed record does not open');
    this.name = 'SealBroken';
  }
}

function additionalData(place: Place): Buffer {
  // All three have fixed lengths, so that joining them is unambiguous.
  return Buffer.concat([CONTEXT, place.vaultId, place.id, place.hlc]);
}

export function seal(recordKey: Uint8Array, place: Place, plaintext: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', recordKey, nonce);
  cipher.setAAD(additionalData(place));
  const box = Buffer.concat([
    Buffer.from([FORMAT]),
    nonce,
    cipher.update(padded(plaintext)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return new Uint8Array(box.buffer, box.byteOffset, box.byteLength);
}

/** @throws SealBroken */
export function unseal(recordKey: Uint8Array, place: Place, box: Uint8Array): Uint8Array {
  const minimum = 1 + NONCE_BYTES + LEAST_PADDED_BYTES + TAG_BYTES;
  if (box.byteLength < minimum || box[0] !== FORMAT) throw new SealBroken();
  const decipher = createDecipheriv('aes-256-gcm', recordKey, box.subarray(1, 1 + NONCE_BYTES), {
    // Without this, a shortened tag would be accepted.
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(box.subarray(box.byteLength - TAG_BYTES));
  let opened: Buffer;
  try {
    opened = Buffer.concat([
      decipher.update(box.subarray(1 + NONCE_BYTES, box.byteLength - TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    throw new SealBroken();
  }
  const plaintext = unpadded(opened);
  if (plaintext === null) throw new SealBroken();
  return new Uint8Array(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength);
}
