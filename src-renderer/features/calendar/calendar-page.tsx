import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MenuAtPoint } from '../../components/choice-menu.tsx';
import { Segmented } from '../../components/segmented.tsx';
import { useContextMenu } from '../../components/use-context-menu.ts';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { fullDate, isoWeekdayName, monthAndYear, weekdayName, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession, useWeekStart } from '../../shell/model-context.tsx';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import styles from './calendar-page.module.css';
import { dayChoices } from './day-choices.ts';
import { dayByKey, rangeOf, stepBy, weeksOf } from './months.ts';
import { keyAlongLine } from '../../intl/direction.ts';

type CalendarDay = OutputOf<'entries.calendar'>['days'][number];
type Span = 'month' | 'year';

interface MonthProps {
  /** `YYYY-MM` */
  readonly month: string;
  readonly span: Span;
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly today: string;
  /** The one day in the tab order. */
  readonly active: string;
  readonly onOpen: (day: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One month as a grid of days. */
function Month({ month, span, days, today, active, onOpen, onKeyDown }: MonthProps) {
  const { say, locale } = useLanguage();
  const weekStart = useWeekStart();
  const weekdays = Array.from({ length: 7 }, (_, index) => ((weekStart - 1 + index) % 7) + 1);
  const title = monthAndYear(locale, `${month}-01`);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the APG's date grid is exactly this
    <table role="grid" aria-label={title} className={styles['month']} data-span={span} onKeyDown={onKeyDown}>
      {span === 'year' && (
        <caption>
          {new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
            new Date(`${month}-15T12:00:00Z`),
          )}
        </caption>
      )}
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col" abbr={isoWeekdayName(locale, weekday)}>
              {isoWeekdayName(locale, weekday, 'short').slice(0, span === 'year' ? 1 : undefined)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, weekStart).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, column) => {
              if (day === null) return <td key={weekdays[column]} aria-hidden="true" />;
              const held = days.get(day);
              const mood = held?.mood == null ? null : (Math.round(held.mood) as Mood);
              const name = mood === null ? null : moodName(mood);
              const date = `${weekdayName(locale, day)}, ${fullDate(locale, day)}`;
              const label = say('calendar.day', {
                date,
                count: held?.entries ?? 0,
                mood: name === null ? '' : say(name),
                hasMood: String(name !== null),
              });
              return (
                <td key={day}>
                  <button
                    type="button"
                    id={`calendar-${day}`}
                    className={styles['day']}
                    tabIndex={day === active ? 0 : -1}
                    aria-label={label}
                    aria-current={day === today ? 'date' : undefined}
                    aria-disabled={day > today || undefined}
                    data-mood={mood ?? undefined}
                    data-written={held === undefined ? undefined : ''}
                    onClick={() => onOpen(day)}
                  >
                    <span>{Number(day.slice(8))}</span>
                    {span === 'month' && mood !== null && <MoodFace mood={mood} />}
                    {span === 'month' && held !== undefined && held.entries > 1 && <small>{held.entries}</small>}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every day at a glance: where something was written, and how it was. */
export function CalendarPage() {
  const model = useModel();
  const { target, notices } = model;
  const weekStart = useWeekStart();
  const { say, locale } = useLanguage();
  const heading = useHeadingFocus();
  const today = useSession((state) => state.today?.day) ?? '1970-01-01';
  const [span, setSpan] = useState<Span>('month');
  const [chosen, setChosen] = useState<string | null>(null);
  const active = chosen ?? today;
  const takesFocus = useRef(false);
  const answer = useAnswer('entries.calendar', rangeOf(active, span), 'entries');
  const days = new Map((answer?.days ?? []).map((day) => [day.day, day]));
  const title = span === 'month' ? monthAndYear(locale, active) : String(yearOf(active));
  const last = rangeOf(today, span).to;

  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    document.getElementById(`calendar-${active}`)?.focus();
  }, [active]);

  const goTo = (day: string): void => setChosen(day > today ? today : day);
  const turn = (by: 1 | -1): void => {
    const next = stepBy(active, span, by);
    if (next > last) return;
    goTo(next);
    notices.announce(span === 'month' ? monthAndYear(locale, next) : String(yearOf(next)));
  };
  const menu = useContextMenu((element) => {
    const day = element.closest('[id^="calendar-"]')?.id.slice('calendar-'.length);
    if (day === undefined || day > today) return null;
    goTo(day);
    return day;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (menu.onKeyDown(event)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = dayByKey(active, keyAlongLine(event.key), event.shiftKey, weekStart);
    if (next === null) return;
    event.preventDefault();
    takesFocus.current = true;
    goTo(next);
  };
  const months =
    span === 'month'
      ? [active.slice(0, 7)]
      : Array.from({ length: 12 }, (_, index) => `${active.slice(0, 4)}-${String(index + 1).padStart(2, '0')}`);
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles['tools']}>
          {span === 'month' && (
            <Button onClick={() => target.showMonth(active.slice(0, 7))}>{say('insights.month')}</Button>
          )}
          <Segmented
            label={say('calendar.span')}
            choices={['month', 'year']}
            value={span}
            name={(choice) => say(`calendar.${choice}`)}
            onChange={setSpan}
          />
          <IconButton
            label={say(span === 'month' ? 'calendar.previousMonth' : 'calendar.previousYear')}
            onClick={() => turn(-1)}
          >
            <ChevronLeft />
          </IconButton>
          <IconButton
            label={say(span === 'month' ? 'calendar.nextMonth' : 'calendar.nextYear')}
            aria-disabled={stepBy(active, span, 1) > last}
            onClick={() => turn(1)}
          >
            <ChevronRight />
          </IconButton>
        </div>
      </header>
      <div role="presentation" className={styles['months']} data-span={span} onContextMenu={menu.onContextMenu}>
        {months.map((month) => (
          <Month
            key={month}
            month={month}
            span={span}
            days={days}
            today={today}
            active={active}
            onKeyDown={onKeyDown}
            onOpen={(day) => {
              if (day <= today) target.showDay(day);
            }}
          />
        ))}
      </div>
      {menu.open !== null && (
        <MenuAtPoint
          at={menu.open.at}
          label={fullDate(locale, menu.open.subject)}
          groups={dayChoices(menu.open.subject, model, say)}
          onClose={menu.close}
        />
      )}
      {answer !== null && days.size > 0 && (
        <p className={styles['note']}>{say('calendar.count', { count: days.size })}</p>
      )}
      {answer !== null && days.size === 0 && (
        <EmptyState
          scene="calendar"
          title={say('calendar.emptyTitle')}
          text={say('calendar.empty')}
          example={say('calendar.emptyExample')}
          action={<Button onClick={() => target.newEntry()}>{say('calendar.emptyAction')}</Button>}
        />
      )}
    </div>
  );
}
