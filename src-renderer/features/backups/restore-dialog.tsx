import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { BackupLook, BackupSource, KeptBackup } from '../../../src-shared/contract/backups.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { BackupFile } from './backup-file.tsx';
import styles from './backups.module.css';
import { LookSummary } from './look-summary.tsx';
import { transferBackup } from './transfer-backup.ts';
import { useWorkProgress } from './use-backups.ts';
import { WorkBar } from './work-bar.tsx';

type Stage =
  | { readonly type: 'choose'; readonly error: AppError | null }
  | { readonly type: 'uploading'; readonly share: number }
  | { readonly type: 'looking' }
  | { readonly type: 'found' | 'taking'; readonly look: BackupLook; readonly error: AppError | null };

interface RestoreDialogProps {
  readonly backups: readonly KeptBackup[];
  readonly onClose: () => void;
}

/** Looks at a backup beside the vault, says what would change, and puts it in the vault's place when the person says so. */
export function RestoreDialog({ backups, onClose }: RestoreDialogProps) {
  const { client } = useModel();
  const { say, sayError, locale } = useLanguage();
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const [chosen, setChosen] = useState(backups[0]?.name ?? null);
  const [stage, setStage] = useState<Stage>({ type: 'choose', error: null });
  const turn = useRef(0);
  const progress = useWorkProgress('restore', stage.type === 'looking');

  // Whatever closes the dialog, a lock as well: nothing that was built or brought over stays.
  useEffect(
    () => () => {
      void client.invoke('backups.cancel', {}).then(() => client.invoke('backups.drop', {}));
    },
    [client],
  );

  async function look(source: BackupSource, mine: number): Promise<void> {
    setStage({ type: 'looking' });
    const result = await client.invoke('backups.look', { source, secret: null });
    if (mine !== turn.current) return;
    if (result.ok) setStage({ type: 'found', look: result.value, error: null });
    else setStage({ type: 'choose', error: result.error.code === 'cancelled' ? null : result.error });
  }

  async function lookAtFile(file: File): Promise<void> {
    const mine = (turn.current += 1);
    const isCancelled = (): boolean => mine !== turn.current;
    setStage({ type: 'uploading', share: 0 });
    const sent = await transferBackup(
      client,
      file,
      (share) => {
        if (!isCancelled()) setStage({ type: 'uploading', share });
      },
      isCancelled,
    );
    if (isCancelled()) return;
    if (sent.ok) await look({ type: 'uploaded', uploadId: sent.value }, mine);
    else setStage({ type: 'choose', error: sent.error });
  }

  function startAgain(): void {
    turn.current += 1;
    setStage({ type: 'choose', error: null });
    void client.invoke('backups.cancel', {}).then(() => client.invoke('backups.drop', {}));
  }

  async function take(found: BackupLook): Promise<void> {
    setStage({ type: 'taking', look: found, error: null });
    const result = await client.invoke('backups.take', {});
    // Behind it the vault is locked, and this dialog gone.
    if (!result.ok) setStage({ type: 'found', look: found, error: result.error });
  }

  return (
    <Dialog
      title={say('restore.title')}
      onClose={stage.type === 'taking' ? () => {} : onClose}
      width="broad"
      dismissable={false}
    >
      {stage.type === 'choose' && (
        <>
          <p className={styles['lead']}>{say('restore.lead')}</p>
          <form
            className={styles['sources']}
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              if (chosen !== null) void look({ type: 'kept', name: chosen }, (turn.current += 1));
            }}
          >
            {backups.length === 0 ? (
              <p>{say('restore.noneHere')}</p>
            ) : (
              <fieldset className={styles['choices']}>
                <legend>{say('restore.from')}</legend>
                {backups.map((backup, index) => (
                  <label key={backup.name}>
                    <input
                      type="radio"
                      name="backup"
                      autoFocus={index === 0}
                      checked={chosen === backup.name}
                      onChange={() => setChosen(backup.name)}
                    />
                    <span>
                      <b>{say('restore.option', { when: dateAndTime(locale, backup.writtenAt, zone) })}</b>
                      <small>
                        {backup.records === null
                          ? fileSize(locale, backup.bytes)
                          : say('restore.optionText', {
                              records: backup.records,
                              size: fileSize(locale, backup.bytes),
                            })}
                      </small>
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
            <BackupFile
              label={say('restore.file')}
              autoFocus={backups.length === 0}
              onFile={(file) => void lookAtFile(file)}
            />
            {stage.error !== null && (
              <p role="alert" className={styles['problem']}>
                {sayError(stage.error)}
              </p>
            )}
            <DialogActions>
              <Button kind="quiet" onClick={onClose}>
                {say('dialog.cancel')}
              </Button>
              <Button kind="main" type="submit" disabled={chosen === null}>
                {say('restore.look')}
              </Button>
            </DialogActions>
          </form>
        </>
      )}
      {(stage.type === 'uploading' || stage.type === 'looking') && (
        <>
          <p className={styles['lead']} role="status">
            {say(
              stage.type === 'uploading'
                ? 'restore.uploading'
                : progress !== null && progress.done === progress.total
                  ? 'restore.comparing'
                  : 'restore.looking',
            )}
          </p>
          {stage.type === 'uploading' ? (
            <progress className={styles['bar']} aria-label={say('restore.uploading')} max={1} value={stage.share} />
          ) : (
            <WorkBar label={say('restore.looking')} progress={progress} />
          )}
          <DialogActions>
            <Button autoFocus onClick={startAgain}>
              {say('dialog.cancel')}
            </Button>
          </DialogActions>
        </>
      )}
      {(stage.type === 'found' || stage.type === 'taking') && (
        <>
          <LookSummary look={stage.look} />
          <p className={styles['safe']}>{say('restore.kept', { name: stage.look.comparison?.keptAs ?? '' })}</p>
          {stage.error !== null && (
            <p role="alert" className={styles['problem']}>
              {sayError(stage.error)}
            </p>
          )}
          <DialogActions>
            <Button kind="quiet" autoFocus aria-disabled={stage.type === 'taking' || undefined} onClick={startAgain}>
              {say('restore.back')}
            </Button>
            <Button
              kind="danger"
              aria-disabled={stage.type === 'taking' || undefined}
              onClick={() => {
                if (stage.type === 'found') void take(stage.look);
              }}
            >
              {say(stage.type === 'taking' ? 'restore.taking' : 'restore.take')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
