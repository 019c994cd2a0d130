import { exceeds, measureOf, reaches } from '../../../../src-shared/domain/habit-day.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import chart from '../../insights/charts.module.css';
import { amountText, progressText } from './day-sentence.ts';
import styles from './habit-page.module.css';
import type { HabitSummary } from './page-answers.ts';

/** How far today, this week, month, quarter and year have come towards what the target makes of them; of a limit, what is left of it. */
export function TargetList({ summary }: { readonly summary: HabitSummary }) {
  const language = useLanguage();
  const { say } = language;
  const { habit, targets } = summary;
  const { kind } = habit;
  const isLimit = measureOf(kind)?.direction === 'at-most';
  return (
    <ChartSection title={say(isLimit ? 'habitPage.budget' : 'habitPage.targets')} table={null}>
      <ul className={styles['targets']}>
        {targets.map(({ span, sum, target: exact }) => {
          // A share of a longer period may be no round number.
          const target = Math.round(exact * 10) / 10;
          const isOver = exceeds(sum, target);
          const state = isLimit ? (isOver ? 'over' : 'within') : reaches(sum, target) ? 'reached' : 'open';
          const rest = amountText(habit, Math.round(Math.abs(target - sum) * 1000) / 1000, language);
          return (
            <li key={span}>
              <span>{say('habitPage.span', { span })}</span>
              <svg aria-hidden="true" data-state={state}>
                <rect className={chart['track']} width="100%" height="100%" rx="5" />
                <rect
                  className={chart['bar']}
                  width={`${String(target === 0 ? (sum > 0 ? 100 : 0) : Math.min(100, (sum / target) * 100))}%`}
                  height="100%"
                  rx="5"
                />
              </svg>
              <small>
                {target === 0 && !isLimit
                  ? say('habitPage.targetNone', { sum: amountText(habit, sum, language) })
                  : say('habitPage.targetText', { progress: progressText(habit, sum, target, language), state, rest })}
              </small>
            </li>
          );
        })}
      </ul>
    </ChartSection>
  );
}
