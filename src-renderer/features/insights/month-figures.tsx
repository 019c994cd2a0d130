import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { daysBetween } from '../../../src-shared/domain/day.ts';
import { dayAndMonth, monthName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { moodName } from '../entries/mood-picker.tsx';
import { Figure } from './figures.tsx';
import styles from './insights-page.module.css';

interface MonthFiguresProps {
  readonly answer: OutputOf<'insights.month'>;
  /** The month goes on: it is set beside as many days of the one before. */
  readonly isOpen: boolean;
}

/** The month in four sentences that each begin with a number, with the month before in brackets. */
export function MonthFigures({ answer, isOpen }: MonthFiguresProps) {
  const { say, locale } = useLanguage();
  const { writing, before, longest, habits } = answer;
  // A date is one thing: no line ends within.
  const dateOf = (day: string): string => dayAndMonth(locale, day).replaceAll(/\s/gu, '\u00a0');
  const than = (value: string): string =>
    say('month.than', {
      isOpen: String(isOpen),
      date: dateOf(before.to),
      month: monthName(locale, before.from),
      value,
    });
  const number = (value: number): string => say('number', { value });
  const mood = writing.mood === null ? null : moodName(Math.round(writing.mood) as Mood);
  const done = habits.reduce((sum, habit) => sum + habit.done, 0);
  return (
    <ul className={styles['figures']} aria-label={say('month.figures')}>
      <Figure
        number={number(writing.entries)}
        text={say('month.entries', {
          count: writing.entries,
          days: writing.days,
          span: daysBetween(writing.from, writing.to) + 1,
          than: than(number(before.entries)),
        })}
      />
      <Figure
        number={number(writing.words)}
        text={say('month.words', {
          count: writing.words,
          than: than(number(before.words)),
          longest: longest?.words ?? 0,
          date: longest === null ? '' : dateOf(longest.day),
        })}
      />
      {writing.mood === null || mood === null ? (
        <Figure number={say('insights.none')} text={say('month.noMood')} />
      ) : (
        <Figure
          number={say('insights.moodValue', { mood: writing.mood })}
          text={say('month.mood', {
            name: say(mood).toLocaleLowerCase(locale),
            days: writing.moodDays,
            hasThan: String(before.mood !== null),
            than: before.mood === null ? '' : than(say('insights.moodValue', { mood: before.mood })),
          })}
        />
      )}
      {habits.length > 0 && (
        <Figure number={number(done)} text={say('month.done', { count: done, habits: habits.length })} />
      )}
    </ul>
  );
}
