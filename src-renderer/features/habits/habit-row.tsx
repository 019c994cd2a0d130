import type { CSSProperties, ReactNode } from 'react';
import { Check, Ellipsis, Minus, X } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { HabitDay, HabitOverview, Mark } from '../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../intl/language.ts';
import type { Language } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { markOf } from './habits-store.ts';
import { amountSentence, notDueSentence, progressOf, weekSentence } from './progress-sentence.ts';
import styles from './habit-row.module.css';
import { scheduleSentence } from './schedule-sentence.ts';
import { offerUndo, withdrawUndo } from './undo-offer.ts';
import { WeekStrip, stateName } from './week-strip.tsx';

function stateSentence({ habit }: HabitOverview, day: HabitDay, today: string, language: Language): string {
  const amount = day.state === 'partly' ? amountSentence(habit, day, language) : null;
  return amount ?? language.say(stateName(habit, day, today));
}

function subLine(row: HabitOverview, day: HabitDay, today: string, language: Language): string {
  const { habit } = row;
  if (day.state === 'skipped') {
    return day.note === null || day.note === ''
      ? language.say('habit.skipped')
      : language.say('habit.skippedBecause', { note: day.note });
  }
  return (
    amountSentence(habit, day, language) ??
    notDueSentence(habit, day, today, language) ??
    (day.day === today ? weekSentence(row, language) : null) ??
    scheduleSentence(habit.schedule, language)
  );
}

/** React's type of a style knows no custom properties. */
function partOfRing(part: string): CSSProperties {
  return { ['--part' as string]: part };
}

const MARKS = [
  { type: 'done', label: 'habit.markDone' },
  { type: 'skipped', label: 'habit.markSkipped' },
  { type: 'missed', label: 'habit.markMissed' },
] as const satisfies readonly { readonly type: Mark['type']; readonly label: string }[];

interface HabitMenuProps {
  readonly name: string;
  readonly day: HabitDay;
  readonly onMark: (mark: Mark) => void;
  readonly onEdit: () => void;
}

function HabitMenu({ name, day, onMark, onEdit }: HabitMenuProps) {
  const { say } = useLanguage();
  const item = (id: string, label: string, perform: () => void): ReactNode => (
    <MenuItem key={id} id={id} textValue={label} className={styles['item'] ?? ''} onAction={perform}>
      {label}
      <Check aria-hidden="true" />
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <AriaButton className={styles['more'] ?? ''} aria-label={say('habit.more', { name })}>
        <Ellipsis />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <Menu className={styles['menu'] ?? ''}>
          <MenuSection
            aria-label={say('habit.mark')}
            className={styles['section'] ?? ''}
            selectionMode="single"
            selectedKeys={[day.state]}
          >
            {MARKS.map(({ type, label }) => item(type, say(label), () => onMark({ type })))}
          </MenuSection>
          {markOf(day).type !== 'clear' && item('clear', say('habit.clear'), () => onMark({ type: 'clear' }))}
          {item('edit', say('habit.edit'), onEdit)}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface HabitRowProps {
  readonly row: HabitOverview;
  /** The present day. */
  readonly today: string;
}

/** A habit on the day that its week ends with: one click, or Space, ticks it. */
export function HabitRow({ row, today }: HabitRowProps) {
  const { habits, notices, route, showProblem } = useModel();
  const language = useLanguage();
  const { say } = language;
  const { habit } = row;
  const day = row.week.at(-1);
  if (day === undefined) return null;
  const sentence = stateSentence(row, day, today, language);

  async function mark(before: HabitDay, given: Mark, isUndo = false): Promise<void> {
    const subject = `${habit.id} ${before.day}`;
    const result = await habits.checkIn(habit, before.day, given, today);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    const after = result.value;
    const told = given.type === 'clear' ? say('state.cleared') : stateSentence(row, after, today, language);
    const text = say('habit.state', { name: habit.name, state: told });
    const replaced = markOf(before);
    if (isUndo || replaced.type === 'clear' || (before.state === after.state && before.amount === after.amount)) {
      withdrawUndo(notices, subject);
      notices.announce(text);
      return;
    }
    offerUndo(notices, subject, text, {
      label: say('entry.undo'),
      perform: () => void mark(after, replaced, true),
    });
  }

  return (
    <li className={styles['habit']} data-state={day.state}>
      <button
        type="button"
        className={styles['tick']}
        data-state={day.state}
        aria-label={say('habit.state', { name: habit.name, state: sentence })}
        style={partOfRing(progressOf(habit, day))}
        onClick={() => void mark(day, { type: day.state === 'done' ? 'clear' : 'done' })}
      >
        {day.state === 'done' && <Check />}
        {day.state === 'skipped' && <Minus />}
        {day.state === 'missed' && <X />}
      </button>
      <div className={styles['words']}>
        <div className={styles['name']} title={habit.question === '' ? undefined : habit.question}>
          {habit.name}
        </div>
        <div className={styles['sub']}>{subLine(row, day, today, language)}</div>
      </div>
      <WeekStrip habit={habit} week={row.week} today={today} />
      <HabitMenu
        name={habit.name}
        day={day}
        onMark={(given) => void mark(day, given)}
        onEdit={() => route.setState({ overlay: { type: 'habit', id: habit.id } })}
      />
    </li>
  );
}
