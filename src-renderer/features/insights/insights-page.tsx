import { useEffect, useRef } from 'react';
import { rangeStart } from '../../../src-shared/domain/writing-statistics.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { useKeyHint } from '../../actions/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { dateRange } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute, useSession, useWeekStart } from '../../shell/model-context.tsx';
import styles from './insights-page.module.css';
import { MoodHabits } from './mood-habits.tsx';
import { WritingInsights } from './writing-insights.tsx';

/** What the journal tells about itself, over a time that one chooses. Each kind of insight is a part of its own. */
export function InsightsPage() {
  const newEntryKey = useKeyHint('new-entry');
  const { notices, route, target } = useModel();
  const { say, locale } = useLanguage();
  const heading = useHeadingFocus();
  const today = useSession((state) => state.today?.day) ?? '1970-01-01';
  const range = useRoute((state) => state.insightsRange);
  const weekStart = useWeekStart();
  const writing = useAnswer(
    'statistics.writing',
    { from: rangeStart(range, today, weekStart), to: today, weekStart },
    'entries',
  );

  // Another time was chosen, and what is seen at once has to be heard too; what came from elsewhere meanwhile is no news.
  const chosen = useRef(false);
  useEffect(() => {
    if (!chosen.current || writing === null) return;
    chosen.current = false;
    const { from, to, total } = writing;
    const { entries, words } = total;
    notices.announce(say('insights.announced', { range: dateRange(locale, from, to), entries, words }));
  }, [writing, notices, say, locale]);

  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {say('insights.title')}
        </h1>
        {writing !== null && writing.first !== null && (
          <>
            <p>{dateRange(locale, writing.from, writing.to)}</p>
            <div className={styles['tools']}>
              <Button onClick={() => target.showMonth(null)}>{say('insights.month')}</Button>
              <Segmented
                label={say('insights.range')}
                choices={['days', 'months', 'everything']}
                value={range}
                name={(choice) => say(`insights.range.${choice}`)}
                onChange={(choice) => {
                  chosen.current = true;
                  route.setState({ insightsRange: choice });
                }}
              />
            </div>
          </>
        )}
      </header>
      {writing !== null &&
        (writing.first === null ? (
          <EmptyState
            scene="insights"
            title={say('insights.emptyTitle')}
            text={say('insights.emptyText')}
            example={say('insights.emptyExample')}
            action={
              <Button
                kind="main"
                aria-keyshortcuts={newEntryKey['aria-keyshortcuts']}
                onClick={() => target.newEntry()}
              >
                {say('insights.emptyAction')}
              </Button>
            }
          />
        ) : (
          <>
            <WritingInsights answer={writing} weekStart={weekStart} />
            <MoodHabits from={rangeStart(range, today, weekStart)} to={today} />
          </>
        ))}
    </div>
  );
}
