const MAX_DEPTH = 64;

/**
 * Bytes of a payload as it crosses the bridge: two per UTF-16 code unit, eight per number, a typed array's own length. Stops counting behind `limit`,
 * so that a hostile payload costs no more than an honest one. Nesting beyond 64 levels counts as too large.
 */
export function payloadSize(value: unknown, limit: number, depth = 0): number {
  if (depth > MAX_DEPTH) return limit + 1;
  if (typeof value === 'string') return value.length * 2;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof ArrayBuffer) return value.byteLength;
  let size = 16;
  for (const key of Object.keys(value)) {
    size += key.length * 2 + payloadSize((value as Record<string, unknown>)[key], limit - size, depth + 1);
    if (size > limit) return size;
  }
  return size;
}
