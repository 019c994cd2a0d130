import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { RefObject } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { addDays } from '../../../src-shared/domain/day.ts';
import { IconButton } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { DayEditor } from './day-editor.tsx';
import { RowPopover } from './row-popover.tsx';
import styles from './day-popover.module.css';
import { dateText } from './page/day-sentence.ts';

interface DayPopoverProps {
  readonly habit: Habit;
  readonly day: string;
  readonly today: string;
  /** What it stands beside. */
  readonly anchor: RefObject<Element | null>;
  readonly placement?: 'beside' | 'below';
  readonly onClose: () => void;
}

/** One day of the habit, and the way to its neighbours: the cells of a year are small, and these buttons are not. */
export function DayPopover({ habit, day: first, today, anchor, placement = 'beside', onClose }: DayPopoverProps) {
  const { say, locale } = useLanguage();
  const [turned, setTurned] = useState<string | null>(null);
  const day = turned ?? first;
  const turn = (by: 1 | -1): void => {
    const next = addDays(day, by);
    if (next <= today) setTurned(next);
  };
  return (
    <RowPopover
      label={say('checkIn.dayOf', { name: habit.name, date: dateText(locale, day) })}
      anchor={anchor}
      placement={placement}
      onClose={onClose}
    >
      <div className={styles['day']}>
        <DayEditor key={day} habit={habit} day={day} autoFocus={turned === null} onDone={onClose} />
        <div className={styles['turn']}>
          <IconButton label={say('habitPage.dayBefore')} onClick={() => turn(-1)}>
            <ChevronLeft />
          </IconButton>
          <IconButton label={say('habitPage.dayAfter')} aria-disabled={day >= today} onClick={() => turn(1)}>
            <ChevronRight />
          </IconButton>
        </div>
      </div>
    </RowPopover>
  );
}
