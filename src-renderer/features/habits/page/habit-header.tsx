import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Ref } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Habit, HabitDay } from '../../../../src-shared/contract/habits.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import type { MessageId } from '../../../intl/en.ts';
import { useLanguage } from '../../../intl/language.ts';
import { useHabits, useModel } from '../../../shell/model-context.tsx';
import { HabitBadge } from '../habit-badge.tsx';
import { createHabitActions } from '../overview/habit-actions.ts';
import { DaysPanel } from '../row-panels.tsx';
import menu from '../../../components/choice-menu.module.css';
import styles from './habit-header.module.css';
import { restSentence, sinceSentence, whenSentence } from './habit-sentences.ts';
import { neighbourOf } from './neighbour.ts';
import type { HabitSummary } from './page-answers.ts';
import { TodayControl } from './today-control.tsx';

/** The way back to all habits, and to the ones beside this. */
export function HabitNavigation({ id }: { readonly id: string }) {
  const { target } = useModel();
  const { say } = useLanguage();
  const all = useHabits((state) => state.all) ?? [];
  const step = (by: 1 | -1) => ({
    'aria-disabled': neighbourOf(all, id, by) === null,
    onClick: () => target.stepHabit(by),
  });
  return (
    <nav className={styles['navigation']} aria-label={say('habitPage.navigation')}>
      <Button kind="quiet" onClick={() => target.show('habits')}>
        <ArrowLeft />
        {say('habits.title')}
      </Button>
      <IconButton label={say('habitPage.previousHabit')} {...step(-1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={say('habitPage.nextHabit')} {...step(1)}>
        <ChevronDown />
      </IconButton>
    </nav>
  );
}

function HabitMenu({ habit, today }: { readonly habit: Habit; readonly today: string }) {
  const more = useRef<HTMLButtonElement>(null);
  const [isDaysOpen, setDaysOpen] = useState(false);
  const model = useModel();
  const language = useLanguage();
  const { say } = language;
  const { target } = model;
  const { id, name, archived } = habit;
  const actions = useMemo(() => createHabitActions(model, language), [model, language]);
  const choice = (key: string, label: MessageId, perform: () => void) => ({ key, label: say(label), perform });
  const choices = [
    // The days of the heatmap are too small to be pressed by every hand.
    choice('days', 'checkIn.otherDays', () => setDaysOpen(true)),
    ...(archived
      ? [choice('unarchive', 'overview.unarchive', () => void actions.setArchived(habit, false))]
      : [
          choice('edit', 'habit.editMenu', () => target.open({ type: 'habit', id })),
          choice('pause', 'overview.pause', () => target.open({ type: 'pause', habitId: id })),
          choice('archive', 'overview.archive', () => void actions.setArchived(habit, true)),
        ]),
    choice('remove', 'overview.remove', () => {
      target.show('habits');
      void actions.remove(habit);
    }),
  ];
  return (
    <>
      <MenuTrigger>
        <AriaButton ref={more} className={styles['more'] ?? ''} aria-label={say('habit.more', { name })}>
          <Ellipsis />
        </AriaButton>
        <Popover className={menu['popover'] ?? ''} placement="bottom end">
          <Menu className={menu['menu'] ?? ''}>
            {choices.map(({ key, label, perform }) => (
              <MenuItem key={key} id={key} className={menu['item'] ?? ''} onAction={perform}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {isDaysOpen && <DaysPanel habit={habit} day={today} anchor={more} onClose={() => setDaysOpen(false)} />}
    </>
  );
}

interface HabitHeaderProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly summary: HabitSummary;
  readonly present: HabitDay;
  readonly today: string;
  readonly onEditToday: (anchor: HTMLElement) => void;
}

/** What the habit is, and today's press. */
export function HabitHeader({ heading, summary, present, today, onEditToday }: HabitHeaderProps) {
  const language = useLanguage();
  const { habit, firstDay } = summary;
  const rest = restSentence(summary, today, language);
  const isOver = habit.archived || (habit.endDay !== null && habit.endDay < today) || firstDay > today;
  return (
    <header className={styles['header']}>
      <HabitBadge habit={habit} size="large" />
      <div className={styles['words']}>
        <h1 ref={heading} tabIndex={-1} dir="auto" data-long={habit.name.length > 60 || undefined}>
          {habit.name}
        </h1>
        <p className={styles['when']}>
          {`${whenSentence(summary, language)}. ${sinceSentence(summary, today, language)}`}
          {rest !== null && <span className={styles['rest']}>{rest}</span>}
        </p>
        {habit.question !== '' && (
          <p className={styles['question']} dir="auto">
            {habit.question}
          </p>
        )}
        {habit.description !== '' && (
          <p className={styles['description']} dir="auto">
            {habit.description}
          </p>
        )}
      </div>
      <div className={styles['tools']}>
        {!isOver && <TodayControl key={habit.id} summary={summary} present={present} onEdit={onEditToday} />}
        <HabitMenu habit={habit} today={today} />
      </div>
    </header>
  );
}
