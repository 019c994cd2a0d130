import type { DayState } from '../../../src-shared/contract/habits.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { MonthHabit } from '../../../src-shared/contract/insights.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { daysBetween, daysEndingOn, isoWeekday } from '../../../src-shared/domain/day.ts';
import { dayAndMonth, monthAndYear, weekdayName, weekdayNarrow } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useWeekStart } from '../../shell/model-context.tsx';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import { outsideOf } from '../../../src-shared/domain/habit-span.ts';
import { StateMark } from '../habits/state-mark.tsx';
import { stateName } from '../habits/state-name.ts';
import pageStyles from './insights-page.module.css';
import styles from './month-grid.module.css';

interface MonthGridProps {
  readonly answer: OutputOf<'insights.month'>;
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

/** Their order in the legend. */
const STATES: readonly DayState[] = ['done', 'partly', 'skipped', 'paused', 'missed', 'open', 'not-due', 'future'];

/** Of many habits of many kinds. */
const ANY_HABIT = {
  kind: { type: 'yes-no' },
  startDay: '0001-01-01',
  endDay: null,
  archived: false,
  archivedOn: null,
} as const;

/** The month as a table: a column a day, how it was above what was done, so that both are seen together. */
export function MonthGrid({ answer, from, to, today }: MonthGridProps) {
  const { say, locale } = useLanguage();
  const weekStart = useWeekStart();
  const { habits, writing } = answer;
  const days = daysEndingOn(to, daysBetween(from, to) + 1);
  const moods = new Map(answer.moods.map(({ day, mood }) => [day, mood]));
  const caption = say('month.grid', { month: monthAndYear(locale, from) });
  const shapes = new Set(
    habits.flatMap(({ habit, states }) =>
      states.map((state, index) => (state === 'not-due' ? outsideOf(habit, days[index] ?? from) : null) ?? state),
    ),
  );
  // Weeks are told apart by a line.
  const week = (day: string): string | undefined => (isoWeekday(day) === weekStart && day !== from ? '' : undefined);

  const doneText = ({ habit, done, due }: MonthHabit): string =>
    habit.schedule.type === 'daily' || habit.schedule.type === 'weekdays'
      ? say('month.doneOfDue', { done, due })
      : say('month.doneDays', { done });
  const sumText = ({ habit: { kind }, sum }: MonthHabit): string | null => {
    if (kind.type === 'minutes') return say('month.minutes', { sum });
    return kind.type === 'amount' ? say('month.sum', { sum, unit: kind.unit }).trim() : null;
  };
  const changeText = ({ before, after }: MonthHabit): string | null => {
    if (before === null) return null;
    const change = Math.round(100 * after) - Math.round(100 * before);
    const size = say('number', { value: Math.abs(change) });
    return say('month.strengthChange', { direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same', size });
  };

  return (
    <section className={pageStyles['section']} aria-labelledby="month-days">
      <header>
        <h2 id="month-days">{say('month.days')}</h2>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <div className={styles['scroll']} role="group" aria-label={caption} tabIndex={0}>
        <table className={styles['grid']}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className={pageStyles['unseen']}>{say('month.row')}</span>
              </th>
              {days.map((day) => (
                <th key={day} scope="col" data-week={week(day)} data-today={day === today || undefined}>
                  <span className={pageStyles['unseen']}>
                    {weekdayName(locale, day)}, {dayAndMonth(locale, day)}
                  </span>
                  <small aria-hidden="true">{weekdayNarrow(locale, day)}</small>
                  <span aria-hidden="true">{Number(day.slice(8))}</span>
                </th>
              ))}
              <th scope="col" data-total>
                {say('month.columnDone')}
              </th>
              <th scope="col" data-total>
                {say('month.columnStrength')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.moods.length > 0 && (
              <tr>
                <th scope="row">{say('month.moodRow')}</th>
                {days.map((day) => {
                  const mood = moods.get(day);
                  return (
                    <td key={day} data-week={week(day)}>
                      {mood !== undefined && <DayMood mood={mood} />}
                    </td>
                  );
                })}
                <td colSpan={2} data-total>
                  {writing.mood !== null && <span>{say('insights.moodValue', { mood: writing.mood })}</span>}
                </td>
              </tr>
            )}
            {habits.map((each) => (
              <tr key={each.habit.id}>
                <th scope="row">{each.habit.name}</th>
                {days.map((day, index) => {
                  const state = each.states[index] ?? 'future';
                  return (
                    <td key={day} data-week={week(day)}>
                      <StateMark
                        state={state}
                        isToday={day === today}
                        isOutside={state === 'not-due' && outsideOf(each.habit, day) !== null}
                      />
                      <span className={pageStyles['unseen']}>{say(stateName(each.habit, { day, state }, today))}</span>
                    </td>
                  );
                })}
                <td data-total>
                  <span>{doneText(each)}</span> <small>{sumText(each)}</small>
                </td>
                <td data-total>
                  <span>{say('month.strength', { percent: Math.round(100 * each.after) })}</span>{' '}
                  <small>{changeText(each)}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {habits.length > 0 && (
        <ul className={styles['legend']}>
          {STATES.filter((state) => shapes.has(state)).map((state) => (
            <li key={state}>
              <StateMark state={state} />
              {say(state === 'open' ? 'state.nothingLogged' : stateName(ANY_HABIT, { day: from, state }, today))}
            </li>
          ))}
          {(['before', 'after'] as const)
            .filter((side) => shapes.has(side))
            .map((side) => (
              <li key={side}>
                <StateMark state="not-due" isOutside />
                {say(side === 'before' ? 'state.beforeStart' : 'state.afterEnd')}
              </li>
            ))}
          <li>{say('month.strengthNote')}</li>
        </ul>
      )}
    </section>
  );
}

function DayMood({ mood }: { readonly mood: number }) {
  const { say, locale } = useLanguage();
  const rounded = Math.round(mood) as Mood;
  const name = moodName(rounded);
  if (name === null) return null;
  return (
    <>
      <span className={styles['mood']} data-mood={rounded}>
        <MoodFace mood={rounded} />
      </span>
      <span className={pageStyles['unseen']}>
        {say('month.dayMood', { mood, name: say(name).toLocaleLowerCase(locale) })}
      </span>
    </>
  );
}
