import type { HabitKind, Schedule } from '../../../src-shared/contract/habits.ts';
import { cutText } from '../clean-text.ts';
import { rollingSchedule } from '../habit-parts/schedule.ts';
import { habitWords, keyPart, MAX_AMOUNT, MAX_UNIT } from '../habit-parts/words.ts';
import type { ParsedHabit } from '../parsed.ts';
import type { Row } from '../sqlite/database.ts';
import { integer, text } from '../sqlite/values.ts';
import { readColour, readReminders } from './values.ts';

export const HABIT_COLUMNS = [
  'id',
  'uuid',
  'name',
  'question',
  'description',
  'archived',
  'position',
  'color',
  'freq_num',
  'freq_den',
  'freq_mode',
  'type',
  'target_type',
  'target_value',
  'unit',
  'reminder_hour',
  'reminder_min',
  'reminder_days',
] as const;
export type HabitColumn = (typeof HABIT_COLUMNS)[number];

/** A habit with what is needed to put it into its place and to read its check-ins. */
export interface LoopHabit {
  readonly id: number;
  /** Order in Loop's list; null in the oldest files. */
  readonly order: number | null;
  readonly habit: Omit<ParsedHabit, 'position' | 'startDay'>;
}

/** `freq_mode` of schema 26: the days are weeks of the calendar, not any seven in a row. */
const WEEKS = 1;

function readSchedule(value: Row<HabitColumn>, outOfRange: () => void): Schedule {
  const times = integer(value('freq_num'));
  const days = integer(value('freq_den'));
  if (value('freq_mode') === WEEKS && days === 7 && times !== null && times >= 1 && times < 7) {
    return { type: 'times-a-week', times };
  }
  return rollingSchedule(times, days, outOfRange);
}

function readKind(value: Row<HabitColumn>, outOfRange: () => void): HabitKind {
  const type = value('type') ?? 0;
  if (type !== 0 && type !== 1) outOfRange();
  if (type !== 1) return { type: 'yes-no' };
  const target = value('target_value');
  const usable = typeof target === 'number' && target >= 0 && target <= MAX_AMOUNT;
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
 * One row of `Habits`; null where it has no id that check-ins could name.
 * @param schema the file's version; @param outOfRange told at most once
 */
export function readHabit(
  value: Row<HabitColumn>,
  hasQuestion: boolean,
  schema: number,
  outOfRange: () => void,
): LoopHabit | null {
  const id = integer(value('id'));
  if (id === null) return null;
  let told = false;
  // Once a habit: the item says where to look, and a broken row is broken in many columns.
  const tell = (): void => {
    if (!told) outOfRange();
    told = true;
  };
  const name = text(value('name'));
  const uuid = text(value('uuid')).trim();
  const colour = readColour(integer(value('color')), schema);
  return {
    id,
    order: integer(value('position')),
    habit: {
      // Before schema 24 a habit had no uuid. Its row id is kept from one backup to the next, which makes a second import find it;
      // the name stands beside it because another phone's backup counts from 1 too. Either alone would merge strangers.
      key: uuid === '' ? `${id}|${keyPart(name)}` : keyPart(uuid),
      ...habitWords(
        hasQuestion
          ? { name, question: text(value('question')), description: text(value('description')) }
          : // Before schema 23 the description was what Loop asked in its reminder, and there was no other.
            { name, question: text(value('description')), description: '' },
        `Habit ${id}`,
        tell,
      ),
      kind: readKind(value, tell),
      schedule: readSchedule(value, tell),
      archived: (integer(value('archived')) ?? 0) !== 0,
      ...(colour === undefined ? {} : { colour }),
      reminders: readReminders(
        integer(value('reminder_hour')),
        integer(value('reminder_min')),
        integer(value('reminder_days')),
        tell,
      ),
    },
  };
}
