import { scaleLinear } from 'd3-scale';
import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { MoodHabit } from '../../../src-shared/contract/insights.ts';
import { LEAST_DAYS } from '../../../src-shared/domain/mood-and-habits.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Segmented } from '../../components/segmented.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { ChartSection } from './chart-section.tsx';
import pageStyles from './insights-page.module.css';
import styles from './mood-habits.module.css';
import { moodNumbers, moodRange, moodSentence } from './mood-sentence.ts';
import type { MoodLag } from './mood-sentence.ts';

type Answer = OutputOf<'insights.mood-habits'>;
type Comparison = NonNullable<MoodHabit['comparison']>;

const HOW = ['moodHabits.how.days', 'moodHabits.how.interval', 'moodHabits.how.many', 'moodHabits.how.cause'] as const;

/** What can be claimed first, the largest first; then what was compared; then what has too few days; each in the person's order. */
function inOrder(habits: readonly MoodHabit[]): readonly MoodHabit[] {
  const rank = ({ comparison }: MoodHabit): number => (comparison === null ? 2 : comparison.isClear ? 0 : 1);
  const size = ({ comparison }: MoodHabit): number =>
    comparison?.isClear === true ? Math.abs(comparison.difference) : 0;
  return habits.toSorted((a, b) => rank(a) - rank(b) || size(b) - size(a));
}

/** So many rows that claim nothing are read one by one; more are folded up under one line. */
const MOST_UNFOLDED = 5;

/** The end of the axis on both sides: the next half step beyond every interval. */
function axisEnd(habits: readonly MoodHabit[]): number {
  const reach = habits.flatMap(({ comparison }) => (comparison === null ? [] : [comparison.low, comparison.high]));
  return Math.max(0.5, Math.ceil(Math.max(0, ...reach.map(Math.abs)) * 2) / 2);
}

/** A dot where the difference is, a line over its interval, and the line where there is none. Its sentence stands beside it. */
function Whisker({ comparison, end }: { readonly comparison: Comparison; readonly end: number }) {
  const across = scaleLinear().domain([-end, end]).range([1.5, 98.5]);
  const at = (value: number): string => `${String(across(value))}%`;
  const { difference, low, high, isClear } = comparison;
  return (
    <svg className={styles['whisker']} data-clear={isClear || undefined} aria-hidden="true">
      <line className={styles['zero']} x1="50%" x2="50%" y1="0" y2="100%" />
      <line className={styles['interval']} x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
      <circle className={styles['dot']} cx={at(difference)} cy="50%" r={isClear ? 5 : 4} />
    </svg>
  );
}

interface MoodHabitsProps {
  readonly from: string | null;
  readonly to: string;
}

