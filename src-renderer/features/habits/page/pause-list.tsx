import type { Habit, Pause } from '../../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useModel } from '../../../shell/model-context.tsx';
import { ChartSection } from '../../insights/chart-section.tsx';
import { pausedName, rangeWords } from '../pauses/pause-words.ts';
import styles from './habit-page.module.css';
import { runningPause } from './habit-sentences.ts';

interface PauseListProps {
  readonly habit: Habit;
  readonly pauses: readonly Pause[];
  readonly today: string;
}

/** When the habit rested, the latest first. */
export function PauseList({ habit, pauses, today }: PauseListProps) {
  const { target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const running = runningPause(pauses, today);
  return (
    <ChartSection title={say('pause.list')} table={null}>
      <ul className={styles['entries']}>
        {pauses
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((pause) => {
            const more = [pause.habitId === null ? pausedName(pause, [habit], language) : '', pause.reason];
            return (
              <li key={pause.id}>
                <button
                  type="button"
                  onClick={() => target.open({ type: 'pause', habitId: pause.habitId, id: pause.id })}
                >
                  <b>
                    {rangeWords(pause, language)}
                    {pause === running && <em>{say('habitPage.now')}</em>}
                  </b>
                  <small>{more.filter((text) => text !== '').join(', ')}</small>
                </button>
              </li>
            );
          })}
      </ul>
    </ChartSection>
  );
}
