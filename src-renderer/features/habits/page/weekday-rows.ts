import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { isoWeekdayName } from '../../../intl/dates.ts';
import type { Language } from '../../../intl/language.ts';
import { amountText, countsByDay } from './day-sentence.ts';
import type { HabitSummary } from './page-answers.ts';

export interface WeekdayRow {
  /** ISO, 1 = Monday */
  readonly weekday: number;
  readonly name: string;
  /** Of the whole bar, 0 to 1. */
  readonly share: number;
  /** The number behind the bar. */
  readonly shown: string;
  readonly text: string;
}

/** Whether weekdays are shares of due days; otherwise they are how often, or how much. */
export function isByShare({ habit }: Pick<HabitSummary, 'habit'>): boolean {
  return countsByDay(habit) || habit.kind.type === 'quit';
}

/** The weekdays in the order of a week. */
export function weekdayRows(
  summary: Pick<HabitSummary, 'habit' | 'weekdays'>,
  weekStart: number,
  language: Language,
): WeekdayRow[] {
  const { say, locale } = language;
  const { habit, weekdays } = summary;
  const { kind, schedule } = habit;
  const isShare = isByShare(summary);
  const isSum = !isShare && measureOf(kind) !== null;
  const most = Math.max(1, ...weekdays.map(({ done, sum }) => (isSum ? sum : done)));
  return weekdays.map((_, index) => {
    const weekday = ((weekStart - 1 + index) % 7) + 1;
    const name = isoWeekdayName(locale, weekday);
    const { done, due, sum } = weekdays[weekday - 1] ?? { done: 0, due: 0, sum: 0 };
    if (!isShare) {
      const value = isSum ? sum : done;
      const text = isSum ? amountText(habit, sum, language) : say('habitPage.times', { count: done });
      return { weekday, name, share: value / most, shown: say('number', { value }), text };
    }
    const isChosen = schedule.type !== 'weekdays' || schedule.days.includes(weekday);
    // Of a day that is not asked for only what was done counts as due: a share of it would always be the whole. To quit, nothing is done on it.
    if (!isChosen && done > 0 && kind.type !== 'quit')
      return {
        weekday,
        name,
        share: 0,
        shown: say('number', { value: done }),
        text: say('habitPage.times', { count: done }),
      };
    if (!isChosen || due === 0)
      return { weekday, name, share: 0, shown: say('insights.none'), text: say('habitPage.neverDue') };
    return {
      weekday,
      name,
      share: done / due,
      shown: say('habitPage.percent', { value: Math.round((done / due) * 100) }),
      text: say('habitPage.doneOfDue', { done, due, quit: String(kind.type === 'quit') }),
    };
  });
}
