import type { CSSProperties } from 'react';
import { Check, Ellipsis, Minus, X } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { HabitDay, HabitOverview, Mark } from '../../../src-shared/contract/habits.ts';
import { useLanguage } from '../../intl/language.ts';
import type { Language } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { amountSentence, progressOf, weekSentence } from './progress-sentence.ts';
import styles from './habit-row.module.css';
import { scheduleSentence } from './schedule-sentence.ts';
import { WeekStrip, stateName } from './week-strip.tsx';

function stateSentence({ habit }: HabitOverview, day: HabitDay, today: string, language: Language): string {
  const amount = day.state === 'partly' ? amountSentence(habit, day, language) : null;
  return amount ?? language.say(stateName(day, today));
}

function subLine(row: HabitOverview, day: HabitDay, isToday: boolean, language: Language): string {
  const { habit } = row;
  if (day.state === 'skipped') {
    return day.note === null || day.note === ''
      ? language.say('habit.skipped')
      : language.say('habit.skippedBecause', { note: day.note });
  }
  return (
    amountSentence(habit, day, language) ??
    (isToday ? weekSentence(row, language) : null) ??
    scheduleSentence(habit.schedule, language)
  );
}

/** React's type of a style knows no custom properties. */
function partOfRing(part: string): CSSProperties {
  return { ['--part' as string]: part };
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

  async function mark(given: Mark, told: string): Promise<void> {
    if (day === undefined) return;
    const result = await habits.checkIn(habit, day.day, given, today);
    if (result.ok) notices.announce(say('habit.state', { name: habit.name, state: told }));
    else showProblem(result.error);
  }

  const toggle = (): Promise<void> =>
    day.state === 'done' ? mark({ type: 'clear' }, say('state.cleared')) : mark({ type: 'done' }, say('state.done'));

  return (
    <li className={styles['habit']} data-state={day.state}>
      <button
        type="button"
        className={styles['tick']}
        data-state={day.state}
        aria-label={say('habit.state', { name: habit.name, state: sentence })}
        style={partOfRing(progressOf(habit, day))}
        onClick={() => void toggle()}
      >
        {day.state === 'done' && <Check />}
        {day.state === 'skipped' && <Minus />}
        {day.state === 'missed' && <X />}
      </button>
      <div className={styles['words']}>
        <div className={styles['name']} title={habit.question === '' ? undefined : habit.question}>
          {habit.name}
        </div>
        <div className={styles['sub']}>{subLine(row, day, day.day === today, language)}</div>
      </div>
      <WeekStrip week={row.week} today={today} />
      <MenuTrigger>
        <AriaButton className={styles['more'] ?? ''} aria-label={say('habit.more', { name: habit.name })}>
          <Ellipsis />
        </AriaButton>
        <Popover className={styles['popover'] ?? ''} placement="bottom end">
          <Menu className={styles['menu'] ?? ''}>
            <MenuItem onAction={() => void mark({ type: 'done' }, say('state.done'))}>{say('habit.markDone')}</MenuItem>
            <MenuItem onAction={() => void mark({ type: 'skipped' }, say('state.skipped'))}>
              {say('habit.markSkipped')}
            </MenuItem>
            <MenuItem onAction={() => void mark({ type: 'missed' }, say('state.missed'))}>
              {say('habit.markMissed')}
            </MenuItem>
            <MenuItem onAction={() => void mark({ type: 'clear' }, say('state.cleared'))}>
              {say('habit.clear')}
            </MenuItem>
            <MenuItem onAction={() => route.setState({ overlay: { type: 'habit', id: habit.id } })}>
              {say('habit.edit')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  );
}
