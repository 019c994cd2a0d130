import { dayNumber, dayOfNumber } from '../../../../src-shared/domain/day.ts';
import { loopCsvLine } from '../csv.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { historyOf, weekStartOf } from '../habit-histories.ts';
import { habitsWithDays, readHabits, readPauses, type HabitWithDays } from '../vault-content.ts';
import { ZipWriter } from '../zip/zip-writer.ts';
import { LOOP_VALUE, loopHabitOf, loopValueOf } from './loop-habit.ts';

const HABITS_HEADER = [
  'Position',
  'Name',
  'Type',
  'Question',
  'Description',
  'FrequencyNumerator',
  'FrequencyDenominator',
  'Color',
  'Unit',
  'Target Type',
  'Target Value',
  'Archived?',
] as const;

/** Days of the files that hold all habits: a check-in of a wrong clock must not make them endless. */
const MOST_DAYS = 40_000;

/** Days by number, with the value or the score of each. */
interface Column {
  readonly name: string;
  readonly values: ReadonlyMap<number, number>;
  readonly score: (day: string) => number;
}

/** As Loop writes it, also where the number is an amount that looks like a state. */
function valueText(value: number): string {
  switch (value) {
    case LOOP_VALUE.unknown:
      return 'UNKNOWN';
    case LOOP_VALUE.no:
      return 'NO';
    case LOOP_VALUE.done:
      return 'YES_MANUAL';
    case LOOP_VALUE.skip:
      return 'SKIP';
    default:
      return String(value);
  }
}

/** `12` as `12.0`: Loop's numbers are doubles, and written as such. */
function doubleText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function folderOf(index: number, name: string): string {
  const plain = name.replaceAll(/[^ a-zA-Z0-9._-]+/gu, '').slice(0, 100);
  return `${positionText(index)} ${plain}`.trim();
}

function positionText(index: number): string {
  return String(index + 1).padStart(3, '0');
}

function habitLine({ habit, index }: HabitWithDays, tally: ExportTally): string {
  const loop = loopHabitOf(habit, tally);
  const measured = (text: string): string => (loop.isNumerical ? text : '');
  return loopCsvLine([
    positionText(index),
    habit.name,
    loop.isNumerical ? 'NUMERICAL' : 'YES_NO',
    habit.question,
    habit.description,
    String(loop.times),
    String(loop.days),
    loop.colourCode,
    measured(loop.unit),
    measured(loop.isAtMost ? 'AT_MOST' : 'AT_LEAST'),
    measured(doubleText(loop.target)),
    String(habit.archived),
  ]);
}

/** The latest day first. */
function* checkmarkLines({ habit, checkIns }: HabitWithDays, tally: ExportTally): Generator<string> {
  yield loopCsvLine(['Date', 'Value', 'Notes']);
  for (const checkIn of checkIns.toReversed()) {
    yield loopCsvLine([checkIn.day, valueText(loopValueOf(habit, checkIn, tally)), checkIn.note ?? '']);
  }
}

function* scoreLines(first: number, last: number, score: (day: string) => number): Generator<string> {
  yield loopCsvLine(['Date', 'Score']);
  for (let day = last; day >= first; day -= 1) {
    const text = dayOfNumber(day);
    yield loopCsvLine([text, score(text).toFixed(4)]);
  }
}

/** A line a day, the latest first, a column a habit, and Loop's comma behind the last one. Names stand unquoted there: a comma in one would be a column. */
function* tableLines(
  columns: readonly Column[],
  first: number,
  last: number,
  cell: (column: Column, day: number) => string,
): Generator<string> {
  yield `Date,${columns.map(({ name }) => `${name.replaceAll(/[",\r\n]+/gu, ' ')},`).join('')}\n`;
  for (let day = last; day >= first; day -= 1) {
    yield `${dayOfNumber(day)},${columns.map((column) => `${cell(column, day)},`).join('')}\n`;
  }
}

/** The zip of CSV files that Loop Habit Tracker 2.3.1 exports: for spreadsheets and programs that read those. Loop imports its database only. */
export async function writeLoopCsv(job: ExportJob): Promise<ExportOutcome> {
  const { source, sink, now } = job;
  const tally = new ExportTally(job);
  const habits = await readHabits(source, tally);
  tally.expect(habits.length);
  const pauses = await readPauses(source);
  for (const { from } of pauses) tally.skip('pause-left-out', { day: from });
  const weekStart = await weekStartOf(job);
  const zip = new ZipWriter(sink);
  const last = dayNumber(job.today);
  const columns: Column[] = [];
  let oldest = last;
  let list = loopCsvLine(HABITS_HEADER);
  for await (const item of habitsWithDays(source, habits, { from: null, to: null })) {
    const { habit, index, checkIns } = item;
    list += habitLine(item, tally);
    const folder = folderOf(index, habit.name);
    await zip.add(`${folder}/Checkmarks.csv`, checkmarkLines(item, tally), { modified: now });
    const history = historyOf(item, pauses, weekStart);
    const score = (day: string): number => history.strengthOn(day);
    const days = checkIns.map(({ day }) => dayNumber(day));
    const first = Math.max(Math.min(last, ...days.slice(0, 1)), last - MOST_DAYS);
    await zip.add(`${folder}/Scores.csv`, scoreLines(first, last, score), { modified: now });
    oldest = Math.min(oldest, first);
    const values = new Map(checkIns.map((checkIn, at) => [days[at]!, loopValueOf(habit, checkIn, null)]));
    columns.push({ name: habit.name, values, score });
    tally.add('habits');
    tally.add('checkIns', checkIns.length);
  }
  await zip.add('Habits.csv', list, { modified: now });
  const mark = ({ values }: Column, day: number): string => valueText(values.get(day) ?? LOOP_VALUE.unknown);
  await zip.add('Checkmarks.csv', tableLines(columns, oldest, last, mark), { modified: now });
  const score = (column: Column, day: number): string => column.score(dayOfNumber(day)).toFixed(4);
  await zip.add('Scores.csv', tableLines(columns, oldest, last, score), { modified: now });
  await zip.close();
  return tally.outcome();
}
