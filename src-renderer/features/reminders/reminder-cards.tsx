import { Bell, X } from 'lucide-react';
import { useCallback, useId, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { ReminderCard } from '../../../src-shared/contract/reminders.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { useClearOfFocus } from '../../components/use-clear-of-focus.ts';
import { focusPage } from '../../components/use-focus-return.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './reminder-cards.module.css';

interface CardProps {
  readonly card: ReminderCard;
  /** Called when the card goes and takes the focus with it. */
  readonly onFocusLost: () => void;
}

function Card({ card, onFocusLost }: CardProps) {
  const { reminders, target } = useModel();
  const { say } = useLanguage();
  const title = useId();
  const element = useRef<HTMLLIElement>(null);
  const { habit } = card;
  useLayoutEffect(() => {
    const item = element.current;
    return () => {
      if (item?.contains(document.activeElement) === true) onFocusLost();
    };
  }, [onFocusLost]);
  return (
    <li ref={element} className={styles['card']} aria-labelledby={title}>
      <Bell className={styles['bell']} aria-hidden="true" />
      <div className={styles['words']}>
        {habit === null ? (
          <>
            <p id={title} className={styles['title']}>
              {say('reminder.waiting', { count: card.count })}
            </p>
            <p>{say('reminder.unlock')}</p>
          </>
        ) : (
          <>
            <button
              type="button"
              id={title}
              className={[styles['title'], styles['link']].join(' ')}
              onClick={() => target.showDay(habit.day)}
            >
              {habit.name}
            </button>
            {habit.question !== '' && <p dir="auto">{habit.question}</p>}
          </>
        )}
      </div>
      <IconButton label={say('reminder.dismiss')} onClick={() => void reminders.answer(card, 'dismiss')}>
        <X />
      </IconButton>
      <div className={styles['answers']}>
        {habit?.canBeDone === true && (
          <Button className={styles['done'] ?? ''} onClick={() => void reminders.answer(card, 'done')}>
            {say('reminder.done')}
          </Button>
        )}
        {habit?.canBeSkipped === true && (
          <Button kind="quiet" onClick={() => void reminders.answer(card, 'skip')}>
            {say('reminder.skip')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void reminders.answer(card, 'snooze')}>
          {say('reminder.snooze')}
        </Button>
        <Button kind="quiet" onClick={() => void reminders.answer(card, 'snooze-hour')}>
          {say('reminder.snoozeHour')}
        </Button>
      </div>
    </li>
  );
}

/** Reminders that rang and have no answer yet. They take no focus and cover no dialog's way out; a screen reader is told by the voice of the notices. */
export function ReminderCards() {
  const { reminders } = useModel();
  const { say } = useLanguage();
  const cards = useStore(reminders.store, ({ state }) => state?.cards);
  const region = useRef<HTMLElement>(null);
  const isAway = useClearOfFocus(region, cards?.length ?? 0);
  const cameFrom = useRef<Element | null>(null);
  const returnFocus = useCallback(() => {
    const place = cameFrom.current;
    if (place instanceof HTMLElement && place !== document.body && place.isConnected) place.focus();
    else focusPage();
  }, []);
  if (cards === undefined || cards.length === 0) return null;
  return (
    <section
      ref={region}
      aria-label={say('reminder.region')}
      className={styles['region']}
      data-away={isAway || undefined}
      data-react-aria-top-layer="true"
    >
      <div
        onFocus={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
        }}
      >
        <ul>
          {cards.map((card) => (
            <Card key={card.key} card={card} onFocusLost={returnFocus} />
          ))}
        </ul>
      </div>
    </section>
  );
}
