import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { VaultProgress } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { SecretField } from '../../components/secret-field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './sync-section.module.css';

/** Another device renewed the vault's key: this one goes on when it has been opened with the passphrase of the renewed vault. */
export function AdoptKeyForm() {
  const { client } = useModel();
  const { say, sayError } = useLanguage();
  const [method, setMethod] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [progress, setProgress] = useState<VaultProgress | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => client.on('vault.progress', setProgress), [client]);

  async function adopt(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || secret === '') return;
    setBusy(true);
    setError(null);
    const result = await client.invoke('vault.adopt-key', { method, secret });
    setBusy(false);
    setProgress(null);
    if (!result.ok) setError(result.error);
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void adopt(event)}>
      <SecretField
        label={say(method === 'passphrase' ? 'sync.adoptPassphrase' : 'sync.adoptRecoveryKey')}
        autoComplete={method === 'passphrase' ? 'current-password' : 'off'}
        value={secret}
        maxLength={1024}
        problem={error === null ? null : sayError(error)}
        onChange={(event) => {
          setSecret(event.target.value);
          setError(null);
        }}
      />
      {progress !== null && progress.total !== null && (
        <progress value={progress.done} max={progress.total} aria-label={say('security.renewing')} />
      )}
      <div className={centred['row']}>
        <Button kind="main" type="submit" aria-disabled={busy || undefined}>
          {say(busy ? 'security.renewing' : 'sync.adopt')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setMethod(method === 'passphrase' ? 'recovery-key' : 'passphrase');
            setSecret('');
          }}
        >
          {say(method === 'passphrase' ? 'lock.useRecoveryKey' : 'lock.usePassphrase')}
        </Button>
      </div>
    </form>
  );
}
