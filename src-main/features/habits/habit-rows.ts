import type { Row } from '@libsql/client/sqlite3';
import type { Habit, Pause } from '../../../src-shared/contract/habits.ts';
import type { CheckIn } from '../../../src-shared/domain/habit-day.ts';
import { bytesOf, jsonOf, textOf, type ReadableDatabase } from '../../vault/database.ts';
import { idFromText, idToText } from '../../vault/record-id.ts';

/** Text as BLOB: see `textOf`. */
const HABIT_COLUMNS = 'id, CAST(name AS BLOB) AS name, archived, position, CAST(rest AS BLOB) AS rest';
const PAUSE_COLUMNS = `id, habit, CAST(first_day AS BLOB) AS first_day, CAST(last_day AS BLOB) AS last_day, CAST(reason AS BLOB) AS reason`;

/** What is logged on a day, as it stands in the table. */
export interface LoggedDay {
  readonly day: string;
  /** null: only a note. */
  readonly mark: CheckIn['mark'] | null;
  readonly amount: number | null;
  readonly note: string | null;
}

type Rest = Omit<Habit, 'id' | 'name' | 'archived' | 'position'>;

function habitOf(row: Row): Habit {
  return {
    id: idToText(bytesOf(row.id)),
    name: textOf(row.name),
    archived: row.archived === 1,
    position: Number(row.position),
    ...(jsonOf(row.rest) as Rest),
  };
}

function pauseOf(row: Row): Pause {
  return {
    id: idToText(bytesOf(row.id)),
    habitId: row.habit === null ? null : idToText(bytesOf(row.habit)),
    from: textOf(row.first_day),
    to: row.last_day === null ? null : textOf(row.last_day),
    reason: textOf(row.reason),
  };
}

/** In the order that the person gave them; archived ones behind. */
export async function readHabits(read: ReadableDatabase, which: 'active' | 'all' | 'removed'): Promise<Habit[]> {
  const where = { active: 'deleted = 0 AND archived = 0', all: 'deleted = 0', removed: 'deleted = 1' }[which];
  const rows = await read.all(
    `SELECT ${HABIT_COLUMNS} FROM habit WHERE ${where} ORDER BY archived, position, habit.name, id`,
  );
  return rows.map(habitOf);
}

export async function readHabit(read: ReadableDatabase, id: string): Promise<Habit | null> {
  const row = await read.first(`SELECT ${HABIT_COLUMNS} FROM habit WHERE id = ? AND deleted = 0`, idFromText(id));
  return row === undefined ? null : habitOf(row);
}

/** The latest first. */
export async function readPauses(read: ReadableDatabase): Promise<Pause[]> {
  return (await read.all(`SELECT ${PAUSE_COLUMNS} FROM pause ORDER BY first_day DESC, id`)).map(pauseOf);
}

/**
 * As one JSON text a habit: rows that cross into JavaScript one by one take many times as long.
 */
const AS_JSON = 'CAST(json_group_array(json_array(day, mark, amount)) AS BLOB) AS days';

type LoggedTuple = readonly [day: string, mark: CheckIn['mark'], amount: number | null];

function checkInsOf(value: unknown): (readonly [string, CheckIn])[] {
  return (jsonOf(value) as LoggedTuple[]).map(([day, mark, amount]) => [day, { mark, amount }]);
}

/** Every check-in of a habit. */
export async function readCheckIns(read: ReadableDatabase, habitId: string): Promise<(readonly [string, CheckIn])[]> {
  const row = await read.first(
    `SELECT ${AS_JSON} FROM check_in WHERE habit = ? AND mark IS NOT NULL`,
    idFromText(habitId),
  );
  return checkInsOf(row?.days);
}

/** Every check-in of every habit, by the habit's id. */
export async function readAllCheckIns(read: ReadableDatabase): Promise<Map<string, (readonly [string, CheckIn])[]>> {
  const rows = await read.all(`SELECT habit, ${AS_JSON} FROM check_in WHERE mark IS NOT NULL GROUP BY habit`);
  return new Map(rows.map((row) => [idToText(bytesOf(row.habit)), checkInsOf(row.days)]));
}

