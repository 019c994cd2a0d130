import { foldWord } from './spelling.ts';

/** What the writer and the reader of the Daygrove archive agree on: docs/archive.md. */
export const ARCHIVE_FORMAT = 'daygrove-archive';
/** Rises when a reader of this version would misread what it does not know. New fields and new record types do not count. */
export const ARCHIVE_VERSION = 1;
/** The first member of the JSON export: docs/exports.md. */
export const JSON_FORMAT = 'daygrove-json';
/** The list in the zip of habits as tables, and how it begins. */
export const HABIT_TABLES_FILE = 'habits.csv';
export const HABIT_TABLES_HEAD = 'Habit,File,Group,Kind,Target,Unit,Direction,Schedule';
export const MANIFEST_FILE = 'manifest.json';
export const README_FILE = 'README.md';

/** The file that holds the records of a type; all others are in `other/`. */
export const ARCHIVE_FILES = {
  attachment: 'attachments.jsonl',
  'check-in': 'check-ins.jsonl',
  entry: 'entries.jsonl',
  habit: 'habits.jsonl',
  pause: 'pauses.jsonl',
  preferences: 'preferences.jsonl',
  'saved-search': 'saved-searches.jsonl',
  'spelling-word': 'spelling-words.jsonl',
  template: 'templates.jsonl',
} as const;
export type ArchivedType = keyof typeof ARCHIVE_FILES;

export function isArchivedType(type: string): type is ArchivedType {
  return Object.hasOwn(ARCHIVE_FILES, type);
}

/**
 * Record types that belong to one vault or one device and mean nothing elsewhere: pieces of files (an archive has the files), what devices say of themselves, and
 * the bookkeeping of imports.
 */
export const NOT_ARCHIVED: ReadonlySet<string> = new Set(['attachment-piece', 'device', 'import', 'import-batch']);

/**
 * What names a record of a type whose ids every device of a vault makes by itself (`Vault.derivedId` of the type and these parts): another vault gives the same
 * thing another id. null: the type has no such name, or the fields do not hold it.
 */
export function naturalKeyOf(type: string, fields: Readonly<Record<string, unknown>>): readonly string[] | null {
  switch (type) {
    case 'check-in': {
      const { habit, day } = fields;
      return typeof habit === 'string' && typeof day === 'string' ? [habit, day] : null;
    }
    case 'spelling-word':
      return typeof fields['word'] === 'string' ? [foldWord(fields['word'])] : null;
    case 'preferences':
      return [];
    default:
      return null;
  }
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/** Whether a text has the shape of an id, lower case. Ids of record types that this version does not know need not be UUIDs of a known kind. */
export function isArchiveId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}
