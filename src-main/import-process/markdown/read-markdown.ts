import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { DateOrderFinder } from '../date-order.ts';
import { entryItems, placeOf } from '../entry-items.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import { textHead } from '../text-of-file.ts';
import { pathInProblem } from '../problem-log.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { systemZone, type DateOrder } from '../written-time.ts';
import { isMarkdown, sortFiles } from './files.ts';
import { MediaIndex } from './media-index.ts';
import { readNote, type ReadNote } from './note.ts';
import { stemOf } from './note-day.ts';

type Reason = ImportProblem['reason'];

/**
 * Markdown: one file, a folder, a zip; vaults of Obsidian and Logseq; our own export (docs/import-formats).
 * @param zone in which dates without one are told
 */
export function markdownReaderIn(zone: () => string): ImportReader {
  return { format: 'markdown', recognise: isMarkdown, read: (tree) => readMarkdown(tree, zone()) };
}

export const markdownReader = markdownReaderIn(systemZone);

async function* readMarkdown(tree: Tree, zone: string): AsyncGenerator<ParsedItem> {
  const { notes, media, trashed, others } = sortFiles(tree);
  const index = new MediaIndex(media);
  const context = {
    index,
    zone,
    order: await orderOf(notes),
    root: rootOf(tree),
    isAlone: tree.container === 'file',
  };
  const keys = new Set<string>();
  const given = new Set<string>();
  let leftOut = others;
  let encrypted = 0;
  for (const [position, file] of notes.entries()) {
    const name = `entry ${position + 1}`;
    // Alone, it is what was chosen.
    const path = context.isAlone ? undefined : pathInProblem(file.path.slice(context.root.length));
    const note = await readNote(file, context).catch(whyUnreadable);
    if (note === 'kind-left-out') {
      leftOut += 1;
      continue;
    }
    if (typeof note === 'string') {
      if (note === 'encrypted') encrypted += 1;
      yield { kind: 'problem', item: name, reason: note, ...(path === undefined ? {} : { path }) };
      continue;
    }
    const place = placeOf(note.draft, name, path);
    for (const { about, reason } of note.problems) {
      yield { kind: 'problem', ...place, item: about === null ? name : `${name}, ${about}`, reason };
    }
    for (const { file: mediaFile, media: medium } of note.media) {
      if (given.has(medium.key)) continue;
      given.add(medium.key);
      yield { kind: 'media', media: medium, bytes: () => mediaFile.stream() };
    }
    yield* entryItems(withOwnKey(note.draft, file, keys), name, path);
  }
  if (encrypted > 0 && encrypted === notes.length) throw new AppFailure('import-encrypted');
  leftOut += tree.container === 'file' ? 0 : index.unused;
  if (leftOut > 0) yield { kind: 'problem', item: 'files', reason: 'kind-left-out', count: leftOut };
  if (trashed > 0) yield { kind: 'problem', item: 'files', reason: 'trashed-there', count: trashed };
}

function whyUnreadable(error: unknown): Reason {
  const code = error instanceof AppFailure ? error.error.code : null;
  if (code === 'import-encrypted') return 'encrypted';
  if (code === 'import-damaged') return 'unreadable-item';
  throw error;
}

/** Whoever makes a note from a copy of another takes its id along: both are kept. */
function withOwnKey(draft: ReadNote['draft'], file: TreeFile, keys: Set<string>): ReadNote['draft'] {
  let key = draft.key;
  for (let number = 1; keys.has(key); number += 1) key = number === 1 ? file.path : `${file.path}#${number}`;
  keys.add(key);
  return { ...draft, key };
}

/** As our own export calls the folder in its zip, whatever the zip is called. */
const OWN_FOLDER = /^Daygrove Markdown [^/]*\d{4}-\d{2}-\d{2}\/$/u;

/** The folder that was chosen, or that an archive was made of: no journal of its own. */
function rootOf(tree: Tree): string {
  const [first] = tree.files;
  const top = first === undefined ? '' : first.path.slice(0, first.path.indexOf('/') + 1);
  if (top === '' || !tree.files.every(({ path }) => path.startsWith(top))) return '';
  if (tree.container === 'folder') return top;
  if (OWN_FOLDER.test(top)) return top;
  // One folder in a zip is either what was packed or the only journal in it; with the zip's name, or its program's settings in it, it is the first.
  const isPacked = tree.name.toLowerCase().startsWith(top.slice(0, -1).toLowerCase());
  return isPacked || tree.files.some(({ path }) => /^[^/]+\/(?:\.obsidian|logseq)\//i.test(path)) ? top : '';
}

const MAX_LOOKS = 5000;
const DATE_LINE = /^[\p{L}_ -]{1,30}: ["']?(\d{1,2}[-/]\d{1,2}[-/]\d{4})/gmu;

/** Whether `3/4/2024` begins with its month, as far as any date of all the notes tells. */
async function orderOf(notes: readonly TreeFile[]): Promise<DateOrder> {
  const finder = new DateOrderFinder();
  for (const note of notes.slice(0, MAX_LOOKS)) {
    finder.addLoose(stemOf(note.path));
    const head = await textHead(note, 2000);
    if (head === null || !head.startsWith('---\n')) continue;
    for (const [, date] of head.split('\n---')[0]!.matchAll(DATE_LINE)) finder.addLoose(date!);
  }
  return finder.found.order;
}
