import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { VerifyReport } from '../../../src-shared/contract/backups.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSession } from '../../shell/model-context.tsx';
import styles from './backups.module.css';
import { isWhole } from './is-whole.ts';
import { thingsHeld } from './look-words.ts';
import { useWorkProgress } from './use-backups.ts';
import { WorkBar } from './work-bar.tsx';

type Stage =
  | { readonly type: 'ready'; readonly error: AppError | null }
  | { readonly type: 'running'; readonly error: null }
  | { readonly type: 'done'; readonly report: VerifyReport; readonly error: AppError | null };

function Report({ report }: { readonly report: VerifyReport }) {
  const language = useLanguage();
  const { say, locale } = language;
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const { holds, unreadable, disagreeing, incomplete, pages, remedy } = report;
  const list = (things: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(things);
  const closed = unreadable.reduce((sum, { current, earlier }) => sum + current + earlier, 0);
  const current = unreadable.reduce((sum, each) => sum + each.current, 0);
  const wrong = disagreeing.reduce((sum, { count }) => sum + count, 0);
  const good = isWhole(report);
  const things = thingsHeld(holds, language);
  return (
    <div className={styles['report']} role="status" data-good={good}>
      <p className={styles['headline']}>
        {good ? <CircleCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        {say(good ? 'verify.good' : 'verify.bad')}
      </p>
      <p>{things === '' ? say('verify.lookedNothing') : say('verify.looked', { things })}</p>
      {closed > 0 && (
        <p>
          {say('verify.unreadable', {
            count: closed,
            kinds: list(
              unreadable.map((each) => say(`verify.kind.${each.kind}`, { count: each.current + each.earlier })),
            ),
          })}{' '}
          {say('verify.unreadableCurrent', { count: current })}
        </p>
      )}
      {wrong > 0 && (
        <p>
          {say('verify.disagreeing', {
            count: wrong,
            kinds: list(disagreeing.map(({ kind, count }) => say(`verify.kind.${kind}`, { count }))),
          })}
        </p>
      )}
      {incomplete > 0 && <p>{say('verify.incomplete', { count: incomplete })}</p>}
      {pages !== null && pages > 0 && <p>{say('verify.pages', { count: pages })}</p>}
      {pages === null && <p className={styles['small']}>{say('verify.pagesNotAsked')}</p>}
      {closed > 0 && (
        <p>
          {remedy === null
            ? say('verify.noRemedy')
            : say('verify.remedy', { when: dateAndTime(locale, remedy.writtenAt, zone), holds: remedy.holds })}
        </p>
      )}
      {!good && <p>{say('verify.repairText')}</p>}
    </div>
  );
}

/** Looks at every record of the vault and says what it found. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useModel();
  const { say, sayError } = useLanguage();
  const [stage, setStage] = useState<Stage>({ type: 'ready', error: null });
  const isHere = useRef(true);
  const progress = useWorkProgress('verify', stage.type === 'running');

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      void client.invoke('backups.cancel', {});
    };
  }, [client]);

  async function verify(): Promise<void> {
    setStage({ type: 'running', error: null });
    const result = await client.invoke('backups.verify', {});
    if (!isHere.current) return;
    if (result.ok) setStage({ type: 'done', report: result.value as VerifyReport, error: null });
    else setStage({ type: 'ready', error: result.error.code === 'cancelled' ? null : result.error });
  }

  async function repair(report: VerifyReport): Promise<void> {
    const result = await client.invoke('backups.repair', {});
    if (!result.ok) setStage({ type: 'done', report, error: result.error });
  }

  return (
    <Dialog title={say('verify.title')} onClose={onClose} width="wide" dismissable={false}>
      {stage.type === 'done' ? (
        <Report report={stage.report} />
      ) : (
        <p className={styles['lead']}>{say('verify.lead')}</p>
      )}
      {stage.type === 'running' && (
        <div role="status" className={styles['work']}>
          <p>{say('verify.running')}</p>
          <WorkBar label={say('verify.running')} progress={progress} />
        </div>
      )}
      {stage.error !== null && (
        <p role="alert" className={styles['problem']}>
          {sayError(stage.error)}
        </p>
      )}
      <DialogActions>
        {stage.type === 'running' ? (
          <Button key="cancel" autoFocus onClick={() => void client.invoke('backups.cancel', {})}>
            {say('dialog.cancel')}
          </Button>
        ) : stage.type === 'ready' ? (
          <>
            <Button kind="quiet" onClick={onClose}>
              {say('dialog.cancel')}
            </Button>
            <Button key="verify" kind="main" autoFocus onClick={() => void verify()}>
              {say('verify.begin')}
            </Button>
          </>
        ) : isWhole(stage.report) ? (
          <>
            <Button kind="quiet" onClick={() => void verify()}>
              {say('verify.again')}
            </Button>
            <Button key="done" kind="main" autoFocus onClick={onClose}>
              {say('dialog.done')}
            </Button>
          </>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {say('dialog.close')}
            </Button>
            <Button key="repair" kind="main" autoFocus onClick={() => void repair(stage.report)}>
              {say('verify.repair')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
