import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { IconButton } from '../../components/button.tsx';
import { dayAndMonth, fullDate, weekdayName, yearOf } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useEntries, useModel, useSession } from '../../shell/model-context.tsx';
import { EntryEditor } from './entry-editor.tsx';
import styles from './entry-pane.module.css';

interface EntryPaneProps {
  readonly id: string;
  /** Back to the list, which is shown again where the window shows one of the two. */
  readonly onBack: () => void;
  /** The entry is no more: removed elsewhere. */
  readonly onGone: () => void;
  readonly backLabel: string;
  /** The list is put away. */
  readonly isAlone: boolean;
}

/** One entry beside the list it was chosen from. */
export function EntryPane({ id, onBack, onGone, backLabel, isAlone }: EntryPaneProps) {
  const { entries } = useModel();
  const { say, sayError, locale } = useLanguage();
  const entry = useEntries((state) => state.byId[id]);
  const today = useSession((state) => state.today?.day);
  const [error, setError] = useState<AppError | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => entries.watchEntry(id, setError), [id, entries]);

  const isShown = entry !== undefined;
  // Without a list there is no heading of the room to begin at.
  useEffect(() => {
    if (isShown && isAlone && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [isShown, isAlone]);
  const wasShown = useRef(false);
  useEffect(() => {
    if (wasShown.current && !isShown) onGone();
    wasShown.current = isShown;
  }, [isShown, onGone]);

  const isThisYear = entry !== undefined && today !== undefined && yearOf(entry.day) === yearOf(today);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onBack();
    else if (event.key === 'Enter' && event.target === heading.current) entries.requestFocus(id, 'text');
    else return;
    event.preventDefault();
  };

  return (
    <section className={styles['pane']} aria-label={say('entry.pane')}>
      <div role="presentation" className={styles['page']} onKeyDown={onKeyDown}>
        {isAlone && (
          <div className={styles['back']}>
            <IconButton label={backLabel} data-pane-button="list" onClick={onBack}>
              <ArrowLeft />
            </IconButton>
          </div>
        )}
        {error !== null && entry === undefined && <p role="alert">{sayError(error)}</p>}
        {entry !== undefined && (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {say('day.title', {
                weekday: weekdayName(locale, entry.day),
                date: (isThisYear ? dayAndMonth : fullDate)(locale, entry.day),
              })}
            </h2>
            {/* Paper is read in another year. */}
            <p className={styles['year']} aria-hidden="true">
              {yearOf(entry.day)}
            </p>
            <EntryEditor id={id} day={entry.day} heading={heading} />
          </>
        )}
      </div>
    </section>
  );
}
