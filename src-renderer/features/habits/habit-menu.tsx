import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Habit, HabitDay, HabitTimer, Mark } from '../../../src-shared/contract/habits.ts';
import { measureOf } from '../../../src-shared/domain/habit-day.ts';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import styles from './habit-menu.module.css';

interface Choice {
  readonly type: Mark['type'];
  readonly label: MessageId;
}

const SKIPPED: Choice = { type: 'skipped', label: 'habit.markSkipped' };
const MARKS: readonly Choice[] = [
  { type: 'done', label: 'habit.markDone' },
  SKIPPED,
  { type: 'missed', label: 'habit.markMissed' },
];
/** A day is kept by itself. */
const QUIT_MARKS: readonly Choice[] = [{ type: 'missed', label: 'checkIn.recordSlip' }, SKIPPED];

export type HabitCommand =
  'amount' | 'start-timer' | 'stop-timer' | 'discard-timer' | 'note' | 'days' | 'open' | 'edit' | 'pause';

interface HabitMenuProps {
  readonly habit: Habit;
  readonly day: HabitDay;
  readonly isToday: boolean;
  readonly timer: HabitTimer | undefined;
  /** The id of the button that it belongs to, which the focus goes back to. */
  readonly labelledBy: string;
  readonly anchor: RefObject<Element | null>;
  readonly placement: 'bottom end' | 'bottom start';
  readonly onMark: (mark: Mark) => void;
  readonly onCommand: (command: HabitCommand) => void;
  readonly onClose: () => void;
}

function timerCommands(timer: HabitTimer | undefined, isToday: boolean): readonly [HabitCommand, MessageId][] {
  if (timer !== undefined) {
    return [
      ['stop-timer', 'checkIn.stopTimer'],
      ['discard-timer', 'checkIn.discardTimer'],
    ];
  }
  return isToday ? [['start-timer', 'checkIn.startTimer']] : [];
}

/** All that can be done with a habit on a day. */
export function HabitMenu({
  habit,
  day,
  isToday,
  timer,
  labelledBy,
  anchor,
  placement,
  onMark,
  onCommand,
  onClose,
}: HabitMenuProps) {
  const { say } = useLanguage();
  const item = (id: string, label: string, perform: () => void): ReactNode => (
    <MenuItem key={id} id={id} textValue={label} className={styles['item'] ?? ''} onAction={perform}>
      {label}
      <Check aria-hidden="true" />
    </MenuItem>
  );
  const command = ([id, label]: readonly [HabitCommand, MessageId]): ReactNode =>
    item(id, say(label), () => onCommand(id));
  const marks = habit.kind.type === 'quit' ? QUIT_MARKS : MARKS;
  const isSlip = habit.kind.type === 'quit' && day.mark === 'missed';
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement={placement}
      offset={6}
      containerPadding={8}
      aria-label={say('habit.more', { name: habit.name })}
    >
      <Menu className={styles['menu'] ?? ''} aria-labelledby={labelledBy} autoFocus="first" onClose={onClose}>
        <MenuSection
          aria-label={say('habit.mark')}
          className={styles['section'] ?? ''}
          selectionMode="single"
          selectedKeys={[habit.kind.type === 'quit' ? (day.mark ?? '') : day.state]}
        >
          {marks.map(({ type, label }) => item(type, say(label), () => onMark({ type })))}
        </MenuSection>
        <MenuSection aria-label={say('checkIn.thisDayOf')} className={styles['section'] ?? ''}>
          {day.mark !== null &&
            item('clear', say(isSlip ? 'checkIn.slipBack' : 'habit.clear'), () => onMark({ type: 'clear' }))}
          {measureOf(habit.kind) !== null && command(['amount', 'checkIn.enterAmount'])}
          {habit.kind.type === 'minutes' && timerCommands(timer, isToday).map(command)}
          {command(['note', 'checkIn.note'])}
          {command(['days', 'checkIn.otherDays'])}
        </MenuSection>
        {command(['open', 'checkIn.open'])}
        {command(['edit', 'habit.editMenu'])}
        {command(['pause', 'overview.pause'])}
      </Menu>
    </Popover>
  );
}
