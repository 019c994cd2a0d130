import { z } from 'zod';
import { tagsInText, uniqueTags } from '../../../src-shared/domain/tags.ts';
import type { Projection } from '../../vault/projection.ts';
import type { VaultRecord } from '../../vault/record.ts';

export const ENTRY_RECORD = 'entry';

/** An entry's fields inside its sealed record. Read tolerantly: a field that is broken or from a newer app must not hide the text. */
const entryFieldsSchema = z.looseObject({
  day: z.iso.date(),
  createdAt: z.number(),
  zone: z.string().catch('UTC'),
  body: z.string().catch(''),
  mood: z.int().min(1).max(5).nullable().catch(null),
  tags: z.array(z.string()).catch([]),
  starred: z.boolean().catch(false),
  /** Set where the text's own time of change is not the record's: an import. */
  updatedAt: z.number().nullable().catch(null),
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

export const entryProjection: Projection = {
  recordType: ENTRY_RECORD,
  textFields: ['title', 'body'],
  version: 2,
  schema: [
    `CREATE TABLE entry (
       place INTEGER PRIMARY KEY,
       id BLOB NOT NULL UNIQUE,
       day TEXT NOT NULL,
       created_at INTEGER NOT NULL,
       zone TEXT NOT NULL,
       updated_at INTEGER NOT NULL,
       body TEXT NOT NULL,
       mood INTEGER,
       tags TEXT NOT NULL,
       starred INTEGER NOT NULL,
       deleted INTEGER NOT NULL,
       removed_at INTEGER
     )`,
    'CREATE INDEX entry_by_day ON entry (deleted, day, created_at)',
    // External content: the index keeps no second copy of the text. Prefixes of two and three letters make search-as-you-type cheap.
    `CREATE VIRTUAL TABLE entry_search USING fts5(body, tags, content = 'entry', content_rowid = 'place',
       tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
    `CREATE TRIGGER entry_added AFTER INSERT ON entry WHEN new.deleted = 0 BEGIN
       INSERT INTO entry_search (rowid, body, tags) VALUES (new.place, new.body, new.tags);
     END`,
    // One trigger for both: SQLite promises no order between two, and the old words must go before the new ones come.
    `CREATE TRIGGER entry_changed AFTER UPDATE OF body, tags, deleted ON entry BEGIN
       INSERT INTO entry_search (entry_search, rowid, body, tags)
         SELECT 'delete', old.place, old.body, old.tags WHERE old.deleted = 0;
       INSERT INTO entry_search (rowid, body, tags) SELECT new.place, new.body, new.tags WHERE new.deleted = 0;
     END`,
  ],
  drop: ['DROP TABLE IF EXISTS entry_search', 'DROP TABLE IF EXISTS entry'],
  project(id, record) {
    const fields = entryFields(record);
    if (fields === null) return [];
    return [
      {
        sql: `INSERT INTO entry (id, day, created_at, zone, updated_at, body, mood, tags, starred, deleted, removed_at)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              ON CONFLICT (id) DO UPDATE SET day = excluded.day, created_at = excluded.created_at, zone = excluded.zone,
                updated_at = excluded.updated_at, body = excluded.body, mood = excluded.mood, tags = excluded.tags,
                starred = excluded.starred, deleted = excluded.deleted, removed_at = excluded.removed_at`,
        args: [
          id,
          fields.day,
          fields.createdAt,
          fields.zone,
          fields.updatedAt ?? record.writtenAt,
          // SQLite's text functions end at a NUL. The entry itself is read from its sealed record, where nothing is left out.
          fields.body.replaceAll('\0', ' '),
          fields.mood,
          JSON.stringify(entryTags(fields)),
          fields.starred ? 1 : 0,
          record.deleted ? 1 : 0,
          record.deleted ? record.writtenAt : null,
        ],
      },
    ];
  },
};
