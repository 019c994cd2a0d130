import { Temporal } from 'temporal-polyfill';
import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { Habit, HabitDay, habitsContract } from '../../../src-shared/contract/habits.ts';
import { addDays, asDay, daysBetween, daysEndingOn, type Day } from '../../../src-shared/domain/day.ts';
import { measureOf, STATE_SIGNS } from '../../../src-shared/domain/habit-day.ts';
import type { HabitHistory } from '../../../src-shared/domain/habit-history.ts';
import { lastDayOf } from '../../../src-shared/domain/habit-span.ts';
import { AppFailure, ok } from '../../../src-shared/result.ts';
import { idFromText } from '../../vault/record-id.ts';
import { habitDayOf, valuesOf, writeCheckIn } from './check-ins.ts';
import type { HabitBook } from './habit-book.ts';
import { hasCheckInBehind, readHabits, readMarkedDays, readNotes } from './habit-rows.ts';
import { removePause, writePause } from './pauses.ts';
import { HABIT_RECORD, habitFields } from './records.ts';
import { HabitTimers } from './timers.ts';

const DAYS_IN_OVERVIEW = 7;
const MOST_DAYS = 1100;
const MOST_GRID_DAYS = 400;
/** More points than a chart has pixels are no use. */
const MOST_POINTS = 400;
const BEST_STREAKS = 10;

function monthsBefore(day: Day, months: number): Day {
  return asDay(Temporal.PlainDate.from(day).subtract({ months }));
}

/** @throws AppFailure `invalid-input` where the days are none, or more than `most` */
function checkRange(from: Day, to: Day, most: number): void {
  if (to < from || daysBetween(from, to) >= most) throw new AppFailure('invalid-input');
}

/** Whether a habit is to be seen where the present is shown. */
function isCurrent({ archived, endDay }: Habit, day: Day): boolean {
  return !archived && (endDay === null || endDay >= day);
}

