import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { VaultProgress } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { RecoveryKeyStep } from '../onboarding/recovery-key-step.tsx';
import styles from './security.module.css';

/** A new key for the vault and a new recovery key, after a computer was lost. Every record is sealed anew. */
export function RenewKey({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say, sayError } = useLanguage();
  const [passphrase, setPassphrase] = useState('');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<VaultProgress | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => client.on('vault.progress', setProgress), [client]);

  async function prepare(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setBusy(true);
    const result = await client.invoke('vault.renew-key', { passphrase });
    setBusy(false);
    if (result.ok) setRecoveryKey(result.value.recoveryKey);
    else setError(result.error);
  }

  async function confirm(key: string): Promise<AppError | null> {
    setBusy(true);
    const result = await client.invoke('vault.confirm-renewal', { recoveryKey: key });
    setBusy(false);
    setProgress(null);
    if (!result.ok) return result.error;
    onClose();
    notices.show({ tone: 'plain', text: say('security.renewed'), action: null });
    return null;
  }

  return (
    <Dialog title={say('security.renewKey')} onClose={busy ? () => {} : onClose} dismissable={false} width="wide">
      {recoveryKey === null ? (
        <form className={styles['form']} onSubmit={(event) => void prepare(event)}>
          <p>{say('security.renewText')}</p>
          <p>{say('security.renewOthers')}</p>
          <SecretField
            label={say('security.current')}
            value={passphrase}
            maxLength={1024}
            autoFocus
            problem={error === null ? null : sayError(error)}
            onChange={(event) => {
              setPassphrase(event.target.value);
              setError(null);
            }}
          />
          <DialogActions>
            <Button kind="quiet" onClick={onClose}>
              {say('dialog.cancel')}
            </Button>
            <Button kind="main" type="submit" aria-disabled={busy || undefined}>
              {say('security.continue')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <div className={styles['step']}>
          <RecoveryKeyStep
            recoveryKey={recoveryKey}
            action="security.renewConfirm"
            back="security.renewBack"
            onBack={() => setRecoveryKey(null)}
            confirm={() => confirm(recoveryKey)}
          />
          <div role="status" className={styles['form']}>
            {busy && (
              <>
                <p>{say('security.renewing')}</p>
                {progress !== null && progress.total !== null && (
                  <progress value={progress.done} max={progress.total} aria-label={say('security.renewing')} />
                )}
              </>
            )}
          </div>
        </div>
      )}
    </Dialog>
  );
}
