import { LEAST_DAYS } from '../../../src-shared/domain/mood-and-habits.ts';
import { rangeStart } from '../../../src-shared/domain/writing-statistics.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useLanguage } from '../../intl/language.ts';
import { useWeekStart } from '../../shell/model-context.tsx';
import { moodRange } from './mood-sentence.ts';

interface MoodFigureProps {
  readonly habitId: string;
  /** The present day. */
  readonly today: string;
}

/**
 * What the last twelve months say of mood and one habit, for that habit's page: a number and the rest of its sentence. It is the same answer as on the insights page,
 * judged among all habits: who opens the pages of twenty habits has asked twenty questions. Nothing until the answer is there.
 */
export function MoodFigure({ habitId, today }: MoodFigureProps) {
  const { say, locale } = useLanguage();
  const from = rangeStart('months', today, useWeekStart());
  const answer = useAnswer('insights.mood-habits', { from, to: today, lag: 0 }, ['habits', 'entries']);
  const found = answer?.habits.find(({ id }) => id === habitId);
  if (found === undefined) return null;
  const { comparison, done, other } = found;
  if (comparison === null) {
    return (
      <>
        <strong>{say('insights.none')}</strong>{' '}
        <span>{say('moodHabits.figureTooFew', { least: LEAST_DAYS, done, other })}</span>
      </>
    );
  }
  const { difference, low, high } = moodRange(locale, comparison);
  const direction = comparison.difference > 0 ? 'better' : 'lower';
  return (
    <>
      <strong>{comparison.isClear ? difference : say('insights.none')}</strong>{' '}
      <span>
        {say(comparison.isClear ? 'moodHabits.figureClear' : 'moodHabits.figureUnclear', {
          direction,
          low,
          high,
          days: done + other,
        })}
      </span>
    </>
  );
}