export function habitsHandlers(book: HabitBook): Handlers<keyof typeof habitsContract> {
  const { vault } = book;
  const timers = new HabitTimers(book);

  const current = async (day: Day): Promise<readonly Habit[]> =>
    (await book.habits('active')).filter((habit) => isCurrent(habit, day));

  const strengthThen = (history: HabitHistory, day: Day): number | null =>
    day < history.firstDay ? null : history.strengthOn(day);

  const setDeleted = async (id: string, deleted: boolean): Promise<void> => {
    const recordId = idFromText(id);
    const record = await vault.record(recordId);
    if (record === null || record.type !== HABIT_RECORD) throw new AppFailure('not-found');
    if (record.deleted !== deleted) await vault.commit([{ id: recordId, type: HABIT_RECORD, fields: {}, deleted }]);
  };

  /** Today; of one that has been in the archive before, and was not used since, the day it went there first: taking it out and putting it back counts for nothing. */
  const archiveDay = async (id: string): Promise<Day> => {
    const earlier = habitFields(await vault.record(idFromText(id)))?.archivedOn ?? null;
    return earlier !== null && !(await hasCheckInBehind(vault.read, id, earlier)) ? earlier : await book.today();
  };

  /** As of which day the days up to `day` are counted: the last day of a habit that is over waits for nothing, as the present day would. */
  const countedAsOf = async (habit: Habit, day: Day): Promise<Day> =>
    day === lastDayOf(habit) && day < (await book.today()) ? addDays(day, 1) : day;

  return {
    'habits.overview': async ({ day }) => {
      const days = daysEndingOn(day, DAYS_IN_OVERVIEW);
      const habits = await current(day);
      const today = await book.today();
      const recent = await book.recent(habits, days[0]!, day);
      return ok({
        habits: habits.map((habit, index) => {
          const { history, logged } = recent[index]!;
          return {
            habit,
            week: days.map((each) => habitDayOf(history, each, today, logged.get(each))),
            period: history.period(day, today),
          };
        }),
      });
    },

    'habits.standings': async ({ day }) => {
      const habits = await current(day);
      const histories = await book.histories(habits);
      return ok({
        standings: histories.map((history, index) => ({
          habitId: habits[index]!.id,
          strength: history.strengthOn(day),
          unit: history.unit,
          streak: history.streaks(day).current,
        })),
      });
    },

    'habits.list': async () => ok({ habits: [...(await book.habits('all'))] }),

    'habits.create': async ({ id, ...words }) => {
      const recordId = idFromText(id);
      const existing = await vault.record(recordId);
      // The same call again (its answer was lost) finds the habit it made.
      if (existing === null) {
        const last = (await book.habits('all')).reduce((most, { position }) => Math.max(most, position), -1);
        const fields = { ...words, archived: false, archivedOn: null, position: last + 1 };
        await vault.commit([{ id: recordId, type: HABIT_RECORD, fields }]);
      }
      return ok(await book.habit(id));
    },

    'habits.change': async ({ id, ...changes }) => {
      const before = await book.habit(id);
      const { archived } = changes;
      const goesAway = archived === true && !before.archived;
      const fields = goesAway ? { ...changes, archivedOn: await archiveDay(id) } : changes;
      await vault.commit([{ id: idFromText(id), type: HABIT_RECORD, fields }]);
      return ok(await book.habit(id));
    },

    'habits.arrange': async ({ ids }) => {
      const habits = await book.habits('all');
      const rank = new Map(ids.map((id, index) => [id, index]));
      const inOrder = habits.toSorted((a, b) => (rank.get(a.id) ?? ids.length) - (rank.get(b.id) ?? ids.length));
      const moved = inOrder.flatMap(({ id, position }, index) => (position === index ? [] : [{ id, position: index }]));
      if (moved.length > 0) {
        await vault.commit(
          moved.map(({ id, position }) => ({
            id: idFromText(id),
            type: HABIT_RECORD,
            fields: { position },
            // Its place among the others is no change of a habit of the sample journal.
            sample: 'kept',
          })),
        );
      }
      return ok({});
    },

    'habits.remove': async ({ id }) => {
      await setDeleted(id, true);
      return ok({});
    },

    'habits.restore': async ({ id }) => {
      await setDeleted(id, false);
      return ok(await book.habit(id));
    },

    'habits.removed': async () => ok({ habits: await readHabits(vault.read, 'removed') }),

    'habits.check-in': async ({ habitId, day, mark, note }) => {
      const habit = await book.habit(habitId);
      const [recent] = await book.recent([habit], day, day);
      const { earlier } = recent!.history.on(day, await book.today());
      return ok(
        await writeCheckIn(book, habit, day, () => ({
          ...(mark === undefined ? {} : valuesOf(mark, habit, earlier)),
          ...(note === undefined ? {} : { note: note === '' ? null : note }),
        })),
      );
    },

    'habits.days': async ({ id, from, to }) => {
      checkRange(from, to, MOST_DAYS);
      const habit = await book.habit(id);
      const today = await book.today();
      const [recent] = await book.recent([habit], from, to);
      const { history, logged } = recent!;
      const days: HabitDay[] = daysEndingOn(to, daysBetween(from, to) + 1).map((day) =>
        habitDayOf(history, day, today, logged.get(day)),
      );
      return ok({ days });
    },

    'habits.summary': async ({ id, day }) => {
      const habit = await book.habit(id);
      const history = await book.history(habit);
      const asOf = await countedAsOf(habit, day);
      const { all, current: running } = history.streaks(asOf);
      const total = history.tally(history.firstDay, day, asOf);
      const year = history.tally(`${day.slice(0, 4)}-01-01`, day, asOf);
      return ok({
        habit,
        firstDay: history.firstDay,
        strength: {
          now: history.strengthOn(day),
          monthAgo: strengthThen(history, monthsBefore(day, 1)),
          yearAgo: strengthThen(history, monthsBefore(day, 12)),
        },
        unit: history.unit,
        current: asOf === day ? running : history.streakAtEnd(asOf),
        best: all.toSorted((a, b) => b.length - a.length || (a.to < b.to ? 1 : -1)).slice(0, BEST_STREAKS),
        year: { done: year.done, due: year.due },
        total,
        weekdays: history.weekdays(addDays(monthsBefore(day, 12), 1), day, asOf),
        period: history.period(day, day),
        targets: measureOf(habit.kind) === null ? [] : history.targets(day),
        pauses: [...(await book.pausesOf(id))],
      });
    },

    'habits.strength': async ({ id, from, to }) => {
      if (to < from) throw new AppFailure('invalid-input');
      const history = await book.history(await book.habit(id));
      // Nothing was counted before.
      const first = from < history.firstDay ? history.firstDay : from;
      if (to < first) return ok({ from: to, step: 1, values: [] });
      const days = daysBetween(first, to) + 1;
      const step = Math.ceil(days / MOST_POINTS);
      const all = history.strengths(first, to);
      const values: number[] = [];
      for (let index = days - 1; index >= 0; index -= step) values.push(all[index]!);
      return ok({ from: addDays(to, -step * (values.length - 1)), step, values: values.toReversed() });
    },

    'habits.history': async ({ id, grouping, to }) => {
      const habit = await book.habit(id);
      const history = await book.history(habit);
      return ok({ buckets: history.buckets(grouping, to, await countedAsOf(habit, to)) });
    },

    'habits.notes': async ({ id }) => ok({ notes: await readNotes(vault.read, id) }),

    'habits.grid': async ({ from, to, archived }) => {
      checkRange(from, to, MOST_GRID_DAYS);
      const today = await book.today();
      const habits = (await book.habits('all')).filter((habit) => habit.archived === archived);
      const histories = await book.histories(habits);
      const ids = habits.map(({ id }) => id);
      const marked = await readMarkedDays(vault.read, ids, from, to);
      return ok({
        habits: habits.map((habit, index) => {
          const days = marked.get(habit.id) ?? [];
          const states = histories[index]!.states(from, to, today);
          return {
            habit,
            states: states.map((state) => STATE_SIGNS[state]).join(''),
            amounts: days.flatMap(({ day, amount }) =>
              amount === null ? [] : [[daysBetween(from, day), amount] as [number, number]],
            ),
            notes: days.filter(({ hasNote }) => hasNote).map(({ day }) => daysBetween(from, day)),
          };
        }),
      });
    },

    'habits.pauses': async () => ok({ pauses: [...(await book.pauses())] }),
    'habits.write-pause': async (pause) => ok(await writePause(book, pause)),
    'habits.remove-pause': async ({ id }) => {
      await removePause(book, id);
      return ok({});
    },

    'habits.timers': async () => ok({ timers: await timers.list() }),
    'habits.start-timer': async ({ habitId, day }) => ok(await timers.start(habitId, day)),
    'habits.stop-timer': async ({ habitId, keep, minutes }) => ok(await timers.stop(habitId, keep, minutes)),
  };
}
