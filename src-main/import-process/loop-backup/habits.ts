import type { HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { cleanText, cutText } from '../clean-text.ts';
import type { ParsedHabit } from '../parsed.ts';
import type { ProblemLog } from '../problem-log.ts';
import type { SqliteValue } from './sqlite.ts';

export const HABIT_COLUMNS = [
  'id',
  'uuid',
  'name',
  'question',
  'description',
  'archived',
  'position',
  'freq_num',
  'freq_den',
  'type',
  'target_type',
  'target_value',
  'unit',
] as const;
export type HabitColumn = (typeof HABIT_COLUMNS)[number];

const MAX_NAME = 200;
const MAX_QUESTION = 500;
const MAX_DESCRIPTION = 5000;
const MAX_UNIT = 60;
const MAX_AMOUNT_TARGET = Number.MAX_SAFE_INTEGER;
const MAX_WINDOW_DAYS = 366;

/** A habit with what is needed to put it into its place and to read its check-ins. */
export interface LoopHabit {
  readonly id: number;
  /** Order in Loop's list; null in the oldest files. */
  readonly order: number | null;
  readonly habit: Omit<ParsedHabit, 'position' | 'startDay'>;
}

function integer(value: SqliteValue): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

function text(value: SqliteValue): string {
  return typeof value === 'string' ? cleanText(value) : '';
}

function readSchedule(freqNum: SqliteValue, freqDen: SqliteValue, outOfRange: () => void): Schedule {
  const times = integer(freqNum);
  const days = integer(freqDen);
  if (times === null || days === null || times < 1 || days < 1) {
    outOfRange();
    return { type: 'daily' };
  }
  if (times > days) outOfRange();
  if (times >= days) return { type: 'daily' };
  if (days <= MAX_WINDOW_DAYS) return { type: 'rolling', times, days };
  outOfRange();
  // The same frequency in the longest window there is.
  return { type: 'rolling', times: Math.max(1, Math.round((times * MAX_WINDOW_DAYS) / days)), days: MAX_WINDOW_DAYS };
}

function readKind(value: (column: HabitColumn) => SqliteValue, outOfRange: () => void): HabitKind {
  const type = value('type') ?? 0;
  if (type !== 0 && type !== 1) outOfRange();
  if (type !== 1) return { type: 'yes-no' };
  const target = value('target_value');
  const usable = typeof target === 'number' && target >= 0 && target <= MAX_AMOUNT_TARGET;
  const direction = value('target_type') ?? 0;
  const unit = text(value('unit')).trim();
  if (!usable || (direction !== 0 && direction !== 1) || unit.length > MAX_UNIT) outOfRange();
  return {
    type: 'amount',
    unit: cutText(unit, MAX_UNIT),
    target: usable ? target : 0,
    direction: direction === 1 ? 'at-most' : 'at-least',
  };
}

/**
 * Reads one row of `Habits`; null where it has no id that check-ins could name. A text that is too long for its field goes on in
 * the description, whole.
 */
export function readHabit(
  value: (column: HabitColumn) => SqliteValue,
  hasQuestion: boolean,
  problems: ProblemLog,
): LoopHabit | null {
  const id = integer(value('id'));
  if (id === null) {
    problems.add('habit without a number', 'value-out-of-range');
    return null;
  }
  const item = `habit ${id}`;
  let reported = false;
  const outOfRange = (): void => {
    // Once a habit: the item says where to look, and a broken row is broken in many columns.
    if (!reported) problems.add(item, 'value-out-of-range');
    reported = true;
  };

  const written = text(value('name'));
  // Before schema 23 the description was what Loop asked in its reminder, and there was no other.
  const question = text(value(hasQuestion ? 'question' : 'description')).trim();
  const descriptions = hasQuestion ? [text(value('description')).trim()] : [];
  let name = written.trim();
  if (name === '') {
    outOfRange();
    name = `Habit ${id}`;
  }
  if (name.length > MAX_NAME) {
    outOfRange();
    descriptions.push(name);
  }
  if (question.length > MAX_QUESTION) {
    outOfRange();
    descriptions.push(question);
  }
  const description = descriptions.filter((part) => part !== '').join('\n\n');
  if (description.length > MAX_DESCRIPTION) outOfRange();

  const uuid = text(value('uuid')).trim();
  return {
    id,
    order: integer(value('position')),
    habit: {
      // Before schema 24 a habit had no uuid. Its row id is kept from one backup to the next, which makes a second import find it;
      // the name stands beside it because another phone's backup counts from 1 too. Either alone would merge strangers.
      key: uuid === '' ? `${id}|${written}` : uuid,
      name: cutText(name, MAX_NAME),
      question: cutText(question, MAX_QUESTION),
      description: cutText(description, MAX_DESCRIPTION),
      kind: readKind(value, outOfRange),
      schedule: readSchedule(value('freq_num'), value('freq_den'), outOfRange),
      archived: (integer(value('archived')) ?? 0) !== 0,
    },
  };
}
