import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { Button } from '../../components/button.tsx';
import centred from '../../components/centred.module.css';
import { useHeadingFocus } from '../../components/use-heading-focus.ts';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import type { RebuildReport } from '../../shell/session.ts';
import styles from './damaged-screen.module.css';

/** Stands for "from this file alone" among the names of backups, which are never empty. */
const FILE_ALONE = '';

export function DamagedScreen() {
  const { client, session, applyVault } = useModel();
  const { say, sayError, locale } = useLanguage();
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const heading = useHeadingFocus();
  const [damage, setDamage] = useState<OutputOf<'vault.damage'> | null>(null);
  const [choice, setChoice] = useState(FILE_ALONE);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void client.invoke('vault.damage', {}).then((result) => {
      if (!result.ok) {
        setError(result.error);
        return;
      }
      setDamage(result.value);
      const [newest] = result.value.backups;
      if (newest !== undefined && !result.value.readableRecords) setChoice(newest.name);
    });
  }, [client]);

  async function rebuild(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    session.setRebuild({ state: 'working' });
    const result = await client.invoke('vault.rebuild', { backup: choice === FILE_ALONE ? null : choice });
    setBusy(false);
    session.setRebuild(result.ok ? { state: 'done', report: result.value } : { state: 'none' });
    if (!result.ok) setError(result.error);
  }

  async function leave(): Promise<void> {
    const result = await client.invoke('vault.lock', {});
    if (result.ok) applyVault(result.value);
    else setError(result.error);
  }

  const fileOpens = damage !== null && damage.readableRecords !== null && damage.readableRecords > 0;
  const nothing = damage !== null && !fileOpens && damage.backups.length === 0;
  return (
    <main className={centred['page']}>
      <div className={`${centred['column']} ${centred['wide']}`}>
        <div className={centred['brand']}>
          <BrandMark />
          {say('app.name')}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {say('damage.title')}
        </h1>
        <p className={centred['lead']}>{say('damage.lead')}</p>
        {nothing && <p className={centred['notice']}>{say('damage.nothing')}</p>}
        {damage !== null && (
          <form className={centred['form']} onSubmit={(event) => void rebuild(event)}>
            <fieldset className={styles['choices']}>
              <legend>{say('damage.choose')}</legend>
              <label>
                <input
                  type="radio"
                  name="source"
                  checked={choice === FILE_ALONE}
                  disabled={!fileOpens}
                  onChange={() => setChoice(FILE_ALONE)}
                />
                <span>
                  <b>{say('damage.file')}</b>
                  <small>
                    {fileOpens
                      ? say('damage.fileRecords', { count: damage.readableRecords ?? 0 })
                      : say('damage.fileUnreadable')}
                  </small>
                </span>
              </label>
              {damage.backups.map((backup) => (
                <label key={backup.name}>
                  <input
                    type="radio"
                    name="source"
                    checked={choice === backup.name}
                    onChange={() => setChoice(backup.name)}
                  />
                  <span>
                    <b>{say('damage.backup', { date: dateAndTime(locale, backup.writtenAt, zone) })}</b>
                    <small>{say('damage.backupRecords', { count: backup.records })}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <div className={styles['end']}>
              <p className={styles['safe']}>{say('damage.safe')}</p>
              <div className={centred['row']}>
                <Button kind="main" type="submit" disabled={busy || nothing}>
                  {say(busy ? 'damage.working' : 'damage.rebuild')}
                </Button>
                <Button kind="quiet" disabled={busy} onClick={() => void leave()}>
                  {say('damage.leave')}
                </Button>
              </div>
            </div>
          </form>
        )}
        {error !== null && (
          <p role="alert" className={centred['problem']}>
            {sayError(error)}
          </p>
        )}
      </div>
    </main>
  );
}

/** What came of a rebuild; it stays until it has been read. */
export function RebuiltScreen({ report }: { readonly report: RebuildReport }) {
  const { client, session, applyVault } = useModel();
  const { say } = useLanguage();
  const heading = useHeadingFocus();

  async function goOn(): Promise<void> {
    const state = await client.invoke('vault.state', {});
    if (state.ok) applyVault(state.value);
    session.setRebuild({ state: 'none' });
  }

  return (
    <main className={centred['page']}>
      <div className={`${centred['column']} ${centred['wide']}`}>
        <div className={centred['brand']}>
          <BrandMark />
          {say('app.name')}
        </div>
        <h1 ref={heading} tabIndex={-1}>
          {say('rebuilt.title')}
        </h1>
        <p className={centred['lead']}>
          {say('rebuilt.restored', { count: report.restored })}{' '}
          {say('rebuilt.unreadable', { count: report.unreadable })}
        </p>
        <p className={centred['notice']}>{say('rebuilt.keptAs', { name: report.keptAs })}</p>
        <div className={centred['row']}>
          <Button kind="main" onClick={() => void goOn()}>
            {say('rebuilt.goOn')}
          </Button>
        </div>
      </div>
    </main>
  );
}
