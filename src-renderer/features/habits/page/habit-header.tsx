import { ArrowLeft, ChevronDown, ChevronUp, Ellipsis } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { HabitDay } from '../../../../src-shared/contract/habits.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { useLanguage } from '../../../intl/language.ts';
import { useHabits, useModel } from '../../../shell/model-context.tsx';
import { HabitBadge } from '../habit-badge.tsx';
import { offerUndo, withdrawUndo } from '../undo-offer.ts';
import styles from './habit-header.module.css';
import { restSentence, sinceSentence, whenSentence } from './habit-sentences.ts';
import { neighbourOf } from './neighbour.ts';
import type { HabitSummary } from './page-answers.ts';
import { TodayControl } from './today-control.tsx';
import type { ChangeDay } from './use-habit-changes.ts';

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

function HabitMenu({ summary }: { readonly summary: HabitSummary }) {
  const { habits, notices, route, showProblem } = useModel();
  const { say } = useLanguage();
  const { habit } = summary;

  async function setArchived(archived: boolean): Promise<void> {
    const result = await habits.change({ id: habit.id, archived });
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    if (!archived) {
      withdrawUndo(notices, habit.id);
      notices.announce(say('habit.unarchivedNotice', { name: habit.name }));
      return;
    }
    offerUndo(notices, habit.id, say('habit.archivedNotice', { name: habit.name }), {
      label: say('entry.undo'),
      perform: () => void setArchived(false),
    });
  }

  // A pause is made here too as soon as its dialog is an overlay.
  const items = [
    {
      id: 'edit',
      label: say('habit.edit'),
      perform: () => route.setState({ overlay: { type: 'habit', id: habit.id } }),
    },
    {
      id: 'archive',
      label: say(habit.archived ? 'habitPage.unarchive' : 'habitPage.archive'),
      perform: () => void setArchived(!habit.archived),
    },
  ];
  return (
    <MenuTrigger>
      <AriaButton className={styles['more'] ?? ''} aria-label={say('habit.more', { name: habit.name })}>
        <Ellipsis />
      </AriaButton>
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <Menu className={styles['menu'] ?? ''}>
          {items.map(({ id, label, perform }) => (
            <MenuItem key={id} id={id} className={styles['item'] ?? ''} onAction={perform}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface HabitHeaderProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly summary: HabitSummary;
  readonly present: HabitDay;
  readonly today: string;
  readonly onChange: ChangeDay;
  readonly onEditToday: (anchor: HTMLElement) => void;
}

/** What the habit is, and today's press. */
export function HabitHeader({ heading, summary, present, today, onChange, onEditToday }: HabitHeaderProps) {
  const language = useLanguage();
  const { habit, firstDay } = summary;
  const rest = restSentence(summary, today, language);
  const isOver = habit.archived || (habit.endDay !== null && habit.endDay < today) || firstDay > today;
  return (
    <header className={styles['header']}>
      <HabitBadge habit={habit} size="large" />
      <div className={styles['words']}>
        <h1 ref={heading} tabIndex={-1} data-long={habit.name.length > 60 || undefined}>
          {habit.name}
        </h1>
        <p className={styles['when']}>
          {`${whenSentence(summary, language)}. ${sinceSentence(summary, today, language)}`}
          {rest !== null && <span className={styles['rest']}>{rest}</span>}
        </p>
        {habit.question !== '' && <p className={styles['question']}>{habit.question}</p>}
        {habit.description !== '' && <p className={styles['description']}>{habit.description}</p>}
      </div>
      <div className={styles['tools']}>
        {!isOver && (
          <TodayControl key={habit.id} summary={summary} present={present} onChange={onChange} onEdit={onEditToday} />
        )}
        <HabitMenu summary={summary} />
      </div>
    </header>
  );
}
