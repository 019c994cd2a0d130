import { measureOf } from '../../../../src-shared/domain/habit-day.ts';
import { isoWeekdayName } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import { amountText, countsByDay } from './day-sentence.ts';
import styles from './habit-page.module.css';
import type { HabitSummary } from './page-answers.ts';

interface WeekdayPatternProps {
  readonly summary: HabitSummary;
  readonly weekStart: number;
  readonly isOver: boolean;
}

/** On which weekdays it happens: a share of the due days, or, where no day in particular is due, how often. */
export function WeekdayPattern({ summary, weekStart, isOver }: WeekdayPatternProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const { habit, weekdays } = summary;
  const isShare = countsByDay(habit) || habit.kind.type === 'quit';
  const isSum = !isShare && measureOf(habit.kind) !== null;
  const most = Math.max(1, ...weekdays.map(({ done, sum }) => (isSum ? sum : done)));
  const rows = weekdays.map((_, index) => {
    const weekday = ((weekStart - 1 + index) % 7) + 1;
    const { done, due, sum } = weekdays[weekday - 1] ?? { done: 0, due: 0, sum: 0 };
    const share = isShare ? (due === 0 ? 0 : done / due) : (isSum ? sum : done) / most;
    const shown = isShare
      ? due === 0
        ? say('insights.none')
        : say('habitPage.percent', { value: Math.round(share * 100) })
      : say('number', { value: isSum ? sum : done });
    const name = isoWeekdayName(locale, weekday);
    const text = isShare
      ? due === 0
        ? say('habitPage.neverDue')
        : say('habitPage.doneOfDue', { done, due, quit: String(habit.kind.type === 'quit') })
      : isSum
        ? amountText(habit, sum, language)
        : say('habitPage.times', { count: done });
    return { weekday, name, share, shown, text };
  });
  return (
    <ChartSection title={say('habitPage.weekdays')} table={null}>
      <p className={styles['lead']}>
        {say(isShare ? 'habitPage.weekdaysDue' : 'habitPage.weekdaysTimes', { isOver: String(isOver) })}
      </p>
      <ul className={styles['weekdays']}>
        {rows.map(({ weekday, name, share, shown, text }) => (
          <li key={weekday} title={text}>
            <span className={styles['unseen']}>{say('habitPage.weekday', { name, shown, text })}</span>
            <span aria-hidden="true">{isoWeekdayName(locale, weekday, 'short')}</span>
            <svg aria-hidden="true">
              <rect className={chart['track']} width="100%" height="100%" rx="5" />
              <rect className={chart['bar']} width={`${String(share * 100)}%`} height="100%" rx="5" />
            </svg>
            <span aria-hidden="true">{shown}</span>
          </li>
        ))}
      </ul>
    </ChartSection>
  );
}
