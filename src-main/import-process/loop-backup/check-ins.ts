import { cleanText } from '../clean-text.ts';
import type { ParsedCheckIn } from '../parsed.ts';
import type { SqliteValue } from './sqlite.ts';

export const REPETITION_COLUMNS = ['habit', 'timestamp', 'value', 'notes'] as const;
export type RepetitionColumn = (typeof REPETITION_COLUMNS)[number];

/** Loop's own numbers for the states of a day (its `Entry` class). */
const UNKNOWN = -1;
const NO = 0;
const YES_AUTO = 1;
const YES_MANUAL = 2;
const SKIP = 3;

const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** The civil day of a Loop timestamp (milliseconds; the civil date as if it were UTC); null outside the years 1 to 9999. */
export function dayOfTimestamp(timestamp: SqliteValue): string | null {
  if (typeof timestamp !== 'number' || !(timestamp >= FIRST_MS && timestamp <= LAST_MS)) return null;
  return new Date(timestamp).toISOString().slice(0, 10);
}

export type ReadMark =
  | { readonly type: 'mark'; readonly mark: ParsedCheckIn['mark']; readonly amount: number | null }
  /** Nothing was logged on that day. */
  | { readonly type: 'nothing' }
  /** Loop had filled the day in by itself. */
  | { readonly type: 'automatic' }
  | { readonly type: 'out-of-range' };

/** What a repetition's value says. Amounts are stored times 1000; a skip is 3 for both kinds. */
export function readMark(value: SqliteValue, isAmount: boolean): ReadMark {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return { type: 'out-of-range' };
  if (value === UNKNOWN) return { type: 'nothing' };
  if (value === SKIP) return { type: 'mark', mark: 'skipped', amount: null };
  if (isAmount) return value < 0 ? { type: 'out-of-range' } : { type: 'mark', mark: 'done', amount: value / 1000 };
  if (value === NO) return { type: 'mark', mark: 'missed', amount: null };
  if (value === YES_AUTO) return { type: 'automatic' };
  if (value === YES_MANUAL) return { type: 'mark', mark: 'done', amount: null };
  return { type: 'out-of-range' };
}

/** The note of a repetition; null where there is none. */
export function readNote(notes: SqliteValue): string | null {
  if (typeof notes !== 'string' || notes.trim() === '') return null;
  return cleanText(notes);
}
