import { createHash } from 'node:crypto';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { entryItems, placeOf, type EntryDraft } from '../entry-items.ts';
import { elementsOfJsonArray } from '../json-array.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { dayAt, isoInstant, systemZone } from '../written-time.ts';
import { backupFileOf } from './backup.ts';
import { isObject, objectsIn, textIn } from './html.ts';
import { kindOfNote, noteToMarkdown } from './note-text.ts';

type Reason = ImportProblem['reason'];
type Item = Readonly<Record<string, unknown>>;

const APP = 'org.standardnotes.sn';
/** As Standard Notes calls the place of a note that was put aside: a person may not want those. */
const ARCHIVE = 'Archived';

/**
 * A decrypted backup of Standard Notes (docs/import-formats). It is read twice: tags name their notes, and may stand behind them.
 * @param zone in which the days of its notes are told: Standard Notes keeps moments only
 */
export function standardNotesReaderIn(zone: () => string): ImportReader {
  return {
    format: 'standard-notes',
    recognise: async (tree) => (await backupFileOf(tree)) !== null,
    read: (tree) => readStandardNotes(tree, zone()),
  };
}

export const standardNotesReader = standardNotesReaderIn(systemZone);

interface Index {
  /** Note -> the names of its tags, as paths. */
  readonly tagsOfNote: ReadonlyMap<string, readonly string[]>;
  readonly noteTitles: ReadonlyMap<string, string>;
  readonly files: ReadonlySet<string>;
}

/** Items in the order of the file; null for one that cannot be read, and for what a cut left out. */
async function* itemsOf(file: TreeFile): AsyncGenerator<Item | null> {
  for await (const element of elementsOfJsonArray(file.stream(), 'items')) {
    yield element.type === 'element' && isObject(element.value) ? element.value : null;
  }
}

async function* readStandardNotes(tree: Tree, zone: string): AsyncGenerator<ParsedItem> {
  const file = await backupFileOf(tree);
  if (file === null) throw new AppFailure('import-damaged');
  const index = await readIndex(file);
  const seen = new Set<string>();
  let notes = 0;
  let isAnyRead = false;
  try {
    for await (const item of itemsOf(file)) {
      const content = item === null ? null : item['content'];
      const type = item === null ? '' : textIn(item, 'content_type');
      if (item !== null && (type !== 'Note' || item['deleted'] === true)) {
        isAnyRead = true;
        continue;
      }
      notes += 1;
      const name = `entry ${notes}`;
      const problem = (reason: Reason): ParsedItem => ({ kind: 'problem', item: name, reason });
      if (item === null || !isObject(content)) {
        yield problem(isLocked(content) ? 'encrypted' : 'unreadable-item');
        continue;
      }
      isAnyRead = true;
      const key = keyOf(item, content);
      const reason = seen.has(key) ? 'duplicate-in-file' : whyLeftOut(content);
      seen.add(key);
      const read = reason ?? draftOf(item, content, key, index, zone);
      if (typeof read === 'string') {
        yield problem(read);
        continue;
      }
      if (!read.isWhole) yield { ...placeOf(read.draft, `${name}, text`), kind: 'problem', reason: 'unreadable-item' };
      const files = objectsIn(content, 'references').filter((reference) => index.files.has(textIn(reference, 'uuid')));
      for (const number of files.keys()) {
        yield { ...placeOf(read.draft, `${name}, file ${number + 1}`), kind: 'problem', reason: 'media-missing' };
      }
      yield* entryItems(read.draft, name);
    }
  } catch (error) {
    if (!(error instanceof AppFailure) || error.error.code !== 'import-damaged' || !isAnyRead) throw error;
    yield { kind: 'problem', item: `entry ${notes + 1}`, reason: 'unreadable-item' };
  }
  if (!isAnyRead && notes > 0) throw new AppFailure('import-damaged');
}

/** An encrypted item is one text, which names the version of its protocol. */
function isLocked(content: unknown): boolean {
  return typeof content === 'string' && /^00\d:/.test(content);
}

