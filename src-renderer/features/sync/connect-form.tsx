import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { SyncFound } from '../../../src-shared/contract/sync.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import type { MessageId } from '../../intl/en.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { ServerFields } from './server-fields.tsx';
import styles from './sync-section.module.css';

type Stage =
  | { readonly type: 'form' }
  | { readonly type: 'checking' }
  | { readonly type: 'found' | 'connecting'; readonly found: SyncFound };

const WILL: Readonly<Record<SyncFound['found'], MessageId>> = {
  empty: 'sync.found.empty',
  'this-vault': 'sync.found.thisVault',
  'another-vault': 'sync.found.anotherVault',
  foreign: 'sync.found.foreign',
};

/** Looks first, says what will happen, and connects only then. */
export function ConnectForm() {
  const { client, sync } = useModel();
  const { say, sayError } = useLanguage();
  const [url, setUrl] = useState('');
  const [token, setToken] = useState('');
  const [stage, setStage] = useState<Stage>({ type: 'form' });
  const [error, setError] = useState<AppError | null>(null);
  const turn = useRef(0);
  const isBusy = stage.type === 'checking' || stage.type === 'connecting';

  useEffect(
    () => () => {
      turn.current += 1;
      void client.invoke('sync.cancel-check', {});
    },
    [client],
  );

  function change(set: (value: string) => void, value: string): void {
    set(value);
    setError(null);
    // What was found holds for what was asked.
    if (!isBusy) setStage({ type: 'form' });
  }

  async function check(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const own = (turn.current += 1);
    setError(null);
    setStage({ type: 'checking' });
    const result = await client.invoke('sync.check', { url: url.trim(), token: token.trim() });
    if (own !== turn.current) return;
    if (result.ok) {
      setStage({ type: 'found', found: result.value });
    } else {
      setStage({ type: 'form' });
      setError(result.error);
    }
  }

  async function connect(found: SyncFound): Promise<void> {
    if (isBusy) return;
    setStage({ type: 'connecting', found });
    const result = await client.invoke('sync.connect', { url: url.trim(), token: token.trim() });
    if (result.ok) {
      sync.setStatus(result.value);
    } else {
      setStage({ type: 'found', found });
      setError(result.error);
    }
  }

  function cancel(): void {
    turn.current += 1;
    setStage({ type: 'form' });
    void client.invoke('sync.cancel-check', {});
  }

  const canConnect =
    (stage.type === 'found' || stage.type === 'connecting') &&
    (stage.found.found === 'empty' || stage.found.found === 'this-vault');

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void check(event)}>
      <ServerFields
        url={url}
        token={token}
        urlProblem={error?.code === 'sync-address' ? sayError(error) : null}
        onUrl={(value) => change(setUrl, value)}
        onToken={(value) => change(setToken, value)}
      />
      {error !== null && error.code !== 'sync-address' && error.code !== 'cancelled' && (
        <p role="alert" className={centred['problem']}>
          {sayError(error)}
        </p>
      )}
      <div role="status">
        {stage.type === 'checking' && <p>{say('sync.checking')}</p>}
        {(stage.type === 'found' || stage.type === 'connecting') && (
          <div className={styles['found']} data-testid="sync-found">
            <strong>{say('sync.foundAt', { host: stage.found.host })}</strong>
            <p>{say(WILL[stage.found.found], { here: stage.found.here, there: stage.found.there })}</p>
          </div>
        )}
      </div>
      <div className={centred['row']}>
        {canConnect ? (
          <Button
            kind="main"
            aria-disabled={isBusy || undefined}
            onClick={() => {
              if (stage.type === 'found') void connect(stage.found);
            }}
          >
            {say('sync.connect')}
          </Button>
        ) : (
          <Button type="submit" aria-disabled={isBusy || url.trim() === '' || undefined}>
            {say('sync.check')}
          </Button>
        )}
        {stage.type === 'checking' && (
          <Button kind="quiet" onClick={cancel}>
            {say('dialog.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
