import { z } from 'zod';
import { zoneSchema } from '../../../src-shared/contract/values.ts';
import { hourOf } from '../../../src-shared/domain/day.ts';
import { nearestMoment } from '../../../src-shared/domain/moment.ts';
import { tagsInText, uniqueTags } from '../../../src-shared/domain/tags.ts';
import { countWords } from '../../../src-shared/domain/words.ts';
import { excerptOf } from './excerpt.ts';
import { facetsText, shortTokens, tagsText } from './search-query.ts';
import { idFromText, isIdText } from '../../vault/record-id.ts';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';

export const ENTRY_RECORD = 'entry';

/** Whoever has the inbox's public key can have an entry written: a time that is none must not take a whole day's list with it. */
const momentSchema = z.number().transform(nearestMoment);

/** An entry's fields inside its sealed record. Read tolerantly: a field that is broken or from a newer app must not hide the text. */
const entryFieldsSchema = z.looseObject({
  day: z.iso.date(),
  createdAt: momentSchema,
  zone: zoneSchema.catch('UTC'),
  body: z.string().catch(''),
  title: z.string().catch(''),
  location: z.string().catch(''),
  mood: z.int().min(1).max(5).nullable().catch(null),
  tags: z.array(z.string()).catch([]),
  starred: z.boolean().catch(false),
  /** Set where the text's own time of change is not the record's: an import. */
  updatedAt: momentSchema.nullable().catch(null),
});
export type EntryFields = z.infer<typeof entryFieldsSchema>;

export function entryFields(record: VaultRecord): EntryFields | null {
  const parsed = entryFieldsSchema.safeParse(record.fields);
  return parsed.success ? parsed.data : null;
}

/** Tags set on the entry, then those in its text. */
export function entryTags(fields: EntryFields): string[] {
  return uniqueTags([...fields.tags, ...tagsInText(fields.body)]);
}

const INDEX_NEW = `INSERT INTO entry_search (rowid, title, location, body, tags, facets)
         SELECT new.place, new.title, new.location, new.body, new.tag_text, new.facets $when`;

/** Entries of one day that were begun in the same second, as an import may bring them. */
const PLACES_A_SECOND = 8192;
const DAY_MS = 86_400_000;
/** Seconds that a day's moments may lie apart, other zones and changed days included: three days. */
const SECONDS_A_DAY = 2 ** 18;

/** A picture of the vault's own in a text. */
const PHOTO = /!\[[^\]]*\]\(attachment:/u;
/** Any file of the vault's own. */
const ATTACHED = /\]\(<?attachment:([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})/gu;
/** The files that a text holds, each once, in their order: all of them, for what stands in no entry may be erased. The length of the text bounds their number. */
export function attachedTo(body: string): string[] {
  return [...new Set([...body.matchAll(ATTACHED)].map((match) => match[1]!))].filter(isIdText);
}

/** The places of a day and all later ones begin here. */
export function firstPlaceOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) / DAY_MS) * SECONDS_A_DAY * PLACES_A_SECOND;
}

/** The first place of an entry's second: days in their order, and within a day the moments. Below 2^53 to the end of the year 9999. */
function placeOf({ day, createdAt }: EntryFields): number {
  const seconds = Math.floor((createdAt - Date.parse(`${day}T00:00:00Z`) + DAY_MS) / 1000);
  const within = Math.min(Math.max(seconds, 0), SECONDS_A_DAY - 1);
  return firstPlaceOf(day) + within * PLACES_A_SECOND;
}

/** The next free one of the second; where all are taken, one behind everything. `?1`: the second's first. */
const FREE_PLACE = `CASE WHEN EXISTS (SELECT 1 FROM entry WHERE place = ?1 + ${PLACES_A_SECOND} - 1)
  THEN (SELECT max(place) + 1 FROM entry)
  ELSE (SELECT coalesce(max(place) + 1, ?1) FROM entry WHERE place >= ?1 AND place < ?1 + ${PLACES_A_SECOND}) END`;

