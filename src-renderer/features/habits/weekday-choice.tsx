import { useId } from 'react';
import { isoWeekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useWeekStart } from '../../shell/model-context.tsx';
import styles from './weekday-choice.module.css';

interface WeekdayChoiceProps {
  readonly legend: string;
  /** The legend is for screen readers only. */
  readonly bare?: boolean;
  /** Of the checkboxes, to find the first of them by. */
  readonly name: string;
  /** ISO weekdays. */
  readonly days: readonly number[];
  readonly problem: string | null;
  readonly onChange: (days: readonly number[]) => void;
}

/** Seven checkboxes in a row, from the day on which the person's weeks begin. */
export function WeekdayChoice({ legend, bare = false, name, days, problem, onChange }: WeekdayChoiceProps) {
  const { locale } = useLanguage();
  const weekStart = useWeekStart();
  const problemId = useId();
  const order = Array.from({ length: 7 }, (_, index) => ((weekStart - 1 + index) % 7) + 1);
  return (
    <fieldset aria-describedby={problem === null ? undefined : problemId}>
      <legend className={styles[bare ? 'unseen' : 'legend']}>{legend}</legend>
      <div className={styles['days']} data-problem={problem !== null || undefined}>
        {order.map((weekday) => (
          <label key={weekday}>
            <input
              type="checkbox"
              name={name}
              aria-label={isoWeekdayName(locale, weekday)}
              aria-invalid={problem !== null || undefined}
              checked={days.includes(weekday)}
              onChange={(event) =>
                onChange(event.target.checked ? [...days, weekday] : days.filter((day) => day !== weekday))
              }
            />
            <span aria-hidden="true">{isoWeekdayName(locale, weekday, 'short')}</span>
          </label>
        ))}
      </div>
      {problem !== null && (
        <p id={problemId} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
