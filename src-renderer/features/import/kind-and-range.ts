import { fullDate } from '../../intl/dates.ts';
import type { Language } from '../../intl/language.ts';

/** `Day One export, from January 3, 2014 to June 9, 2019`; the kind alone where no days are known. */
export function kindAndRange(
  what: string,
  firstDay: string | null,
  lastDay: string | null,
  { say, locale }: Language,
): string {
  if (firstDay === null || lastDay === null) return what;
  if (firstDay === lastDay) return say('import.oneDay', { what, day: fullDate(locale, firstDay) });
  return say('import.range', { what, first: fullDate(locale, firstDay), last: fullDate(locale, lastDay) });
}
