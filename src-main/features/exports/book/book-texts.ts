/** The words of a book that the person did not write. */
export interface BookLanguage {
  readonly number: (value: number) => string;
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

/** The words are English; dates and numbers are the person's own English, or the British where theirs is another language. The clock is that of their region. */
export function bookLanguage(locale: string): BookLanguage {
  const own = /^en(-|$)/iu.test(locale) ? locale : 'en-GB';
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
  const numbers = new Intl.NumberFormat(own);
  return {
    number: (value) => numbers.format(value),
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

export const BOOK_TEXTS = {
  title: 'Journal',
  contents: 'Contents',
  range: (first: string, last: string): string => (first === last ? first : `${first} to ${last}`),
  entries: (count: number, text: string): string => (count === 1 ? '1 entry' : `${text} entries`),
  tagged: (tag: string): string => `Tagged #${tag}`,
  made: (date: string): string => `Made with Daygrove on ${date}`,
  mood: (word: string): string => `Mood: ${word}`,
  starred: 'Starred',
  nothing: 'Nothing was written in this time.',
  picture: 'Picture',
} as const;
