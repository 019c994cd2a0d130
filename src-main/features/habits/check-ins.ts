import type { Habit, HabitDay, Mark } from '../../../src-shared/contract/habits.ts';
import { amountToTarget, measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { CheckIn } from '../../../src-shared/domain/habit-day.ts';
import type { HabitHistory } from '../../../src-shared/domain/habit-history.ts';
import { idFromText } from '../../vault/record-id.ts';
import type { HabitBook } from './habit-book.ts';
import type { LoggedDay } from './habit-rows.ts';
import { checkInChange, checkInFields, checkInId } from './records.ts';
import type { CheckInFields, CheckInValues } from './records.ts';

/** What a mark writes. `done` on a habit with a target and without an amount means: the target is reached, by what was still missing. */
export function valuesOf(
  mark: Mark,
  { kind }: Habit,
  earlier: number,
): { mark: CheckIn['mark'] | null; amount: number | null } {
  if (mark.type === 'clear') return { mark: null, amount: null };
  if (mark.type !== 'done') return { mark: mark.type, amount: null };
  const measure = measureOf(kind);
  if (measure === null) return { mark: 'done', amount: null };
  return { mark: 'done', amount: mark.amount ?? amountToTarget(measure, earlier) };
}

export function habitDayOf(history: HabitHistory, day: string, today: string, logged: LoggedDay | undefined): HabitDay {
  return {
    day,
    ...history.on(day, today),
    mark: logged?.mark ?? null,
    amount: logged?.amount ?? null,
    note: logged?.note ?? null,
  };
}

/** Commits what happened with a habit on a day, and says how the day looks now. */
export async function writeCheckIn(
  book: HabitBook,
  habit: Habit,
  day: string,
  change: (before: CheckInFields | null) => CheckInValues,
): Promise<HabitDay> {
  const { vault } = book;
  const id = idFromText(habit.id);
  const recordId = checkInId(vault, id, day);
  const current = async (): Promise<CheckInFields | null> => {
    const record = await vault.record(recordId);
    return record?.deleted === true ? null : checkInFields(record);
  };
  const before = await current();
  const write = (): Promise<void> => vault.commit([checkInChange(vault, id, day, change(before), before)]);
  let after: CheckInFields | null = null;
  await book.checkedIn(habit.id, day, write, async () => {
    after = await current();
    return after?.mark == null ? null : { mark: after.mark, amount: after.amount };
  });
  const fields: CheckInFields | null = after ?? (await current());
  const [recent] = await book.recent([habit], day, day);
  const logged = fields === null ? undefined : { day, mark: fields.mark, amount: fields.amount, note: fields.note };
  return habitDayOf(recent!.history, day, await book.today(), logged);
}
