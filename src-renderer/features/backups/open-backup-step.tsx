import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { BackupLook } from '../../../src-shared/contract/backups.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { SecretField } from '../../components/secret-field.tsx';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import type { ReadableFile } from '../import/readable-file.ts';
import { useOpenedFile } from '../import/use-opened-file.ts';
import { BackupFile } from './backup-file.tsx';
import styles from './backups.module.css';
import { LookSummary } from './look-summary.tsx';
import { transferBackup } from './transfer-backup.ts';
import { useWorkProgress } from './use-backups.ts';
import { WorkBar } from './work-bar.tsx';

type Stage =
  | { readonly type: 'choose' }
  | { readonly type: 'uploading'; readonly share: number }
  | { readonly type: 'secret' | 'looking'; readonly uploadId: string; readonly name: string }
  | { readonly type: 'found' | 'taking'; readonly look: BackupLook };

/** On a computer without a vault: a backup's file, opened with what its vault was opened with when it was written, becomes this computer's vault. */
export function OpenBackupStep({ onBack }: { readonly onBack: () => void }) {
  const { client } = useModel();
  const { say, sayError } = useLanguage();
  const heading = useHeadingFocus();
  const [stage, setStage] = useState<Stage>({ type: 'choose' });
  const [method, setMethod] = useState<'passphrase' | 'recovery-key'>('passphrase');
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [hasBrought, setHasBrought] = useState(false);
  const turn = useRef(0);
  const progress = useWorkProgress('restore', stage.type === 'looking');

  useEffect(
    () => () => {
      turn.current += 1;
      void client.invoke('backups.cancel', {}).then(() => client.invoke('backups.drop', {}));
    },
    [client],
  );

  async function bring(file: ReadableFile): Promise<void> {
    const mine = (turn.current += 1);
    const isGone = (): boolean => mine !== turn.current;
    setError(null);
    // What was typed was meant for another file.
    setSecret('');
    setHasBrought(true);
    setStage({ type: 'uploading', share: 0 });
    const sent = await transferBackup(
      client,
      file,
      (share) => {
        if (!isGone()) setStage({ type: 'uploading', share });
      },
      isGone,
    );
    if (isGone()) return;
    // Nobody is asked for a passphrase for the sake of a file that none opens.
    const judged = sent.ok ? await client.invoke('backups.inspect', { uploadId: sent.value }) : sent;
    if (isGone()) return;
    if (!judged.ok) setError(judged.error);
    setStage(sent.ok && judged.ok ? { type: 'secret', uploadId: sent.value, name: file.name } : { type: 'choose' });
  }

  const opened = useOpenedFile('backup');
  useEffect(() => {
    if (opened === null || stage.type !== 'choose') return;
    const file = opened.take();
    // Behind this drawing, as if it had been chosen.
    queueMicrotask(() => void bring(file));
  });

  async function look(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (stage.type !== 'secret' || secret === '') return;
    const mine = (turn.current += 1);
    const { uploadId, name } = stage;
    setError(null);
    setStage({ type: 'looking', uploadId, name });
    const source = { type: 'uploaded', uploadId } as const;
    const result = await client.invoke('backups.look', { source, secret: { method, secret } });
    if (mine !== turn.current) return;
    if (result.ok) {
      setSecret('');
      setStage({ type: 'found', look: result.value });
      return;
    }
    const { code } = result.error;
    if (code !== 'cancelled') setError(result.error);
    // What is wrong with the file no other passphrase mends.
    const isOfSecret = code === 'wrong-secret' || code === 'try-later' || code === 'cancelled';
    if (!isOfSecret) setSecret('');
    setStage(isOfSecret ? { type: 'secret', uploadId, name } : { type: 'choose' });
  }

  async function take(found: BackupLook): Promise<void> {
    setError(null);
    setStage({ type: 'taking', look: found });
    const result = await client.invoke('backups.take', {});
    // Behind it the vault is open, and this step gone.
    if (result.ok) return;
    setError(result.error);
    // The computer slept or was locked meanwhile: what was looked at is closed.
    setStage(result.error.code === 'not-found' ? { type: 'choose' } : { type: 'found', look: found });
  }

  function startAgain(): void {
    turn.current += 1;
    setError(null);
    setSecret('');
    setStage({ type: 'choose' });
    void client.invoke('backups.cancel', {}).then(() => client.invoke('backups.drop', {}));
  }

  const secretProblem = error?.code === 'wrong-secret' || error?.code === 'try-later' ? sayError(error) : null;
  const problem = error !== null && secretProblem === null && (
    <p role="alert" className={centred['problem']}>
      {sayError(error)}
    </p>
  );
  const isFound = stage.type === 'found' || stage.type === 'taking';
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say(isFound ? 'openBackup.foundTitle' : 'openBackup.title')}
      </h1>
      {!isFound && (
        <p className={centred['lead']}>
          {say(stage.type === 'secret' || stage.type === 'looking' ? 'openBackup.secretLead' : 'openBackup.lead')}
        </p>
      )}
      {stage.type === 'choose' && (
        <div className={centred['form']}>
          <BackupFile label={say('openBackup.choose')} autoFocus={hasBrought} onFile={(file) => void bring(file)} />
          {problem}
          <div className={centred['row']}>
            <Button kind="quiet" onClick={onBack}>
              <ArrowLeft />
              {say('join.back')}
            </Button>
          </div>
        </div>
      )}
      {stage.type === 'uploading' && (
        <div className={centred['form']}>
          <p role="status">{say('restore.uploading')}</p>
          <progress className={styles['bar']} aria-label={say('restore.uploading')} max={1} value={stage.share} />
          <div className={centred['row']}>
            <Button onClick={startAgain}>{say('dialog.cancel')}</Button>
          </div>
        </div>
      )}
      {(stage.type === 'secret' || stage.type === 'looking') && (
        <form className={centred['form']} noValidate onSubmit={(event) => void look(event)}>
          <p className={styles['path']}>{stage.name}</p>
          <SecretField
            key={method}
            label={say(method === 'passphrase' ? 'openBackup.passphrase' : 'openBackup.recoveryKey')}
            value={secret}
            autoComplete={method === 'passphrase' ? 'current-password' : 'off'}
            maxLength={1024}
            autoFocus
            problem={secretProblem}
            onChange={(event) => {
              setSecret(event.target.value);
              setError(null);
            }}
          />
          {problem}
          {stage.type === 'looking' && (
            <div role="status" className={styles['work']}>
              <p>{say('restore.looking')}</p>
              <WorkBar label={say('restore.looking')} progress={progress} />
            </div>
          )}
          <div className={centred['row']}>
            <Button kind="main" type="submit" aria-disabled={stage.type === 'looking' || undefined}>
              {say('openBackup.look')}
            </Button>
            {stage.type === 'looking' ? (
              <Button kind="quiet" onClick={() => void client.invoke('backups.cancel', {})}>
                {say('dialog.cancel')}
              </Button>
            ) : (
              <>
                <Button
                  kind="quiet"
                  onClick={() => {
                    setMethod(method === 'passphrase' ? 'recovery-key' : 'passphrase');
                    setSecret('');
                    setError(null);
                  }}
                >
                  {say(method === 'passphrase' ? 'lock.useRecoveryKey' : 'lock.usePassphrase')}
                </Button>
                <Button kind="quiet" onClick={startAgain}>
                  {say('openBackup.another')}
                </Button>
              </>
            )}
          </div>
        </form>
      )}
      {isFound && (
        <div className={centred['form']}>
          <LookSummary look={stage.look} />
          <p className={styles['safe']}>{say('openBackup.safe')}</p>
          {problem}
          <div className={centred['row']}>
            <Button
              kind="main"
              aria-disabled={stage.type === 'taking' || undefined}
              onClick={() => {
                if (stage.type === 'found') void take(stage.look);
              }}
            >
              {say(stage.type === 'taking' ? 'openBackup.taking' : 'openBackup.take')}
            </Button>
            <Button kind="quiet" onClick={startAgain}>
              {say('openBackup.another')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
