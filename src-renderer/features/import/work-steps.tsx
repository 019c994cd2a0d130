import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import type { Progress, Stage } from './import-store.ts';
import { shareToSay } from './share-to-say.ts';
import { useSourceName } from './use-source-name.ts';
import styles from './import-dialog.module.css';

interface WorkBarProps {
  /** What is done; said to a screen reader when it begins. */
  readonly label: string;
  /** null: not known yet. */
  readonly progress: Progress | null;
  /** How far it is, in words. */
  readonly words: string;
}

/** How far long work is: to be seen all the time, said at every quarter. */
export function WorkBar({ label, progress, words }: WorkBarProps) {
  const { notices } = useModel();
  const { say } = useLanguage();
  const said = useRef<{ share: number; at: number } | null>(null);
  const share = progress === null || progress.total === 0 ? null : progress.done / progress.total;

  useEffect(() => {
    const now = performance.now();
    // What is over in a moment is not spoken of.
    said.current ??= { share: 0, at: now };
    if (share === null) return;
    const next = shareToSay(share, said.current, now);
    if (next === null) return;
    said.current = { share: next, at: now };
    notices.announce(say('import.share', { share: next }));
  }, [notices, say, share]);

  return (
    <div className={styles['work']}>
      <p role="status" className={styles['headline']}>
        {label}
      </p>
      <progress aria-label={label} {...(share === null ? {} : { max: 1, value: share })} />
      <span className={styles['words']}>{words}</span>
    </div>
  );
}

/** Nothing is changed yet: it can be stopped at any time. */
export function ReadingStep({ stage }: { readonly stage: Stage & { readonly type: 'gathering' | 'reading' } }) {
  const { imports } = useModel();
  const { say } = useLanguage();
  const sourceName = useSourceName();
  const words =
    stage.type === 'gathering'
      ? say('import.gathered', { count: stage.found })
      : say('import.readSoFar', { count: stage.found });
  const label =
    stage.type === 'gathering' ? say('import.gathering') : say('import.reading', { name: sourceName(stage.source) });
  return (
    <>
      <WorkBar label={label} progress={null} words={words} />
      <DialogActions>
        <Button autoFocus onClick={() => imports.cancel()}>
          {say('dialog.cancel')}
        </Button>
      </DialogActions>
    </>
  );
}

export function RunningStep({ stage }: { readonly stage: Stage & { readonly type: 'running' | 'cancelling' } }) {
  const { imports } = useModel();
  const { say } = useLanguage();
  const sourceName = useSourceName();
  const { progress } = stage;
  const isCancelling = stage.type === 'cancelling';
  const words = progress === null ? '' : say('import.progress', { done: progress.done, total: progress.total });
  return (
    <>
      <WorkBar
        key={stage.type}
        label={isCancelling ? say('import.takingBack') : say('import.running', { name: sourceName(stage.source) })}
        progress={progress}
        words={isCancelling ? '' : words}
      />
      {!isCancelling && <p className={styles['aside']}>{say('import.inBackground')}</p>}
      <DialogActions>
        {/* Not disabled while it works: it would lose the focus. */}
        <Button
          autoFocus
          aria-disabled={isCancelling || undefined}
          onClick={() => {
            if (!isCancelling) imports.cancel();
          }}
        >
          {say('import.cancelRun')}
        </Button>
      </DialogActions>
    </>
  );
}
