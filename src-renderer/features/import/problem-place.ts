import { fullDate } from '../../intl/dates.ts';
import type { Language } from '../../intl/language.ts';
import type { ProblemThing } from './problem-groups.ts';

/**
 * Where a person finds the thing: `Travel, January 18, 2016, photo 1`, `Work/2024-02-29.md`; in the file's own terms (`entry 12`) where that is all that is known of it.
 */
export function placeInWords(thing: ProblemThing, { say, locale }: Language): string {
  const { item, day, journal, path, parts } = thing;
  const words: string[] = [];
  if (path !== undefined) words.push(path);
  else if (day !== undefined) words.push(...(journal === undefined ? [] : [journal]), fullDate(locale, day));
  // Its name says more than its number.
  else if (journal !== undefined) words.push(journal, ...withoutJournal(item));
  else words.push(item.replace(/\b\d{4}-\d{2}-\d{2}$/u, (date) => fullDate(locale, date)));
  if (parts.length === 0 && thing.count > 1) words.push(say('import.things', { count: thing.count }));
  return [...words, ...parts].join(', ');
}

function withoutJournal(item: string): string[] {
  const rest = item.replace(/^journal \d+(?:, )?/u, '');
  return rest === '' ? [] : [rest];
}
