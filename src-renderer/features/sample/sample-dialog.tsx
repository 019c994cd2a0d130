import { useEffect, useRef, useState } from 'react';
import type { SampleState } from '../../../src-shared/contract/sample.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from '../import/import-dialog.module.css';
import type { Progress } from '../import/import-store.ts';
import { Problem } from '../import/problem.tsx';
import { WorkBar } from '../import/work-steps.tsx';

interface SampleDialogProps {
  readonly task: 'load' | 'remove';
  readonly onClose: () => void;
}

type Stage =
  /** Before it is known whether there is something to ask. */
  | { readonly type: 'looking' }
  | { readonly type: 'working'; readonly progress: Progress | null; readonly isStopping: boolean }
  | { readonly type: 'ask'; readonly changed: SampleState['changed'] }
  | { readonly type: 'failed'; readonly error: AppError; readonly again: () => void };

/** The language that the page is in: the texts of the sample come in the same. */
function pageLanguage(): 'en' | 'de' {
  return document.documentElement.lang.startsWith('de') ? 'de' : 'en';
}

/** Loads the sample journal, or takes it out. It asks only where the person has changed something of it; done, it closes itself. */
export default function SampleDialog({ task, onClose }: SampleDialogProps) {
  const { client, notices, target } = useModel();
  const { say, sayError } = useLanguage();
  const [stage, setStage] = useState<Stage>({ type: 'looking' });
  const isBegun = useRef(false);

  useEffect(
    () =>
      client.on('work.progress', ({ work, done, total }) => {
        if ((work !== 'sample-load' && work !== 'sample-remove') || total === null) return;
        setStage((known) => (known.type === 'working' ? { ...known, progress: { done, total } } : known));
      }),
    [client],
  );

  async function load(): Promise<void> {
    setStage({ type: 'working', progress: null, isStopping: false });
    const result = await client.invoke('sample.load', { language: pageLanguage() });
    if (result.ok) notices.announce(say('sample.loaded'));
    else if (result.error.code !== 'cancelled') {
      setStage({ type: 'failed', error: result.error, again: () => void load() });
      return;
    } else notices.show({ tone: 'plain', text: (spoken) => spoken.say('sample.cancelled'), action: null });
    onClose();
  }

  async function remove(keepChanged: boolean): Promise<void> {
    setStage({ type: 'working', progress: null, isStopping: false });
    const result = await client.invoke('sample.remove', { keepChanged });
    if (!result.ok) {
      setStage({ type: 'failed', error: result.error, again: () => void remove(keepChanged) });
      return;
    }
    onClose();
    // The bar that was pressed is gone, and with it the place that the focus would go back to.
    target.goToToday();
    notices.show({ tone: 'plain', text: (spoken) => spoken.say('sample.removed'), action: null });
  }

  async function look(): Promise<void> {
    const state = await client.invoke('sample.state', {});
    if (!state.ok) {
      setStage({ type: 'failed', error: state.error, again: () => void look() });
      return;
    }
    const { changed } = state.value;
    if (changed.entries + changed.habits > 0) setStage({ type: 'ask', changed });
    else await remove(true);
  }

  useEffect(() => {
    if (isBegun.current) return;
    isBegun.current = true;
    void (task === 'load' ? load() : look());
  });

  function stop(): void {
    void client.invoke('sample.cancel', {});
    setStage((known) => (known.type === 'working' ? { ...known, isStopping: true } : known));
  }

  const isWorking = stage.type === 'working' || stage.type === 'looking';
  const title = isWorking
    ? say(task === 'load' ? 'sample.loadTitle' : 'sample.removeTitle')
    : stage.type === 'ask'
      ? say('sample.removeTitle')
      : say(task === 'load' ? 'sample.notLoaded' : 'sample.notRemoved');
  return (
    <Dialog
      title={title}
      onClose={() => {
        if (!isWorking) onClose();
        else if (task === 'load') stop();
      }}
      dismissable={false}
    >
      {isWorking && (
        <>
          <WorkBar
            label={say(task === 'load' ? 'sample.loading' : 'sample.removing')}
            progress={stage.type === 'working' ? stage.progress : null}
            words=""
          />
          {task === 'load' && (
            <DialogActions>
              <Button
                autoFocus
                aria-disabled={(stage.type === 'working' && stage.isStopping) || undefined}
                onClick={() => {
                  if (stage.type === 'working' && !stage.isStopping) stop();
                }}
              >
                {say('dialog.cancel')}
              </Button>
            </DialogActions>
          )}
        </>
      )}
      {stage.type === 'ask' && (
        <>
          <p>{say('sample.changed', stage.changed)}</p>
          <p className={styles['aside']}>{say('sample.changedText')}</p>
          <DialogActions>
            <Button onClick={() => void remove(false)}>{say('sample.trash')}</Button>
            <Button kind="main" autoFocus onClick={() => void remove(true)}>
              {say('sample.keep')}
            </Button>
          </DialogActions>
        </>
      )}
      {stage.type === 'failed' && (
        <>
          <Problem text={sayError(stage.error)} />
          <DialogActions>
            <Button onClick={onClose}>{say('dialog.close')}</Button>
            <Button kind="main" autoFocus onClick={stage.again}>
              {say('sample.again')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
