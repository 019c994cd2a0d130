import { createHash } from 'node:crypto';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { cleanText } from '../clean-text.ts';
import { headingAsTitle } from '../heading-title.ts';
import { ownTags } from '../own-tags.ts';
import type { ParsedEntry } from '../parsed.ts';
import { coordinateLine, placeLine } from '../places.ts';
import { splitBody } from '../split-body.ts';
import { readInstant } from '../moments.ts';
import { readEntryTime } from './entry-time.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import { mediaOf, placeMedia, type EntryMedium, type PlacedMedium } from './media.ts';
import { richTextToMarkdown } from './rich-text.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';

type Reason = ImportProblem['reason'];

export interface ReadEntry {
  readonly fields: Omit<ParsedEntry, 'title' | 'body'>;
  /** Markdown, with media as Day One links them. */
  readonly markdown: string;
  readonly media: readonly EntryMedium[];
  /** What was not brought over as it was; `about` names a part of the entry (`modified`). */
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

  const { markdown, reason } = readText(entry);
  if (reason !== null) problems.push({ about: null, reason });
  const location = locationOf(entry['location']);
  return {
    fields: {
      key: uuidOf(entry) ?? `${createdAt}|${createHash('sha256').update(markdown).digest('hex')}`,
      day,
      createdAt,
      zone,
      updatedAt,
      tags: ownTags(entry['tags']),
      starred: entry['starred'] === true,
      ...(location === null ? {} : { location }),
    },
    markdown,
    media: mediaOf(entry, markdown),
    problems,
  };
}

/** The entry, or several where the text is longer than one can be: the first has the entry's own key and title. */
export function partsOf(
  { fields, markdown, media }: ReadEntry,
  placed: ReadonlyMap<string, PlacedMedium>,
): ParsedEntry[] {
  const text = placeMedia(markdown, media, placed);
  const titled = headingAsTitle(text);
  const parts = splitBody(titled?.body ?? text);
  return parts.map((body, index) => ({
    ...fields,
    ...(index === 0 ? {} : { key: `${fields.key}/${index + 1}` }),
    ...(index === 0 && titled !== null ? { title: titled.title } : {}),
    body,
  }));
}

function readText(entry: JsonObject): { markdown: string; reason: Reason | null } {
  const { text, richText } = entry;
  if (typeof text === 'string' && text !== '') return { markdown: tidy(text), reason: null };
  const fromRichText = richTextToMarkdown(richText);
  if (fromRichText !== null && fromRichText !== '')
    return { markdown: tidy(fromRichText), reason: 'text-from-rich-text' };
  // An entry may be empty (a photo, a place); a text that is no text is another matter.
  const isText = text === undefined || text === null || typeof text === 'string';
  return { markdown: '', reason: isText ? null : 'value-out-of-range' };
}

function tidy(markdown: string): string {
  return unescapeMarkdown(cleanText(markdown));
}

/** Day One's own id of an entry, in one spelling; null: it has none. */
export function uuidOf(entry: JsonObject): string | null {
  const uuid = typeof entry['uuid'] === 'string' ? entry['uuid'].trim() : '';
  if (/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(uuid)) return uuid.replaceAll('-', '').toUpperCase();
  return uuid !== '' && uuid.length <= MAX_KEY_LENGTH ? uuid.toWellFormed() : null;
}

function locationOf(location: unknown): string | null {
  if (!isObject(location)) return null;
  const { placeName, localityName, administrativeArea, country, latitude, longitude } = location;
  const named = placeLine([placeName, localityName, country]);
  return named ?? placeLine([administrativeArea]) ?? coordinateLine(latitude, longitude);
}

/** Day One's name of what Daygrove has no place for -> as a problem names it. */
const LEFT_OUT = { weather: 'weather', userActivity: 'activity', music: 'music', steps: 'steps' } as const;

/** What an entry says besides that Daygrove has no place for. */
export function leftOutOf(entry: JsonObject): string[] {
  return Object.entries(LEFT_OUT)
    .filter(([name]) => isObject(entry[name]) || (name === 'steps' && typeof entry[name] === 'number'))
    .map(([, said]) => said);
}
