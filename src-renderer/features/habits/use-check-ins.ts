import { useMemo, useRef } from 'react';
import type { Habit, HabitDay, HabitTimer, Mark } from '../../../src-shared/contract/habits.ts';
import { dayAndMonth, weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import type { Language, Wording } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { minutesBetween, rounded } from './amounts.ts';
import { markOf } from './shown-days.ts';
import { stateSentence } from './progress-sentence.ts';
import { offerUndo, withdrawUndo } from './undo-offer.ts';

/** Presses that follow each other so quickly are one change, in milliseconds: to undo them takes one press, too. */
const BURST = 2000;

interface Burst {
  readonly subject: string;
  readonly before: HabitDay;
  /** When the latest press was, by `performance.now()`. */
  readonly at: number;
  readonly presses: number;
}

export interface CheckIns {
  /** Gives a day another mark. What it replaces can be taken back. */
  mark(before: HabitDay, given: Mark): Promise<void>;
  /** As `mark`, one of several quick presses. */
  step(before: HabitDay, given: Mark): Promise<void>;
  /** Writes a note without a word: it is written many times while somebody types. */
  writeNote(day: string, text: string): Promise<void>;
  /** Says that a note was changed, once somebody is done with it. */
  tellNote(day: string, before: string, after: string): void;
  startTimer(): Promise<void>;
  /** Keeps the minutes. @param minutes instead of the measured ones */
  stopTimer(timer: HabitTimer, minutes?: number): Promise<void>;
  discardTimer(timer: HabitTimer): Promise<void>;
}

const dateOf = (day: string, { say, locale }: Language): string =>
  say('day.title', { weekday: weekdayName(locale, day), date: dayAndMonth(locale, day) });

/** What somebody may do with one habit, from wherever it is shown: at once on the screen, said aloud, and with a way back. */
export function useCheckIns(habit: Habit): CheckIns {
  const { habits, notices, session, showProblem } = useModel();
  const language = useLanguage();
  const today = useSession((state) => state.today?.day);
  const burst = useRef<Burst | null>(null);
  const turns = useRef(0);

  return useMemo(() => {
    const { say } = language;
    const undoLabel: Wording = (spoken) => spoken.say('entry.undo');
    // Without a day there is no page yet.
    const present = today ?? '1970-01-01';
    const now = (): number => Date.now() + session.store.getState().clockLead;
    // An answer that comes behind the lock is not said: its words are the person's.
    const isUnlocked = (): boolean => session.store.getState().vault?.state === 'unlocked';
    const isQuit = habit.kind.type === 'quit';

    async function mark(before: HabitDay, given: Mark, { isUndo = false, presses = 1 } = {}): Promise<void> {
      const subject = `${habit.id} ${before.day}`;
      const turn = (turns.current += 1);
      const result = await habits.checkIn(habit, before.day, given, present);
      if (!result.ok) {
        showProblem(result.error);
        return;
      }
      // A later press says it.
      if (turn !== turns.current || !isUnlocked()) return;
      const after = result.value;
      const text: Wording = (spoken) =>
        spoken.say('habit.state', {
          name: habit.name,
          state:
            given.type === 'clear' && !isQuit
              ? spoken.say('state.cleared')
              : stateSentence(habit, after, present, spoken),
        });
      const replaced = markOf(before);
      const isSame = before.mark === after.mark && before.amount === after.amount;
      // What a second press takes back needs no offer; a slip is one press too far, and a burst is many.
      const isTrivial = replaced.type === 'clear' && presses === 1 && !(isQuit && given.type === 'missed');
      if (isUndo || isSame || isTrivial) {
        withdrawUndo(notices, subject);
        notices.announce(text(language));
        return;
      }
      offerUndo(notices, subject, text, {
        label: undoLabel,
        perform: () => void mark(after, replaced, { isUndo: true }),
      });
    }

    async function writeNote(day: string, text: string): Promise<void> {
      const result = await habits.writeNote(habit, day, text, present);
      if (!result.ok) showProblem(result.error);
    }

    function tellNote(day: string, before: string, after: string): void {
      if (!isUnlocked()) return;
      const subject = `note ${habit.id} ${day}`;
      const text: Wording = (spoken) =>
        spoken.say(after === '' ? 'checkIn.noteRemoved' : 'checkIn.noteWritten', { name: habit.name });
      if (before === '') {
        withdrawUndo(notices, subject);
        notices.announce(text(language));
        return;
      }
      offerUndo(notices, subject, text, {
        label: undoLabel,
        perform: () => {
          withdrawUndo(notices, subject);
          void writeNote(day, before);
        },
      });
    }

    /** A day as it is on the disk, wherever it lies. */
    async function dayOf(day: string): Promise<HabitDay | null> {
      const result = await habits.readDays(habit.id, day, day);
      if (!result.ok) showProblem(result.error);
      return result.ok ? (result.value[0] ?? null) : null;
    }

    return {
      mark: (before, given) => mark(before, given),

      step(before, given) {
        const subject = `${habit.id} ${before.day}`;
        const known = burst.current;
        const at = performance.now();
        const goesOn = known?.subject === subject && at - known.at < BURST;
        const presses = goesOn ? known.presses + 1 : 1;
        burst.current = { subject, before: goesOn ? known.before : before, at, presses };
        return mark(burst.current.before, given, { presses });
      },

      writeNote,
      tellNote,

      async startTimer() {
        const result = await habits.startTimer(habit.id, present, new Date(now()).toISOString());
        if (result.ok) notices.announce(say('checkIn.timerStarted', { name: habit.name }));
        else showProblem(result.error);
      },

      async stopTimer(timer, minutes) {
        const before = await dayOf(timer.day);
        const result = await habits.stopTimer(
          { habitId: habit.id, keep: true, ...(minutes === undefined ? {} : { minutes }) },
          present,
        );
        if (!result.ok) {
          showProblem(result.error);
          return;
        }
        const after = result.value.day;
        if (before === null || after === null) {
          notices.announce(say('checkIn.timerEmpty', { name: habit.name }));
          return;
        }
        const values = { name: habit.name, minutes: result.value.minutes };
        const text: Wording = (spoken) =>
          timer.day === present
            ? spoken.say('checkIn.timerStopped', values)
            : spoken.say('checkIn.timerStoppedFor', { ...values, date: dateOf(timer.day, spoken) });
        offerUndo(notices, `${habit.id} ${timer.day}`, text, {
          label: undoLabel,
          perform: () => void mark(after, markOf(before), { isUndo: true }),
        });
      },

      async discardTimer(timer) {
        const minutes = minutesBetween(timer.startedAt, now());
        const result = await habits.stopTimer({ habitId: habit.id, keep: false }, present);
        if (!result.ok) {
          showProblem(result.error);
          return;
        }
        const text: Wording = (spoken) => spoken.say('checkIn.timerDiscarded', { name: habit.name, minutes });
        offerUndo(notices, `${habit.id} ${timer.day}`, text, {
          label: undoLabel,
          perform: () => {
            void dayOf(timer.day).then((before) => {
              if (before === null) return;
              void mark(before, { type: 'done', amount: rounded((before.amount ?? 0) + minutes) }, { isUndo: true });
            });
          },
        });
      },
    };
  }, [habit, habits, language, notices, session, showProblem, today]);
}
