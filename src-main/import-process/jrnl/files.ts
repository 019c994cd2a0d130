import { textHead } from '../text-of-file.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { dateAtStart, readWrittenTime, timeAtStart } from '../written-time.ts';
import { dateInBrackets } from './entry-text.ts';

/** How jrnl wrote a file. */
export type JrnlForm = 'json' | 'json-entry' | 'text' | 'yaml' | 'markdown';

export interface JrnlFile {
  readonly file: TreeFile;
  readonly form: JrnlForm;
  /** `YYYY-MM-DD` of a folder journal's file, whose entries may say their time only. */
  readonly day: string | null;
}

const DAY_FILE = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\.txt$/;
/** One file an entry: day, `_`, and the title's letters. */
const ENTRY_FILE = /(?:^|\/)\d{4}-\d{2}-\d{2}_[^/]*\.(txt|md|json)$/;
const JSON_TAGS = /^\{\s*"tags"\s*:\s*\{/;
const JSON_ENTRIES = /^\{\s*"entries"\s*:\s*\[\s*\{\s*"(?:title|body|date)"\s*:/;
/** Behind the tags: nothing, an entry, or what somebody broke. */
const ENTRIES = /^"entries"\s*:\s*\[\s*(?:\]|[^{\s]|\{\s*"(?:title|body|date)"\s*:)/;
const JSON_ENTRY = /^\s*\{\s*"title"\s*:/;
const YAML_HEAD = /^---\ntitle: [^\n]*\ndate: [^\n]+\nstarred: (?:True|False)\ntags:/;
const YEAR_HEAD = /^# \d{4}\n+## \p{L}+\n+### (?=\d|\p{L})([^\n]*)\n/u;

const HEAD_BYTES = 64 * 1024;

/** A heading that begins with a date and a time, in two. */
export function splitHeading(heading: string): { readonly date: string; readonly rest: string } | null {
  const found = dateAtStart(heading);
  if (found === null) return null;
  const spaced = found.rest.trimStart();
  const time = timeAtStart(spaced);
  if (time === null) return null;
  return { date: heading.slice(0, heading.length - time.rest.length), rest: time.rest };
}

export function isJrnlDate(date: string): boolean {
  return readWrittenTime(date) !== null;
}

/** In a folder journal the path says the day. */
export function isJrnlTime(date: string): boolean {
  const time = timeAtStart(date.trim());
  return time !== null && time.rest.trim() === '';
}

function formOfHead(head: string, { isAlone, day }: { isAlone: boolean; day: string | null }): JrnlForm | null {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  const bracket = dateInBrackets(start.slice(0, 200));
  if (bracket !== null && (isJrnlDate(bracket) || (day !== null && isJrnlTime(bracket)))) return 'text';
  if (YAML_HEAD.test(start)) return 'yaml';
  if (start.startsWith('# ')) {
    const year = YEAR_HEAD.exec(start)?.[1];
    if (year !== undefined) return splitHeading(year) === null ? null : 'markdown';
    if (isAlone) return null;
    return splitHeading(start.slice(2, start.indexOf('\n', 2))) === null ? null : 'markdown';
  }
  if (start.startsWith('{')) {
    if (JSON_ENTRIES.test(start)) return 'json';
    if (JSON_TAGS.test(start)) {
      const entriesAt = start.indexOf('"entries"');
      if (entriesAt === -1) return head.length >= HEAD_BYTES / 2 ? 'json' : null;
      return ENTRIES.test(start.slice(entriesAt, entriesAt + 4000)) ? 'json' : null;
    }
    return !isAlone && JSON_ENTRY.test(start) && /"time"\s*:\s*"\d/.test(start) ? 'json-entry' : null;
  }
  return null;
}

/** The file as one of jrnl's; null: it is none. Never throws. */
export async function jrnlFileOf(file: TreeFile, container: Tree['container']): Promise<JrnlFile | null> {
  const dayFile = DAY_FILE.exec(file.path);
  const entryFile = ENTRY_FILE.test(file.path);
  const isAlone = container === 'file';
  if (!isAlone && dayFile === null && !entryFile && !isTopLevel(file)) return null;
  const head = await textHead(file, HEAD_BYTES);
  if (head === null) return null;
  const day = dayFile === null ? null : `${dayFile[1]}-${dayFile[2]}-${dayFile[3]}`;
  const form = formOfHead(head, { isAlone: isAlone || !entryFile, day });
  return form === null ? null : { file, form, day };
}

/** An export that was zipped, or lies in a folder by itself. */
function isTopLevel({ path }: TreeFile): boolean {
  return path.split('/').length <= 2 && /\.(?:txt|json|md)$/i.test(path);
}

const MAX_LOOKS = 12;

/** Never throws. */
export async function isJrnl(tree: Tree): Promise<boolean> {
  const notes = tree.files.filter(({ path }) => /\.(?:txt|json|md|markdown)$/i.test(path));
  const [only] = tree.files;
  if (tree.container === 'file') return only !== undefined && (await jrnlFileOf(only, 'file')) !== null;
  // What jrnl writes into folders is named by it; a journal beside other texts is looked for where it would lie.
  const named = notes.filter(({ path }) => DAY_FILE.test(path) || ENTRY_FILE.test(path));
  const likely = named.length > 0 ? named : notes.filter((file) => isTopLevel(file));
  if (likely.length === 0 || likely.length * 2 < notes.length || notes.length * 4 < tree.files.length) return false;
  let looks = 0;
  let found = 0;
  for (const file of likely.slice(0, MAX_LOOKS)) {
    looks += 1;
    if ((await jrnlFileOf(file, tree.container)) !== null) found += 1;
  }
  return found > 0 && found * 2 > looks;
}
