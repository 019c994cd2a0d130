/**
 * Padmé: the padded length of a plaintext, so that a size on the server or in a backup tells little about what was written.
 * Source: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PoPETs 2019, section 4.
 * At most 12 % is added (about 11 % for small records, less for large ones).
 *
 * @param length bytes, at least 0
 * @returns bytes, at least `length`
 */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const mantissaBits = Math.floor(Math.log2(exponent)) + 1;
  const lastBits = exponent - mantissaBits;
  if (lastBits <= 0) return length;
  const step = 2 ** lastBits;
  return Math.ceil(length / step) * step;
}
