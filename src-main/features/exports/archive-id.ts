/** As `idToText`, also for what is no UUID of a known kind: a newer app may name its records as it likes. */
export function idToArchive(id: Uint8Array): string {
  const hex = Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}

/** @param id as `isArchiveId` wants it */
export function idFromArchive(id: string): Uint8Array {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
}
