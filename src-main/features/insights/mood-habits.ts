import type { DayState, Habit } from '../../../src-shared/contract/habits.ts';
import type { InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { MoodHabit } from '../../../src-shared/contract/insights.ts';
import { dayNumber, dayOfNumber } from '../../../src-shared/domain/day.ts';
import { NEWEST_DAY } from '../../../src-shared/domain/habit-log.ts';
import { compareMoods, groupOf, judge } from '../../../src-shared/domain/mood-and-habits.ts';
import type { ComparedDay, Judged } from '../../../src-shared/domain/mood-and-habits.ts';
import { startOfEverything } from '../../../src-shared/domain/writing-statistics.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import type { HabitBook } from '../habits/habit-book.ts';
import { BEGINNING, readDays } from '../statistics/counted-days.ts';

const LOGGED: ReadonlySet<DayState> = new Set(['done', 'partly', 'missed', 'skipped']);

/** Nobody knows when it was put away. */
function endsUnknown({ archived, archivedOn }: Habit): boolean {
  return archived && archivedOn === null;
}

/** Such a habit ends with the last thing that was logged. */
function withoutTail(states: readonly DayState[]): readonly DayState[] {
  return states.slice(0, states.findLastIndex((state) => LOGGED.has(state)) + 1);
}

interface MoodOfDay {
  readonly number: number;
  readonly mood: number;
}

/** Degrees of freedom are nobody's business on a page. */
function said(judged: Judged | null): MoodHabit['comparison'] {
  if (judged === null) return null;
  const { degrees: _, ...comparison } = judged;
  return comparison;
}

/** See the contract. */
export async function readMoodHabits(
  book: HabitBook,
  { from: asked, to, lag }: InputOf<'insights.mood-habits'>,
): Promise<OutputOf<'insights.mood-habits'>> {
  const days = await readDays(book.vault.read, asked ?? BEGINNING, to);
  const from = asked ?? startOfEverything(days[0]?.day ?? null, to);
  const moods: readonly MoodOfDay[] = days
    .filter(({ moodDays }) => moodDays > 0)
    .map(({ day, moodSum }) => ({ number: dayNumber(day), mood: moodSum }));
  // Only days whose mood is known are compared: the centuries that may be asked for are not walked through.
  const firstNeeded = (moods[0]?.number ?? Infinity) - lag;
  const lastNeeded = (moods.at(-1)?.number ?? -Infinity) - lag;
  const today = await book.today();
  const habits = await book.habits('all');
  const histories = await book.histories(habits);

  const compared = habits.map((habit, index) => {
    const { kind, schedule, startDay } = habit;
    const rules = { kind, schedule, startDay, lastDay: lastDayOf(habit) };
    const history = histories[index]!;
    // An entry about one's birth does not make a habit older.
    const begin = from > history.firstDay ? from : history.firstDay;
    const first = Math.max(dayNumber(begin), firstNeeded);
    // The last thing that was logged may stand behind the last mood.
    const last = Math.min(dayNumber(to), NEWEST_DAY, endsUnknown(habit) ? Infinity : lastNeeded);
    if (last < first) return [];
    const known = history.states(dayOfNumber(first), dayOfNumber(last), today);
    const states = endsUnknown(habit) ? withoutTail(known) : known;
    return moods.flatMap(({ number, mood }): ComparedDay[] => {
      const state = states[number - lag - first];
      const group = state === undefined ? null : groupOf(rules, dayOfNumber(number - lag), state, today);
      return group === null ? [] : [{ number, mood, isDone: group === 'done' }];
    });
  });
  const judged = judge(compared.map((each) => compareMoods(each)));
  return {
    from,
    to,
    moodDays: moods.length,
    habits: habits.flatMap(({ id, name, archived }, index) => {
      const done = compared[index]!.filter(({ isDone }) => isDone).length;
      const other = compared[index]!.length - done;
      if (archived && done + other === 0) return [];
      return [{ id, name, archived, done, other, comparison: said(judged[index] ?? null) }];
    }),
  };
}
