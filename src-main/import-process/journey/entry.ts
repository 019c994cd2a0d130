import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { cleanText, cutText } from '../clean-text.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import { dayIn, instantAt, usableZone } from '../moments.ts';
import { ownTags } from '../own-tags.ts';
import type { ParsedEntry } from '../parsed.ts';
import { coordinateLine, placeLine } from '../places.ts';

type Reason = ImportProblem['reason'];

export interface JourneyEntry {
  readonly fields: Omit<ParsedEntry, 'title' | 'body'>;
  readonly text: string;
  readonly isHtml: boolean;
  /** Names of files beside it; sound and film stand among them. */
  readonly media: readonly string[];
  readonly problems: readonly { readonly about: string | null; readonly reason: Reason }[];
  /** What it says besides that Daygrove has no place for. */
  readonly leftOut: readonly string[];
}

const MAX_KEY_LENGTH = 200;
const MAX_WORD_LENGTH = 400;
const MAX_MEDIA = 1000;

/** Reads what Journey keeps of one entry; a reason instead where it has no place in time. `stem`: the name of its file, which is its id. Never throws. */
export function readEntry(entry: JsonObject, stem: string): JourneyEntry | Reason {
  const createdAt = instantAt(entry['date_journal']);
  if (createdAt === null) return 'unreadable-date';
  const zone = usableZone(entry['timezone']);
  const day = dayIn(createdAt, zone ?? 'UTC');
  if (day === null) return 'unreadable-date';
  const problems: { about: string | null; reason: Reason }[] = [];
  if (zone === null) problems.push({ about: null, reason: 'unknown-zone' });
  const updatedAt = entry['date_modified'] === undefined ? createdAt : instantAt(entry['date_modified']);
  if (updatedAt === null) problems.push({ about: 'modified', reason: 'unreadable-date' });

  const text = typeof entry['text'] === 'string' ? cleanText(entry['text']) : '';
  if (entry['text'] != null && typeof entry['text'] !== 'string') {
    problems.push({ about: null, reason: 'value-out-of-range' });
  }
  const id = typeof entry['id'] === 'string' ? entry['id'].trim() : '';
  const location = placeLine([entry['address']]) ?? coordinateLine(entry['lat'], entry['lon']);
  const journal = line(entry['folder']);
  const label = line(entry['label']);
  const mood = moodWord(entry['mood']);
  return {
    fields: {
      key: (id !== '' && id.length <= MAX_KEY_LENGTH ? id : cutText(stem, MAX_KEY_LENGTH)).toWellFormed(),
      day,
      createdAt,
      zone: zone ?? 'UTC',
      updatedAt: updatedAt ?? createdAt,
      tags: ownTags([...(Array.isArray(entry['tags']) ? (entry['tags'] as unknown[]) : []), label]),
      starred: entry['favourite'] === true || entry['favorite'] === true,
      ...(location === null ? {} : { location }),
      ...(journal === '' ? {} : { journal }),
      ...(mood === null ? {} : { moodWord: mood }),
    },
    text,
    isHtml: entry['type'] === 'html' || (entry['type'] !== 'markdown' && BEGINS_AS_HTML.test(text)),
    media: namesIn(entry['photos']),
    problems,
    leftOut: leftOutOf(entry),
  };
}

/** Older entries do not say what their text is. */
const BEGINS_AS_HTML = /^\s*<(?:p|div|span|h[1-6]|ul|ol|blockquote|br|b|i|strong|em)\b[^<>]*>/i;

function line(value: unknown): string {
  return typeof value === 'string' ? cutText(cleanText(value).replace(/\s+/g, ' ').trim(), MAX_WORD_LENGTH) : '';
}

/** A number, of which none of Journey's documents says what it counts; 0 stands for none. The person is asked. */
function moodWord(mood: unknown): string | null {
  return typeof mood === 'number' && Number.isInteger(mood) && mood >= 1 && mood <= 100 ? String(mood) : null;
}

function namesIn(photos: unknown): string[] {
  if (!Array.isArray(photos)) return [];
  return [...new Set(photos.filter((name) => typeof name === 'string' && name.trim() !== ''))].slice(0, MAX_MEDIA);
}

function leftOutOf(entry: JsonObject): string[] {
  const { weather } = entry;
  const hasWeather = isObject(weather) && weather['id'] !== -1 && line(weather['description']) !== '';
  const hasMusic = line(entry['music_title']) !== '' || line(entry['music_artist']) !== '';
  return [...(hasMusic ? ['music'] : []), ...(hasWeather ? ['weather'] : [])];
}
