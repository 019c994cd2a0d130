import { padmeLength } from './padme.ts';

const LENGTH_BYTES = 4;

/** The least that `padded` gives. */
export const LEAST_PADDED_BYTES = LENGTH_BYTES;

/** A 4-byte big-endian length, the bytes, and zeros up to the Padmé size. */
export function padded(plaintext: Uint8Array): Buffer {
  const bytes = Buffer.alloc(padmeLength(LENGTH_BYTES + plaintext.byteLength));
  bytes.writeUInt32BE(plaintext.byteLength, 0);
  bytes.set(plaintext, LENGTH_BYTES);
  return bytes;
}

/** What `padded` was made of, as a view; null where the length cannot be. */
export function unpadded(bytes: Uint8Array): Uint8Array | null {
  if (bytes.byteLength < LENGTH_BYTES) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getUint32(0);
  return length > bytes.byteLength - LENGTH_BYTES ? null : bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
}
