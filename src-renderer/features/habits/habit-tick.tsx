import { Check, Minus, Pause, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, RefObject } from 'react';
import type { Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { useSession } from '../../shell/model-context.tsx';
import { HABIT_ICONS } from './habit-icons.ts';
import styles from './habit-tick.module.css';
import { progressOf } from './progress-sentence.ts';

/** Milliseconds: a little longer than the animation (--motion-calm). */
const BURST = 240;
const JUST_NOW = 1000;

/** React's type of a style knows no custom properties. */
function partOfRing(part: string): CSSProperties {
  return { ['--progress' as string]: part };
}

function Picture({ icon, colour }: Pick<Habit, 'icon' | 'colour'>) {
  if (icon === '') return null;
  const Icon = HABIT_ICONS[icon];
  return (
    <span className={styles['picture']} data-colour={colour} aria-hidden="true">
      {Icon === undefined ? icon : <Icon />}
    </span>
  );
}

interface HabitTickProps {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly habit: Habit;
  readonly day: HabitDay;
  readonly label: string;
  /** The id of what describes it. */
  readonly description: string | undefined;
  readonly keys: string;
  /** It opens something rather than doing it. */
  readonly opens: boolean;
  readonly isOpen: boolean;
  readonly isPressing: boolean;
  /** When something was last pressed in the row, by `performance.now()`: only what somebody did is celebrated. */
  readonly pressedAt: RefObject<number>;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The round button: a shape for each state, the ring of an amount, and the habit's own picture while there is something left to do. */
export function HabitTick({
  ref,
  habit,
  day,
  label,
  description,
  keys,
  opens,
  isOpen,
  isPressing,
  pressedAt,
  onClick,
  onKeyDown,
}: HabitTickProps) {
  const celebrates = useSession(({ settings }) => settings?.celebrations ?? true);
  const before = useRef(day);
  // By hand: to draw the row anew for an ornament would hold up what was pressed.
  useLayoutEffect(() => {
    const last = before.current;
    before.current = day;
    const button = ref.current;
    const isNew = last.day === day.day && last.state !== 'done' && day.state === 'done';
    if (button === null || !isNew || !celebrates || performance.now() - pressedAt.current > JUST_NOW) return undefined;
    button.dataset['burst'] = '';
    const end = (): void => {
      delete button.dataset['burst'];
    };
    const timer = setTimeout(end, BURST);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [celebrates, day, pressedAt, ref]);

  const { state } = day;
  return (
    <button
      ref={ref}
      type="button"
      className={styles['tick']}
      data-state={state}
      data-pressing={isPressing || undefined}
      data-habit-tick=""
      aria-label={label}
      aria-describedby={description}
      aria-keyshortcuts={keys}
      {...(opens ? { 'aria-haspopup': 'dialog', 'aria-expanded': isOpen } : {})}
      style={partOfRing(state === 'partly' ? progressOf(habit, day) : '0%')}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {state === 'done' && <Check />}
      {state === 'skipped' && <Minus />}
      {state === 'missed' && <X />}
      {state === 'paused' && <Pause />}
      {(state === 'open' || state === 'partly' || state === 'not-due' || state === 'future') && (
        <Picture icon={habit.icon} colour={habit.colour} />
      )}
    </button>
  );
}
