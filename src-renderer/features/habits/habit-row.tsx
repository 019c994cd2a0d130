import { Ellipsis } from 'lucide-react';
import { memo, useId, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import type { HabitDay, HabitOverview, HabitTimer, Mark } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import { useLanguage } from '../../intl/language.ts';
import { useHabits, useModel } from '../../shell/model-context.tsx';
import { LONG_TIMER_MINUTES, minutesBetween, nextAmount } from './amounts.ts';
import { HabitMenu } from './habit-menu.tsx';
import type { HabitCommand } from './habit-menu.tsx';
import { HabitLine } from './habit-line.tsx';
import { HabitTick } from './habit-tick.tsx';
import styles from './habit-row.module.css';
import { LongTimerDialog } from './long-timer-dialog.tsx';
import { isPeriodKept } from '../../../src-shared/domain/habits-today.ts';
import { stateSentence } from './progress-sentence.ts';
import { DaysPanel, NotePanel, SlipPanel } from './row-panels.tsx';
import { tickKey } from './tick-keys.ts';
import { useCheckIns } from './use-check-ins.ts';
import { useLongPress } from './use-long-press.ts';
import type { Point } from './use-long-press.ts';
import { WeekStrip } from './week-strip.tsx';

/** What opened the field of an amount: the focus goes back to it. */
type AmountOpener = 'tick' | 'amount' | 'more';

type Panel =
  /** `at` null: beside its button. */
  | { readonly type: 'menu'; readonly at: Point | null }
  /** `typed`: the digit that opened it. Its day stays what it was at midnight, too. */
  | { readonly type: 'amount'; readonly day: string; readonly from: AmountOpener; readonly typed?: string }
  | { readonly type: 'note'; readonly day: string }
  | { readonly type: 'days' | 'slip' }
  | { readonly type: 'long-timer'; readonly timer: HabitTimer; readonly minutes: number };

/** Of the menu: what is about the day that the row shows. */
const OF_THE_DAY: ReadonlySet<HabitCommand> = new Set(['amount', 'note', 'days']);

interface HabitRowProps {
  readonly row: HabitOverview;
  /** The present day. */
  readonly today: string;
  /** The page names another day than the row: what is pressed meanwhile would land on the day that one has left. */
  readonly isTurning: boolean;
}

function Row({ row, day, today, isTurning }: HabitRowProps & { readonly day: HabitDay }) {
  const { session, target } = useModel();
  const language = useLanguage();
  const { say } = language;
  const { habit } = row;
  const checkIns = useCheckIns(habit);
  const timer = useHabits((state) => state.timers.find(({ habitId }) => habitId === habit.id));
  const [panel, setPanel] = useState<Panel | null>(null);
  const tick = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const amount = useRef<HTMLButtonElement>(null);
  const point = useRef<HTMLSpanElement>(null);
  const pressedAt = useRef(Number.NEGATIVE_INFINITY);
  const moreId = useId();
  const questionId = useId();
  const measure = measureOf(habit.kind);
  const isQuit = habit.kind.type === 'quit';
  const close = (): void => setPanel(null);
  const press = useLongPress((at) => setPanel({ type: 'menu', at }));

  const dayOf = (wanted: string): HabitDay => row.week.find((each) => each.day === wanted) ?? day;

  /** @param before of an amount that is being typed: its day stays what it was, wherever the page is by then */
  function mark(given: Mark, before?: HabitDay): void {
    if (before === undefined && isTurning) return;
    pressedAt.current = performance.now();
    void checkIns.mark(before ?? day, given);
  }

  function step(steps: number): void {
    const given = nextAmount(habit.kind, day, steps);
    if (given === null || isTurning) return;
    pressedAt.current = performance.now();
    void checkIns.step(day, given);
  }

  function stop(running: HabitTimer): void {
    const minutes = minutesBetween(running.startedAt, Date.now() + session.store.getState().clockLead);
    if (minutes > LONG_TIMER_MINUTES) {
      setPanel({ type: 'long-timer', timer: running, minutes });
      return;
    }
    pressedAt.current = performance.now();
    void checkIns.stopTimer(running);
  }

  function onTick(): void {
    if (isTurning) return;
    // A slip is nothing to be made by a click that went astray; to take one back is.
    if (isQuit && day.mark !== 'missed') setPanel({ type: 'slip' });
    else mark({ type: isQuit || day.state === 'done' ? 'clear' : 'done' });
  }

  function onTickKey(event: KeyboardEvent): void {
    const key = tickKey(event, measure !== null);
    if (key === null) return;
    event.preventDefault();
    if (isTurning) return;
    if (key.type === 'step') step(key.steps);
    else if (key.type === 'amount')
      setPanel({ type: 'amount', day: day.day, from: 'tick', ...(key.typed === '' ? {} : { typed: key.typed }) });
  }

  function onEdited(how: 'key' | 'left'): void {
    const from = panel?.type === 'amount' ? panel.from : 'tick';
    // The field gives its place to the button, which takes the focus from there.
    flushSync(close);
    if (how === 'key') ({ tick, amount, more })[from].current?.focus();
  }

  function onCommand(command: HabitCommand): void {
    if (isTurning && OF_THE_DAY.has(command)) return;
    switch (command) {
      case 'amount':
        setPanel({ type: command, day: day.day, from: 'more' });
        break;
      case 'note':
        setPanel({ type: command, day: day.day });
        break;
      case 'days':
        setPanel({ type: command });
        break;
      case 'start-timer':
        void checkIns.startTimer();
        break;
      case 'stop-timer':
        if (timer !== undefined) stop(timer);
        break;
      case 'discard-timer':
        if (timer !== undefined) void checkIns.discardTimer(timer);
        break;
      case 'open':
        target.showHabit(habit.id);
        break;
      case 'edit':
        target.open({ type: 'habit', id: habit.id });
        break;
      case 'pause':
        target.open({ type: 'pause', habitId: habit.id });
        break;
    }
  }

  /** The menu by the other button, and by the keys for it. */
  function onContextMenu(event: MouseEvent): void {
    if (!event.currentTarget.contains(event.target as Node) || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const isMouse = event.button === 2 || event.ctrlKey;
    setPanel((open) => open ?? { type: 'menu', at: isMouse ? { left: event.clientX, top: event.clientY } : null });
  }

  function onRowKey(event: KeyboardEvent): void {
    const isMenu = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isMenu || !event.currentTarget.contains(event.target as Node) || event.target instanceof HTMLInputElement)
      return;
    event.preventDefault();
    setPanel({ type: 'menu', at: null });
  }

  const isDone = day.state === 'done' || (day.state === 'open' && isPeriodKept(row));
  const isQuiet = isDone || ['not-due', 'skipped', 'paused', 'future'].includes(day.state);
  const menuAt = panel?.type === 'menu' ? panel.at : null;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- all of it by key as well: the tick's keys, and the menu's button */}
      <li
        className={styles['habit']}
        data-state={day.state}
        data-quiet={isQuiet || undefined}
        {...press.handlers}
        onContextMenu={onContextMenu}
        onKeyDown={onRowKey}
      >
        <HabitTick
          ref={tick}
          habit={habit}
          day={day}
          label={say('habit.state', { name: habit.name, state: stateSentence(habit, day, today, language) })}
          description={habit.question === '' ? undefined : questionId}
          keys={measure === null ? 'Space Enter' : 'Space Enter + -'}
          opens={isQuit && day.mark !== 'missed'}
          isOpen={panel?.type === 'slip'}
          isPressing={press.isPressing}
          pressedAt={pressedAt}
          onClick={onTick}
          onKeyDown={onTickKey}
        />
        <div className={styles['head']}>
          <div
            className={styles['name']}
            dir="auto"
            title={habit.question === '' ? habit.name : `${habit.name}\n${habit.question}`}
          >
            {habit.name}
          </div>
          {habit.question !== '' && (
            <span id={questionId} hidden>
              {habit.question}
            </span>
          )}
          <WeekStrip habit={habit} week={row.week} today={today} />
        </div>
        <HabitLine
          row={row}
          day={day}
          today={today}
          timer={timer}
          editing={panel?.type === 'amount' ? { day: dayOf(panel.day), typed: panel.typed } : null}
          onMark={mark}
          onStep={step}
          amountButton={amount}
          onEdit={() => {
            if (!isTurning) setPanel({ type: 'amount', day: day.day, from: 'amount' });
          }}
          onEdited={onEdited}
          onNote={() => {
            if (!isTurning) setPanel({ type: 'note', day: day.day });
          }}
          onStart={() => void checkIns.startTimer()}
          onStop={(running) => {
            // On another day the button to stop it goes, and leaves none to start one.
            if (day.day !== today) tick.current?.focus();
            stop(running);
          }}
        />
        <button
          ref={more}
          type="button"
          id={moreId}
          className={styles['more']}
          aria-label={say('habit.more', { name: habit.name })}
          aria-haspopup="menu"
          aria-expanded={panel?.type === 'menu'}
          data-no-press=""
          onClick={() => setPanel({ type: 'menu', at: null })}
        >
          <Ellipsis />
        </button>
        {menuAt !== null && <span ref={point} className={styles['point']} style={menuAt} />}
      </li>
      {panel?.type === 'menu' && (
        <HabitMenu
          habit={habit}
          day={day}
          isToday={day.day === today}
          timer={timer}
          labelledBy={moreId}
          anchor={panel.at === null ? more : point}
          placement={panel.at === null ? 'bottom end' : 'bottom start'}
          onMark={mark}
          onCommand={onCommand}
          // What it opened in its own place stays.
          onClose={() => setPanel((open) => (open?.type === 'menu' ? null : open))}
        />
      )}
      {panel?.type === 'note' && (
        <NotePanel
          key={panel.day}
          habit={habit}
          day={dayOf(panel.day)}
          checkIns={checkIns}
          anchor={tick}
          onClose={close}
        />
      )}
      {panel?.type === 'days' && <DaysPanel habit={habit} day={day.day} anchor={tick} onClose={close} />}
      {panel?.type === 'slip' && (
        <SlipPanel
          habit={habit}
          anchor={tick}
          onSlip={() => {
            close();
            mark({ type: 'missed' });
          }}
          onClose={close}
        />
      )}
      {panel?.type === 'long-timer' && (
        <LongTimerDialog
          habit={habit}
          timer={panel.timer}
          measured={panel.minutes}
          onKeep={(minutes) => {
            close();
            void checkIns.stopTimer(panel.timer, minutes);
          }}
          onDiscard={() => {
            close();
            void checkIns.discardTimer(panel.timer);
          }}
          onClose={close}
        />
      )}
    </>
  );
}

/** A habit on the day that its week ends with: one click, or Space, ticks it. */
export const HabitRow = memo(function HabitRow(props: HabitRowProps) {
  const day = props.row.week.at(-1);
  return day === undefined ? null : <Row {...props} day={day} />;
});
