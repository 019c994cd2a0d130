import { firstDayOf, lastDayOf, parseSearch, type SearchFilter } from '../../../src-shared/domain/search-query.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { fold } from './passage.ts';

/** A search as the database takes it. An entry fits when it fits all of it. */
export interface SearchQuery {
  /** For MATCH over `entry_search`; null: only `short` is to be found. */
  readonly match: string | null;
  /** For MATCH over `entry_short`: words of one or two letters, and signs of scripts without spaces; null: none. */
  readonly short: string | null;
  /** The same, to be left out. */
  readonly shortExcluded: string | null;
  /** First day that fits, and the first that does not any more. */
  readonly from: string | null;
  readonly before: string | null;
  /** Names of habits, folded, that were done on the entry's day (or were not). */
  readonly habits: readonly { readonly name: string; readonly isExcluded: boolean }[];
  /** What is to be marked in a passage, folded. */
  readonly marked: readonly string[];
}

/** The facets of an entry, in a column of their own. A space ends each, so that `#sea ` is not found in `#season `. */
export function facetsText(entry: {
  readonly mood: number | null;
  readonly starred: boolean;
  readonly hasPhoto: boolean;
}): string {
  return [
    'any-entry',
    entry.mood === null ? 'mood-none' : `mood-${entry.mood}`,
    ...(entry.starred ? ['starred'] : []),
    ...(entry.hasPhoto ? ['photo'] : []),
  ]
    .map((facet) => `${facet} `)
    .join('');
}

export function tagsText(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag} `).join('');
}

/** Signs that need less than three to say something: a word of one script is a sentence's worth of letters of another. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Sc}]/u;

/**
 * What the trigram index cannot hold, because it is shorter than three signs: the first one and two letters of every word, and every sign and pair of signs of
 * scripts whose words are that short. Words of an own alphabet, so that the tokenizer cannot take signs for separators.
 */
export function shortTokens(text: string): string {
  const tokens = new Set<string>();
  for (const [word] of fold(text).matchAll(/[\p{L}\p{N}]+|\p{Extended_Pictographic}|\p{Sc}/gu)) {
    const signs = [...word];
    tokens.add(token(signs[0]!));
    if (signs.length > 1) tokens.add(token(signs[0]! + signs[1]!));
    if (!DENSE.test(word)) continue;
    for (const [index, sign] of signs.entries()) {
      tokens.add(token(sign));
      const next = signs[index + 1];
      if (next !== undefined) tokens.add(token(sign + next));
    }
  }
  return [...tokens].join(' ');
}

function token(signs: string): string {
  return [...signs].map((sign) => `u${sign.codePointAt(0)!.toString(36)}`).join('z');
}

const TEXT_COLUMNS = '{title location body tags}';

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** @returns null where there is nothing to look for */
export function searchQuery(typed: string): SearchQuery | null {
  const { terms, filters } = parseSearch(typed);
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const short: string[] = [];
  const shortExcluded: string[] = [];
  const marked: string[] = [];
  let count = 0;
  for (const { text, isExcluded } of terms) {
    const plain = fold(text);
    const isShort = [...plain].length < 3;
    // Punctuation alone says nothing; in three signs and more it is text like any other.
    if (plain === '' || (isShort && shortTokens(plain) === '')) continue;
    count += 1;
    if (!isExcluded) marked.push(plain.replace(/^#+/u, ''));
    if (isShort)
      (isExcluded ? shortExcluded : short).push(
        token(plain.replaceAll(/[^\p{L}\p{N}\p{Extended_Pictographic}\p{Sc}]/gu, '')),
      );
    else (isExcluded ? unwanted : wanted).push(`${TEXT_COLUMNS} : ${quoted(text)}`);
  }
  let from: string | null = null;
  let before: string | null = null;
  const habits: SearchQuery['habits'][number][] = [];
  for (const filter of filters) {
    count += 1;
    switch (filter.name) {
      case 'before':
        before = earlier(before, firstDayOf(filter.value));
        break;
      case 'after':
        from = later(from, addDays(lastDayOf(filter.value), 1));
        break;
      case 'on':
        from = later(from, firstDayOf(filter.value));
        before = earlier(before, addDays(lastDayOf(filter.value), 1));
        break;
      case 'habit':
        habits.push({ name: fold(filter.value), isExcluded: filter.isExcluded });
        break;
      default:
        (filter.isExcluded ? unwanted : wanted).push(facetMatch(filter));
    }
  }
  if (count === 0) return null;
  // All entries have a facet in common: what is excluded is excluded from something.
  if (wanted.length === 0 && (unwanted.length > 0 || short.length === 0)) wanted.push('facets : "any-entry "');
  const all = wanted.map((part) => `(${part})`).join(' AND ');
  const match = wanted.length === 0 ? null : unwanted.reduce((left, right) => `(${left}) NOT (${right})`, all);
  return {
    match,
    short: short.length === 0 ? null : short.map(quoted).join(' AND '),
    shortExcluded: shortExcluded.length === 0 ? null : shortExcluded.map(quoted).join(' OR '),
    from,
    before,
    habits,
    marked,
  };
}

function facetMatch({ name, value }: SearchFilter): string {
  switch (name) {
    case 'tag':
      return `tags : ${quoted(`#${value} `)}`;
    case 'mood': {
      const [low = 1, high = low] = value.split('-').map(Number);
      const moods = Array.from(
        { length: Math.max(0, high - low) + 1 },
        (_, index) => `facets : "mood-${low + index} "`,
      );
      return moods.join(' OR ');
    }
    case 'is':
      return 'facets : "starred "';
    default:
      return 'facets : "photo "';
  }
}

function earlier(one: string | null, other: string): string {
  return one === null || other < one ? other : one;
}

function later(one: string | null, other: string): string {
  return one === null || other > one ? other : one;
}
