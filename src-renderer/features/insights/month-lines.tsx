import { Star } from 'lucide-react';
import type { MonthLine } from '../../../src-shared/contract/insights.ts';
import { fullDate, weekdayName, weekdayShort } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import pageStyles from './insights-page.module.css';
import styles from './month-lines.module.css';

/** The days in first lines, each leads to its day. What is starred stands there with its star. */
export function MonthLines({ lines }: { readonly lines: readonly MonthLine[] }) {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  // A mood alone has nothing to read; it stands above.
  const shown = lines.filter(({ title, excerpt }) => title !== '' || excerpt !== '');
  if (shown.length === 0) return null;
  return (
    <section className={pageStyles['section']} aria-labelledby="month-lines">
      <header>
        <h2 id="month-lines">{say('month.lines')}</h2>
      </header>
      <ol className={styles['lines']}>
        {shown.map(({ id, day, title, excerpt, starred }) => (
          <li key={id}>
            <button
              type="button"
              title={`${weekdayName(locale, day)}, ${fullDate(locale, day)}`}
              onClick={() => target.showDay(day)}
            >
              <span className={styles['date']}>
                {weekdayShort(locale, day)} <b>{Number(day.slice(8))}</b>
              </span>{' '}
              <span className={styles['text']} dir="auto">
                {starred && (
                  <>
                    <Star aria-hidden="true" />
                    <span className={pageStyles['unseen']}>{say('month.starred')} </span>
                  </>
                )}
                {title !== '' && <strong>{title}</strong>} {excerpt}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
