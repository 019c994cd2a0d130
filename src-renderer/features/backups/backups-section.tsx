import { DatabaseBackup, FolderOpen, History, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { BackupProblem, BackupsState, KeptBackup } from '../../../src-shared/contract/backups.ts';
import { Art } from '../../components/art/art.tsx';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './backups.module.css';
import { backUpNow } from './back-up-now.ts';
import { thingsHeld } from './look-words.ts';
import { useBackups, useWorkProgress } from './use-backups.ts';
import { WorkBar } from './work-bar.tsx';

function useWhen(): (instant: string) => string {
  const { locale } = useLanguage();
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  return (instant) => dateAndTime(locale, instant, zone);
}

function LastBackup({ newest }: { readonly newest: KeptBackup | undefined }) {
  const language = useLanguage();
  const { say, locale } = language;
  const when = useWhen();
  if (newest === undefined) {
    return (
      <>
        <Art scene="backups" />
        <strong>{say('backups.none')}</strong>
        <p>{say('backups.noneText')}</p>
      </>
    );
  }
  const { writtenAt, holds, bytes, isVerified, unreadable, isBeforeRestore } = newest;
  const things = holds === null ? '' : thingsHeld(holds, language);
  const size = fileSize(locale, bytes);
  return (
    <>
      <strong>{say('backups.last', { when: when(writtenAt) })}</strong>
      <p>{things === '' ? size : say('backups.lastText', { things, size })}</p>
      {isBeforeRestore && <p>{say('backups.lastBeforeRestore')}</p>}
      <p>{say(isVerified ? 'backups.lastVerified' : 'backups.lastNotVerified')}</p>
      {unreadable !== null && unreadable > 0 && <p>{say('backups.unreadable', { count: unreadable })}</p>}
    </>
  );
}

function Folder({ state, onChoose }: { readonly state: BackupsState; readonly onChoose: () => void }) {
  const { client, notices, showProblem } = useModel();
  const { say, sayError } = useLanguage();
  const when = useWhen();
  const { folder, canChooseFolder } = state;

  async function forget(): Promise<void> {
    const result = await client.invoke('backups.forget-folder', {});
    if (result.ok)
      notices.show({ tone: 'plain', text: (spoken) => spoken.say('backups.folderForgotten'), action: null });
    else showProblem(result.error);
  }

  return (
    <div className={styles['folder']}>
      <h3>{say('backups.folderTitle')}</h3>
      <p>{say('backups.folderText')}</p>
      {folder !== null ? (
        <div
          className={styles['state']}
          data-testid="backup-folder"
          data-problem={folder.problem !== null || undefined}
        >
          <strong className={styles['path']}>{folder.path}</strong>
          <p>
            {folder.newest === null
              ? say('backups.folderNothingYet')
              : say(folder.problem === null ? 'backups.folderNewest' : 'backups.folderLastSeen', {
                  when: when(folder.newest),
                })}
          </p>
          {folder.problem !== null && <p className={styles['trouble']}>{sayError({ code: folder.problem })}</p>}
        </div>
      ) : (
        !canChooseFolder && <p className={styles['small']}>{say('backups.folderCannot')}</p>
      )}
      <div className={centred['row']}>
        {canChooseFolder && (
          <Button onClick={onChoose}>
            <FolderOpen />
            {say(folder === null ? 'backups.folderChoose' : 'backups.folderChange')}
          </Button>
        )}
        {folder !== null && (
          <Button kind="quiet" onClick={() => void forget()}>
            {say('backups.folderForget')}
          </Button>
        )}
      </div>
    </div>
  );
}

function BackupsTable({ backups }: { readonly backups: readonly KeptBackup[] }) {
  const { say, locale } = useLanguage();
  const when = useWhen();
  return (
    <details className={styles['list']}>
      <summary>{say('backups.list', { count: backups.length })}</summary>
      <p className={styles['small']}>{say('backups.keptTitle')}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{say('backups.when')}</th>
            <th scope="col">{say('backups.size')}</th>
            <th scope="col">{say('backups.kept')}</th>
          </tr>
        </thead>
        <tbody>
          {backups.map(({ name, writtenAt, bytes, kept }) => (
            <tr key={name}>
              <th scope="row">{when(writtenAt)}</th>
              <td>{fileSize(locale, bytes)}</td>
              <td>
                {kept.length === 0
                  ? say('backups.kind.none')
                  : new Intl.ListFormat(locale, { type: 'unit' }).format(
                      kept.map((kind) => say(`backups.kind.${kind}`)),
                    )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Settings > Backups. */
export function BackupsSection() {
  const { client, notices, showProblem, target } = useModel();
  const { say, sayError, locale } = useLanguage();
  const when = useWhen();
  const state = useBackups();
  const [isWriting, setIsWriting] = useState(false);
  const isRunning = isWriting || state?.isRunning === true;
  const progress = useWorkProgress('backup', isRunning);
  if (state === null) return null;
  const [newest] = state.backups;
  const problem: BackupProblem | null = isRunning ? null : state.problem;

  async function run(): Promise<void> {
    setIsWriting(true);
    const error = await backUpNow({ client, notices, say });
    setIsWriting(false);
    // What is shown with the state is not shown twice.
    const isShown = error?.code === 'backup-not-verified' || error?.code === 'disk-full';
    if (error !== null && !isShown) showProblem(error);
  }

  async function choose(): Promise<void> {
    const result = await client.invoke('backups.choose-folder', {});
    if (!result.ok) showProblem(result.error);
    else if (result.value.isChosen) notices.announce(say('backups.folderChosen'));
  }

  return (
    <div className={styles['section']}>
      <p>{say('backups.text')}</p>
      <div className={styles['state']} data-testid="backup-state" data-problem={problem !== null || undefined}>
        <LastBackup newest={newest} />
        {problem !== null && (
          <p role="alert" className={styles['trouble']}>
            {`${say('backups.failed')} ${sayError({ code: problem })}`}
          </p>
        )}
        {isRunning && (
          <div role="status" className={styles['work']}>
            <p>{say('backups.writing')}</p>
            <WorkBar label={say('backups.writing')} progress={progress} />
          </div>
        )}
      </div>
      <div className={centred['row']}>
        {isRunning ? (
          <Button key="run" onClick={() => void client.invoke('backups.cancel', {})}>
            {say('dialog.cancel')}
          </Button>
        ) : (
          <Button key="run" onClick={() => void run()}>
            <DatabaseBackup />
            {say('backups.run')}
          </Button>
        )}
        <Button aria-disabled={isRunning || undefined} onClick={() => !isRunning && target.open({ type: 'restore' })}>
          <History />
          {say('backups.restore')}
        </Button>
        <Button aria-disabled={isRunning || undefined} onClick={() => !isRunning && target.open({ type: 'verify' })}>
          <ShieldCheck />
          {say('backups.verify')}
        </Button>
      </div>
      <Folder state={state} onChoose={() => void choose()} />
      {state.backups.length > 0 && <BackupsTable backups={state.backups} />}
      {state.replaced.length > 0 && (
        <div className={styles['folder']}>
          <h3>{say('backups.replacedTitle')}</h3>
          <p>{say('backups.replacedText')}</p>
          <ul className={styles['names']}>
            {state.replaced.map(({ name, path, replacedAt, bytes }) => (
              <li key={name}>
                <span>
                  {replacedAt === null
                    ? fileSize(locale, bytes)
                    : say('backups.replacedAt', { when: when(replacedAt), size: fileSize(locale, bytes) })}
                </span>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
