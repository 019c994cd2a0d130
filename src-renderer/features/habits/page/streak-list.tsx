import type { Streak } from '../../../../src-shared/contract/habits.ts';
import { Button } from '../../../components/button.tsx';
import { useStateOf } from '../../../components/use-state-of.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import styles from './habit-page.module.css';
import { datesTogether } from './habit-sentences.ts';
import type { HabitSummary } from './page-answers.ts';

/** Beside the history there is room for so many. */
const FIRST_SHOWN = 5;

/** The running streak and the longest ones, each as long as it was. */
export function StreakList({ summary, isOver }: { readonly summary: HabitSummary; readonly isOver: boolean }) {
  const { say, locale } = useLanguage();
  const { best, habit, unit } = summary;
  const [isWhole, setWhole] = useStateOf(habit.id, false);
  // What ran to the end of a habit runs no more.
  const current = isOver ? null : summary.current;
  const isCurrent = (streak: Streak): boolean => streak.from === current?.from;
  // Among the first it stands in its place.
  const shown = best.slice(0, isWhole ? undefined : FIRST_SHOWN);
  const streaks = current === null || shown.some(isCurrent) ? shown : [current, ...shown];
  const longest = best[0];
  const most = longest?.length ?? 1;
  const dates = longest === undefined ? '' : datesTogether(locale, longest.from, longest.to);
  return (
    <ChartSection title={say('habitPage.streaks')} table={null}>
      {longest === undefined ? (
        <p className={styles['nothing']}>{say('habitPage.noStreaks')}</p>
      ) : (
        <>
          <p className={styles['lead']}>
            {current !== null && isCurrent(longest)
              ? say('habitPage.longestRuns', { count: longest.length, unit, dates })
              : say('habitPage.longest', { count: longest.length, unit, dates })}
          </p>
          <ol className={styles['streaks']}>
            {streaks.map((streak) => (
              <li key={streak.from} data-current={isCurrent(streak) || undefined}>
                <span>
                  {say('habitPage.streakLength', { count: streak.length, unit })}
                  {isCurrent(streak) && <em>{say('habitPage.now')}</em>}
                </span>
                <small>{datesTogether(locale, streak.from, streak.to)}</small>
                <svg aria-hidden="true">
                  <rect
                    className={chart['bar']}
                    data-active={isCurrent(streak) || undefined}
                    width={`${String((streak.length / most) * 100)}%`}
                    height="100%"
                    rx="3"
                  />
                </svg>
              </li>
            ))}
          </ol>
          {!isWhole && best.length > FIRST_SHOWN && (
            <Button kind="quiet" className={styles['all'] ?? ''} onClick={() => setWhole(true)}>
              {say('habitPage.allStreaks', { count: best.length })}
            </Button>
          )}
        </>
      )}
    </ChartSection>
  );
}