/** How mood and each habit move together, in so far as that can be told from chance. */
export function MoodHabits({ from, to }: MoodHabitsProps) {
  const { notices } = useModel();
  const { say, locale } = useLanguage();
  const [lag, setLag] = useState<MoodLag>('same');
  const answer = useAnswer('insights.mood-habits', { from, to, lag: lag === 'after' ? 1 : 0 }, ['habits', 'entries']);

  // The rows change far from the switch: what came of it has to be heard too.
  const chosen = useRef(false);
  useEffect(() => {
    if (!chosen.current || answer === null) return;
    chosen.current = false;
    const clear = answer.habits.filter(({ comparison }) => comparison?.isClear === true).length;
    notices.announce(say('moodHabits.announced', { clear, lag }));
  }, [answer, lag, notices, say]);

  if (answer === null) return null;
  const nothing = nothingToCompare(answer);
  const habits = inOrder(answer.habits);
  const count = habits.filter(({ comparison }) => comparison !== null).length;
  const end = axisEnd(habits);
  const unclear = habits.filter(({ comparison }) => comparison?.isClear === false);
  const tooFew = habits.filter(({ comparison }) => comparison === null);
  const folded = [
    { of: unclear, title: say('moodHabits.manyUnclear', { count: unclear.length }) },
    { of: tooFew, title: say('moodHabits.manyTooFew', { count: tooFew.length }) },
  ].filter(({ of }) => of.length > MOST_UNFOLDED);
  const shown = habits.filter((habit) => !folded.some(({ of }) => of.includes(habit)));
  const list = (of: readonly MoodHabit[], label: string) => (
    <ul className={styles['habits']} aria-label={label}>
      {of.map((habit) => (
        <li key={habit.id} data-clear={habit.comparison?.isClear === true || undefined}>
          <p>
            <strong dir="auto">{habit.name}</strong> {habit.archived && <small>{say('moodHabits.archived')} </small>}
            <span>{moodSentence(say, locale, habit, lag, count)}</span>
          </p>
          {habit.comparison !== null && <Whisker comparison={habit.comparison} end={end} />}
        </li>
      ))}
    </ul>
  );
  const [reach = ''] = moodNumbers(locale, [end]);
  return (
    <ChartSection
      title={say('moodHabits.title')}
      tools={
        nothing === null && (
          <Segmented
            label={say('moodHabits.lag')}
            choices={['same', 'after']}
            value={lag}
            name={(choice) => say(`moodHabits.lag.${choice}`)}
            onChange={(choice) => {
              chosen.current = true;
              setLag(choice);
            }}
          />
        )
      }
      table={
        nothing === null
          ? {
              caption: say('moodHabits.caption', { lag }),
              columns: [
                say('moodHabits.columnHabit'),
                say('moodHabits.columnDone'),
                say('moodHabits.columnDoneMood'),
                say('moodHabits.columnOther'),
                say('moodHabits.columnOtherMood'),
                say('moodHabits.columnDifference'),
                say('moodHabits.columnInterval'),
                say('moodHabits.columnClear'),
              ],
              rows: habits.map((habit) => tableRow(habit)),
            }
          : null
      }
    >
      {nothing !== null ? (
        <p className={pageStyles['nothing']}>{say(nothing)}</p>
      ) : (
        <>
          {count > 0 && (
            <p className={styles['axis']} aria-hidden="true">
              <span>{say('moodHabits.axisLow', { value: reach })}</span>
              <span>{say('number', { value: 0 })}</span>
              <span>{say('moodHabits.axisHigh', { value: reach })}</span>
            </p>
          )}
          {shown.length > 0 && list(shown, say('moodHabits.title'))}
          {folded.map(({ of, title }) => (
            <details key={title} className={pageStyles['details']}>
              <summary>{title}</summary>
              {list(of, title)}
            </details>
          ))}
          <details className={pageStyles['details']}>
            <summary>{say('moodHabits.how')}</summary>
            <div className={styles['how']}>
              {HOW.map((paragraph) => (
                <p key={paragraph}>{say(paragraph, { count, least: LEAST_DAYS })}</p>
              ))}
            </div>
          </details>
        </>
      )}
    </ChartSection>
  );

  function tableRow({ name, done, other, comparison }: MoodHabit): readonly string[] {
    const none = say('insights.none');
    if (comparison === null) {
      return [name, say('number', { value: done }), none, say('number', { value: other }), none, none, none, none];
    }
    const range = moodRange(locale, { ...comparison, isClear: false });
    return [
      name,
      say('number', { value: done }),
      say('insights.moodValue', { mood: comparison.doneMood }),
      say('number', { value: other }),
      say('insights.moodValue', { mood: comparison.otherMood }),
      range.difference,
      say('moodHabits.interval', { low: range.low, high: range.high }),
      say('moodHabits.isClear', { isClear: String(comparison.isClear) }),
    ];
  }
}

function nothingToCompare({ habits, moodDays }: Answer): 'moodHabits.noHabits' | 'moodHabits.noMoods' | null {
  if (habits.length === 0) return 'moodHabits.noHabits';
  return moodDays === 0 ? 'moodHabits.noMoods' : null;
}
