import { useState } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { RecoveryKeyStep } from '../onboarding/recovery-key-step.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import styles from './security.module.css';

/** Another recovery key for the same vault: the paper was lost, or somebody saw it. */
export function NewRecoveryKey({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say } = useLanguage();
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [isOutOfDate, setIsOutOfDate] = useState(false);

  async function make(passphrase: string): Promise<AppError | null> {
    const result = await client.invoke('vault.new-recovery-key', { passphrase });
    if (!result.ok) return result.error;
    setRecoveryKey(result.value.recoveryKey);
    return null;
  }

  async function confirm(key: string): Promise<AppError | null> {
    const result = await client.invoke('vault.confirm-new-recovery-key', { recoveryKey: key });
    if (!result.ok) {
      if (result.error.code !== 'not-found') return result.error;
      setRecoveryKey(null);
      setIsOutOfDate(true);
      return null;
    }
    onClose();
    notices.show({ tone: 'plain', text: say('security.recoveryKeyChanged'), action: null });
    return null;
  }

  return (
    <Dialog title={say('security.newRecoveryKey')} onClose={onClose} dismissable={false} width="wide">
      {recoveryKey === null ? (
        <AskPassphrase action="security.continue" ask={make} onCancel={onClose}>
          {isOutOfDate && <p role="alert">{say('security.outOfDate')}</p>}
          <p>{say('security.recoveryKeyText')}</p>
          <p>{say('security.recoveryKeyOthers')}</p>
        </AskPassphrase>
      ) : (
        <div className={styles['step']}>
          <RecoveryKeyStep
            recoveryKey={recoveryKey}
            action="security.recoveryKeyConfirm"
            back="security.renewBack"
            onBack={() => setRecoveryKey(null)}
            confirm={() => confirm(recoveryKey)}
          />
        </div>
      )}
    </Dialog>
  );
}
