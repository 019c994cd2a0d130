import { RefreshCw } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import type { UpdatesState } from '../../../src-shared/contract/updates.ts';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { fileSize } from '../../intl/sizes.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './about.module.css';
import { MarkdownText } from './markdown-text.tsx';

/** Whether the app may look for newer versions by itself, and what there is. */
export function UpdatesPanel() {
  const { updates, session, showProblem } = useModel();
  const { say } = useLanguage();
  const hint = useId();
  const mayLook = useSession(({ settings }) => settings?.updates === 'check');
  const state = useStore(updates.store, ({ state: known }) => known);
  if (state === null) return null;
  if (state.unavailable !== null) return <p>{say(`updates.unavailable.${state.unavailable}`)}</p>;
  return (
    <>
      <div className={styles['choice']}>
        <label>
          <input
            type="checkbox"
            checked={mayLook}
            aria-describedby={hint}
            onChange={(event) => {
              void session.changeSettings({ updates: event.target.checked ? 'check' : 'off' }).then((error) => {
                if (error !== null) showProblem(error);
              });
            }}
          />
          {say('updates.byItself')}
        </label>
        <p id={hint}>{say('updates.byItselfHint')}</p>
      </div>
      <div role="status" className={styles['status']}>
        <Status state={state} />
      </div>
      <Buttons state={state} />
    </>
  );
}

function Status({ state: { status, checkedAt } }: { readonly state: UpdatesState }) {
  const { say, locale } = useLanguage();
  const zone = useSession(({ today }) => today?.zone ?? 'UTC');
  switch (status.type) {
    case 'never':
    case 'none': {
      const when = checkedAt === null ? null : dateAndTime(locale, checkedAt, zone);
      if (when === null) return <p>{say('updates.neverAsked')}</p>;
      return <p>{say(status.type === 'none' ? 'updates.newest' : 'updates.lastAsked', { when })}</p>;
    }
    case 'checking':
      return <p>{say('updates.checking')}</p>;
    case 'available':
      return (
        <>
          <strong>{say('updates.there', { version: status.version })}</strong>
          <Notes notes={status.notes} />
        </>
      );
    case 'downloading': {
      const { done, total, version } = status;
      const label = say('updates.downloading', { version });
      return (
        <>
          <p>
            {total === null
              ? label
              : say('updates.downloadingOf', {
                  version,
                  done: fileSize(locale, done),
                  total: fileSize(locale, total),
                })}
          </p>
          <progress aria-label={label} {...(total === null ? {} : { value: done, max: total })} />
        </>
      );
    }
    case 'ready':
      return (
        <>
          <strong>{say('updates.ready', { version: status.version })}</strong>
          <p>{say('updates.readyText')}</p>
          <Notes notes={status.notes} />
        </>
      );
    case 'installing':
      return <p>{say('updates.installing')}</p>;
    case 'failed':
      return <p className={styles['trouble']}>{say(`updates.failed.${status.reason}`)}</p>;
  }
}

function Notes({ notes }: { readonly notes: string }) {
  const { say } = useLanguage();
  if (notes.trim() === '') return null;
  return (
    <details className={styles['notes']}>
      <summary>{say('updates.whatChanged')}</summary>
      {/* As the list of versions has them, whose language is not ours to choose. */}
      <div lang="en">
        <MarkdownText markdown={notes} />
      </div>
    </details>
  );
}

function Buttons({ state: { status } }: { readonly state: UpdatesState }) {
  const { updates } = useModel();
  const { say } = useLanguage();
  switch (status.type) {
    case 'checking':
    case 'downloading':
      return <Button onClick={() => void updates.ask('cancel')}>{say('updates.stop')}</Button>;
    case 'installing':
      return null;
    case 'ready':
      return <Button onClick={() => void updates.ask('install')}>{say('updates.install')}</Button>;
    default:
      return (
        <div className={centred['row']}>
          {status.type === 'available' && (
            <Button onClick={() => void updates.ask('download')}>{say('updates.download')}</Button>
          )}
          <Button onClick={() => void updates.ask('check')}>
            <RefreshCw />
            {say('updates.check')}
          </Button>
        </div>
      );
  }
}
