import { Temporal } from 'temporal-polyfill';

/** A date as a person or a program wrote it. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 3/4/2024: it was read as the given order has it. */
  readonly isAmbiguous: boolean;
}

export interface WrittenTime extends WrittenDate {
  /** Seconds since midnight, with their fraction; null: a date alone. */
  readonly seconds: number | null;
  /** `+02:00`, or `UTC`; null: the time of whoever wrote it. */
  readonly offset: string | null;
}

/** How `3/4/2024` is meant. */
export type DateOrder = 'month-first' | 'day-first';

const MAX_LENGTH = 120;
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs'];

/** Names of months in the languages above, long and short, in lower case and without the dot behind them. */
const MONTHS = new Map<string, number>();
const WEEKDAYS = new Set<string>();
for (const language of LANGUAGES) {
  for (const style of ['short', 'long'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
    const weekday = new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' });
    for (let index = 0; index < 12; index += 1) {
      const date = Date.UTC(2024, index, 7 + index);
      const inDate = month.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      for (const name of [inDate, alone.format(date)]) {
        const word = wordOf(name);
        if (/^\p{L}{3,}$/u.test(word) && !MONTHS.has(word)) MONTHS.set(word, index + 1);
      }
    }
    for (let index = 0; index < 7; index += 1) WEEKDAYS.add(wordOf(weekday.format(Date.UTC(2024, 0, 1 + index))));
  }
}
MONTHS.set('sept', 9);
for (const word of ['tues', 'thur', 'thurs', 'weds']) WEEKDAYS.add(word);

function wordOf(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

const YEAR_FIRST = /^(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const COMPACT_WITH_TIME = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?!\d)/;
const EAST_ASIAN = /^(\d{4})[年년] ?(\d{1,2})[月월] ?(\d{1,2})[日일]/;
const DOTTED = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-/_])(\d{1,2})\2(\d{4})(?!\d)/;
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -](?:of |de )?(\p{L}{3,20})\.?,?[ -](?:de )?(\d{4})(?!\d)/u;
const NAME_AND_DAY = /^(\p{L}{3,20})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4})(?!\d)/u;
const YEAR_AND_NAME = /^(\d{4})[ -](\p{L}{3,20})\.?[ -](\d{1,2})(?!\d)/u;
const WEEKDAY = /^(\p{L}{2,20})\.?,? /u;

/** The date that a text begins with, behind the name of a weekday, and what comes after it; null: it begins with none. */
export function dateAtStart(
  text: string,
  order: DateOrder = 'month-first',
): { readonly date: WrittenDate; readonly rest: string } | null {
  let at = text.trimStart();
  const weekday = WEEKDAY.exec(at);
  if (weekday !== null && WEEKDAYS.has(wordOf(weekday[1]!))) at = at.slice(weekday[0].length);
  for (const [pattern, read] of forms) {
    const match = pattern.exec(at);
    if (match === null) continue;
    const parts = read(match, order);
    if (parts === null) continue;
    const { year, month, day, isAmbiguous = false } = parts;
    if (!isDate(year, month, day)) continue;
    return { date: { year, month, day, isAmbiguous }, rest: at.slice(match[0].length) };
  }
  return null;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isAmbiguous?: boolean;
}
type Form = readonly [RegExp, (match: RegExpExecArray, order: DateOrder) => Parts | null];

const numbers = (year: string | undefined, month: string | undefined, day: string | undefined): Parts => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
});
const named = (year: string | undefined, month: string | undefined, day: string | undefined): Parts | null => {
  const number = MONTHS.get(wordOf(month ?? ''));
  return number === undefined ? null : { year: Number(year), month: number, day: Number(day) };
};

const forms: readonly Form[] = [
  [YEAR_FIRST, (match) => numbers(match[1], match[3], match[4])],
  [COMPACT, (match) => numbers(match[1], match[2], match[3])],
  [EAST_ASIAN, (match) => numbers(match[1], match[2], match[3])],
  [DOTTED, (match) => numbers(match[3], match[2], match[1])],
  [
    YEAR_LAST,
    (match, order) => {
      const first = Number(match[1]);
      const second = Number(match[3]);
      const isDayFirst = first > 12 || (second <= 12 && order === 'day-first');
      const [month, day] = isDayFirst ? [second, first] : [first, second];
      return { year: Number(match[4]), month, day, isAmbiguous: first <= 12 && second <= 12 && first !== second };
    },
  ],
  [DAY_AND_NAME, (match) => named(match[3], match[2], match[1])],
  [NAME_AND_DAY, (match) => named(match[3], match[1], match[2])],
  [YEAR_AND_NAME, (match) => named(match[1], match[2], match[3])],
];

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

const TIME =
  /^(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2}(?:[.,]\d{1,9})?))?)?(?: ?([ap])\.?m\.?)?(?: ?(?:(Z)|(?:UTC|GMT)?([+-]\d{2}):?(\d{2})|(UTC|GMT)))?(?![\p{L}\d])/iu;
