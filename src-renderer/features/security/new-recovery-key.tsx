import { useState } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import { KeyDialog } from './key-dialog.tsx';

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
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('security.recoveryKeyChanged'), action: null });
    return null;
  }

  return (
    <KeyDialog
      title="security.newRecoveryKey"
      recoveryKey={recoveryKey}
      action="security.recoveryKeyConfirm"
      confirm={confirm}
      onClose={onClose}
    >
      <AskPassphrase action="security.continue" ask={make} onCancel={onClose}>
        {isOutOfDate && <p role="alert">{say('security.outOfDate')}</p>}
        <p>{say('security.recoveryKeyText')}</p>
        <p>{say('security.recoveryKeyOthers')}</p>
      </AskPassphrase>
    </KeyDialog>
  );
}
