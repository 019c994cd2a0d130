import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button, IconButton } from '../../../components/button.tsx';
import { dateRange } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import { EARLIEST_DAY } from './day-window.ts';
import styles from './overview-toolbar.module.css';
import { SORTS } from './rows.ts';
import type { Sort } from './rows.ts';

interface OverviewToolbarProps {
  readonly from: string;
  readonly last: string;
  readonly today: string;
  readonly sort: Sort;
  /** By what is in sight. */
  readonly onPage: (direction: 1 | -1) => void;
  /** Brings a day into sight. */
  readonly onGoTo: (day: string) => void;
  readonly onSort: (sort: Sort) => void;
}

/** Which days are in sight, the way to others, and the order of the habits. */
export function OverviewToolbar({ from, last, today, sort, onPage, onGoTo, onSort }: OverviewToolbarProps) {
  const { notices } = useModel();
  const { say, locale } = useLanguage();
  const earlier = useRef<HTMLButtonElement>(null);
  const dateId = useId();
  const sortId = useId();
  // Only while it is being typed: what is shown stands beside it.
  const [typed, setTyped] = useState('');
  /** A day that there is nothing of yet, or nothing of any more: the nearest that there is. */
  const settle = (): void => {
    setTyped('');
    if (typed > today) {
      onGoTo(today);
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('habitPage.notYet'), action: null });
    } else if (typed !== '' && typed < EARLIEST_DAY) onGoTo(EARLIEST_DAY);
  };
  return (
    <div className={styles['toolbar']}>
      <div className={styles['days']}>
        <IconButton ref={earlier} label={say('overview.earlier')} onClick={() => onPage(-1)}>
          <ChevronLeft />
        </IconButton>
        <IconButton label={say('overview.later')} aria-disabled={last >= today} onClick={() => onPage(1)}>
          <ChevronRight />
        </IconButton>
        <p className={styles['range']}>{dateRange(locale, from, last)}</p>
        {/* Its place is kept, so that nothing below moves when it comes. */}
        <Button
          kind="quiet"
          className={styles['back'] ?? ''}
          hidden={last >= today}
          onClick={() => {
            onGoTo(today);
            // It is gone then, and the focus with it.
            earlier.current?.focus();
          }}
        >
          {say('day.goToToday')}
        </Button>
      </div>
      <div className={styles['fields']}>
        <span className={styles['field']}>
          <label htmlFor={dateId}>{say('overview.goTo')}</label>
          <input
            id={dateId}
            type="date"
            min={EARLIEST_DAY}
            max={today}
            value={typed}
            onBlur={settle}
            onKeyDown={({ key }) => {
              if (key === 'Enter' && (typed > today || typed < EARLIEST_DAY)) settle();
            }}
            onChange={({ target: { value } }) => {
              setTyped(value);
              // Half a year that is being typed is a date too.
              if (value >= EARLIEST_DAY && value <= today) onGoTo(value);
            }}
          />
        </span>
        <span className={styles['field']}>
          <label htmlFor={sortId}>{say('overview.sort')}</label>
          <span className={styles['choice']}>
            <select
              id={sortId}
              value={sort}
              onChange={({ target: { value } }) => {
                const chosen = SORTS.find((known) => known === value);
                if (chosen !== undefined) onSort(chosen);
              }}
            >
              {SORTS.map((known) => (
                <option key={known} value={known}>
                  {say(`overview.sort.${known}`)}
                </option>
              ))}
            </select>
            <ChevronDown aria-hidden="true" />
          </span>
        </span>
      </div>
    </div>
  );
}
