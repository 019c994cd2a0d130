import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { BackupLook, BackupSource } from '../../../src-shared/contract/backups.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import { BackupFile } from './backup-file.tsx';
import styles from './backups.module.css';
import type { ReadableFile } from '../import/readable-file.ts';
import { LookSummary } from './look-summary.tsx';
import { transferBackup } from './transfer-backup.ts';
import { isAllSame, thingsHeld } from './look-words.ts';
import { useBackups, useWorkProgress } from './use-backups.ts';
import { WorkBar } from './work-bar.tsx';

type Stage =
  | { readonly type: 'choose'; readonly error: AppError | null }
  | { readonly type: 'uploading'; readonly share: number }
  | { readonly type: 'looking' }
  | { readonly type: 'found' | 'taking'; readonly look: BackupLook; readonly error: AppError | null };

/** Looks at a backup beside the vault, says what would change, and puts it in the vault's place when the person says so. */
export function RestoreDialog({
  given = null,
  onClose,
}: {
  /** The backup that the app was opened with: looked at at once. */
  readonly given?: ReadableFile | null;
  readonly onClose: () => void;
}) {
  const { client } = useModel();
  const language = useLanguage();
  const { say, sayError, locale } = language;
  const known = useBackups();
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const [picked, setPicked] = useState<string | null>(null);
  /** Whether the last try was a file: the focus returns to what was used. */
  const [isFile, setIsFile] = useState(false);
  const [fileName, setFileName] = useState('');
  const [stage, setStage] = useState<Stage>({ type: 'choose', error: null });
  const turn = useRef(0);
  const progress = useWorkProgress('restore', stage.type === 'looking');
  const writing = useWorkProgress('backup', stage.type === 'taking');

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

  async function lookAtFile(brought: ReadableFile): Promise<void> {
    const mine = (turn.current += 1);
    const isCancelled = (): boolean => mine !== turn.current;
    setIsFile(true);
    setFileName(brought.name);
    setStage({ type: 'uploading', share: 0 });
    const sent = await transferBackup(
      client,
      brought,
      (share) => {
        if (!isCancelled()) setStage({ type: 'uploading', share });
      },
      isCancelled,
    );
    if (isCancelled()) return;
    if (sent.ok) await look({ type: 'uploaded', uploadId: sent.value }, mine);
    else setStage({ type: 'choose', error: sent.error });
  }

  // Once: what is given with the dialog is what it was opened for.
  const begin = useRef(given);
  useEffect(() => {
    const first = begin.current;
    begin.current = null;
    if (first !== null) void lookAtFile(first);
  });

  function startAgain(): void {
    turn.current += 1;
    setStage({ type: 'choose', error: null });
    void client.invoke('backups.cancel', {}).then(() => client.invoke('backups.drop', {}));
  }

  async function take(found: BackupLook): Promise<void> {
    setStage({ type: 'taking', look: found, error: null });
    const result = await client.invoke('backups.take', {});
    // Behind it the vault is locked, and this dialog gone.
    if (result.ok) return;
    setStage({ type: 'found', look: found, error: result.error.code === 'cancelled' ? null : result.error });
  }

  if (known === null) return null;
  const { backups } = known;
  // A red button for what changes nothing that is counted here would only frighten; the rest of a vault may differ all the same.
  const isSame = stage.type === 'found' && isAllSame(stage.look);
  const chosen = picked ?? backups[0]?.name ?? null;

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
              setIsFile(false);
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
                      autoFocus={!isFile && (picked === null ? index === 0 : picked === backup.name)}
                      checked={chosen === backup.name}
                      onChange={() => setPicked(backup.name)}
                    />
                    <span>
                      <b>{say('restore.option', { when: dateAndTime(locale, backup.writtenAt, zone) })}</b>
                      <small>
                        {backup.holds === null
                          ? fileSize(locale, backup.bytes)
                          : say('restore.optionText', {
                              things: thingsHeld(backup.holds, language) || say('look.noThings'),
                              size: fileSize(locale, backup.bytes),
                            })}
                      </small>
                      {backup.isBeforeRestore && <small>{say('restore.optionBefore')}</small>}
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
            <BackupFile
              label={say('restore.file')}
              autoFocus={isFile || backups.length === 0}
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
          <LookSummary look={stage.look} file={isFile ? fileName : null} />
          <div className={styles['safe']}>
            <p>{say('restore.kept')}</p>
            <p className={styles['path']}>{stage.look.comparison?.keptAs}</p>
          </div>
          {stage.type === 'taking' && (
            <div role="status" className={styles['work']}>
              <p>{say('restore.keeping')}</p>
              <WorkBar label={say('restore.keeping')} progress={writing} />
            </div>
          )}
          {stage.error !== null && (
            <p role="alert" className={styles['problem']}>
              {sayError(stage.error)}
            </p>
          )}
          <DialogActions>
            {stage.type === 'taking' ? (
              <Button kind="quiet" onClick={() => void client.invoke('backups.cancel', {})}>
                {say('dialog.cancel')}
              </Button>
            ) : (
              <Button kind="quiet" onClick={startAgain}>
                {say('restore.back')}
              </Button>
            )}
            <Button
              kind={isSame ? 'plain' : 'danger'}
              aria-disabled={stage.type === 'taking' || undefined}
              onClick={() => {
                if (stage.type === 'found') void take(stage.look);
              }}
            >
              {say(stage.type === 'taking' ? 'restore.taking' : 'restore.take')}
            </Button>
            {isSame && (
              <Button kind="main" onClick={onClose}>
                {say('dialog.close')}
              </Button>
            )}
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
