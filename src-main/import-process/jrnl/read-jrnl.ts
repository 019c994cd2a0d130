import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { cleanText } from '../clean-text.ts';
import { digest, entryItems, placeOf, type EntryDraft } from '../entry-items.ts';
import { elementsOfJsonArray } from '../json-array.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import { readText } from '../text-of-file.ts';
import type { Tree } from '../tree.ts';
import { momentOf, readWrittenTime, systemZone, type DateOrder } from '../written-time.ts';
import { DateOrderFinder } from '../date-order.ts';
import { entriesOfMarkdown, entriesOfText, entryOfYaml, textBeforeEntries, type JrnlEntry } from './entry-text.ts';
import { isJrnl, isJrnlDate, isJrnlTime, jrnlFileOf, splitHeading, type JrnlFile } from './files.ts';

type Reason = ImportProblem['reason'];

/**
 * jrnl's journals and what it exports: JSON, text, a folder of days, Markdown and YAML (docs/import-formats).
 * @param zone in which its dates are told: jrnl knows none
 */
export function jrnlReaderIn(zone: () => string): ImportReader {
  return { format: 'jrnl', recognise: isJrnl, read: (tree) => readJrnl(tree, zone()) };
}

export const jrnlReader = jrnlReaderIn(systemZone);

async function filesOf(tree: Tree): Promise<JrnlFile[]> {
  const files: JrnlFile[] = [];
  for (const file of tree.files) {
    const found = await jrnlFileOf(file, tree.container);
    if (found !== null) files.push(found);
  }
  return files.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

async function* readJrnl(tree: Tree, zone: string): AsyncGenerator<ParsedItem> {
  const files = await filesOf(tree);
  if (files.length === 0) throw new AppFailure('import-damaged');
  const finder = new DateOrderFinder();
  for (const file of files) {
    if (file.form === 'json' || file.form === 'json-entry') continue;
    for await (const entry of entriesOf(file)) if (typeof entry !== 'string') finder.add(entry.date);
  }
  const seen = new Set<string>();
  let count = 0;
  let isAnyRead = false;
  for (const file of files) {
    for await (const entry of entriesOf(file)) {
      count += 1;
      const item = `entry ${count}`;
      if (entry === 'unreadable-text') {
        // It is said once of a file, and is no entry.
        count -= 1;
        yield { kind: 'problem', item: `file ${files.indexOf(file) + 1}`, reason: entry };
        continue;
      }
      const read = typeof entry === 'string' ? entry : draftOf(entry, zone, finder.found);
      if (typeof read === 'string') {
        yield { kind: 'problem', item, reason: read };
        continue;
      }
      isAnyRead = true;
      if (seen.has(read.draft.key)) {
        yield { kind: 'problem', ...placeOf(read.draft, item), reason: 'duplicate-in-file' };
        continue;
      }
      seen.add(read.draft.key);
      if (read.isGuess) yield { kind: 'problem', ...placeOf(read.draft, item), reason: 'date-guessed' };
      yield* entryItems(read.draft, item);
    }
  }
  if (!isAnyRead && count > 0 && tree.container === 'file') throw new AppFailure('import-damaged');
}

/** Entries in the order of the file; a reason for each that cannot be read. */
async function* entriesOf({ file, form, day }: JrnlFile): AsyncGenerator<JrnlEntry | Reason> {
  try {
    if (form === 'json') {
      for await (const element of elementsOfJsonArray(file.stream(), 'entries')) {
        yield element.type === 'element' ? entryOfJson(element.value) : 'unreadable-item';
      }
      return;
    }
    const { text: raw, isWhole } = await readText(file);
    if (!isWhole) yield 'unreadable-text';
    const text = cleanText(raw);
    if (form === 'json-entry') yield entryOfJson(JSON.parse(text));
    else if (form === 'yaml') yield entryOfYaml(text) ?? 'unreadable-item';
    else if (form === 'markdown') yield* entriesOfMarkdown(text, splitHeading);
    else {
      const isDate = (date: string): boolean => isJrnlDate(date) || (day !== null && isJrnlTime(date));
      const before = textBeforeEntries(text, isDate);
      // A text without a date has no day to stand on, but in a folder journal, whose path says it.
      if (before !== '' && day !== null)
        yield { date: day, title: '', body: before, isStarred: false, tags: null, uuid: null };
      else if (before !== '') yield 'unreadable-date';
      for (const entry of entriesOfText(text, isDate)) {
        yield day === null ? entry : { ...entry, date: onDay(entry.date, day) };
      }
    }
  } catch (error) {
    const code = error instanceof AppFailure ? error.error.code : 'import-damaged';
    if (code !== 'import-damaged' && code !== 'import-encrypted') throw error;
    yield code === 'import-encrypted' ? 'encrypted' : 'unreadable-item';
  }
}

/** In a folder journal the path has the day, whatever the person's own form of a date says. */
function onDay(date: string, day: string): string {
  const time = isJrnlTime(date) ? date : (splitHeading(date)?.date.replace(/^.*?(?=\d{1,2}[:.]\d{2})/, '') ?? '');
  return time === '' ? day : `${day} ${time}`;
}

function entryOfJson(value: unknown): JrnlEntry | Reason {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
  const { title, body, date, time, tags, starred, uuid } = value as Record<string, unknown>;
  if (typeof date !== 'string') return 'unreadable-date';
  return {
    date: typeof time === 'string' ? `${date} ${time}` : date,
    title: typeof title === 'string' ? title : '',
    body: typeof body === 'string' ? body : '',
    isStarred: starred === true,
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : null,
    uuid: typeof uuid === 'string' && uuid.trim() !== '' ? uuid.trim() : null,
  };
}

const TAG = /(?<!\S)@([-+*#/\p{L}\p{N}_]{1,80})/gu;

function draftOf(
  entry: JrnlEntry,
  zone: string,
  { order, isSure }: { readonly order: DateOrder; readonly isSure: boolean },
): { readonly draft: EntryDraft; readonly isGuess: boolean } | Reason {
  const time = readWrittenTime(entry.date, order);
  const moment = time === null ? null : momentOf(time, zone);
  if (time === null || moment === null) return 'unreadable-date';
  const { title, body, isStarred, uuid } = entry;
  const inText = [...`${title}\n${body}`.matchAll(TAG)].map((match) => match[1]!.toLowerCase());
  const tags = entry.tags === null ? inText : entry.tags.map((tag) => tag.trim().replace(/^[^\p{L}\p{N}_]/u, ''));
  const draft = {
    key: uuid ?? `${moment.day}T${minuteOf(time.seconds)}|${digest(`${title}\n${body}`.replace(/[\s#]+/g, ''))}`,
    day: moment.day,
    createdAt: moment.instant,
    zone: moment.zone,
    updatedAt: moment.instant,
    title,
    body,
    tags,
    starred: isStarred,
  };
  return { draft, isGuess: time.isAmbiguous && !isSure };
}

/** jrnl's JSON has no seconds, its text may: the same entry is the same in both. */
function minuteOf(seconds: number | null): string {
  return seconds === null ? '' : String(Math.floor(seconds / 60));
}
