import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useKeyHint } from '../../actions/use-keys.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { dayAndMonth, dayOfYear, weekdayName, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import { PaneButton } from '../../shell/pane-button.tsx';
import { panesOf } from '../../shell/panes.ts';
import { EntryEditor } from '../entries/entry-editor.tsx';
import styles from './today-page.module.css';

interface DayHeaderProps {
  readonly day: string;
  readonly today: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function DayHeader({ day, today, heading }: DayHeaderProps) {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const hasAside = useSession((state) => panesOf(state.settings).aside.open);
  const previous = useKeyHint('previous-day');
  const next = useKeyHint('next-day');
  return (
    <header className={styles['header']}>
      <h1 ref={heading} tabIndex={-1}>
        {say('day.title', { weekday: weekdayName(locale, day), date: dayAndMonth(locale, day) })}
      </h1>
      <span className={styles['sub']}>
        {yearOf(day) === yearOf(today)
          ? say('day.ofYear', { day: dayOfYear(day) })
          : say('day.year', { year: String(yearOf(day)) })}
      </span>
      {/* Paper is read in another year. */}
      <span className={styles['year']} aria-hidden="true">
        {yearOf(day)}
      </span>
      <div className={styles['go']}>
        {day !== today && (
          <Button kind="quiet" onClick={target.goToToday}>
            {say('day.goToToday')}
          </Button>
        )}
        <IconButton
          label={say('day.previous')}
          aria-keyshortcuts={previous['aria-keyshortcuts']}
          title={previous.title(say('day.previous'))}
          onClick={() => target.stepDay(-1)}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={say('day.next')}
          aria-keyshortcuts={next['aria-keyshortcuts']}
          title={next.title(say('day.next'))}
          // Disabled, it would drop the focus of somebody who has just come back to the present day with it.
          aria-disabled={day >= today}
          onClick={() => target.stepDay(1)}
        >
          <ChevronRight />
        </IconButton>
        {!hasAside && <PaneButton pane="aside" isOpen={false} />}
      </div>
    </header>
  );
}

function DayEntries({ day }: { readonly day: string }) {
  const { entries, showProblem } = useModel();
  const { say } = useLanguage();
  const ids = useEntries((state) => state.days[day]);
  const blank = useEntries((state) => state.blanks[day]);

  useEffect(() => entries.watchDay(day, showProblem), [day, entries, showProblem]);

  if (ids === undefined) return null;
  const shown = blank === undefined || ids.includes(blank) ? ids : [...ids, blank];
  // An entry has the focus as a whole after the one before it was removed.
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset['entry'] : undefined;
    if (event.key !== 'Enter' || id === undefined) return;
    event.preventDefault();
    entries.requestFocus(id, 'text');
  };
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      {shown.map((id) => (
        <EntryEditor key={id} id={id} day={day} />
      ))}
      {(blank === undefined || ids.includes(blank)) && (
        <Button kind="quiet" className={styles['another'] ?? ''} onClick={() => entries.beginNew(day)}>
          <Plus />
          {say('entry.another')}
        </Button>
      )}
    </div>
  );
}

/**
 * Where the focus goes when another day is on the page: on the present day, and on an empty one, to where one would write; else to the
 * heading, for a text of the past is there to be read. A day button that was pressed keeps it.
 */
function useDayFocus(day: string, today: string): RefObject<HTMLHeadingElement | null> {
  const { entries, notices } = useModel();
  const { say, locale } = useLanguage();
  const turn = useRoute((route) => route.turn);
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef<{ readonly day: string; readonly turn: number } | null>(null);
  useEffect(() => {
    const before = seen.current;
    seen.current = { day, turn };
    if (before?.day === day && before.turn === turn) return;
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active === heading.current;
    // Where the day was there already, a text of it that was asked for by name has taken the focus before the heading could.
    const isTaken = active instanceof HTMLInputElement || (active instanceof HTMLElement && active.isContentEditable);
    if (before === null ? isTaken : before.turn === turn && !isFree) {
      if (heading.current?.parentElement?.contains(active) === true) {
        notices.announce(say('day.title', { weekday: weekdayName(locale, day), date: dayAndMonth(locale, day) }));
      }
      return;
    }
    heading.current?.focus({ preventScroll: true });
    entries.requestDayFocus(day, day === today ? 'any' : 'blank');
  }, [day, today, turn, entries, notices, say, locale]);
  return heading;
}

function Day({ day, today }: { readonly day: string; readonly today: string }) {
  const heading = useDayFocus(day, today);
  return (
    <div className={styles['page']}>
      <DayHeader day={day} today={today} heading={heading} />
      <DayEntries key={day} day={day} />
    </div>
  );
}

export function TodayPage() {
  const today = useSession((state) => state.today?.day);
  const chosen = useRoute((route) => route.day);
  const day = chosen ?? today;
  if (day === undefined || today === undefined) return null;
  return <Day day={day} today={today} />;
}
