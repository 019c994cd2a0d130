import type { ArchivedRecord } from '../export-pages.ts';

/** Lines are handed on in parts of about this size. */
const CHUNK_CHARACTERS = 64 * 1024;

/** What an attachment's line says beside its record. */
export interface LineExtension {
  readonly media: string | null;
  readonly sha256?: string;
}

/**
 * A record as one line, the same for the same record whatever device it comes from: what a vault makes itself (an id from a natural key, the order in which fields
 * were once written) is left out. Half surrogate pairs come out as escapes, so that no text is changed.
 */
export function lineOf(
  record: ArchivedRecord,
  { isOther, media }: { isOther: boolean; media?: LineExtension },
): string {
  const { id, naturalKey, type, deleted, writtenAt, extras, fields } = record;
  return JSON.stringify({
    ...(naturalKey === null ? { id } : {}),
    ...(isOther ? { type } : {}),
    writtenAt,
    ...(deleted ? { deleted } : {}),
    ...media,
    ...(Object.keys(extras).length === 0 ? {} : { extras: byName(extras) }),
    fields: byName(fields),
  });
}

function byName(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = Object.keys(fields).toSorted();
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** The bytes of lines, in parts that depend on nothing but the lines: how a text is cut may show in how it is packed. */
export async function* linesInChunks(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting: string[] = [];
  let length = 0;
  for await (const line of lines) {
    waiting.push(line, '\n');
    length += line.length + 1;
    if (length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(waiting.join(''));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(waiting.join(''));
}