/** @throws AppFailure `import-encrypted` where the notes of the backup are locked */
async function readIndex(file: TreeFile): Promise<Index> {
  const tags = new Map<string, { title: string; parent: string; notes: string[] }>();
  const noteTitles = new Map<string, string>();
  const files = new Set<string>();
  let locked = 0;
  let open = 0;
  try {
    for await (const item of itemsOf(file)) {
      const content = item === null ? null : item['content'];
      if (item === null || item['deleted'] === true) continue;
      if (isLocked(content)) locked += 1;
      if (!isObject(content)) continue;
      const uuid = textIn(item, 'uuid');
      const type = textIn(item, 'content_type');
      if (type === 'Note' || type === 'Tag') open += 1;
      if (type === 'Note') noteTitles.set(uuid, textIn(content, 'title').slice(0, 300));
      else if (type === 'SN|File' && uuid !== '') files.add(uuid);
      else if (type === 'Tag') {
        const references = objectsIn(content, 'references');
        const parent = references.find((reference) => textIn(reference, 'content_type') === 'Tag');
        // Nothing can name one that has no name of its own, and it names its notes all the same.
        tags.set(uuid === '' ? `no-uuid|${tags.size}` : uuid, {
          title: textIn(content, 'title').trim(),
          parent: parent === undefined ? '' : textIn(parent, 'uuid'),
          notes: references.filter((reference) => reference !== parent).map((reference) => textIn(reference, 'uuid')),
        });
      }
    }
  } catch (error) {
    // Cut: the second reading says so, behind what is whole.
    if (!(error instanceof AppFailure) || error.error.code !== 'import-damaged') throw error;
  }
  if (open === 0 && locked > 0) throw new AppFailure('import-encrypted');
  return { tagsOfNote: tagsOfNotes(tags), noteTitles, files };
}

const MAX_TAG_DEPTH = 20;

function tagsOfNotes(
  tags: ReadonlyMap<string, { readonly title: string; readonly parent: string; readonly notes: readonly string[] }>,
): Map<string, string[]> {
  const titles = new Set([...tags.values()].map(({ title }) => title));
  const found = new Map<string, string[]>();
  for (const [uuid, { notes }] of tags) {
    const path: string[] = [];
    const seen = new Set<string>();
    for (let id = uuid; tags.has(id) && !seen.has(id) && seen.size < MAX_TAG_DEPTH; id = tags.get(id)!.parent) {
      seen.add(id);
      path.unshift(tags.get(id)!.title);
    }
    const name = path.length > 1 ? path.join('/') : dotsAsPath(path[0] ?? '', titles);
    for (const note of notes) {
      const known = found.get(note);
      if (known === undefined) found.set(note, [name]);
      else known.push(name);
    }
  }
  return found;
}

/** Older backups write a tag inside of another with a dot between them, and the outer one stands there as well. */
function dotsAsPath(title: string, titles: ReadonlySet<string>): string {
  const dot = title.lastIndexOf('.');
  return dot > 0 && dot < title.length - 1 && titles.has(title.slice(0, dot)) ? title.replaceAll('.', '/') : title;
}

/** Null: it is taken. */
function whyLeftOut(content: Item): Reason | null {
  // Codes of somebody's second factor have no place in a journal.
  if (kindOfNote(content) === 'authentication') return 'kind-left-out';
  return content['trashed'] === true ? 'trashed-there' : null;
}

function stateOf(content: Item): Item {
  const appData = isObject(content['appData']) ? content['appData'][APP] : null;
  return isObject(appData) ? appData : {};
}

function timesOf(item: Item, content: Item): { readonly createdAt: string | null; readonly updated: string | null } {
  const updated =
    instantOf(stateOf(content)['client_updated_at']) ??
    instantOf(item['updated_at']) ??
    microseconds(item['updated_at_timestamp']);
  return {
    createdAt: instantOf(item['created_at']) ?? microseconds(item['created_at_timestamp']) ?? updated,
    updated,
  };
}

/** Which note it is. One without a name of its own is told by when it was begun and what it says. */
function keyOf(item: Item, content: Item): string {
  const uuid = textIn(item, 'uuid');
  if (uuid !== '') return uuid;
  const { createdAt } = timesOf(item, content);
  const said = JSON.stringify([createdAt, textIn(content, 'title'), textIn(content, 'text')]);
  return `no-uuid|${createHash('sha256').update(said).digest('hex')}`;
}

function draftOf(
  item: Item,
  content: Item,
  key: string,
  index: Index,
  zone: string,
): { readonly draft: EntryDraft; readonly isWhole: boolean } | Reason {
  const state = stateOf(content);
  const { createdAt, updated } = timesOf(item, content);
  const day = createdAt === null ? null : dayAt(createdAt, zone);
  if (createdAt === null || day === null) return 'unreadable-date';
  const { body, isWhole } = noteToMarkdown(content, (uuid) => index.noteTitles.get(uuid) ?? '');
  const draft: EntryDraft = {
    key,
    day,
    createdAt,
    zone,
    updatedAt: updated ?? createdAt,
    title: textIn(content, 'title'),
    body,
    tags: index.tagsOfNote.get(key) ?? [],
    starred: [state['starred'], content['starred'], state['pinned']].includes(true),
    ...(state['archived'] === true ? { journal: ARCHIVE } : {}),
  };
  return { draft, isWhole };
}

function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]{5,20}(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
  const time = Date.parse(value);
  // A note without a date is written as the first moment of all.
  return time === 0 ? null : isoInstant(time);
}

function microseconds(value: unknown): string | null {
  return typeof value === 'number' && value > 0 ? isoInstant(Math.floor(value / 1000)) : null;
}
