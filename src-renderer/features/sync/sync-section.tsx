import { Pause, Play, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { EntrySummary } from '../../../src-shared/contract/entries.ts';
import type { SyncStatus } from '../../../src-shared/contract/sync.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';
import { Art } from '../../components/art/art.tsx';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SecretField } from '../../components/secret-field.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSync } from '../../shell/model-context.tsx';
import { HelpLink } from '../help/help-link.tsx';
import { AdoptKeyForm } from './adopt-key-form.tsx';
import { ConnectForm } from './connect-form.tsx';
import { DevicesList } from './devices-list.tsx';
import styles from './sync-section.module.css';
import { syncWords } from './sync-words.ts';
import { useNow } from './use-now.ts';

function TokenForm({ onDone }: { readonly onDone: () => void }) {
  const { client, sync } = useModel();
  const { say, sayError } = useLanguage();
  const [token, setToken] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (token.trim() === '') return;
    const result = await client.invoke('sync.change-token', { token: token.trim() });
    if (!result.ok) {
      setError(result.error);
      return;
    }
    sync.setStatus(result.value);
    onDone();
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void change(event)}>
      <SecretField
        label={say('sync.newToken')}
        autoComplete="off"
        value={token}
        maxLength={16_384}
        problem={error === null ? null : sayError(error)}
        onChange={(event) => setToken(event.target.value)}
      />
      <div className={centred['row']}>
        <Button type="submit">{say('sync.changeToken')}</Button>
      </div>
    </form>
  );
}

function Conflicts() {
  const { client, target } = useModel();
  const { say, locale } = useLanguage();
  const [entries, setEntries] = useState<readonly EntrySummary[]>([]);
  useEffect(() => {
    let isHere = true;
    void client.invoke('entries.with-conflicts', {}).then((result) => {
      if (isHere && result.ok) setEntries(result.value.entries);
    });
    return () => {
      isHere = false;
    };
  }, [client]);
  if (entries.length === 0) return null;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <>
      <h3>{say('sync.conflictsTitle')}</h3>
      <ul className={styles['conflicts']}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Button kind="quiet" onClick={() => target.showDay(entry.day)}>
              {`${day.format(new Date(`${entry.day}T00:00:00Z`))} · ${entry.excerpt.slice(0, 60)}`}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notices({ status, onDismiss }: { readonly status: SyncStatus; readonly onDismiss: () => void }) {
  const { say, locale } = useLanguage();
  const { unreadable, missingFrom, clockAhead, passphraseChanged } = status.notices;
  const names = (list: readonly string[]): string => new Intl.ListFormat(locale).format(list);
  const sentences = [
    unreadable > 0 ? say('sync.notice.unreadable', { count: unreadable }) : null,
    missingFrom.length > 0 ? say('sync.notice.missing', { names: names(missingFrom) }) : null,
    clockAhead.length > 0 ? say('sync.notice.clock', { names: names(clockAhead) }) : null,
    passphraseChanged ? say('sync.notice.passphrase') : null,
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return null;
  return (
    <div className={styles['notice']} role="note">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div>
        <Button kind="quiet" onClick={onDismiss}>
          {say('sync.notice.dismiss')}
        </Button>
      </div>
    </div>
  );
}

function Connected({ status }: { readonly status: SyncStatus }) {
  const { client, sync, notices, showProblem } = useModel();
  const { say, locale } = useLanguage();
  const now = useNow();
  const [asksToken, setAsksToken] = useState(false);
  const [asksDisconnect, setAsksDisconnect] = useState(false);
  const words = syncWords(status, say, locale, now);
  const isSyncing = status.state === 'syncing';
  const { progress } = status;

  async function perform(work: Promise<Result<SyncStatus>>): Promise<void> {
    const result = await work;
    if (result.ok) sync.setStatus(result.value);
    else showProblem(result.error);
  }

  return (
    <div className={styles['panel']}>
      <div className={styles['state']} data-tone={words.tone} data-testid="sync-state" data-state={status.state}>
        <strong>{words.short}</strong>
        <p>{words.long}</p>
        {isSyncing && progress !== null && progress.total !== null && progress.total > 0 && (
          <progress value={progress.done} max={progress.total} aria-label={words.short} />
        )}
        {status.nextAt !== null && (status.state === 'offline' || status.state === 'trouble') && (
          <small>
            {say('sync.nextAt', {
              time: new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(status.nextAt)),
            })}
          </small>
        )}
        {status.problem === 'renewed-key' && <AdoptKeyForm />}
        {(status.problem === 'token' || asksToken) && <TokenForm onDone={() => setAsksToken(false)} />}
      </div>
      <Notices status={status} onDismiss={() => void perform(client.invoke('sync.dismiss-notices', {}))} />
      <Conflicts key={status.conflicts} />
      <div className={centred['row']}>
        <Button
          aria-disabled={isSyncing || undefined}
          onClick={() => {
            if (!isSyncing) void sync.now().then((error) => error !== null && showProblem(error));
          }}
        >
          <RefreshCw />
          {say('sync.now')}
        </Button>
        <Button onClick={() => void perform(client.invoke('sync.pause', { paused: status.state !== 'paused' }))}>
          {status.state === 'paused' ? <Play /> : <Pause />}
          {say(status.state === 'paused' ? 'sync.resume' : 'sync.pause')}
        </Button>
      </div>
      <dl className={styles['facts']}>
        <dt>{say('sync.server')}</dt>
        <dd>{status.url}</dd>
        <dt>{say('sync.dataUsed')}</dt>
        <dd>{dataSize(locale, status.bytesThisMonth)}</dd>
      </dl>
      <DevicesList />
      <div className={centred['row']}>
        {status.problem !== 'token' && !asksToken && (
          <Button kind="quiet" onClick={() => setAsksToken(true)}>
            {say('sync.changeToken')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void perform(client.invoke('sync.compare-all', {}))}>
          {say('sync.compareAll')}
        </Button>
        <Button kind="quiet" onClick={() => setAsksDisconnect(true)}>
          {say('sync.disconnect')}
        </Button>
      </div>
      {asksDisconnect && (
        <Dialog title={say('sync.disconnectTitle')} onClose={() => setAsksDisconnect(false)}>
          <p>{say('sync.disconnectText')}</p>
          <DialogActions>
            <Button kind="quiet" onClick={() => setAsksDisconnect(false)}>
              {say('dialog.cancel')}
            </Button>
            <Button
              kind="main"
              autoFocus
              onClick={() => {
                setAsksDisconnect(false);
                void perform(client.invoke('sync.disconnect', {})).then(() =>
                  notices.announce(say('sync.disconnected')),
                );
              }}
            >
              {say('sync.disconnect')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </div>
  );
}

function dataSize(locale: string, bytes: number): string {
  const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / (unit === 'kilobyte' ? 1000 : 1_000_000),
  );
}

/** Settings > Sync. */
export function SyncSection() {
  const { say } = useLanguage();
  const status = useSync((state) => state.status);
  if (status === null) return null;
  if (status.state !== 'off') return <Connected status={status} />;
  return (
    <>
      <Art scene="sync" />
      <div className={styles['told']}>
        <p>{say('sync.offLong')}</p>
        <HelpLink passage="sync" />
      </div>
      <p>{say('sync.whatIsSeen')}</p>
      <ConnectForm />
    </>
  );
}
