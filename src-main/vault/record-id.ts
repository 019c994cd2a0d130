import { parse, stringify } from 'uuid';

/** Records are named by 16 bytes in the database and by a UUID string at the contract. */
export function idFromText(text: string): Uint8Array {
  return parse(text);
}

export function idToText(id: Uint8Array): string {
  return stringify(id);
}
