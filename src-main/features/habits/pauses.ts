import type { Pause } from '../../../src-shared/contract/habits.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { idFromText } from '../../vault/record-id.ts';
import type { HabitBook } from './habit-book.ts';
import { PAUSE_RECORD } from './records.ts';

/** @throws AppFailure `invalid-input` where it ends before it begins, `not-found` for a habit that is none; `invalid-input` also where the id is something else's */
export async function writePause(book: HabitBook, pause: Pause): Promise<Pause> {
  const { id, habitId, from, to, reason } = pause;
  if (to !== null && to < from) throw new AppFailure('invalid-input');
  if (habitId !== null) await book.habit(habitId);
  const known = await book.vault.record(idFromText(id));
  if (known !== null && known.type !== PAUSE_RECORD) throw new AppFailure('invalid-input');
  const habit = habitId === null ? null : Buffer.from(idFromText(habitId)).toString('hex');
  await book.vault.commit([
    { id: idFromText(id), type: PAUSE_RECORD, fields: { habit, from, to, reason }, deleted: false },
  ]);
  return pause;
}

/** One that is not there any more is no error: it may have been taken away on another device. */
export async function removePause(book: HabitBook, id: string): Promise<void> {
  const recordId = idFromText(id);
  const record = await book.vault.record(recordId);
  if (record === null || record.type !== PAUSE_RECORD || record.deleted) return;
  await book.vault.commit([{ id: recordId, type: PAUSE_RECORD, fields: {}, deleted: true }]);
}
