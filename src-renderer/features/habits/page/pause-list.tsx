import type { Pause } from '../../../../src-shared/contract/habits.ts';
import { fullDate } from '../../../intl/dates.ts';
import { useLanguage } from '../../../intl/language.ts';
import { ChartSection } from '../../insights/chart-section.tsx';
import styles from './habit-page.module.css';
import { datesTogether, runningPause } from './habit-sentences.ts';

interface PauseListProps {
  readonly pauses: readonly Pause[];
  readonly today: string;
}

/** When the habit rested, the latest first. */
export function PauseList({ pauses, today }: PauseListProps) {
  const { say, locale } = useLanguage();
  const running = runningPause(pauses, today);
  return (
    <ChartSection title={say('habitPage.pauses')} table={null}>
      <ul className={styles['pauses']}>
        {pauses
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((pause) => (
            <li key={pause.id}>
              {pause.to === null
                ? say('habitPage.pauseSince', { date: fullDate(locale, pause.from) })
                : datesTogether(locale, pause.from, pause.to)}
              {pause === running && <em>{say('habitPage.streakNow')}</em>}
              <small>
                {[pause.reason, pause.habitId === null ? say('habitPage.pauseOfAll') : '']
                  .filter((text) => text !== '')
                  .join(', ')}
              </small>
            </li>
          ))}
      </ul>
    </ChartSection>
  );
}
