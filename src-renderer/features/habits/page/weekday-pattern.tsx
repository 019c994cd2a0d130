import { isoWeekdayName } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import styles from './habit-page.module.css';
import type { HabitSummary } from './page-answers.ts';
import { isByShare, weekdayRows } from './weekday-rows.ts';

interface WeekdayPatternProps {
  readonly summary: HabitSummary;
  readonly weekStart: number;
  readonly isOver: boolean;
}

/** On which weekdays it happens: a share of the due days, or, where no day in particular is due, how often. */
export function WeekdayPattern({ summary, weekStart, isOver }: WeekdayPatternProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const rows = weekdayRows(summary, weekStart, language);
  return (
    <ChartSection title={say('habitPage.weekdays')} table={null}>
      <p className={styles['lead']}>
        {say(isByShare(summary) ? 'habitPage.weekdaysDue' : 'habitPage.weekdaysTimes', { isOver: String(isOver) })}
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
