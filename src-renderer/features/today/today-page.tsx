import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useEffect } from 'react';
import { shortcutFor } from '../../actions/registry.ts';
import { shortcutAria, shortcutText } from '../../actions/shortcuts.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { dayAndMonth, dayOfYear, weekdayName, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useRoute, useSession } from '../../shell/model-context.tsx';
import { EntryEditor } from '../entries/entry-editor.tsx';
import styles from './today-page.module.css';

function DayHeader({ day, today }: { readonly day: string; readonly today: string }) {
  const { target } = useModel();
  const { say, locale } = useLanguage();
  const platform = useSession((state) => state.info?.platform ?? 'linux');
  const heading = useHeadingFocus();
  const previous = shortcutFor('previous-day', platform);
  const next = shortcutFor('next-day', platform);
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
      <div className={styles['go']}>
        {day !== today && (
          <Button kind="quiet" onClick={target.goToToday}>
            {say('day.goToToday')}
          </Button>
        )}
        <IconButton
          label={say('day.previous')}
          aria-keyshortcuts={previous === null ? undefined : shortcutAria(previous, platform)}
          title={previous === null ? undefined : `${say('day.previous')} (${shortcutText(previous, platform)})`}
          onClick={() => target.stepDay(-1)}
        >
          <ChevronLeft />
        </IconButton>
        <IconButton
          label={say('day.next')}
          aria-keyshortcuts={next === null ? undefined : shortcutAria(next, platform)}
          title={next === null ? undefined : `${say('day.next')} (${shortcutText(next, platform)})`}
          disabled={day >= today}
          onClick={() => target.stepDay(1)}
        >
          <ChevronRight />
        </IconButton>
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
  return (
    <>
      {shown.map((id) => (
        <EntryEditor key={id} id={id} day={day} />
      ))}
      {(blank === undefined || ids.includes(blank)) && (
        <Button kind="quiet" className={styles['another'] ?? ''} onClick={() => entries.beginNew(day)}>
          <Plus />
          {say('entry.another')}
        </Button>
      )}
    </>
  );
}

export function TodayPage() {
  const today = useSession((state) => state.today?.day);
  const chosen = useRoute((route) => route.day);
  const day = chosen ?? today;
  if (day === undefined || today === undefined) return null;
  return (
    <div className={styles['page']}>
      <DayHeader key={`header ${day}`} day={day} today={today} />
      <DayEntries key={day} day={day} />
    </div>
  );
}
