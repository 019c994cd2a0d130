import type { ReactNode } from 'react';
import { useLanguage } from '../../../intl/language.ts';
import { countsByDay } from './day-sentence.ts';
import styles from './habit-page.module.css';
import { datesTogether } from './habit-sentences.ts';
import { unitName } from '../progress-sentence.ts';
import type { HabitSummary } from './page-answers.ts';

/** Stands in a message for what is set in another weight. */
const PLACE = '\u0000';
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

/** `+6 on last month`, in points. */
function Change({
  now,
  then,
  message,
}: {
  readonly now: number;
  readonly then: number;
  readonly message: 'habitPage.onMonth' | 'habitPage.onYear';
}) {
  const { say, locale } = useLanguage();
  const points = percent(now) - percent(then);
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' }).format(points).replace('-', MINUS);
  const [before = '', after = ''] = say(message, { change: PLACE }).split(PLACE);
  return (
    <>
      {', '}
      {before}
      <em data-up={points > 0 || undefined}>{signed}</em>
      <span className={styles['unseen']}>{` ${say('habitPage.points', { points })}`}</span>
      {after}
    </>
  );
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
  return (
    <ul className={styles['figures']} aria-label={say('habitPage.figures')}>
      <Figure number={say('habitPage.percent', { value: percent(strength.now) })}>
        {say('habitPage.strengthFigure')}
        {!isOver && strength.monthAgo !== null && (
          <Change now={strength.now} then={strength.monthAgo} message="habitPage.onMonth" />
        )}
        {!isOver && strength.yearAgo !== null && (
          <Change now={strength.now} then={strength.yearAgo} message="habitPage.onYear" />
        )}
        {!isOver && strength.monthAgo === null && say('habitPage.strengthNew')}
      </Figure>
      <Figure
        number={say('number', { value: current?.length ?? 0 })}
        title={current === null ? undefined : datesTogether(locale, current.from, current.to)}
      >
        {say('habitPage.streakFigure', { count: current?.length ?? 0, unit, quit: String(isQuit) })}
        {longest !== undefined &&
          (current !== null && current.length >= longest.length
            ? say(isOver ? 'habitPage.longestOfAll' : 'habitPage.longestSoFar')
            : say('habitPage.best', { best: longest.length }))}
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
