import { parse, stringify, validate } from 'uuid';

/** Records are named by 16 bytes in the database and by a UUID string at the contract. */
export function idFromText(text: string): Uint8Array {
  return parse(text);
}

/** What stands in a person's text may look like an id and be none. */
export function isIdText(text: string): boolean {
  return validate(text);
}

export function idToText(id: Uint8Array): string {
  return stringify(id);
}
