import { diffWordsWithSpace } from 'diff';
import { useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './history-dialog.module.css';

type Revision = OutputOf<'entries.history'>['revisions'][number];

/** Characters of both texts up to which they are compared word by word; behind it they are shown as they are. */
const MOST_COMPARED = 200_000;

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
}

/** What one text has that the other has not, in the text itself: crossed out and underlined, and said so to a screen reader by the elements. */
function Difference({ before, after }: DifferenceProps) {
  const parts = useMemo(
    () => (before.length + after.length > MOST_COMPARED ? [{ value: before }] : diffWordsWithSpace(before, after)),
    [before, after],
  );
  return (
    <>
      {parts.map((part, index) => {
        if ('added' in part && part.added) return <ins key={index}>{part.value}</ins>;
        if ('removed' in part && part.removed) return <del key={index}>{part.value}</del>;
        return <span key={index}>{part.value}</span>;
      })}
    </>
  );
}

interface HistoryDialogProps {
  readonly id: string;
  readonly day: string;
  readonly onClose: () => void;
}

/** The earlier texts of an entry, each against what stands now. */
export function HistoryDialog({ id, day, onClose }: HistoryDialogProps) {
  const { client, entries, notices, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const [revisions, setRevisions] = useState<readonly Revision[] | null>(null);
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    let isHere = true;
    void entries.autosave
      .flush(id)
      .then(() => client.invoke('entries.history', { id }))
      .then((result) => {
        if (!isHere) return;
        if (result.ok) setRevisions(result.value.revisions);
        else showProblem(result.error);
      });
    return () => {
      isHere = false;
    };
  }, [client, entries, id, showProblem]);

  const now = revisions?.[0];
  const revision = revisions?.[chosen];
  const time = (instant: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));

  async function restore(body: string): Promise<void> {
    entries.edit(id, day, { body });
    if (await entries.autosave.flush(id))
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('history.restored'), action: null });
    onClose();
  }

  return (
    <Dialog title={say('history.title')} onClose={onClose} width="wide">
      {revisions !== null && revisions.length < 2 && <p>{say('history.empty')}</p>}
      {now !== undefined && revision !== undefined && revisions !== null && revisions.length > 1 && (
        <>
          <div className={styles['history']}>
            <ul className={styles['list']} aria-label={say('history.revisions')}>
              {revisions.map((each, index) => (
                <li key={each.version}>
                  <button
                    type="button"
                    aria-current={index === chosen || undefined}
                    autoFocus={index === 0}
                    onClick={() => setChosen(index)}
                  >
                    <b>{index === 0 ? say('history.now') : time(each.writtenAt)}</b>
                    <small>
                      {each.device === null ? '' : `${each.device}, `}
                      {say('entry.words', { count: each.words })}
                      {each.isConflict ? `, ${say('history.conflict')}` : ''}
                    </small>
                  </button>
                </li>
              ))}
            </ul>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by key */}
            <div className={styles['text']} role="region" tabIndex={0} aria-label={say('history.text')}>
              <Difference before={revision.body} after={now.body} />
            </div>
          </div>
          <p className={styles['key']}>{say(chosen === 0 ? 'history.keyNow' : 'history.key')}</p>
          <DialogActions>
            <Button onClick={onClose}>{say('dialog.close')}</Button>
            <Button kind="main" disabled={chosen === 0} onClick={() => void restore(revision.body)}>
              {say('history.restore')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
