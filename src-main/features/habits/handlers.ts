import type { Row } from '@libsql/client';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import type {
  Habit,
  HabitDay,
  HabitKind,
  habitsContract,
  Mark,
  Schedule,
} from '../../../src-shared/contract/habits.ts';
import { dayOf, daysEndingOn } from '../../../src-shared/domain/day.ts';
import { habitDayState, type CheckIn } from '../../../src-shared/domain/habit-day.ts';
import { AppFailure, ok } from '../../../src-shared/result.ts';
import { bytesOf, jsonOf, textOf } from '../../vault/database.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';
import type { Vault } from '../../vault/vault.ts';
import { HABIT_RECORD } from './projection.ts';
import { checkInChange, type CheckInValues } from './records.ts';

/** Text as BLOB: see `textOf`. */
const HABIT_COLUMNS = `id, CAST(name AS BLOB) AS name, CAST(question AS BLOB) AS question, CAST(description AS BLOB) AS description,
  CAST(kind AS BLOB) AS kind, CAST(schedule AS BLOB) AS schedule, CAST(start_day AS BLOB) AS start_day, archived, position`;
const CHECK_IN_COLUMNS = `check_in.habit, CAST(check_in.day AS BLOB) AS day, CAST(check_in.mark AS BLOB) AS mark, check_in.amount,
  CAST(check_in.note AS BLOB) AS note`;
const DAYS_IN_OVERVIEW = 7;

function habitOf(row: Row): Habit {
  return {
    id: idToText(bytesOf(row.id)),
    name: textOf(row.name),
    question: textOf(row.question),
    description: textOf(row.description),
    kind: jsonOf(row.kind) as HabitKind,
    schedule: jsonOf(row.schedule) as Schedule,
    startDay: textOf(row.start_day),
    archived: row.archived === 1,
    position: Number(row.position),
  };
}

interface LoggedDay {
  /** null: only a note. */
  readonly mark: CheckIn['mark'] | null;
  readonly amount: number | null;
  readonly note: string | null;
}

function loggedDay(row: Row): LoggedDay {
  return {
    mark: row.mark === null ? null : (textOf(row.mark) as CheckIn['mark']),
    amount: row.amount === null ? null : Number(row.amount),
    note: row.note === null ? null : textOf(row.note),
  };
}

function checkInOf(logged: LoggedDay | null): CheckIn | null {
  return logged === null || logged.mark === null ? null : { mark: logged.mark, amount: logged.amount };
}

/** What a mark writes. `done` on an amount habit without an amount means: the target was reached. */
function valuesOf(mark: Mark, kind: HabitKind): CheckInValues {
  if (mark.type === 'clear') return { mark: null, amount: null };
  if (mark.type !== 'done') return { mark: mark.type, amount: null };
  return { mark: 'done', amount: kind.type === 'amount' ? (mark.amount ?? kind.target) : null };
}

export function habitsHandlers(vault: Vault): Handlers<keyof typeof habitsContract> {
  const today = (): string => dayOf(vault.clock.now(), vault.clock.zone());

  const habitById = async (id: string): Promise<Habit> => {
    const row = await vault.read.first(
      `SELECT ${HABIT_COLUMNS} FROM habit WHERE id = ? AND deleted = 0`,
      idFromText(id),
    );
    if (row === undefined) throw new AppFailure('not-found');
    return habitOf(row);
  };

  const habitDay = (habit: Habit, day: string, logged: LoggedDay | null): HabitDay => ({
    day,
    state: habitDayState({ ...habit, day, today: today(), checkIn: checkInOf(logged) }),
    amount: logged?.amount ?? null,
    note: logged?.note ?? null,
  });

  return {
    'habits.overview': async ({ day }) => {
      const days = daysEndingOn(day, DAYS_IN_OVERVIEW);
      const habits = (
        await vault.read.all(
          `SELECT ${HABIT_COLUMNS} FROM habit WHERE deleted = 0 AND archived = 0 ORDER BY position, habit.name`,
        )
      ).map(habitOf);
      // One range read a habit, along the primary key: the cost does not grow with the years.
      const logged = await vault.read.all(
        `SELECT ${CHECK_IN_COLUMNS} FROM habit JOIN check_in ON check_in.habit = habit.id AND check_in.day BETWEEN ? AND ?
         WHERE habit.deleted = 0 AND habit.archived = 0`,
        days[0]!,
        day,
      );
      const byHabitAndDay = new Map(
        logged.map((row) => [`${idToText(bytesOf(row.habit))} ${textOf(row.day)}`, loggedDay(row)]),
      );
      return ok({
        habits: habits.map((habit) => ({
          habit,
          week: days.map((each) => habitDay(habit, each, byHabitAndDay.get(`${habit.id} ${each}`) ?? null)),
        })),
      });
    },

    'habits.list': async () => {
      const rows = await vault.read.all(
        `SELECT ${HABIT_COLUMNS} FROM habit WHERE deleted = 0 ORDER BY archived, position, habit.name`,
      );
      return ok({ habits: rows.map(habitOf) });
    },

    'habits.create': async ({ id, name, question, schedule, startDay }) => {
      const recordId = idFromText(id);
      const existing = await vault.record(recordId);
      // The same call again (its answer was lost) finds the habit it made.
      if (existing === null) {
        const last = await vault.read.first('SELECT max(position) AS position FROM habit');
        await vault.commit([
          {
            id: recordId,
            type: HABIT_RECORD,
            fields: {
              name,
              question,
              description: '',
              kind: { type: 'yes-no' },
              schedule,
              startDay,
              archived: false,
              position: last?.position == null ? 0 : Number(last.position) + 1,
            },
          },
        ]);
      }
      return ok(await habitById(id));
    },

    'habits.change': async ({ id, ...changes }) => {
      await habitById(id);
      await vault.commit([{ id: idFromText(id), type: HABIT_RECORD, fields: changes }]);
      return ok(await habitById(id));
    },

    'habits.check-in': async ({ habitId, day, mark }) => {
      const habit = await habitById(habitId);
      const id = idFromText(habitId);
      await vault.commit([checkInChange(vault, id, day, valuesOf(mark, habit.kind))]);
      const row = await vault.read.first(
        `SELECT ${CHECK_IN_COLUMNS} FROM check_in WHERE habit = ? AND day = ?`,
        id,
        day,
      );
      return ok(habitDay(habit, day, row === undefined ? null : loggedDay(row)));
    },
  };
}
