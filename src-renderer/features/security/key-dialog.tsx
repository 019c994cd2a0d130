import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { RecoveryKeyStep } from '../onboarding/recovery-key-step.tsx';
import type { AppError } from '../../../src-shared/result.ts';
import styles from './security.module.css';

interface KeyDialogProps {
  readonly title: MessageId;
  /** The key that is shown and not in force yet; null: none is. */
  readonly recoveryKey: string | null;
  /** What puts it in force. */
  readonly action: MessageId;
  readonly confirm: (recoveryKey: string) => Promise<AppError | null>;
  readonly onClose: () => void;
  /** Work that is under way, and can be stopped. */
  readonly work?: { readonly shown: ReactNode; readonly stop: () => void } | null;
  /** The step before there is a key. */
  readonly children: ReactNode;
}

/** Makes a new recovery key. Once that is on the screen it may be on paper too, where it opens nothing until it is confirmed: who wants to go then is told so first. */
export function KeyDialog(props: KeyDialogProps) {
  const { title, recoveryKey, action, confirm, onClose, work = null, children } = props;
  const { say } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const leave = (): void => {
    if (recoveryKey === null) onClose();
    else setIsAsking(true);
  };
  const stay = (): void => setIsAsking(false);
  return (
    <Dialog title={say(title)} onClose={leave} dismissable={false} width="wide">
      {recoveryKey === null ? (
        children
      ) : (
        <div className={styles['step']}>
          <RecoveryKeyStep
            recoveryKey={recoveryKey}
            action={action}
            back="dialog.cancel"
            isInDialog
            onBack={leave}
            confirm={() => confirm(recoveryKey)}
          />
          <div role="status" className={styles['form']}>
            {work?.shown}
          </div>
        </div>
      )}
      {isAsking && recoveryKey !== null && (
        <Dialog
          title={say(work === null ? 'security.leaveTitle' : 'security.stopTitle')}
          onClose={stay}
          dismissable={false}
        >
          <p className={styles['words']}>{say(work === null ? 'security.leaveText' : 'security.stopText')}</p>
          <DialogActions>
            <Button
              kind="danger"
              onClick={() => {
                stay();
                (work?.stop ?? onClose)();
              }}
            >
              {say(work === null ? 'security.leave' : 'security.renewCancel')}
            </Button>
            <Button autoFocus onClick={stay}>
              {say(work === null ? 'security.stay' : 'security.goOnRenewing')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Dialog>
  );
}
