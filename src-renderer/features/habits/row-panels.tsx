import type { RefObject } from 'react';
import type { Habit, HabitDay } from '../../../src-shared/contract/habits.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { MiniCalendar } from './mini-calendar.tsx';
import { NoteField } from './note-field.tsx';
import { RowPopover } from './row-popover.tsx';
import styles from './row-panels.module.css';
import type { CheckIns } from './use-check-ins.ts';

interface PanelProps {
  readonly habit: Habit;
  readonly anchor: RefObject<Element | null>;
  readonly onClose: () => void;
}

/** The note on the day that is shown. */
export function NotePanel({
  habit,
  day,
  checkIns,
  anchor,
  onClose,
}: PanelProps & { readonly day: HabitDay; readonly checkIns: CheckIns }) {
  const { say } = useLanguage();
  const label = say('checkIn.noteOf', { name: habit.name });
  return (
    <RowPopover label={label} anchor={anchor} onClose={onClose}>
      <div className={styles['note']}>
        <NoteField checkIns={checkIns} day={day} label={label} autoFocus onDone={onClose} />
      </div>
    </RowPopover>
  );
}

/** Past days, to be put right. */
export function DaysPanel({ habit, day, anchor, onClose }: PanelProps & { readonly day: string }) {
  const { say } = useLanguage();
  return (
    <RowPopover label={say('checkIn.daysOf', { name: habit.name })} anchor={anchor} onClose={onClose}>
      <MiniCalendar habit={habit} day={day} autoFocus />
    </RowPopover>
  );
}

/** Between a press on the tick of a habit to quit and the slip that it may mean. */
export function SlipPanel({ habit, anchor, onSlip, onClose }: PanelProps & { readonly onSlip: () => void }) {
  const { say } = useLanguage();
  return (
    <RowPopover label={habit.name} anchor={anchor} placement="below" onClose={onClose}>
      <div className={styles['slip']}>
        <p>{say('checkIn.slipText')}</p>
        <Button autoFocus onClick={onSlip}>
          {say('checkIn.recordSlip')}
        </Button>
      </div>
    </RowPopover>
  );
}
