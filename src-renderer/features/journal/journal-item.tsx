import { Check, Star } from 'lucide-react';
import { memo } from 'react';
import type { MouseEvent } from 'react';
import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import { dayAndMonth, timeOfDay, weekdayName, weekdayShort } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { MoodFace, moodName } from '../entries/mood-picker.tsx';
import styles from './journal-page.module.css';

interface JournalItemProps {
  readonly entry: EntrySummary;
  readonly opensDay: boolean;
  readonly isSelected: boolean;
  /** The one row in the tab order. */
  readonly isActive: boolean;
  /** A menu about it is open. */
  readonly isAsked: boolean;
  /** Whether it is one of several that are being selected; null: nothing is being selected. */
  readonly isChosen: boolean | null;
  readonly onClick: (event: MouseEvent, id: string) => void;
}

/** Drawn again only where something of it changed: a scroll draws the list for each frame. */
export const JournalItem = memo(function JournalItem({
  entry,
  opensDay,
  isSelected,
  isActive,
  isAsked,
  isChosen,
  onClick,
}: JournalItemProps) {
  const { say, locale } = useLanguage();
  const time = timeOfDay(locale, entry.createdAt, entry.zone);
  const mood = entry.mood === null ? null : moodName(entry.mood);
  return (
    <button
      type="button"
      className={styles['item']}
      data-asked={isAsked || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-current={(isSelected && isChosen === null) || undefined}
      aria-pressed={isChosen ?? undefined}
      onClick={(event) => onClick(event, entry.id)}
    >
      <span id={`journal-${entry.id}`} className={styles['spoken']}>
        {say('day.title', { weekday: weekdayName(locale, entry.day), date: dayAndMonth(locale, entry.day) })}, {time}
      </span>
      <span className={styles['day']} aria-hidden="true">
        {opensDay && (
          <>
            <b>{Number(entry.day.slice(8))}</b>
            <small>{weekdayShort(locale, entry.day)}</small>
          </>
        )}
      </span>
      {isChosen !== null && (
        <span className={styles['mark']} aria-hidden="true">
          {isChosen && <Check />}
        </span>
      )}
      <span className={styles['words']}>
        {entry.title !== '' && (
          <b className={styles['title']} dir="auto">
            {entry.title}
          </b>
        )}
        {entry.excerpt === '' ? (
          <span className={styles['wordless']}>{say(entry.mood === null ? 'journal.noText' : 'journal.moodOnly')}</span>
        ) : (
          <span className={styles['excerpt']} dir="auto" data-excerpt="">
            {entry.excerpt}
          </span>
        )}
        <span className={styles['meta']}>
          {entry.starred && <Star className={styles['star']} role="img" aria-label={say('journal.starred')} />}
          {mood !== null && entry.mood !== null && <MoodFace mood={entry.mood} label={say(mood)} />}
          <time dateTime={entry.createdAt} aria-hidden="true">
            {time}
          </time>
          {entry.tags.slice(0, 4).map((tag) => (
            <span key={tag} className={styles['tag']} dir="auto">
              #{tag}
            </span>
          ))}
        </span>
      </span>
    </button>
  );
});
