import type { ImportCounts } from '../../../src-shared/contract/imports.ts';
import type { MessageId } from '../../intl/en.ts';
import type { Language } from '../../intl/language.ts';

export type Kind = keyof ImportCounts;

export const KINDS: readonly Kind[] = ['entries', 'habits', 'checkIns', 'media', 'others'];

const NAMES = {
  entries: 'import.countEntries',
  habits: 'import.countHabits',
  checkIns: 'import.countCheckIns',
  media: 'import.countMedia',
  others: 'import.countOthers',
} as const satisfies Readonly<Record<Kind, MessageId>>;

export function totalOf(counts: ImportCounts): number {
  return KINDS.reduce((total, kind) => total + counts[kind], 0);
}

/**
 * `3 entries, 2 habits, and 5 check-ins`; empty where there is nothing.
 * @param isUpTo there may be fewer photos and files
 */
export function thingsIn(counts: ImportCounts, { say, locale }: Language, isUpTo = false): string {
  const nameOf = (kind: Kind): MessageId => (kind === 'media' && isUpTo ? 'import.countMediaUpTo' : NAMES[kind]);
  const things = KINDS.filter((kind) => counts[kind] > 0).map((kind) => say(nameOf(kind), { count: counts[kind] }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(things);
}
