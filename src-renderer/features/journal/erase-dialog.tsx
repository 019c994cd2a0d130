import { useRef, useState } from 'react';
import { ok } from '../../../src-shared/result.ts';
import type { Result } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './erase-dialog.module.css';

/** Entries of one step: progress is seen, and Stop is heard, between two. */
const STEP = 50;

interface EraseDialogProps {
  /** null: everything that lies in the trash now. */
  readonly ids: readonly string[] | null;
  readonly count: number;
  readonly onClose: () => void;
}

/** Asks before what is in the trash is erased, and says how far it is. */
export function EraseDialog({ ids, count, onClose }: EraseDialogProps) {
  const { client, notices, session, showProblem } = useModel();
  const { say } = useLanguage();
  const [done, setDone] = useState<number | null>(null);
  const isStopped = useRef(false);

  async function eraseStep(removedUpTo: string, from: number): Promise<Result<{ erased: number; left: number }>> {
    if (ids === null) return client.invoke('entries.empty-trash', { removedUpTo, limit: STEP });
    const result = await client.invoke('entries.erase', { ids: ids.slice(from, from + STEP) });
    return result.ok ? ok({ ...result.value, left: ids.length - from - result.value.erased }) : result;
  }

  async function erase(): Promise<void> {
    setDone(0);
    // By the app's clock: what arrives from another computer meanwhile was not meant.
    const removedUpTo = new Date(Date.now() + session.store.getState().clockLead).toISOString();
    let erased = 0;
    let left = count;
    while (left > 0 && !isStopped.current) {
      const result = await eraseStep(removedUpTo, erased);
      if (!result.ok) {
        onClose();
        showProblem(result.error);
        return;
      }
      erased += result.value.erased;
      // None: another device was faster.
      left = result.value.erased === 0 ? 0 : result.value.left;
      setDone(erased);
    }
    onClose();
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say(isStopped.current ? 'erase.stopped' : 'erase.done', { count: erased }),
      action: null,
    });
  }

  const isAtWork = done !== null;
  return (
    <Dialog
      title={say('erase.title', { count })}
      onClose={() => {
        if (isAtWork) isStopped.current = true;
        else onClose();
      }}
      dismissable={false}
    >
      <p>{say('erase.text', { count })}</p>
      <p className={styles['aside']}>{say('erase.backups')}</p>
      {isAtWork && (
        <div className={styles['progress']}>
          <progress max={count} value={done} aria-label={say('erase.title', { count })} />
          <span>{say('erase.progress', { done, total: count })}</span>
        </div>
      )}
      <DialogActions>
        {isAtWork ? (
          <Button autoFocus onClick={() => (isStopped.current = true)}>
            {say('erase.stop')}
          </Button>
        ) : (
          <>
            <Button autoFocus onClick={onClose}>
              {say('dialog.cancel')}
            </Button>
            <Button kind="danger" onClick={() => void erase()}>
              {say('erase.confirm', { count })}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
