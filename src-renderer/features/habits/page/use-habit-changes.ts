import type { Habit, HabitDay, Mark } from '../../../../src-shared/contract/habits.ts';
import type { Result } from '../../../../src-shared/result.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import { markedDay, markOf } from '../shown-days.ts';
import { offerUndo, withdrawUndo } from '../undo-offer.ts';
import { daySentence } from './day-sentence.ts';
import type { PageAnswers } from './page-answers.ts';

/** What a person changes of a day. */
export interface DayChange {
  readonly mark?: Mark;
  readonly note?: string | null;
}

/** `isStep`: one of several small steps, which another one takes back. */
export type ChangeDay = (before: HabitDay, change: DayChange, isStep?: boolean) => void;

/** Changes a day of the habit: at once on the page, told to a screen reader, with an offer to take back what was replaced. */
export function useHabitChanges(page: PageAnswers, habit: Habit, today: string): ChangeDay {
  const { client, habits, notices, showProblem } = useModel();
  const language = useLanguage();

  function write(before: HabitDay, { mark, note }: DayChange): Promise<Result<HabitDay>> {
    const marked = mark === undefined ? before : markedDay(habit, before, mark, today);
    const after = note === undefined ? marked : { ...marked, note };
    return page.change(habit.id, before, after, async () => {
      if (mark !== undefined && note === undefined) return habits.checkIn(habit, before.day, mark, today);
      const change = { ...(mark === undefined ? {} : { mark }), ...(note === undefined ? {} : { note }) };
      const result = await client.invoke('habits.check-in', { habitId: habit.id, day: before.day, ...change });
      void habits.reload();
      return result;
    });
  }

  async function perform(before: HabitDay, wanted: DayChange, isPlain: boolean): Promise<void> {
    const subject = `${habit.id} ${before.day}`;
    const result = await write(before, wanted);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    const after = result.value;
    const text = daySentence(habit, after, today, language);
    const isSame = before.mark === after.mark && before.amount === after.amount && before.note === after.note;
    const replaces =
      (wanted.mark !== undefined && before.mark !== null) || (wanted.note !== undefined && before.note !== null);
    if (isPlain || isSame || !replaces) {
      withdrawUndo(notices, subject);
      notices.announce(text);
      return;
    }
    const back: DayChange = {
      ...(wanted.mark === undefined ? {} : { mark: markOf(before) }),
      ...(wanted.note === undefined ? {} : { note: before.note }),
    };
    offerUndo(notices, subject, text, {
      label: language.say('entry.undo'),
      perform: () => void perform(after, back, true),
    });
  }

  return (before, wanted, isStep = false) => void perform(before, wanted, isStep);
}
