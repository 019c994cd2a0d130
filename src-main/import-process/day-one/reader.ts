import { AppFailure } from '../../../src-shared/result.ts';
import { MediaShelf } from '../media-shelf.ts';
import type { ImportReader, ParsedItem, ProblemPlace } from '../parsed.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { readInstant } from '../moments.ts';
import { leftOutOf, partsOf, readEntry, uuidOf, type ReadEntry } from './entry.ts';
import { elementsOf, journalsOf, MAX_JOURNALS, type Journal } from './journals.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import type { PlacedMedium } from './media.ts';

/** Enough to find one journal among other files. */
const MAX_LOOKED_AT = 50;

/** Day One's JSON export: the zip, the folder that was made of it, or the JSON alone. */
export const dayOneReader: ImportReader = {
  format: 'day-one',
  recognise: async (tree) => (await journalsOf(tree, MAX_LOOKED_AT)).journals.length > 0,
  read: readDayOne,
};

async function* readDayOne(tree: Tree): AsyncGenerator<ParsedItem> {
  const { journals, isMore } = await journalsOf(tree, MAX_JOURNALS);
  if (isMore) yield { kind: 'problem', item: 'journals', reason: 'too-many' };
  const newest = await newestOf(journals);
  const withoutId = new Set<string>();
  const files = mediaFiles(tree);
  const shelf = new MediaShelf();
  let position = 0;
  let readable = 0;

  for (const [journalIndex, journal] of journals.entries()) {
    const isOneOfSeveral = journals.length > 1;
    const prefix = isOneOfSeveral ? `journal ${journalIndex + 1}, ` : '';
    const within = isOneOfSeveral ? { journal: journal.name } : {};
    const leftOut = new Map<string, number>();
    let number = 0;
    for await (const element of elementsOf(journal)) {
      if (element.type === 'cut' || element.type === 'no-array') {
        yield { kind: 'problem', item: `journal ${journalIndex + 1}`, reason: 'unreadable-item', ...within };
        continue;
      }
      position += 1;
      number += 1;
      const item = `${prefix}entry ${number}`;
      if (element.type === 'unreadable') {
        yield { kind: 'problem', item, reason: 'unreadable-item', ...within };
        continue;
      }
      readable += 1;
      const { value } = element;
      const read = isObject(value) ? readEntry(value) : 'not-an-object';
      if (typeof read === 'string' || !isObject(value)) {
        yield { kind: 'problem', item, reason: typeof read === 'string' ? read : 'not-an-object', ...within };
        continue;
      }
      const { key, day } = read.fields;
      const isDouble =
        uuidOf(value) === null ? withoutId.has(key) : (newest.get(key)?.position ?? position) !== position;
      if (isDouble) {
        yield { kind: 'problem', item, reason: 'duplicate-in-file', day, ...within };
        continue;
      }
      if (uuidOf(value) === null) withoutId.add(key);
      for (const said of leftOutOf(value)) leftOut.set(said, (leftOut.get(said) ?? 0) + 1);
      yield* itemsOf(read, { item, day, ...within }, { files, shelf });
    }
    // One for a journal: nobody wants to hear of the weather of 3,000 entries one by one.
    for (const [item, count] of leftOut) yield { kind: 'problem', item, reason: 'kind-left-out', count, ...within };
    // Behind its last entry, or of a journal that has none.
    if (number === 0 && (await isWhole(journal))) readable += 1;
  }
  if (readable === 0) throw new AppFailure('import-damaged');
}

async function isWhole(journal: Journal): Promise<boolean> {
  for await (const { type } of elementsOf(journal)) if (type !== 'element') return false;
  return true;
}

interface Newest {
  readonly position: number;
  readonly created: unknown;
  readonly modified: unknown;
}

/** Every entry that has an id, with its place in the file. */
async function* identified(
  journals: readonly Journal[],
): AsyncGenerator<{ readonly key: string; readonly position: number; readonly entry: JsonObject }> {
  let position = 0;
  for (const journal of journals) {
    for await (const element of elementsOf(journal)) {
      if (element.type === 'cut' || element.type === 'no-array') continue;
      position += 1;
      if (element.type !== 'element' || !isObject(element.value)) continue;
      const key = uuidOf(element.value);
      if (key !== null) yield { key, position, entry: element.value };
    }
  }
}

/**
 * Of ids that stand on several entries, the place of the one that was changed last; with the same time the first. The file is read once more for that, and twice where
 * there are any: the entries of a large one do not fit into memory together.
 */
async function newestOf(journals: readonly Journal[]): Promise<Map<string, Newest>> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for await (const { key } of identified(journals)) {
    if (seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  seen.clear();
  const newest = new Map<string, Newest>();
  if (doubled.size === 0) return newest;
  for await (const { key, position, entry } of identified(journals)) {
    if (!doubled.has(key)) continue;
    const found = { position, created: dateOf(entry, 'creationDate'), modified: dateOf(entry, 'modifiedDate') };
    const other = newest.get(key);
    if (other === undefined || isLater(found, other)) newest.set(key, found);
  }
  return newest;
}

/** Dates only, so that nothing large is kept. */
function dateOf(entry: JsonObject, name: string): string | undefined {
  const date = entry[name];
  return typeof date === 'string' && date.length <= 40 ? date : undefined;
}

function isLater(one: Newest, other: Newest): boolean {
  return changedAt(one) > changedAt(other);
}

/** Empty for an entry that cannot be read: any other is better. */
function changedAt({ created, modified }: Newest): string {
  const createdAt = readInstant(created);
  return createdAt === null ? '' : (readInstant(modified) ?? createdAt);
}

/** Media by the checksum that their files are called after; the extension says nothing (an `aac` is an .m4a). */
function mediaFiles({ files }: Tree): Map<string, TreeFile> {
  const media = new Map<string, TreeFile>();
  for (const file of files) {
    const name = /(?:^|\/)(?:photos|videos|audios|pdfs)\/([0-9a-f]{32})(?:\.[^/.]*)?$/i.exec(file.path)?.[1];
    if (name !== undefined && !media.has(name.toLowerCase())) media.set(name.toLowerCase(), file);
  }
  return media;
}

async function* itemsOf(
  read: ReadEntry,
  place: ProblemPlace,
  { files, shelf }: { readonly files: ReadonlyMap<string, TreeFile>; readonly shelf: MediaShelf },
): AsyncGenerator<ParsedItem> {
  const { item, journal } = place;
  for (const { about, reason } of read.problems) {
    yield { kind: 'problem', ...place, item: about === null ? item : `${item}, ${about}`, reason };
  }
  const placed = new Map<string, PlacedMedium>();
  for (const { identifier, md5, about, name } of read.media) {
    const state =
      md5 === null
        ? ({ type: 'gone', reason: 'media-missing' } as const)
        : await shelf.look(md5, files.get(md5), name ?? undefined);
    if (state.type === 'here') placed.set(identifier, { key: state.media.key, isPicture: state.isPicture });
    else {
      placed.set(identifier, null);
      yield { kind: 'problem', ...place, item: `${item}, ${about}`, reason: state.reason };
    }
  }
  yield* shelf.takeFresh();
  const parts = partsOf(read, placed);
  if (parts.length > 1) yield { kind: 'problem', ...place, reason: 'text-split' };
  for (const entry of parts) yield { kind: 'entry', entry: journal === undefined ? entry : { ...entry, journal } };
}