const BEFORE_TIME = /^(?:T|,? ?(?:at|um|à|,|-|–|\|)? )?/iu;
/** Whatever a program puts behind a time, and says nothing that the offset does not. */
const BEHIND_TIME = /^(?: ?Uhr| ?\([^()]*\)| ?\[[^[\]]*\])?\s*$/iu;

/** The time that a text begins with, and what comes after it. A lone number is none. */
export function timeAtStart(
  text: string,
): { readonly seconds: number; readonly offset: string | null; readonly rest: string } | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [whole, hour, minute, second = '0', half, zulu, offsetHour, offsetMinute, name] = match;
  if (minute === undefined && half === undefined) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const minutes = Number(minute ?? '0');
  const seconds = Number(second.replace(',', '.'));
  if (hours > 23 || minutes > 59 || seconds >= 61 || (half !== undefined && Number(hour) > 12)) return null;
  const offset = zulu === undefined && name === undefined ? null : 'UTC';
  return {
    // A leap second is the last of its minute.
    seconds: hours * 3600 + minutes * 60 + Math.min(59.999, seconds),
    offset: offsetHour === undefined ? offset : `${offsetHour}:${offsetMinute}`,
    rest: text.slice(whole.length),
  };
}

/** A date, with a time or without; null for everything that is something else, or has more behind it. */
export function readWrittenTime(text: string, order: DateOrder = 'month-first'): WrittenTime | null {
  const trimmed = text.trim().replace(/^\[\[([^[\]]*)\]\]$/, '$1');
  if (trimmed.length > MAX_LENGTH) return null;
  const compact = COMPACT_WITH_TIME.exec(trimmed);
  if (compact !== null && compact[0].length === trimmed.length) {
    const [, year, month, day, hour, minute, second = '0'] = compact.map((part) => part as string | undefined);
    const parts = numbers(year, month, day);
    const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
    const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
    if (isTime && isDate(parts.year, parts.month, parts.day)) {
      return { ...parts, isAmbiguous: false, seconds, offset: null };
    }
  }
  const found = dateAtStart(trimmed, order);
  if (found === null) return null;
  if (BEHIND_TIME.test(found.rest)) return { ...found.date, seconds: null, offset: null };
  const short = /^T(\d{2})(\d{2})(\d{2})?(Z)?$/.exec(found.rest);
  const at = short === null ? found.rest.replace(BEFORE_TIME, '') : shortTime(short);
  const time = timeAtStart(at);
  if (time === null || !BEHIND_TIME.test(time.rest)) return null;
  return { ...found.date, seconds: time.seconds, offset: time.offset };
}

function shortTime([, hour, minute, second = '00', zulu = '']: RegExpExecArray): string {
  return `${hour}:${minute}:${second}${zulu}`;
}

/** `YYYY-MM-DD`. */
export function dayText({ year, month, day }: WrittenDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Of a day alone: the middle of it, so that it stays that day nearly everywhere. */
export const NOON_SECONDS = 12 * 3600;

/** The moment at which the wall shows that time in a zone; of two, the first; null for one outside of the years 1 to 9999. */
export function instantAt(day: string, seconds: number, zone: string): string | null {
  try {
    const wall = Temporal.PlainDate.from(day)
      .toPlainDateTime()
      .add({ milliseconds: Math.round(seconds * 1000) });
    return isoInstant(wall.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}

/** The contract's form of a moment; null for one outside of the years 1 to 9999. */
export function isoInstant(epochMilliseconds: number): string | null {
  const date = new Date(epochMilliseconds);
  if (!Number.isFinite(date.getTime())) return null;
  const text = date.toISOString();
  return /^(?!0000)\d{4}-/.test(text) ? text : null;
}

/** The civil date of a moment in a zone. */
export function dayAt(instant: string, zone: string): string | null {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
}

/** A written time as a moment: in its own offset where it has one, in `zone` where not. */
export function momentOf(
  time: WrittenTime,
  zone: string,
): { readonly day: string; readonly instant: string; readonly zone: string } | null {
  const day = dayText(time);
  const instant = instantAt(day, time.seconds ?? NOON_SECONDS, time.offset ?? zone);
  if (instant === null) return null;
  if (time.offset === null) return { day, instant, zone };
  // `Z` is how programs write a moment, not a place where somebody was.
  if (time.offset === 'UTC') {
    const local = dayAt(instant, zone);
    return local === null ? null : { day: local, instant, zone };
  }
  const local = dayAt(instant, zone);
  return local === day && sameOffset(instant, zone, time.offset)
    ? { day, instant, zone }
    : { day, instant, zone: time.offset };
}

function sameOffset(instant: string, zone: string, offset: string): boolean {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).offset === offset;
}

const MAX_ZONE_LENGTH = 64;

/** A name that Intl knows as a zone. */
export function usableZone(name: string): boolean {
  if (name === '' || name.length > MAX_ZONE_LENGTH) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The zone of this machine. */
export function systemZone(): string {
  return Temporal.Now.timeZoneId();
}
