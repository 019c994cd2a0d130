import type { MainWords } from '../../../words.ts';

/** How a book writes days and times. */
export interface BookLanguage {
  /** `25 November 2026`. */
  readonly date: (day: string) => string;
  /** `Wednesday, 25 November 2026`. */
  readonly weekday: (day: string) => string;
  /** `November 2026`, of `2026-11`. */
  readonly month: (month: string) => string;
  readonly monthName: (month: string) => string;
  /** `08:14` or `8:14 AM`, on the wall of its place; in UTC where this build does not know the zone. */
  readonly time: (instant: number, zone: string) => string;
}

/** @param own BCP 47, of the words; @param locale of the person's region, whose clock it is */
export function bookLanguage({ language: { locale: own } }: MainWords, locale: string): BookLanguage {
  const format = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const formatter = new Intl.DateTimeFormat(own, { timeZone: 'UTC', ...options });
    return (day) => formatter.format(Date.parse(`${day.slice(0, 7)}-${day.slice(8) || '01'}T00:00:00Z`));
  };
  const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  const clocks = new Map<string, Intl.DateTimeFormat>();
  const clockOf = (zone: string): Intl.DateTimeFormat => {
    const known = clocks.get(zone) ?? clockIn(zone, own, hourCycle);
    clocks.set(zone, known);
    return known;
  };
  return {
    date: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    monthName: format({ month: 'long' }),
    time: (instant, zone) => clockOf(zone).format(Math.trunc(instant)),
  };
}

type HourCycle = Intl.ResolvedDateTimeFormatOptions['hourCycle'];

function clockIn(zone: string, locale: string, hourCycle: HourCycle): Intl.DateTimeFormat {
  const isShort = hourCycle === 'h12' || hourCycle === 'h11';
  const options: Intl.DateTimeFormatOptions = { hour: isShort ? 'numeric' : '2-digit', minute: '2-digit' };
  if (hourCycle !== undefined) options.hourCycle = hourCycle;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}
