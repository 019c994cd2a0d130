import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { fullDate, timeOfDay } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { neighbourOf } from '../entries/removal.ts';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import styles from './trash-page.module.css';

function TrashItem({ entry, onPutBack }: { readonly entry: EntrySummary; readonly onPutBack: () => void }) {
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
        </p>
        {entry.excerpt === '' ? (
          <p className={styles['wordless']}>{say(entry.mood === null ? 'journal.noText' : 'journal.moodOnly')}</p>
        ) : (
          <p className={styles['excerpt']}>{entry.excerpt}</p>
        )}
      </div>
      <Button id={`put-back-${entry.id}`} aria-label={say('trash.putBackNamed', { date, time })} onClick={onPutBack}>
        {say('trash.putBack')}
      </Button>
    </li>
  );
}

/** What was thrown away, and the way back. */
export function TrashPage() {
  const { entries, notices, showProblem, target, trash } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();
  const list = useStore(trash.store, (state) => state.entries);
  const total = useStore(trash.store, (state) => state.total);
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
    const result = await entries.restore(id);
    if (result.ok) notices.announce(say('entry.restored'));
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
      </header>
      {list?.length === 0 && <EmptyState title={say('trash.emptyTitle')} text={say('trash.emptyText')} />}
      {list !== null && list.length > 0 && (
        <ul aria-label={say('trash.list')}>
          {list.map((entry) => (
            <TrashItem key={entry.id} entry={entry} onPutBack={() => void putBack(entry.id)} />
          ))}
        </ul>
      )}
    </div>
  );
}
