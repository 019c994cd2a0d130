import { isoWeekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './charts.module.css';

interface WeekdayBarsProps {
  /** Monday first. */
  readonly values: readonly number[];
  readonly weekStart: number;
  /** All that is known of a weekday, 1 = Monday. */
  readonly sentence: (weekday: number) => string;
}

/** The weekdays in their order, as lines with their number behind them. */
export function WeekdayBars({ values, weekStart, sentence }: WeekdayBarsProps) {
  const { say, locale } = useLanguage();
  const most = Math.max(1, ...values);
  return (
    <ul className={styles['weekdays']}>
      {values.map((_, index) => {
        const weekday = ((weekStart - 1 + index) % 7) + 1;
        const value = values[weekday - 1] ?? 0;
        return (
          <li key={weekday}>
            <span className={styles['unseen']}>{sentence(weekday)}</span>
            <span aria-hidden="true">{isoWeekdayName(locale, weekday, 'short')}</span>
            <svg aria-hidden="true">
              <rect className={styles['track']} width="100%" height="100%" rx="3" />
              <rect className={styles['bar']} width={`${String((value / most) * 100)}%`} height="100%" rx="3" />
            </svg>
            <span aria-hidden="true">{say('number', { value })}</span>
          </li>
        );
      })}
    </ul>
  );
}
