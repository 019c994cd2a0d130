import { dateAtStart, readWrittenTime, timeAtStart, type DateOrder, type WrittenTime } from '../written-time.ts';

export interface NamedDay {
  readonly time: WrittenTime;
  /** What else the name says; empty: nothing. */
  readonly words: string;
}

/** Years that a number in a name may mean. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const ENDING = /\.(?:md|markdown|mdown|mkd|txt)$/i;
const EDGE = /^[\s_\-–—.,:|]+|[\s_\-–—.,:|]+$/g;
/** `2024/05/01.md`, `2024/05-May/01 Title.md` */
const FOLDERS = /(?:^|\/)(\d{4})\/(\d{1,2})(?:[ _-][^/]{0,60})?\/(\d{1,2})(?:[ _-]([^/]*))?$/;
/** `2024/05-01.md` */
const HALF_FOLDERS = /(?:^|\/)(\d{4})\/(\d{2})[-_](\d{2})(?:[ _-]([^/]*))?$/;
const DIGITS = /^(\d{8})(\d{4}|\d{6})(?=\D|$)/;
const TIME_IN_NAME = /^[T _-]{0,3}(\d{2})[-.:h](\d{2})(?:[-.:](\d{2}))?(?=$|[ _-])/;
const SHORT_TIME = /^T(\d{2})(\d{2})(\d{2})?(?=$|[ _-])/;
const ANYWHERE = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/;

/** A file's name without its folders and ending. */
export function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(ENDING, '');
}

function likely(time: WrittenTime | null, words: string): NamedDay | null {
  if (time === null || time.year < FIRST_YEAR || time.year > LAST_YEAR) return null;
  return { time, words: words.replace(EDGE, '') };
}

/** The day that a note is called by, in its name or in the folders that it lies in; null: it is called otherwise. */
export function dayOfPath(path: string, order: DateOrder = 'month-first'): NamedDay | null {
  const stem = stemOf(path);
  const folders = FOLDERS.exec(path.replace(ENDING, '')) ?? HALF_FOLDERS.exec(path.replace(ENDING, ''));
  if (folders !== null) {
    const [, year, month, day, words = ''] = folders;
    const found = likely(readWrittenTime(`${year}-${month}-${day}`), words);
    if (found !== null) return found;
  }
  const digits = DIGITS.exec(stem);
  if (digits !== null) {
    const found = likely(readWrittenTime(digits[0]), stem.slice(digits[0].length));
    if (found !== null) return found;
  }
  const start = dateAtStart(stem, order);
  if (start !== null) {
    const { date, rest } = start;
    const clock = TIME_IN_NAME.exec(rest) ?? SHORT_TIME.exec(rest);
    const seconds = clock === null ? null : secondsOf(clock);
    const behind = seconds === null ? rest : rest.slice(clock![0].length);
    return likely({ ...date, seconds, offset: null }, behind);
  }
  const inside = ANYWHERE.exec(stem);
  return inside === null
    ? null
    : likely(readWrittenTime(inside[1]!), stem.replace(inside[1]!, ' ').replace(/\s+/g, ' '));
}

function secondsOf([, hour, minute, second = '00']: RegExpExecArray): number | null {
  return timeAtStart(`${hour}:${minute}:${second}`)?.seconds ?? null;
}

/** The day that a note's first heading begins with. */
export function dayOfHeading(text: string, order: DateOrder = 'month-first'): WrittenTime | null {
  const line = firstHeading(text)?.words ?? '';
  const found = dateAtStart(line, order);
  return found === null ? null : (likely({ ...found.date, seconds: null, offset: null }, '')?.time ?? null);
}

/** A heading that a text begins with, and the text behind it. */
export function firstHeading(
  text: string,
): { readonly level: number; readonly words: string; readonly rest: string } | null {
  const start = /^\s*/.exec(text)![0].length;
  const end = text.indexOf('\n', start);
  const line = end === -1 ? text.slice(start) : text.slice(start, end);
  const match = /^(#{1,6})[ \t]+(\S.*)$/.exec(line.slice(0, 2000));
  if (match === null || line.length > 2000) return null;
  const words = match[2]!.trimEnd().replace(/ #+$/, '');
  return { level: match[1]!.length, words, rest: end === -1 ? '' : text.slice(end + 1) };
}