export const entryProjection: Projection = {
  recordType: ENTRY_RECORD,
  textFields: ['title', 'body'],
  version: 8,
  schema: [
    `CREATE TABLE entry (
       -- Ascends with the day and the moment it was begun: the search index lists the newest first without sorting.
       place INTEGER PRIMARY KEY,
       id BLOB NOT NULL UNIQUE,
       day TEXT NOT NULL,
       created_at INTEGER NOT NULL,
       zone TEXT NOT NULL,
       updated_at INTEGER NOT NULL,
       title TEXT NOT NULL,
       location TEXT NOT NULL,
       body TEXT NOT NULL,
       -- What lists show of the body: made when it is written, not each time a list is asked for.
       excerpt TEXT NOT NULL,
       mood INTEGER,
       tags TEXT NOT NULL,
       -- What the index holds beside the texts: "#tag #other ", "mood-4 starred ", and the tokens of what is shorter than three signs.
       tag_text TEXT NOT NULL,
       facets TEXT NOT NULL,
       short TEXT NOT NULL,
       starred INTEGER NOT NULL,
       -- For the statistics, which must not read texts: words of the body, and the hour, 0 to 23, at which it was begun in its own zone.
       words INTEGER NOT NULL,
       hour INTEGER NOT NULL,
       deleted INTEGER NOT NULL,
       removed_at INTEGER
     )`,
    // Which files stand in which entry, in the order of the text.
    `CREATE TABLE entry_attachment (entry BLOB NOT NULL, position INTEGER NOT NULL, attachment BLOB NOT NULL, PRIMARY KEY (entry, position)) WITHOUT ROWID`,
    'CREATE INDEX entry_of_attachment ON entry_attachment (attachment)',
    // With the mood, so that a year of the calendar reads no entry.
    'CREATE INDEX entry_by_day ON entry (deleted, day, created_at, mood)',
    // Everything that is counted, beside the texts: the statistics and the tags read these and never the table.
    'CREATE INDEX entry_counted ON entry (day, hour, words, mood) WHERE deleted = 0',
    "CREATE INDEX entry_tagged ON entry (day, tags) WHERE deleted = 0 AND tags <> '[]'",
    'CREATE INDEX entry_in_trash ON entry (removed_at) WHERE deleted = 1',
    // Three signs in a row, so that a part of a word is found wherever it stands, in any script. External content: the index keeps no second copy of the text.
    `CREATE VIRTUAL TABLE entry_search USING fts5(title, location, body, tags, facets, content = 'entry_text', content_rowid = 'place',
       tokenize = 'trigram remove_diacritics 1')`,
    `CREATE VIEW entry_text AS SELECT place, title, location, body, tag_text AS tags, facets FROM entry`,
    // What is shorter: which entries, not where in them.
    `CREATE VIRTUAL TABLE entry_short USING fts5(short, content = 'entry', content_rowid = 'place', detail = none, columnsize = 0, tokenize = 'ascii')`,
    `CREATE TRIGGER entry_added AFTER INSERT ON entry WHEN new.deleted = 0 BEGIN
       ${INDEX_NEW.replace('$when', '')};
       INSERT INTO entry_short (rowid, short) VALUES (new.place, new.short);
     END`,
    // One trigger for both: SQLite promises no order between two, and the old words must go before the new ones come.
    `CREATE TRIGGER entry_changed AFTER UPDATE OF place, title, location, body, tag_text, facets, deleted ON entry
       WHEN (old.place, old.title, old.location, old.body, old.tag_text, old.facets, old.deleted)
         IS NOT (new.place, new.title, new.location, new.body, new.tag_text, new.facets, new.deleted) BEGIN
       INSERT INTO entry_search (entry_search, rowid, title, location, body, tags, facets)
         SELECT 'delete', old.place, old.title, old.location, old.body, old.tag_text, old.facets WHERE old.deleted = 0;
       INSERT INTO entry_short (entry_short, rowid, short) SELECT 'delete', old.place, old.short WHERE old.deleted = 0;
       ${INDEX_NEW.replace('$when', 'WHERE new.deleted = 0')};
       INSERT INTO entry_short (rowid, short) SELECT new.place, new.short WHERE new.deleted = 0;
     END`,
    `CREATE TRIGGER entry_gone AFTER DELETE ON entry WHEN old.deleted = 0 BEGIN
       INSERT INTO entry_search (entry_search, rowid, title, location, body, tags, facets)
         VALUES ('delete', old.place, old.title, old.location, old.body, old.tag_text, old.facets);
       INSERT INTO entry_short (entry_short, rowid, short) VALUES ('delete', old.place, old.short);
     END`,
  ],
  drop: [
    'DROP TABLE IF EXISTS entry_search',
    'DROP TABLE IF EXISTS entry_short',
    'DROP VIEW IF EXISTS entry_text',
    'DROP TABLE IF EXISTS entry',
    'DROP TABLE IF EXISTS entry_attachment',
  ],
  project(id, record) {
    const forget = { sql: 'DELETE FROM entry_attachment WHERE entry = ?', args: [id] };
    const fields = entryFields(record);
    // Erased, or without what makes it an entry.
    if (fields === null) return [forget, { sql: 'DELETE FROM entry WHERE id = ?', args: [id] }];
    const base = placeOf(fields);
    const tags = entryTags(fields);
    return [
      forget,
      ...attachedTo(fields.body).map((attachment, position) => ({
        sql: 'INSERT INTO entry_attachment (entry, position, attachment) VALUES (?, ?, ?)',
        args: [id, position, idFromText(attachment)],
      })),
      {
        sql: `INSERT INTO entry (place, id, day, created_at, zone, updated_at, title, location, body, mood, tags,
                tag_text, facets, short, starred, words, hour, deleted, removed_at, excerpt)
              VALUES (${FREE_PLACE}, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)
              ON CONFLICT (id) DO UPDATE SET
                place = CASE WHEN place >= ?1 AND place < ?1 + ${PLACES_A_SECOND} THEN place ELSE excluded.place END,
                day = excluded.day, created_at = excluded.created_at, zone = excluded.zone, updated_at = excluded.updated_at,
                title = excluded.title, location = excluded.location, body = excluded.body, mood = excluded.mood, tags = excluded.tags,
                tag_text = excluded.tag_text, facets = excluded.facets, short = excluded.short, starred = excluded.starred, words = excluded.words, hour = excluded.hour,
                deleted = excluded.deleted, removed_at = excluded.removed_at, excerpt = excluded.excerpt`,
        args: [
          base,
          id,
          fields.day,
          fields.createdAt,
          fields.zone,
          fields.updatedAt ?? record.writtenAt,
          // SQLite's text functions end at a NUL. The entry itself is read from its sealed record, where nothing is left out.
          fields.title.replaceAll('\0', ' '),
          fields.location.replaceAll('\0', ' '),
          fields.body.replaceAll('\0', ' '),
          fields.mood,
          JSON.stringify(tags),
          tagsText(tags),
          facetsText({ mood: fields.mood, starred: fields.starred, hasPhoto: PHOTO.test(fields.body) }),
          shortTokens([fields.title, fields.location, fields.body, ...tags].join(' ')),
          fields.starred ? 1 : 0,
          countWords(fields.body),
          hourOf(fields.createdAt, fields.zone),
          record.deleted ? 1 : 0,
          record.deleted ? record.writtenAt : null,
          excerptOf(fields.body).replaceAll('\0', ' '),
        ],
      },
    ];
  },
};
