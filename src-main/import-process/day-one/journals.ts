import { AppFailure } from '../../../src-shared/result.ts';
import { cleanText, cutText } from '../clean-text.ts';
import { elementsOfJsonArray, type JsonElement } from '../json-array.ts';
import type { Tree, TreeFile } from '../tree.ts';

/** More than anybody keeps, and few enough to look into each. */
export const MAX_JOURNALS = 1000;
/** How much of a file is looked at to tell whether it is a journal. */
const HEAD_BYTES = 256 * 1024;
const MAX_NAME_LENGTH = 400;

export interface Journal {
  readonly file: TreeFile;
  readonly name: string;
}

/**
 * Whether a JSON text begins as a Day One journal does: an object with an array `entries`, which is empty, stands beside
 * `metadata`, or holds Day One's own names (jrnl's export has `entries` too, and is something else).
 */
function beginsAsJournal(head: Uint8Array): boolean {
  // Removes a byte order mark; bytes that are no UTF-8 become U+FFFD instead of stopping everything.
  const text = new TextDecoder().decode(head);
  if (!/^\s*\{/.test(text)) return false;
  const entries = /"entries"\s*:\s*\[\s*(\])?/.exec(text);
  if (entries === null) return false;
  if (entries[1] !== undefined) return !/"tags"\s*:/.test(text.slice(0, entries.index));
  return /"(?:metadata|creationDate|creationDevice)"\s*:/.test(text);
}

/** JSON files at the top or one folder down; a second folder would be somebody's collection, not an export. A chosen folder's own name stands before. */
function mayBeJournal({ path }: TreeFile, { container }: Tree): boolean {
  if (container === 'file') return true;
  const folders = path.split('/').length - 1 - (container === 'folder' ? 1 : 0);
  return folders <= 1 && /\.json$/i.test(path);
}

export interface Journals {
  readonly journals: readonly Journal[];
  /** Not all files were looked into. */
  readonly isMore: boolean;
}

/** The journals of an export, in its order; at most `maximum` files are looked into. */
export async function journalsOf(tree: Tree, maximum: number): Promise<Journals> {
  const journals: Journal[] = [];
  const candidates = tree.files.filter((file) => mayBeJournal(file, tree));
  for (const file of candidates.slice(0, maximum)) {
    if (!beginsAsJournal(await file.head(HEAD_BYTES))) continue;
    const name = cleanText(file.path.split('/').at(-1)!).replace(/\.json$/i, '');
    journals.push({ file, name: cutText(name.replace(/\s+/g, ' ').trim(), MAX_NAME_LENGTH) });
  }
  return { journals, isMore: candidates.length > maximum };
}

/** What stands in a journal, one entry after the other; where its bytes break, what came before stays. @throws AppFailure `not-found` */
export async function* elementsOf({ file }: Journal): AsyncGenerator<JsonElement> {
  try {
    yield* elementsOfJsonArray(file.stream(), 'entries');
  } catch (error) {
    if (error instanceof AppFailure && error.error.code !== 'not-found') yield { type: 'cut' };
    else throw error;
  }
}
