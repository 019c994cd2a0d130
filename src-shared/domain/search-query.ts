/**
 * What a person types to find entries: words, `"phrases"`, `-excluded` ones, and filters (`tag:garden mood:4 is:starred has:photo before:2026-01 after:2025
 * on:2026-11-22 habit:"Evening walk"`). The page writes filters with the same functions that main reads them with.
 */

export const FILTER_NAMES = ['tag', 'mood', 'is', 'has', 'before', 'after', 'on', 'habit'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

export interface SearchTerm {
  readonly text: string;
  readonly isExcluded: boolean;
}

export interface SearchFilter {
  readonly name: FilterName;
  readonly value: string;
  readonly isExcluded: boolean;
}

export interface ParsedSearch {
  readonly terms: readonly SearchTerm[];
  /** Only those whose value means something; one that is still being typed does not empty the list. */
  readonly filters: readonly SearchFilter[];
}

const MAX_PARTS = 24;
/** A phrase may stand in the quotation marks of a language too, which many keyboards make of plain ones: “so”, „so“. */
const PART = /(-?)(?:(tag|mood|is|has|before|after|on|habit):)?(?:"([^"]*)(?:"|$)|[“”„]([^“”]*)(?:[“”]|$)|(\S+))/giu;
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** Never fails: whatever is no filter is a word. */
export function parseSearch(typed: string): ParsedSearch {
  const terms: SearchTerm[] = [];
  const filters: SearchFilter[] = [];
  // NUL would end the text inside SQLite.
  for (const match of [...typed.replaceAll('\0', ' ').matchAll(PART)].slice(0, MAX_PARTS)) {
    const [whole, minus, name, plain, curly, word] = match;
    const phrase = plain ?? curly;
    const value = (phrase ?? word ?? '').trim();
    const isExcluded = minus === '-';
    if (name !== undefined) {
      const filter = { name: name.toLowerCase() as FilterName, value: value.replace(/^#+/u, ''), isExcluded };
      if (isMeaningful(filter)) filters.push(filter);
    } else if (value !== '' && value !== '-') {
      terms.push({ text: value, isExcluded });
    } else if (phrase === undefined && whole.trim() !== '' && whole !== '-') {
      terms.push({ text: whole.trim(), isExcluded: false });
    }
  }
  return { terms, filters };
}

function isMeaningful({ name, value }: SearchFilter): boolean {
  switch (name) {
    case 'mood':
      return /^[1-5](?:-[1-5])?$/u.test(value);
    case 'is':
      return value.toLowerCase() === 'starred';
    case 'has':
      return value.toLowerCase() === 'photo';
    case 'before':
    case 'after':
    case 'on':
      return DATE.test(value) && !Number.isNaN(Date.parse(firstDayOf(value)));
    case 'tag':
    case 'habit':
      return value !== '';
  }
}

/** The first day that `2026`, `2026-03` or `2026-03-05` means. */
export function firstDayOf(value: string): string {
  return `${value}${['-01-01', '', '', '-01', '', '', ''][value.length - 4] ?? ''}`.slice(0, 10);
}

/** The last one; a day that a month has not got ends with its month. */
export function lastDayOf(value: string): string {
  if (value.length === 10) return value;
  if (value.length === 4) return `${value}-12-31`;
  const [year, month] = value.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

function partOf({ name, value, isExcluded }: SearchFilter): string {
  return `${isExcluded ? '-' : ''}${name}:${/[\s"]|^[“”„]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
}

/** The query with the filter at its end, once. */
export function withFilter(typed: string, filter: SearchFilter): string {
  return `${withoutFilter(typed, filter).trim()} ${partOf(filter)}`.trim();
}

/** The query without the filter; what else was typed stays as it is. */
export function withoutFilter(typed: string, filter: SearchFilter): string {
  return typed
    .replaceAll(PART, (part, minus: string, name: string | undefined, ...values: (string | undefined)[]) => {
      if (name?.toLowerCase() !== filter.name || (minus === '-') !== filter.isExcluded) return part;
      const [plain, curly, word] = values;
      const value = (plain ?? curly ?? word ?? '').trim().replace(/^#+/u, '');
      return value.toLowerCase() === filter.value.toLowerCase() ? '' : part;
    })
    .replaceAll(/ {2,}/gu, ' ')
    .trim();
}
