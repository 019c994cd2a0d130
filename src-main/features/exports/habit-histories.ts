import { addDays, dayNumber, dayOfNumber } from '../../../src-shared/domain/day.ts';
import { HabitHistory } from '../../../src-shared/domain/habit-history.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import { firstWeekdayOf } from '../../../src-shared/domain/weeks.ts';
import { preferencesSchema } from '../../../src-shared/contract/preferences.ts';
import type { DayState, Pause } from '../../../src-shared/contract/habits.ts';
import type { ExportJob } from './export-job.ts';
import type { HabitWithDays } from './vault-content.ts';

/** As the storage process names it; its own module brings the database along. */
export const PREFERENCES_RECORD = 'preferences';
const weekStartSchema = preferencesSchema.shape.weekStart.catch(null);

/** ISO weekday on which the person's weeks begin. */
export async function weekStartOf({ source, locale }: Pick<ExportJob, 'source' | 'locale'>): Promise<number> {
  let chosen: number | null = null;
  for await (const { fields } of source.records(PREFERENCES_RECORD)) {
    chosen = weekStartSchema.parse(fields['weekStart'] ?? null);
  }
  return chosen ?? firstWeekdayOf(locale);
}

export function historyOf(
  { habit, checkIns }: HabitWithDays,
  pauses: readonly Pause[],
  weekStart: number,
): HabitHistory {
  const logged = checkIns.flatMap(({ day, mark, amount }) => (mark === null ? [] : [[day, { mark, amount }] as const]));
  const own = pauses.filter(({ habitId }) => habitId === null || habitId === habit.id);
  const { kind, schedule, startDay } = habit;
  return new HabitHistory({ kind, schedule, startDay, lastDay: lastDayOf(habit), weekStart }, logged, own);
}

export interface DayLine {
  readonly day: string;
  readonly state: DayState | null;
}

/** Beyond this many days without a check-in a first day is a wrong clock's. */
const MOST_DAYS = 40_000;

/**
 * A habit's days, oldest first: each from its first day to its last one or the present day, and whatever is logged outside of them.
 * `state` null: the day counts for nothing.
 */
export function* daysOf(
  habit: HabitWithDays,
  history: HabitHistory,
  { from, to, today }: { readonly from: string | null; readonly to: string | null; readonly today: string },
): Generator<DayLine> {
  const last = [lastDayOf(habit.habit), to, today].filter((day) => day !== null).toSorted()[0]!;
  const earliest = addDays(last, -MOST_DAYS);
  const first = [history.firstDay, from ?? '', earliest].toSorted().at(-1)!;
  const logged = habit.checkIns.map(({ day }) => day);
  for (const day of logged) if (day < first) yield { day, state: null };
  if (first <= last) {
    const states = history.states(first, last, today);
    const start = dayNumber(first);
    for (const [index, state] of states.entries()) yield { day: dayOfNumber(start + index), state };
  }
  for (const day of logged) if (day > last && day >= first) yield { day, state: null };
}
