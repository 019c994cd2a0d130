import { tagsFromObsidian } from '../../../src-shared/domain/obsidian-tag.ts';
import type { ParsedEntry } from '../parsed.ts';
import {
  dayAt,
  isoInstant,
  momentOf,
  readWrittenTime,
  usableZone,
  type DateOrder,
  type WrittenTime,
} from '../written-time.ts';
import { propertyName, textOf, type FrontMatter, type Property } from './front-matter.ts';

/** Names of the properties that mean something here, in the order in which they are believed. */
const NAMES = {
  id: ['id', 'uuid'],
  title: ['title'],
  day: ['date', 'day', 'journalday', 'journaldate', 'entrydate'],
  created: ['created', 'createdat', 'creationdate', 'datecreated', 'createdtime', 'createddate', 'ctime', 'timestamp'],
  updated: [
    'updated',
    'updatedat',
    'modified',
    'modifiedat',
    'lastmodified',
    'datemodified',
    'dateupdated',
    'lastupdated',
    'updatedtime',
    'lastmod',
    'mtime',
  ],
  zone: ['zone', 'timezone'],
  mood: ['mood', 'feeling'],
  tags: ['tags', 'tag', 'keywords'],
  location: ['location', 'place'],
  starred: ['starred', 'star', 'pinned', 'ispinned', 'favorite', 'favourite', 'isfavorite'],
} as const;
/** What our own export calls the tags that Obsidian could not have as they are. */
const OWN_TAGS = 'daygrovetags';
/** Said to the program that shows them, not to a reader. */
const SILENT = [
  'aliases',
  'alias',
  'cssclass',
  'cssclasses',
  'publish',
  'permalink',
  'slug',
  'layout',
  'draft',
  'moodword',
  'collapsed',
];

export const KNOWN: ReadonlySet<string> = new Set([...Object.values(NAMES).flat(), OWN_TAGS, ...SILENT]);

type Field = keyof typeof NAMES;

export interface NoteProperties {
  readonly id: string;
  readonly title: string;
  /** The day the note is of, `YYYY-MM-DD`; null: it does not say. */
  readonly day: string | null;
  readonly created: Moment | null;
  readonly updated: Moment | null;
  /** IANA; null: it does not say. */
  readonly zone: string | null;
  readonly tags: readonly string[];
  readonly location: string;
  readonly starred: boolean;
  readonly mood: Pick<ParsedEntry, 'mood' | 'moodWord'>;
  /** A date among them that cannot be read. */
  readonly isDateUnreadable: boolean;
  /** A date whose order nothing tells. */
  readonly isDateAmbiguous: boolean;
}

export interface Moment {
  readonly instant: string;
  readonly day: string;
  readonly zone: string;
  /** A day without a time. */
  readonly isDay: boolean;
}

/** @param machineZone of dates that name none */
export function readProperties(
  properties: FrontMatter['properties'],
  machineZone: string,
  order: DateOrder,
): NoteProperties {
  const values = (field: Field): Property[] =>
    NAMES[field].map((name) => properties.get(name)).filter((value) => textOf(value) !== '');
  const first = (field: Field): Property => values(field)[0];
  const said = textOf(first('zone'));
  const zone = usableZone(said) ? said : null;
  let isDateUnreadable = false;
  let isDateAmbiguous = false;
  const times = (field: Field): WrittenTime | number | null => {
    for (const value of values(field)) {
      const time = timeOf(textOf(value), order);
      if (time === null) isDateUnreadable = true;
      else {
        if (typeof time !== 'number' && time.isAmbiguous) isDateAmbiguous = true;
        return time;
      }
    }
    return null;
  };
  const moment = (time: WrittenTime | number | null): Moment | null => momentIn(time, zone ?? machineZone);
  const day = moment(times('day'));
  const created = moment(times('created')) ?? (day?.isDay === false ? day : null);
  return {
    id: textOf(first('id')),
    title: textOf(first('title')),
    day: day?.day ?? null,
    created,
    updated: moment(times('updated')),
    zone,
    tags: tagsOf(properties),
    location: placeOf(properties),
    starred: NAMES.starred.some((name) => /^(?:true|yes|on|1)$/i.test(textOf(properties.get(name)))),
    mood: moodOf(textOf(first('mood'))),
    isDateUnreadable,
    isDateAmbiguous,
  };
}

/** A date, or milliseconds since the epoch. */
function timeOf(text: string, order: DateOrder): WrittenTime | number | null {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^1\d{9}$/.test(text)) return Number(text) * 1000;
  return readWrittenTime(text, order);
}

function momentIn(time: WrittenTime | number | null, zone: string): Moment | null {
  if (time === null) return null;
  if (typeof time !== 'number') {
    const moment = momentOf(time, zone);
    return moment === null ? null : { ...moment, isDay: time.seconds === null };
  }
  const instant = isoInstant(time);
  const day = instant === null ? null : dayAt(instant, zone);
  return instant === null || day === null ? null : { instant, day, zone, isDay: false };
}

function tagsOf(properties: FrontMatter['properties']): string[] {
  const own = properties.get(OWN_TAGS);
  return tagsFromObsidian(writtenTags(properties), Array.isArray(own) ? own.map((tag) => textOf(tag)) : []);
}

function writtenTags(properties: FrontMatter['properties']): string[] {
  return NAMES.tags.flatMap((name) => {
    const value = properties.get(name);
    if (Array.isArray(value)) return value.map((tag) => textOf(tag));
    const text = textOf(value);
    if (text.includes(',')) return text.split(',');
    return text.split(/\s+/);
  });
}

function placeOf(properties: FrontMatter['properties']): string {
  for (const name of NAMES.location) {
    const value = properties.get(name);
    if (textOf(value) !== '') return textOf(value);
    if (typeof value !== 'object' || value === null) continue;
    const parts = Object.entries(value as Record<string, unknown>).map(
      ([key, part]) => [propertyName(key), textOf(part)] as const,
    );
    const named = parts.find(([key]) => ['name', 'placename', 'title', 'address'].includes(key))?.[1] ?? '';
    if (named !== '') return named;
    return parts
      .map(([, part]) => part)
      .filter((part) => part !== '')
      .join(', ');
  }
  return '';
}

/** Ours are 1 to 5; what stands on another scale is the person's to tell. */
function moodOf(text: string): Pick<ParsedEntry, 'mood' | 'moodWord'> {
  if (text === '') return {};
  return /^[1-5](?:\.0)?$/.test(text) ? { mood: Number(text) } : { moodWord: text };
}
