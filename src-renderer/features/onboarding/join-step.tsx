import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { VaultState, VaultProgress } from '../../../src-shared/contract/vault.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { SecretField } from '../../components/secret-field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { ServerFields } from '../sync/server-fields.tsx';
import styles from './onboarding.module.css';

interface JoinStepProps {
  /** Kept above this step, so that it is there again behind a look elsewhere. */
  readonly place: { readonly url: string; readonly token: string };
  readonly onPlace: (place: { readonly url: string; readonly token: string }) => void;
  readonly onBack: () => void;
  readonly onJoined: (vault: VaultState) => void;
}

/** A vault that lives on a server already comes to this computer. */
export function JoinStep({ place, onPlace, onBack, onJoined }: JoinStepProps) {
  const { client } = useModel();
  const { say, sayError } = useLanguage();
  const heading = useHeadingFocus();
  const { url, token } = place;
  const [method, setMethod] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<VaultProgress | null>(null);
  const isHere = useRef(true);

  useEffect(() => client.on('vault.progress', setProgress), [client]);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      void client.invoke('vault.cancel-join', {});
    };
  }, [client]);

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || url.trim() === '' || secret === '') return;
    setBusy(true);
    setError(null);
    const result = await client.invoke('vault.join', { url: url.trim(), token: token.trim(), method, secret });
    if (!isHere.current) return;
    setBusy(false);
    setProgress(null);
    if (result.ok) onJoined(result.value);
    else if (result.error.code !== 'cancelled') setError(result.error);
  }

  const secretProblem = error?.code === 'wrong-secret' ? sayError(error) : null;
  const urlProblem = error?.code === 'sync-address' ? sayError(error) : null;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say('join.title')}
      </h1>
      <p className={centred['lead']}>{say('join.lead')}</p>
      <form className={centred['form']} noValidate onSubmit={(event) => void join(event)}>
        <ServerFields
          url={url}
          token={token}
          urlProblem={urlProblem}
          onUrl={(next) => onPlace({ url: next, token })}
          onToken={(next) => onPlace({ url, token: next })}
          autoFocus
        />
        <SecretField
          label={say(method === 'passphrase' ? 'join.passphrase' : 'join.recoveryKey')}
          autoComplete={method === 'passphrase' ? 'current-password' : 'off'}
          value={secret}
          maxLength={1024}
          problem={secretProblem}
          onChange={(event) => {
            setSecret(event.target.value);
            setError(null);
          }}
        />
        {error !== null && secretProblem === null && urlProblem === null && (
          <p role="alert" className={centred['problem']}>
            {sayError(error)}
          </p>
        )}
        <div role="status">
          {busy && (
            <>
              <p>
                {progress === null || progress.total === null
                  ? say('join.fetching')
                  : say('join.progress', { done: progress.done, total: progress.total })}
              </p>
              <progress
                className={styles['bar']}
                aria-label={say('join.fetching')}
                {...(progress === null || progress.total === null
                  ? {}
                  : { value: progress.done, max: Math.max(1, progress.total) })}
              />
            </>
          )}
        </div>
        <div className={centred['row']}>
          <Button kind="main" type="submit" aria-disabled={busy || undefined}>
            {say('join.join')}
          </Button>
          {busy ? (
            <Button kind="quiet" onClick={() => void client.invoke('vault.cancel-join', {})}>
              {say('dialog.cancel')}
            </Button>
          ) : (
            <Button
              kind="quiet"
              onClick={() => {
                setMethod(method === 'passphrase' ? 'recovery-key' : 'passphrase');
                setSecret('');
              }}
            >
              {say(method === 'passphrase' ? 'lock.useRecoveryKey' : 'lock.usePassphrase')}
            </Button>
          )}
        </div>
        {!busy && (
          <div className={centred['row']}>
            <Button kind="quiet" onClick={onBack}>
              <ArrowLeft />
              {say('join.back')}
            </Button>
          </div>
        )}
      </form>
    </>
  );
}
