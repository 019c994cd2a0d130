import { useEffect, useRef, useState } from 'react';
import type { ImportCounts } from '../../../src-shared/contract/imports.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './import-dialog.module.css';
import type { Progress } from './import-store.ts';
import { Problem } from './problem.tsx';
import { thingsIn } from './things.ts';
import { WorkBar } from './work-steps.tsx';

interface TakeBackDialogProps {
  readonly importId: string;
  /** What it had added; null: not known. */
  readonly added: ImportCounts | null;
  /** The person has asked for it already, and there is nothing more to say before. */
  readonly isAsked: boolean;
  readonly onClose: () => void;
}

type Stage =
  | { readonly type: 'ask'; readonly problem: AppError | 'stopped' | null }
  | { readonly type: 'working'; readonly progress: Progress | null; readonly isStopping: boolean }
  | { readonly type: 'done'; readonly takenBack: ImportCounts; readonly kept: ImportCounts };

const TITLES = { ask: 'takeBack.title', working: 'takeBack.titleWorking', done: 'takeBack.titleDone' } as const;

/** Takes an import back: says before what happens, how far it is, and behind what of it is left. */
export default function TakeBackDialog({ importId, added, isAsked, onClose }: TakeBackDialogProps) {
  const { imports } = useModel();
  const language = useLanguage();
  const { say, sayError } = language;
  const [stage, setStage] = useState<Stage>({ type: 'ask', problem: null });
  const isBegun = useRef(false);

  async function takeBack(): Promise<void> {
    setStage({ type: 'working', progress: null, isStopping: false });
    const result = await imports.takeBack(importId, (progress) => {
      setStage((known) => (known.type === 'working' ? { ...known, progress } : known));
    });
    if (result.ok) setStage({ type: 'done', ...result.value });
    else setStage({ type: 'ask', problem: result.error.code === 'cancelled' ? 'stopped' : result.error });
  }

  function stop(): void {
    imports.stopTakingBack(importId);
    setStage((known) => (known.type === 'working' ? { ...known, isStopping: true } : known));
  }

  useEffect(() => {
    if (!isAsked || isBegun.current) return;
    isBegun.current = true;
    void takeBack();
  });

  const things = added === null ? '' : thingsIn(added, language);
  return (
    <Dialog
      title={say(TITLES[stage.type])}
      onClose={() => {
        if (stage.type === 'working') stop();
        else onClose();
      }}
      dismissable={false}
    >
      {stage.type === 'ask' && (
        <>
          {stage.problem === 'stopped' ? (
            <p role="status" className={styles['note']}>
              {say('takeBack.stopped')}
            </p>
          ) : (
            <Problem text={stage.problem === null ? null : sayError(stage.problem)} />
          )}
          <p>{things === '' ? say('takeBack.textUnknown') : say('takeBack.text', { things })}</p>
          <ul className={styles['facts']}>
            <li>{say('takeBack.keeps.changed')}</li>
            <li>{say('takeBack.keeps.habits')}</li>
            <li>{say('takeBack.keeps.again')}</li>
          </ul>
          <DialogActions>
            <Button autoFocus onClick={onClose}>
              {say('dialog.cancel')}
            </Button>
            <Button kind="danger" onClick={() => void takeBack()}>
              {say('takeBack.confirm')}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.type === 'working' && (
        <>
          <WorkBar label={say('import.takingBack')} progress={stage.progress} words="" />
          <DialogActions>
            <Button
              autoFocus
              aria-disabled={stage.isStopping || undefined}
              onClick={() => {
                if (!stage.isStopping) stop();
              }}
            >
              {say('takeBack.stop')}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.type === 'done' && <TakenBack stage={stage} onClose={onClose} />}
    </Dialog>
  );
}

interface TakenBackProps {
  readonly stage: Stage & { readonly type: 'done' };
  readonly onClose: () => void;
}

function TakenBack({ stage, onClose }: TakenBackProps) {
  const language = useLanguage();
  const { say } = language;
  const taken = thingsIn(stage.takenBack, language);
  const kept = thingsIn(stage.kept, language);
  return (
    <>
      <div role="status" className={styles['report']}>
        <p>{taken === '' ? say('takeBack.nothing') : say('takeBack.done', { things: taken })}</p>
        {kept !== '' && <p>{say('takeBack.kept', { things: kept })}</p>}
      </div>
      <DialogActions>
        <Button kind="main" autoFocus onClick={onClose}>
          {say('dialog.done')}
        </Button>
      </DialogActions>
    </>
  );
}
