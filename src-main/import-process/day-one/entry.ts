import { createHash } from 'node:crypto';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { cleanText, cutText } from '../clean-text.ts';
import type { ParsedEntry } from '../parsed.ts';
import { readEntryTime, readInstant } from './entry-time.ts';
import type { JsonObject } from './json-values.ts';
import { labelMedia, mediaOf } from './media.ts';
import { richTextToMarkdown } from './rich-text.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';

type Reason = ImportProblem['reason'];

export interface ReadEntry {
  readonly key: string;
  /** More than one where the text is longer than an entry can be. */
  readonly parts: readonly ParsedEntry[];
  /** What was not brought over as it was; `about` names a part of the entry (`photo 2`). */
  readonly problems: readonly { readonly about: string | null; readonly reason: Reason }[];
}

const MAX_KEY_LENGTH = 200;

/** Reads one entry of a journal; a reason instead where it has no place in time. Never throws. */
export function readEntry(entry: JsonObject): ReadEntry | Reason {
  const time = readEntryTime(entry);
  if (time === null) return 'unreadable-date';
  const { day, createdAt, zone, zoneKnown } = time;
  const problems: { about: string | null; reason: Reason }[] = [];
  if (!zoneKnown) problems.push({ about: null, reason: 'unknown-zone' });

  let updatedAt = createdAt;
  if (entry['modifiedDate'] !== undefined) {
    const modified = readInstant(entry['modifiedDate']);
    if (modified === null) problems.push({ about: 'modified', reason: 'unreadable-date' });
    else updatedAt = modified;
  }

  const { body, reason } = readBody(entry);
  if (reason !== null) problems.push({ about: null, reason });
  const counts = new Map<string, number>();
  for (const kind of mediaOf(entry, body)) {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    problems.push({ about: `${kind} ${number}`, reason: 'media-left-out' });
  }

  const key = keyOf(entry, createdAt, body);
  const fields = { day, createdAt, zone, updatedAt, tags: readTags(entry['tags']), starred: entry['starred'] === true };
  const bodies = splitBody(body);
  if (bodies.length > 1) problems.push({ about: null, reason: 'value-out-of-range' });
  const parts = bodies.map((part, index) => ({
    key: index === 0 ? key : `${key}/${index + 1}`,
    ...fields,
    body: part,
  }));
  return { key, parts, problems };
}

function readBody(entry: JsonObject): { body: string; reason: Reason | null } {
  const { text, richText } = entry;
  if (typeof text === 'string' && text !== '') return { body: toBody(text), reason: null };
  const fromRichText = richTextToMarkdown(richText);
  if (fromRichText !== null && fromRichText !== '')
    return { body: toBody(fromRichText), reason: 'text-from-rich-text' };
  // An entry may be empty (a photo, a place); a text that is no text is another matter.
  const isText = text === undefined || text === null || typeof text === 'string';
  return { body: '', reason: isText ? null : 'value-out-of-range' };
}

function toBody(markdown: string): string {
  return labelMedia(unescapeMarkdown(cleanText(markdown)));
}

/** Day One's own id of the entry, in one spelling; of an entry without one, what it says and when. */
function keyOf(entry: JsonObject, createdAt: string, body: string): string {
  const uuid = typeof entry['uuid'] === 'string' ? entry['uuid'].trim() : '';
  if (/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(uuid)) return uuid.replaceAll('-', '').toUpperCase();
  if (uuid !== '' && uuid.length <= MAX_KEY_LENGTH) return uuid.toWellFormed();
  return `${createdAt}|${createHash('sha256').update(body).digest('hex')}`;
}

function readTags(tags: unknown): string[] {
  if (!Array.isArray(tags)) return [];
  const clean = tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => cleanText(tag).trim().replace(/^#+/, ''))
    .filter((tag) => tag !== '');
  return [...new Set(clean)];
}

/** Nothing of a text is cut off: what an entry cannot hold goes on in the next, from a line's beginning where there is one. */
function splitBody(body: string): string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > MAX_BODY_LENGTH) {
    const line = rest.lastIndexOf('\n', MAX_BODY_LENGTH - 1);
    const part = line > 0 ? rest.slice(0, line + 1) : cutText(rest, MAX_BODY_LENGTH);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}
