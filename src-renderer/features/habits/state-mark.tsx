import type { DayState } from '../../../src-shared/contract/habits.ts';
import styles from './state-mark.module.css';

interface StateMarkProps {
  readonly state: DayState;
  /** The present day: it has a ring. */
  readonly isToday?: boolean;
  /** The habit had not begun, or was over: there is a dot, and nothing to see. */
  readonly isOutside?: boolean;
  readonly title?: string | undefined;
  /** Gives it its size. */
  readonly className?: string | undefined;
}

/** The state of a day as a shape. Says nothing by itself: what is around it has the words. */
export function StateMark({ state, isToday = false, isOutside = false, title, className }: StateMarkProps) {
  return (
    <i
      className={`${styles['mark'] ?? ''} ${className ?? ''}`}
      data-state={state}
      data-today={isToday || undefined}
      data-outside={isOutside || undefined}
      title={title}
    />
  );
}
