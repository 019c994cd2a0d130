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
}

/** The words are English; dates and numbers are the person's own English, or the British where theirs is another language. */
export function bookLanguage(locale: string): BookLanguage {
  const own = /^en(-|$)/iu.test(locale) ? locale : 'en-GB';
  const format = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
    const formatter = new Intl.DateTimeFormat(own, { timeZone: 'UTC', ...options });
    return (day) => formatter.format(Date.parse(`${day.slice(0, 7)}-${day.slice(8) || '01'}T00:00:00Z`));
  };
  const numbers = new Intl.NumberFormat(own);
  return {
    number: (value) => numbers.format(value),
    date: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
    monthName: format({ month: 'long' }),
  };
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
