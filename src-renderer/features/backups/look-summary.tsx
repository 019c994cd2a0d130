import { useEffect, useRef } from 'react';
import type { BackupLook, VaultFigures } from '../../../src-shared/contract/backups.ts';
import { dateAndTime, dateRange } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useSession } from '../../shell/model-context.tsx';
import styles from './backups.module.css';
import { KINDS, lookSentences } from './look-words.ts';

function Warnings({ look }: { readonly look: BackupLook }) {
  const { say } = useLanguage();
  if (!look.isCut && look.unreadable === 0) return null;
  return (
    <div className={styles['warning']} role="alert">
      {look.isCut && <p>{say('look.cut')}</p>}
      {look.unreadable > 0 && <p>{say('look.unreadable', { count: look.unreadable })}</p>}
    </div>
  );
}

/** What a backup holds, first in a sentence that takes the focus, so that it is heard before anything is chosen; and beside an open vault what is only in one of the two, or there in two ways. */
export function LookSummary({ look }: { readonly look: BackupLook }) {
  const language = useLanguage();
  const { say, locale } = language;
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const said = useRef<HTMLDivElement>(null);
  const { backup, comparison } = look;
  useEffect(() => said.current?.focus({ preventScroll: true }), []);
  const number = (value: number): string => say('number', { value });
  const days = ({ firstDay, lastDay }: VaultFigures): string =>
    firstDay === null || lastDay === null ? say('look.noDays') : dateRange(locale, firstDay, lastDay);
  const newest = ({ newestChangeAt }: VaultFigures): string =>
    newestChangeAt === null ? say('look.noDays') : dateAndTime(locale, newestChangeAt, zone);
  return (
    <div className={styles['look']}>
      <div ref={said} tabIndex={-1} role="group" aria-label={say('look.said')} className={styles['said']}>
        {look.writtenAt !== null && (
          <p className={styles['headline']}>
            {say('look.written', { when: dateAndTime(locale, look.writtenAt, zone) })}
          </p>
        )}
        {lookSentences(look, language).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Warnings look={look} />
      {comparison === null ? (
        <dl className={styles['figures']}>
          {KINDS.map((kind) => (
            <div key={kind}>
              <dt>{say(`look.${kind}`)}</dt>
              <dd>{number(backup[kind])}</dd>
            </div>
          ))}
          <div>
            <dt>{say('look.days')}</dt>
            <dd>{days(backup)}</dd>
          </div>
          <div>
            <dt>{say('look.newest')}</dt>
            <dd>{newest(backup)}</dd>
          </div>
        </dl>
      ) : (
        <>
          <table className={styles['table']} aria-label={say('look.tableTitle')}>
            <thead>
              <tr>
                <th scope="col">{say('look.kind')}</th>
                <th scope="col">{say('look.vault')}</th>
                <th scope="col">{say('look.backup')}</th>
                <th scope="col">{say('look.onlyVault')}</th>
                <th scope="col">{say('look.onlyBackup')}</th>
                <th scope="col">{say('look.differ')}</th>
              </tr>
            </thead>
            <tbody>
              {KINDS.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{say(`look.${kind}`)}</th>
                  <td>{number(comparison.vault[kind])}</td>
                  <td>{number(backup[kind])}</td>
                  <Count value={comparison[kind].onlyInVault} />
                  <Count value={comparison[kind].onlyInBackup} />
                  <Count value={comparison[kind].differ} />
                </tr>
              ))}
            </tbody>
          </table>
          <dl className={styles['figures']}>
            {(
              [
                ['look.vault', comparison.vault],
                ['look.backup', backup],
              ] as const
            ).map(([label, figures]) => (
              <div key={label}>
                <dt>{say(label)}</dt>
                <dd>{days(figures)}</dd>
                <dd className={styles['small']}>{say('look.newestAt', { when: newest(figures) })}</dd>
              </div>
            ))}
          </dl>
          {comparison.erasedSince > 0 && <p>{say('restore.erased', { count: comparison.erasedSince })}</p>}
          {comparison.isSynced && <p>{say('restore.synced')}</p>}
        </>
      )}
    </div>
  );
}

/** A figure that catches the eye only where there is something. */
function Count({ value }: { readonly value: number }) {
  const { say } = useLanguage();
  return <td data-some={value > 0 || undefined}>{say('number', { value })}</td>;
}
