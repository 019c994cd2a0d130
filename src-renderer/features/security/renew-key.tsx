import { useEffect, useState } from 'react';
import type { VaultProgress } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { AskPassphrase } from './ask-passphrase.tsx';
import { KeyDialog } from './key-dialog.tsx';

/** A new key for the vault and a new recovery key, after a computer was lost. Every record is sealed anew. */
export function RenewKey({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say } = useLanguage();
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [isOutOfDate, setIsOutOfDate] = useState(false);
  const [progress, setProgress] = useState<VaultProgress | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => client.on('vault.progress', setProgress), [client]);

  async function prepare(passphrase: string): Promise<AppError | null> {
    const result = await client.invoke('vault.renew-key', { passphrase });
    if (!result.ok) return result.error;
    setRecoveryKey(result.value.recoveryKey);
    return null;
  }

  function leave(): void {
    // The key that was prepared is in nobody's memory behind it.
    if (recoveryKey !== null) void client.invoke('vault.cancel-renewal', {});
    onClose();
  }

  async function confirm(key: string): Promise<AppError | null> {
    setBusy(true);
    const result = await client.invoke('vault.confirm-renewal', { recoveryKey: key });
    setBusy(false);
    setProgress(null);
    if (!result.ok) {
      if (result.error.code !== 'not-found') return result.error;
      setRecoveryKey(null);
      setIsOutOfDate(true);
      return null;
    }
    onClose();
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('security.renewed'), action: null });
    return null;
  }

  const work = busy
    ? {
        stop: () => void client.invoke('vault.cancel-renewal', {}),
        shown: (
          <>
            <p>{say('security.renewing')}</p>
            {progress !== null && progress.total !== null && (
              <progress value={progress.done} max={progress.total} aria-label={say('security.renewing')} />
            )}
          </>
        ),
      }
    : null;
  return (
    <KeyDialog
      title="security.renewTitle"
      recoveryKey={recoveryKey}
      action="security.renewConfirm"
      confirm={confirm}
      onClose={leave}
      work={work}
    >
      <AskPassphrase action="security.continue" ask={prepare} onCancel={onClose}>
        {isOutOfDate && <p role="alert">{say('security.outOfDate')}</p>}
        <p>{say('security.renewText')}</p>
        <p>{say('security.renewOthers')}</p>
      </AskPassphrase>
    </KeyDialog>
  );
}
