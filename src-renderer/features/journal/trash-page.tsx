import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { daysLeft } from '../../../src-shared/domain/trash.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { fullDate, timeOfDay } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { neighbourOf } from '../entries/removal.ts';
import { RemovedHabits } from '../habits/removed-habits.tsx';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import styles from './trash-page.module.css';
import type { TrashedEntry } from './trash-store.ts';

interface TrashItemProps {
  readonly entry: TrashedEntry;
  /** Milliseconds since the epoch, by the app's clock. */
  readonly now: number;
  readonly onPutBack: () => void;
  readonly onErase: () => void;
}

function TrashItem({ entry, now, onPutBack, onErase }: TrashItemProps) {
  const { say, locale } = useLanguage();
  const date = fullDate(locale, entry.day);
  const time = timeOfDay(locale, entry.createdAt, entry.zone);
  const mood = entry.mood === null ? null : moodName(entry.mood);
  return (
    <li className={styles['item']}>
      <div className={styles['words']}>
        <p className={styles['date']}>
          {date}, {time}
          {mood !== null && entry.mood !== null && <MoodFace mood={entry.mood} label={say(mood)} />}
          <span className={styles['left']}>
            {say('trash.erasedIn', { days: daysLeft(Date.parse(entry.removedAt), now) })}
          </span>
        </p>
        {entry.title !== '' && (
          <p className={styles['title']} dir="auto">
            {entry.title}
          </p>
        )}
        {entry.excerpt === '' ? (
          <p className={styles['wordless']}>{say(entry.mood === null ? 'journal.noText' : 'journal.moodOnly')}</p>
        ) : (
          <p className={styles['excerpt']} dir="auto" data-excerpt="">
            {entry.excerpt}
          </p>
        )}
      </div>
      <div className={styles['actions']}>
        <Button id={`put-back-${entry.id}`} aria-label={say('trash.putBackNamed', { date, time })} onClick={onPutBack}>
          {say('trash.putBack')}
        </Button>
        <Button kind="quiet" aria-label={say('trash.eraseNamed', { date, time })} onClick={onErase}>
          {say('trash.erase')}
        </Button>
      </div>
    </li>
  );
}

/** What was thrown away, and the way back. */
export function TrashPage() {
  const { entries, notices, session, showProblem, target, trash } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const list = useStore(trash.store, (state) => state.entries);
  const total = useStore(trash.store, (state) => state.total);
  const removed = useAnswer('habits.removed', {}, 'habits');
  const [now] = useState(() => Date.now() + session.store.getState().clockLead);
  // The button that takes the focus once the row above it has gone.
  const next = useRef<string | null>(null);

  useEffect(() => trash.watch(showProblem), [trash, showProblem]);

  useEffect(() => {
    if (list === null || next.current === null || document.activeElement !== document.body) return;
    const button = document.getElementById(`put-back-${next.current}`);
    (button ?? heading.current)?.focus();
    next.current = null;
  }, [list, heading]);

  async function putBack(id: string): Promise<void> {
    next.current = neighbourOf(list?.map((entry) => entry.id) ?? [], id) ?? '';
    const result = await entries.restore([id]);
    if (result.ok) notices.announce(say('entry.restored', { count: 1 }));
    else showProblem(result.error);
  }

  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <IconButton label={say('trash.back')} onClick={() => target.show('journal')}>
          <ArrowLeft />
        </IconButton>
        <h1 ref={heading} tabIndex={-1}>
          {say('trash.title')}
        </h1>
        {list !== null && total > 0 && (
          <small>
            {say(total > list.length ? 'trash.newest' : 'trash.count', { count: total, shown: list.length })}
          </small>
        )}
        {total > 0 && (
          <Button
            kind="quiet"
            onClick={() => {
              next.current = '';
              target.open({ type: 'erase', ids: null, count: total });
            }}
          >
            {say('trash.empty')}
          </Button>
        )}
      </header>
      {list?.length === 0 && removed?.habits.length === 0 && (
        <EmptyState
          scene="trash"
          title={say('trash.emptyTitle')}
          text={say('trash.emptyText')}
          example={say('trash.emptyExample')}
          action={<Button onClick={() => target.show('journal')}>{say('trash.emptyAction')}</Button>}
        />
      )}
      {list !== null && list.length > 0 && (
        <ul aria-label={say('trash.list')}>
          {list.map((entry) => (
            <TrashItem
              key={entry.id}
              entry={entry}
              now={now}
              onPutBack={() => void putBack(entry.id)}
              onErase={() => {
                next.current =
                  neighbourOf(
                    list.map((each) => each.id),
                    entry.id,
                  ) ?? '';
                target.open({ type: 'erase', ids: [entry.id], count: 1 });
              }}
            />
          ))}
        </ul>
      )}
      <RemovedHabits habits={removed?.habits ?? []} />
    </div>
  );
}
