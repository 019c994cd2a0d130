import { createHash } from 'node:crypto';
import { uniqueTags } from '../../src-shared/domain/tags.ts';
import { cleanText } from './clean-text.ts';
import type { ParsedEntry, ParsedItem, ProblemPlace } from './parsed.ts';
import { oneLine, shortLine } from './short-line.ts';
import { splitBody } from './split-body.ts';

/** As an entry of another program says it: of any length, with whatever characters. */
export type EntryDraft = Omit<ParsedEntry, 'tags'> & { readonly tags: readonly string[] };

const MAX_TAGS = 100;
const MAX_KEY_LENGTH = 400;
const MAX_NAME_LENGTH = 400;

/**
 * A draft as entries take it, with nothing of it lost: a title or a place that is too long stands in the text as well, a text that is too long goes on in the next entry.
 * @param item names the entry in problems
 * @param path of the file of its own that it is
 */
export function* entryItems(draft: EntryDraft, item: string, path?: string): Generator<ParsedItem> {
  const place = placeOf(draft, item, path);
  const { title = '', location = '', journal, moodWord, ...given } = draft;
  const shortTitle = shortLine(cleanText(title));
  const shortPlace = shortLine(cleanText(location));
  const body = [
    ...(shortTitle.isWhole ? [] : [oneLine(cleanText(title))]),
    tidyBody(draft.body),
    ...(shortPlace.isWhole ? [] : [oneLine(cleanText(location))]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const tags = uniqueTags(draft.tags.map((tag) => tidyTag(tag)));
  if (tags.length > MAX_TAGS) yield { kind: 'problem', ...place, reason: 'too-many' };
  const entry: ParsedEntry = {
    ...given,
    key: boundedKey(draft.key),
    tags: tags.slice(0, MAX_TAGS),
    body,
    ...(shortTitle.line === '' ? {} : { title: shortTitle.line }),
    ...(shortPlace.line === '' ? {} : { location: shortPlace.line }),
    ...boundedName('journal', journal),
    ...boundedName('moodWord', moodWord),
  };
  const bodies = splitBody(body);
  if (bodies.length > 1) yield { kind: 'problem', ...place, reason: 'text-split' };
  for (const [index, part] of bodies.entries()) {
    yield {
      kind: 'entry',
      entry: index === 0 ? { ...entry, body: part } : { ...entry, key: `${entry.key}/${index + 1}`, body: part },
    };
  }
}

/** Where the problems of an entry are found. */
export function placeOf(
  { day, journal }: Pick<EntryDraft, 'day' | 'journal'>,
  item: string,
  path?: string,
): ProblemPlace {
  return { item, day, ...boundedName('journal', journal), ...(path === undefined ? {} : { path }) };
}

/** `\n` alone, no blank lines before it, no space behind it. */
export function tidyBody(text: string): string {
  return cleanText(text)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

function tidyTag(tag: string): string {
  return oneLine(cleanText(tag)).replace(/^#+/, '').toWellFormed();
}

function boundedName<Name extends string>(name: Name, text: string | undefined): Partial<Record<Name, string>> {
  const line = text === undefined ? '' : oneLine(cleanText(text)).slice(0, MAX_NAME_LENGTH).toWellFormed();
  const found: Partial<Record<Name, string>> = {};
  if (line !== '') found[name] = line;
  return found;
}

/** Keys may hold whatever an importer knows an entry by; a long one is its digest. */
function boundedKey(key: string): string {
  const clean = key.toWellFormed();
  return clean.length <= MAX_KEY_LENGTH ? clean : digest(clean);
}

/** 32 hexadecimal digits that stand for a text. */
export function digest(...texts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 32);
}
