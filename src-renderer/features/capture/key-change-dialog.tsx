import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { dayAndMonth } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './capture-settings.module.css';

/** Somebody put another key in the place of the vault's own. It stays until it has been read. */
export function KeyChangeDialog() {
  const { captureInbox, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const since = useStore(captureInbox.store, ({ report }) => report?.keyChangedAt ?? null);
  const button = useRef<HTMLButtonElement>(null);
  // A page that comes at the same moment takes the focus for itself.
  useEffect(() => {
    if (since === null) return undefined;
    const frame = requestAnimationFrame(() => button.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [since]);
  if (since === null) return null;

  async function dismiss(): Promise<void> {
    const error = await captureInbox.dismissKeyChange();
    if (error !== null) showProblem(error);
  }

  return (
    <Dialog title={say('capture.keyChanged.title')} onClose={() => void dismiss()} dismissable={false}>
      <div className={styles['words']}>
        <p>{say('capture.keyChanged.what', { day: dayAndMonth(locale, since.slice(0, 10)) })}</p>
        <p>{say('capture.keyChanged.safe')}</p>
        <p>{say('capture.keyChanged.do')}</p>
      </div>
      <DialogActions>
        <Button kind="main" ref={button} onClick={() => void dismiss()}>
          {say('capture.keyChanged.read')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
