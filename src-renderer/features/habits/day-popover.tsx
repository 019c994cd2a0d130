import type { RefObject } from 'react';
import type { Habit } from '../../../src-shared/contract/habits.ts';
import { fullDate, weekdayName } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { DayEditor } from './day-editor.tsx';
import { RowPopover } from './row-popover.tsx';

interface DayPopoverProps {
  readonly habit: Habit;
  readonly day: string;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The choices of one day, beside the cell that stands for it. */
export function DayPopover({ habit, day, anchor, onClose }: DayPopoverProps) {
  const { say, locale } = useLanguage();
  const date = `${weekdayName(locale, day)}, ${fullDate(locale, day)}`;
  return (
    <RowPopover
      label={say('checkIn.dayOf', { name: habit.name, date })}
      anchor={anchor}
      placement="below"
      onClose={onClose}
    >
      <DayEditor habit={habit} day={day} autoFocus onDone={onClose} />
    </RowPopover>
  );
}
