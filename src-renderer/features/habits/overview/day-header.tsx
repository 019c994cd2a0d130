import { monthAndYear, monthShort } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import type { DayColumn } from './grid-row.tsx';
import styles from './habit-grid.module.css';

/** Columns that the name of a month takes. */
const NAME_COLUMNS = 3;

interface MonthName {
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/** Where each month of the columns begins, where it ends. */
export function monthsOf(days: readonly string[]): MonthName[] {
  const months: MonthName[] = [];
  for (const [index, day] of days.entries()) {
    const last = months.at(-1);
    if (last !== undefined && last.day.slice(0, 7) === day.slice(0, 7))
      months[months.length - 1] = { ...last, to: index };
    else months.push({ day, from: index, to: index });
  }
  return months;
}

const narrow = new Map<string, Intl.DateTimeFormat>();

function weekdayLetter(locale: string, day: string): string {
  let format = narrow.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'narrow' });
    narrow.set(locale, format);
  }
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** The days over their columns, and the months over the days. It stays in sight. */
export function DayHeader({ days }: { readonly days: readonly DayColumn[] }) {
  const { say, locale } = useLanguage();
  return (
    <div role="rowgroup" className={styles['head']}>
      <div className={styles['months']} aria-hidden="true">
        {monthsOf(days.map(({ day }) => day)).map(({ day, from, to }) => (
          <span key={day} style={{ gridColumn: `${String(from + 3)} / ${String(to + 4)}` }}>
            {to - from + 1 >= NAME_COLUMNS ? monthAndYear(locale, day) : to - from === 0 ? '' : monthShort(locale, day)}
          </span>
        ))}
      </div>
      <div role="row" className={styles['days']} aria-rowindex={1}>
        <div role="columnheader" className={styles['corner']}>
          <span>{say('overview.habit')}</span>
          <small>{say('overview.strengthColumn')}</small>
        </div>
        <div role="columnheader">
          <span className={styles['unseen']}>{say('overview.menuColumn')}</span>
        </div>
        {days.map(({ day, name, opensWeek, isToday }) => (
          <div
            key={day}
            role="columnheader"
            className={styles['day']}
            aria-label={isToday ? say('overview.todayColumn', { day: name }) : name}
            data-week={opensWeek || undefined}
            data-today={isToday || undefined}
          >
            <span>{weekdayLetter(locale, day)}</span>
            <b>{Number(day.slice(8))}</b>
          </div>
        ))}
      </div>
    </div>
  );
}
