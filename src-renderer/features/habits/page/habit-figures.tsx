import type { ReactNode } from 'react';
import { useLanguage } from '../../../intl/language.ts';
import { countsByDay } from './day-sentence.ts';
import styles from './habit-page.module.css';
import { datesTogether } from './habit-sentences.ts';
import { unitName } from '../progress-sentence.ts';
import type { HabitSummary } from './page-answers.ts';

/** Stand in a message for what is set in another weight. */
const ON_MONTH = '\u0001';
const ON_YEAR = '\u0002';
/** As wide as a plus. */
const MINUS = '\u2212';

/** A number that matters, and the rest of its sentence. */
function Figure({
  number,
  title,
  children,
}: {
  readonly number: string;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <li title={title}>
      <strong>{number}</strong> <span>{children}</span>
    </li>
  );
}

/** Hundredths, as they are said: the difference is that of the numbers one sees. */
function percent(strength: number): number {
  return Math.round(strength * 100);
}

/** `+6`, in points. */
function Change({ now, then }: { readonly now: number; readonly then: number }) {
  const { say, locale } = useLanguage();
  const points = percent(now) - percent(then);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(points).replace('-', MINUS);
  return (
    <>
      <em data-up={points > 0 || undefined}>{signed}</em>
      <span className={styles['unseen']}>{` ${say('habitPage.points', { points })}`}</span>
    </>
  );
}

/** `strength, +6 on last month, +12 on last year`, of as much of a past as there is. */
function StrengthFigure({
  strength,
  isOver,
}: {
  readonly strength: HabitSummary['strength'];
  readonly isOver: boolean;
}) {
  const { say } = useLanguage();
  const { now, monthAgo, yearAgo } = strength;
  const compared = isOver ? 'no' : monthAgo === null ? 'new' : yearAgo === null ? 'month' : 'year';
  const parts = say('habitPage.strengthFigure', { compared, onMonth: ON_MONTH, onYear: ON_YEAR }).split(
    /([\u0001\u0002])/u,
  );
  return parts.map((part) => {
    const then = part === ON_MONTH ? monthAgo : part === ON_YEAR ? yearAgo : null;
    return then === null ? part : <Change key={part} now={now} then={then} />;
  });
}

interface HabitFiguresProps {
  readonly summary: HabitSummary;
  readonly today: string;
  /** The present day; of a habit that is over, its last one. */
  readonly lastDay: string;
  /** How mood and the habit move together: what stands in the last place. */
  readonly mood?: ReactNode;
}

/** Sentences that each begin with a large number. */
export function HabitFigures({ summary, today, lastDay, mood = null }: HabitFiguresProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const { habit, strength, unit, current, best, year, targets } = summary;
  const longest = best[0];
  const yearSum = targets.find(({ span }) => span === 'year')?.sum;
  const isQuit = habit.kind.type === 'quit';
  const isOver = lastDay < today;
  // Year of the last day, unless that is the present one.
  const inYear = lastDay.slice(0, 4) === today.slice(0, 4) ? 'now' : lastDay.slice(0, 4);
  const isLongest = longest !== undefined && current !== null && current.length >= longest.length;
  const record = longest === undefined ? 'none' : !isLongest ? 'before' : isOver ? 'ever' : 'soFar';
  return (
    <ul className={styles['figures']} aria-label={say('habitPage.figures')}>
      <Figure number={say('habitPage.percent', { value: percent(strength.now) })}>
        <StrengthFigure strength={strength} isOver={isOver} />
      </Figure>
      <Figure
        number={say('number', { value: current?.length ?? 0 })}
        title={current === null ? undefined : datesTogether(locale, current.from, current.to)}
      >
        {say('habitPage.streakFigure', {
          count: current?.length ?? 0,
          unit,
          quit: String(isQuit),
          record,
          best: longest?.length ?? 0,
        })}
      </Figure>
      {countsByDay(habit) || isQuit ? (
        <Figure number={say('number', { value: year.done })}>
          {say('habitPage.yearFigure', { count: year.due, year: inYear, quit: String(isQuit) })}
        </Figure>
      ) : yearSum === undefined ? (
        <Figure number={say('number', { value: year.done })}>
          {say('habitPage.yearTimes', { count: year.done, year: inYear })}
        </Figure>
      ) : (
        <Figure number={say('number', { value: yearSum })}>
          {say('habitPage.yearSum', { unit: unitName(habit, language), year: inYear })}
        </Figure>
      )}
      {mood !== null && <li>{mood}</li>}
    </ul>
  );
}
