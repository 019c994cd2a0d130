import { useEffect, useId, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { countProblems, problemsOfChoice } from '../../../src-shared/domain/import-problems.ts';
import { addedWith } from './choices.ts';
import styles from './import-dialog.module.css';
import type { Stage } from './import-store.ts';
import { JournalQuestion } from './journal-question.tsx';
import { MoodQuestion } from './mood-question.tsx';
import { PreviewSummary } from './preview-summary.tsx';
import { ProblemList } from './problem-list.tsx';
import { isLeftOut } from './problem-groups.ts';
import { Problem } from './problem.tsx';
import { thingsIn, totalOf } from './things.ts';

interface PreviewStepProps {
  readonly stage: Stage & { readonly type: 'preview' };
  readonly onClose: () => void;
}

/** What an import would do, what only the person can know, and the button that does it. */
export function PreviewStep({ stage, onClose }: PreviewStepProps) {
  const { imports } = useModel();
  const language = useLanguage();
  const { say, sayError } = language;
  const { preview, choices, source, before } = stage;
  const summaryId = useId();
  const willAddId = useId();
  const summary = useRef<HTMLDivElement>(null);
  const isQuestion = preview.journals.length > 1 || preview.moods.length > 0;
  const isNothingNew = totalOf(preview.fresh) === 0;
  const { counts, isUpTo } = addedWith(preview, choices);
  const isNothingChosen = totalOf(counts) === 0;

  useEffect(() => {
    // One begins with the questions, and not behind them.
    if (isQuestion && !isNothingNew) summary.current?.focus();
  }, [isQuestion, isNothingNew]);

  const problems = problemsOfChoice(preview, choices);

  function willAdd(): string {
    if (isNothingChosen) return say('import.nothingChosen');
    const left = countProblems(problems.problemTallies, isLeftOut);
    return say('import.willAdd', { things: thingsIn(counts, language, isUpTo), left });
  }

  return (
    <>
      {before !== null && before.code !== 'cancelled' && (
        <Problem text={say('import.failed', { reason: sayError(before) })} />
      )}
      {before?.code === 'cancelled' && (
        <p role="status" className={styles['note']}>
          {say('import.wasCancelled')}
        </p>
      )}
      <div
        ref={summary}
        id={summaryId}
        role="group"
        aria-label={say('import.summary')}
        tabIndex={-1}
        className={styles['summary']}
      >
        <PreviewSummary preview={preview} source={source} />
      </div>
      {!isNothingNew && preview.journals.length > 1 && (
        <JournalQuestion preview={preview} choices={choices} onChange={(next) => imports.setChoices(next)} />
      )}
      {!isNothingNew && preview.moods.length > 0 && (
        <MoodQuestion preview={preview} choices={choices} onChange={(next) => imports.setChoices(next)} />
      )}
      <ProblemList problems={problems} title={say('import.staysOut')} isListed={isLeftOut} />
      <ProblemList problems={problems} title={say('import.comesChanged')} isListed={(problem) => !isLeftOut(problem)} />
      <DialogActions>
        {!isNothingNew && (
          <p id={willAddId} className={styles['willAdd']}>
            {willAdd()}
          </p>
        )}
        <Button kind="quiet" onClick={() => imports.startAgain()}>
          {say('import.another')}
        </Button>
        {isNothingNew ? (
          <Button kind="main" autoFocus aria-describedby={summaryId} onClick={onClose}>
            {say('dialog.done')}
          </Button>
        ) : (
          // Not disabled where nothing is chosen: it would leave the order of the keys.
          <Button
            kind="main"
            autoFocus={!isQuestion}
            aria-describedby={isQuestion ? willAddId : `${summaryId} ${willAddId}`}
            aria-disabled={isNothingChosen || undefined}
            onClick={() => {
              if (!isNothingChosen) void imports.run();
            }}
          >
            {say('import.run')}
          </Button>
        )}
      </DialogActions>
    </>
  );
}
