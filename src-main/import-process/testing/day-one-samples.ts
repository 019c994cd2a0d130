import { strToU8, zipSync, type Zippable } from 'fflate';

/** A Day One journal as its JSON export has it, with the given entries. */
export function journal(...entries: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ metadata: { version: '1.0' }, entries }));
}

export function entry(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    uuid: '0123456789ABCDEF0123456789ABCDEF',
    creationDate: '2024-06-01T09:30:00Z',
    modifiedDate: '2024-06-01T10:00:00Z',
    timeZone: 'Europe/Vienna',
    text: 'A walk',
    starred: false,
    ...more,
  };
}

/** A zip of texts and bytes by their path. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const members: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    members[path] = typeof content === 'string' ? strToU8(content) : content;
  }
  return new Uint8Array(zipSync(members));
}