/** What is logged with some habits, each in its own time, by the habit's id. */
export async function readLogged(
  read: ReadableDatabase,
  asked: readonly { readonly id: string; readonly from: string; readonly to: string }[],
): Promise<Map<string, LoggedDay[]>> {
  const wanted = asked.map(({ id, from, to }) => [Buffer.from(idFromText(id)).toString('hex'), from, to]);
  // One range along the primary key a habit: the cost does not grow with the years.
  const rows = await read.all(
    `SELECT check_in.habit, CAST(check_in.day AS BLOB) AS day, CAST(mark AS BLOB) AS mark, amount, CAST(note AS BLOB) AS note
     FROM json_each(?) AS asked JOIN check_in
       ON check_in.habit = unhex(asked.value ->> 0) AND check_in.day BETWEEN asked.value ->> 1 AND asked.value ->> 2`,
    JSON.stringify(wanted),
  );
  const found = new Map<string, LoggedDay[]>(asked.map(({ id }) => [id, []]));
  for (const row of rows) {
    found.get(idToText(bytesOf(row.habit)))?.push({
      day: textOf(row.day),
      mark: row.mark === null ? null : (textOf(row.mark) as CheckIn['mark']),
      amount: row.amount === null ? null : Number(row.amount),
      note: row.note === null ? null : textOf(row.note),
    });
  }
  return found;
}

/** Days with a note, the latest first. */
export async function readNotes(read: ReadableDatabase, habitId: string): Promise<{ day: string; note: string }[]> {
  const rows = await read.all(
    `SELECT CAST(day AS BLOB) AS day, CAST(note AS BLOB) AS note FROM check_in
     WHERE habit = ? AND note IS NOT NULL AND note <> '' ORDER BY day DESC`,
    idFromText(habitId),
  );
  return rows.map((row) => ({ day: textOf(row.day), note: textOf(row.note) }));
}

/** What a grid of days shows beside states. */
export interface MarkedDay {
  readonly day: string;
  readonly amount: number | null;
  readonly hasNote: boolean;
}

/** Days with an amount or a note between two days, by the habit's id. */
export async function readMarkedDays(
  read: ReadableDatabase,
  ids: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, MarkedDay[]>> {
  const rows = await read.all(
    `SELECT check_in.habit, CAST(json_group_array(json_array(day, amount, coalesce(note, '') <> '')) AS BLOB) AS days
     FROM json_each(?) AS asked JOIN check_in ON check_in.habit = unhex(asked.value) AND check_in.day BETWEEN ? AND ?
     WHERE amount IS NOT NULL OR coalesce(note, '') <> '' GROUP BY check_in.habit`,
    JSON.stringify(ids.map((id) => Buffer.from(idFromText(id)).toString('hex'))),
    from,
    to,
  );
  return new Map(
    rows.map((row) => {
      const days = jsonOf(row.days) as (readonly [day: string, amount: number | null, note: number])[];
      return [idToText(bytesOf(row.habit)), days.map(([day, amount, note]) => ({ day, amount, hasNote: note === 1 }))];
    }),
  );
}

/** The oldest check-in of each of these habits, by its id. */
export async function readFirstCheckIns(
  read: ReadableDatabase,
  ids: readonly string[],
): Promise<Map<string, readonly [string, CheckIn]>> {
  const rows = await read.all(
    `SELECT check_in.habit, CAST(json_array(day, mark, amount) AS BLOB) AS first FROM json_each(?) AS asked JOIN check_in
       ON check_in.habit = unhex(asked.value)
      AND check_in.day = (SELECT min(day) FROM check_in AS known WHERE known.habit = unhex(asked.value) AND known.mark IS NOT NULL)`,
    JSON.stringify(ids.map((id) => Buffer.from(idFromText(id)).toString('hex'))),
  );
  return new Map(
    rows.map((row) => {
      const [day, mark, amount] = jsonOf(row.first) as LoggedTuple;
      return [idToText(bytesOf(row.habit)), [day, { mark, amount }]];
    }),
  );
}

/** Whether anything was logged with a habit behind a day. */
export async function hasCheckInBehind(read: ReadableDatabase, habitId: string, day: string): Promise<boolean> {
  const row = await read.first(
    'SELECT 1 FROM check_in WHERE habit = ? AND day > ? AND mark IS NOT NULL LIMIT 1',
    idFromText(habitId),
    day,
  );
  return row !== undefined;
}
