import { createHash, randomBytes } from 'node:crypto';

/**
 * The recovery key: 128 random bits in Crockford's base32 (https://www.crockford.com/base32.html), as seven groups of four with a
 * dash between them. 26 characters carry the bits, two carry a check over them, so that a slip of the pen is told from a wrong key.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 16;
const KEY_CHARACTERS = 26;
const CHECK_CHARACTERS = 2;

export function newRecoveryKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

function encodeBits(bytes: Uint8Array, characters: number): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  // The text is longer than the bits; the zeros go in front.
  let text = '';
  for (let i = 0; i < characters; i += 1) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}

function check(bytes: Uint8Array): string {
  const digest = createHash('sha256').update('daygrove/recovery-key/check').update(bytes).digest();
  // 10 of the digest's bits: two characters.
  return encodeBits(new Uint8Array([digest[0]! & 3, digest[1]!]), CHECK_CHARACTERS);
}

export function formatRecoveryKey(key: Uint8Array): string {
  const text = encodeBits(key, KEY_CHARACTERS) + check(key);
  return text.match(/.{4}/g)!.join('-');
}

/**
 * Reads what a person typed: case, spaces and dashes do not matter, and O, I and L are taken for the digits they look like.
 * @returns null where it is no recovery key: wrong length, a character that does not exist, or the check does not fit.
 */
export function parseRecoveryKey(text: string): Uint8Array | null {
  const clean = text
    .toUpperCase()
    .replace(/[\s\-‐-―−_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (clean.length !== KEY_CHARACTERS + CHECK_CHARACTERS) return null;
  let value = 0n;
  for (const character of clean.slice(0, KEY_CHARACTERS)) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  if (value >> 128n !== 0n) return null;
  const key = new Uint8Array(KEY_BYTES);
  for (let i = KEY_BYTES - 1; i >= 0; i -= 1) {
    key[i] = Number(value & 255n);
    value >>= 8n;
  }
  return clean.slice(KEY_CHARACTERS) === check(key) ? key : null;
}
