import { ArrowLeft, ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { shortcutAria } from '../../actions/shortcuts.ts';
import { useKeys } from '../../actions/use-keys.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { monthDays } from '../../../src-shared/domain/months.ts';
import { dayAndMonth, monthAndYear, monthOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import pageStyles from './insights-page.module.css';
import { MonthFigures } from './month-figures.tsx';
import { MonthGrid } from './month-grid.tsx';
import { MonthLines } from './month-lines.tsx';
import styles from './month-page.module.css';
import { MonthPhotos } from './month-photos.tsx';

type Answer = OutputOf<'insights.month'>;

function isEmpty({ writing, habits }: Answer): boolean {
  return writing.entries === 0 && habits.length === 0;
}

/** One month as a sheet: what was written, how it was, what was done, what was seen. It can be printed as it stands. */
export function MonthPage() {
  const { notices, target } = useModel();
  const { say, locale } = useLanguage();
  const heading = useHeadingFocus();
  const today = useSession((state) => state.today?.day) ?? '1970-01-01';
  const actionKeys = useKeys();
  const asked = useRoute((state) => state.month) ?? monthOf(today);
  const answer = useAnswer('insights.month', { month: asked }, ['entries', 'habits', 'attachments']);
  // The heading turns with what stands below it, never before it.
  const month = answer === null ? asked : monthOf(answer.writing.from);
  const { from, to } = monthDays(month);
  const name = monthAndYear(locale, from);
  const isOpen = answer !== null && answer.writing.to < to;

  const shown = useRef(month);
  useEffect(() => {
    if (shown.current !== month) notices.announce(name);
    shown.current = month;
  }, [month, name, notices]);

  const keys = (action: 'back-to-insights' | 'previous-month' | 'next-month' | 'print'): string | undefined => {
    const shortcut = actionKeys.of(action);
    return shortcut === null ? undefined : shortcutAria(shortcut, actionKeys.platform);
  };
  return (
    <div className={`${pageStyles['page'] ?? ''} ${styles['sheet'] ?? ''}`}>
      <p className={styles['back']}>
        <Button kind="quiet" aria-keyshortcuts={keys('back-to-insights')} onClick={() => target.show('insights')}>
          <ArrowLeft aria-hidden="true" />
          {say('insights.title')}
        </Button>
      </p>
      <header className={pageStyles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {name}
        </h1>
        {isOpen && <p>{say('month.upTo', { date: dayAndMonth(locale, answer.writing.to) })}</p>}
        <div className={styles['tools']}>
          <IconButton
            label={say('month.previous')}
            aria-keyshortcuts={keys('previous-month')}
            onClick={() => target.stepMonth(-1)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={say('month.next')}
            aria-keyshortcuts={keys('next-month')}
            aria-disabled={asked >= monthOf(today)}
            onClick={() => target.stepMonth(1)}
          >
            <ChevronRight />
          </IconButton>
          <Button aria-keyshortcuts={keys('print')} onClick={() => target.print()}>
            <Printer aria-hidden="true" />
            {say('month.print')}
          </Button>
        </div>
      </header>
      {answer !== null &&
        (isEmpty(answer) ? (
          <EmptyState
            scene="calendar"
            title={say('month.emptyTitle', { month: name })}
            text={say('month.emptyText')}
            example={say('month.emptyExample')}
            action={<Button onClick={() => target.show('calendar')}>{say('month.emptyAction')}</Button>}
          />
        ) : (
          <>
            <MonthFigures answer={answer} isOpen={isOpen} />
            <MonthGrid answer={answer} from={from} to={to} today={today} />
            <MonthPhotos photos={answer.photos} count={answer.photoCount} />
            <MonthLines lines={answer.lines} />
          </>
        ))}
    </div>
  );
}
