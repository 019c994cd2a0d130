import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { markWords, scheduleWords, stateWords } from '../export-texts.ts';
import { legalName, UniqueNames } from '../file-names.ts';
import { daysOf, historyOf, weekStartOf, type DayLine } from '../habit-histories.ts';
import { habitsWithDays, readHabits, readPauses, type HabitWithDays } from '../vault-content.ts';
import { ZipWriter } from '../zip/zip-writer.ts';

export const HABIT_HEADER = [
  'Habit',
  'File',
  'Group',
  'Kind',
  'Target',
  'Unit',
  'Direction',
  'Schedule',
  'Question',
  'Description',
  'Start',
  'End',
  'Archived',
] as const;

export const DAY_HEADER = ['Date', 'State', 'Logged', 'Amount', 'Note'] as const;

function habitLine(habit: Habit, file: string): string {
  const { name, group, kind, schedule, question, description, startDay, endDay, archived } = habit;
  const measured = kind.type === 'amount' || kind.type === 'minutes' ? kind : null;
  return csvLine([
    name,
    file,
    group,
    kind.type,
    measured?.target ?? null,
    measured === null ? null : measured.type === 'minutes' ? 'minutes' : measured.unit,
    measured?.direction ?? null,
    scheduleWords(schedule),
    question,
    description,
    startDay,
    endDay,
    archived ? 'yes' : 'no',
  ]);
}

/** The lines of one habit's file: a line a day, of days without a check-in too. */
export function* dayLines(habit: HabitWithDays, states: Iterable<DayLine>, today: string): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(DAY_HEADER);
  const logged = new Map(habit.checkIns.map((checkIn) => [checkIn.day, checkIn]));
  for (const { day, state } of states) {
    const checkIn = logged.get(day);
    yield csvLine([
      day,
      stateWords(state, day, today),
      markWords(checkIn?.mark ?? null, habit.habit),
      checkIn?.amount ?? null,
      checkIn?.note ?? null,
    ]);
  }
}

/** A zip: `habits.csv` says what there is, and a file for each habit what happened, day by day. */
export async function writeHabitsCsv(job: ExportJob): Promise<ExportOutcome> {
  const { source, sink, selection, now, today } = job;
  const tally = new ExportTally(job);
  const habits = await readHabits(source, tally);
  tally.expect(habits.length);
  const pauses = await readPauses(source);
  const weekStart = await weekStartOf(job);
  const zip = new ZipWriter(sink);
  const names = new UniqueNames();
  names.take('', 'habits', '.csv');
  let list = BYTE_ORDER_MARK + csvLine(HABIT_HEADER);
  for await (const habit of habitsWithDays(source, habits, selection)) {
    const file = names.take('', legalName(habit.habit.name, 'Habit'), '.csv');
    list += habitLine(habit.habit, file);
    const days = daysOf(habit, historyOf(habit, pauses, weekStart), { ...selection, today });
    await zip.add(file, dayLines(habit, days, today), { modified: now });
    tally.add('habits');
    tally.add('checkIns', habit.checkIns.length);
  }
  await zip.add('habits.csv', list, { modified: now });
  await zip.close();
  return tally.outcome();
}
