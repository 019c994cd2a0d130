import type { DayState, Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import type { MessageId } from '../../../intl/en.ts';
import { useLanguage } from '../../../intl/language.ts';
import { outsideOf } from '../../../../src-shared/domain/habit-span.ts';
import { StateMark } from '../state-mark.tsx';
import styles from './year-heatmap.module.css';

type Shape = DayState | 'before' | 'after';

const NAMES: readonly (readonly [Shape, MessageId])[] = [
  ['done', 'state.done'],
  ['partly', 'state.partly'],
  ['skipped', 'state.skipped'],
  ['paused', 'state.paused'],
  ['missed', 'state.missed'],
  ['open', 'state.nothingLogged'],
  ['not-due', 'state.notDue'],
  ['before', 'state.beforeStart'],
  ['after', 'state.afterEnd'],
  ['future', 'state.future'],
];

interface HeatmapKeyProps {
  readonly habit: Habit;
  readonly days: readonly HabitDay[];
  readonly today: string;
}

/** What the shapes of these days mean. Every cell says it too: for a screen reader this would be one thing more. */
export function HeatmapKey({ habit, days, today }: HeatmapKeyProps) {
  const { say } = useLanguage();
  const shapes = new Set<Shape>();
  for (const { day, state } of days) {
    if (state === 'not-due') shapes.add(outsideOf(habit, day) ?? state);
    else if (state !== 'open' || day < today) shapes.add(state);
  }
  const isQuit = habit.kind.type === 'quit';
  const nameOf = (shape: Shape, name: MessageId): MessageId => {
    if (isQuit && shape === 'done') return 'checkIn.kept';
    return isQuit && shape === 'missed' ? 'checkIn.slipped' : name;
  };
  return (
    <ul className={styles['key']} aria-hidden="true">
      {NAMES.filter(([shape]) => shapes.has(shape)).map(([shape, name]) => {
        const isOutside = shape === 'before' || shape === 'after';
        return (
          <li key={shape}>
            <span>
              <StateMark state={isOutside ? 'not-due' : shape} isOutside={isOutside} className={styles['mark']} />
            </span>
            {say(nameOf(shape, name))}
          </li>
        );
      })}
      {days.some(({ note }) => (note ?? '') !== '') && (
        <li>
          <span data-note="">
            <StateMark state="open" className={styles['mark']} />
          </span>
          {say('habitPage.withNote')}
        </li>
      )}
    </ul>
  );
}
