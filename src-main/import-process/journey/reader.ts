import { createHash } from 'node:crypto';
import { AppFailure } from '../../../src-shared/result.ts';
import { headingAsTitle } from '../heading-title.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { isObject } from '../json-values.ts';
import { MediaShelf, type MediumState } from '../media-shelf.ts';
import type { ImportReader, ParsedItem, ProblemPlace } from '../parsed.ts';
import { splitBody } from '../split-body.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { readEntry, type JourneyEntry } from './entry.ts';

/** Enough to find one entry among other files. */
const MAX_LOOKED_AT = 20;
const HEAD_BYTES = 64 * 1024;
/** Of the JSON of one entry. */
const MAX_ENTRY_BYTES = 8 * 1024 * 1024;

/** Journey's export: a JSON file an entry and its media beside it, in a zip, in a folder or alone. */
export const journeyReader: ImportReader = {
  format: 'journey',
  recognise: async (tree) => {
    for (const file of entryFiles(tree).slice(0, MAX_LOOKED_AT)) {
      const head = new TextDecoder().decode(await file.head(HEAD_BYTES));
      if (/^\s*\{/.test(head) && /"date_journal"\s*:\s*-?\d/.test(head)) return true;
    }
    return false;
  },
  read: readJourney,
};

/** At the top or one folder down; a chosen folder's own name stands before. */
function entryFiles({ container, files }: Tree): TreeFile[] {
  const depth = container === 'folder' ? 3 : 2;
  return files.filter(({ path }) => /\.json$/i.test(path) && path.split('/').length <= depth);
}

function nameOf({ path }: TreeFile): string {
  return path.split('/').at(-1)!;
}

async function* readJourney(tree: Tree): AsyncGenerator<ParsedItem> {
  // By name alone: Journey makes names that are used once, and some programs that unpack an archive sort files into folders.
  const beside = new Map(tree.files.toReversed().map((file) => [nameOf(file), file]));
  const shelf = new MediaShelf();
  const keys = new Set<string>();
  /** By journal (empty: of none) and what it is. */
  const leftOut = new Map<string, Map<string, number>>();
  let readable = 0;
  for (const [index, file] of entryFiles(tree).entries()) {
    const item = `entry ${index + 1}`;
    const value = await jsonOf(file);
    if (value instanceof AppFailure) {
      const reason = value.error.code === 'import-encrypted' ? 'encrypted' : 'unreadable-item';
      yield { kind: 'problem', item, reason };
      continue;
    }
    const read = isObject(value) ? readEntry(value, nameOf(file).replace(/\.json$/i, '')) : 'not-an-object';
    if (typeof read === 'string') {
      yield { kind: 'problem', item, reason: read };
      continue;
    }
    readable += 1;
    const { day, journal } = read.fields;
    const place = { item, day, ...(journal === undefined ? {} : { journal }) };
    if (keys.has(read.fields.key)) {
      yield { kind: 'problem', ...place, reason: 'duplicate-in-file' };
      continue;
    }
    keys.add(read.fields.key);
    for (const said of read.leftOut) {
      const counts = leftOut.get(journal ?? '') ?? new Map<string, number>();
      leftOut.set(journal ?? '', counts.set(said, (counts.get(said) ?? 0) + 1));
    }
    yield* itemsOf(read, place, beside, shelf);
  }
  if (readable === 0) throw new AppFailure('import-damaged');
  for (const [journal, counts] of leftOut) {
    const within = journal === '' ? {} : { journal };
    for (const [item, count] of counts) yield { kind: 'problem', item, reason: 'kind-left-out', count, ...within };
  }
}

/** @throws AppFailure `not-found` only: what is wrong with one file is an answer. */
async function jsonOf(file: TreeFile): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await file.bytes(MAX_ENTRY_BYTES))) as unknown;
  } catch (error) {
    if (!(error instanceof AppFailure)) return new AppFailure('import-damaged');
    if (error.error.code === 'not-found') throw error;
    return error;
  }
}

async function* itemsOf(
  read: JourneyEntry,
  place: ProblemPlace,
  beside: ReadonlyMap<string, TreeFile>,
  shelf: MediaShelf,
): AsyncGenerator<ParsedItem> {
  const { item } = place;
  for (const { about, reason } of read.problems) {
    yield { kind: 'problem', ...place, item: about === null ? item : `${item}, ${about}`, reason };
  }
  const media = new Map<string, MediumState & { type: 'here' }>();
  for (const [index, path] of read.media.entries()) {
    const name = path.split(/[/\\]/).at(-1)!;
    const state = await shelf.look(keyOf(name), beside.get(name.normalize('NFC')));
    if (state.type === 'here') media.set(name, state);
    else yield { kind: 'problem', ...place, item: `${item}, media ${index + 1}`, reason: state.reason };
  }
  yield* shelf.takeFresh();
  const text = textOf(read, media);
  const titled = headingAsTitle(text);
  const parts = splitBody(titled?.body ?? text);
  if (parts.length > 1) yield { kind: 'problem', ...place, reason: 'text-split' };
  for (const [index, body] of parts.entries()) {
    const { fields } = read;
    const key = index === 0 ? fields.key : `${fields.key}/${index + 1}`;
    const title = index === 0 && titled !== null ? { title: titled.title } : {};
    yield { kind: 'entry', entry: { ...fields, key, ...title, body } };
  }
}

/** A file's name is its key, as far as it is made of signs that a key may have. */
function keyOf(name: string): string {
  return /^[A-Za-z0-9._-]{1,100}$/.test(name) ? name : createHash('sha256').update(name).digest('hex');
}

/** The text with its media: where a page shows them, else behind it, in Journey's order. */
function textOf({ text, isHtml }: JourneyEntry, media: ReadonlyMap<string, MediumState & { type: 'here' }>): string {
  const shown = new Set<string>();
  const address = (url: string): string | null => {
    const name = url.split(/[/\\]/).at(-1)!;
    const medium = media.get(name);
    if (medium === undefined || /^(?:https?|mailto):/i.test(url)) return null;
    shown.add(name);
    return `import:${medium.media.key}`;
  };
  const markdown = isHtml ? htmlToMarkdown(text, { address }) : text.trimEnd();
  const behind = [...media].filter(([name]) => !shown.has(name)).map(([, medium]) => referenceTo(medium));
  return [markdown, ...behind].filter((part) => part !== '').join('\n\n');
}

function referenceTo({ media, isPicture }: MediumState & { type: 'here' }): string {
  if (isPicture) return `![Photo](import:${media.key})`;
  const words = media.type.startsWith('video/') ? 'Video' : media.type.startsWith('audio/') ? 'Recording' : 'File';
  return `[${words}](import:${media.key})`;
}
