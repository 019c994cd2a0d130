import { LockOpen } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ExportFormat } from '../../../src-shared/contract/exports.ts';
import type { EventOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel, useSample, useSession } from '../../shell/model-context.tsx';
import { countsOf, countWords } from './count-words.ts';
import styles from './export-dialog.module.css';
import { FormatList } from './format-list.tsx';
import { choiceOf } from './formats.ts';
import { ResultSummary } from './result-summary.tsx';
import { SelectionFields } from './selection-fields.tsx';
import type { Chosen } from './selection-fields.tsx';
import { rangeOf } from './time-span.ts';

type Stage =
  | { readonly type: 'choose'; readonly error: AppError | null; readonly isCancelled?: boolean }
  | { readonly type: 'working'; readonly progress: EventOf<'work.progress'> | null }
  | { readonly type: 'done'; readonly result: OutputOf<'exports.run'> };

const CHOOSE: Stage = { type: 'choose', error: null };

const NOTHING_CHOSEN: Chosen = {
  time: { span: 'everything', from: '', to: '' },
  tag: '',
  withMedia: true,
};

interface ChooseProps {
  readonly format: ExportFormat;
  readonly onFormat: (format: ExportFormat) => void;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly error: AppError | null;
  /** The export before was ended, and nothing was chosen since. */
  readonly isCancelled: boolean;
  readonly onClose: () => void;
  readonly onRun: () => void;
}

function Choose({ format, onFormat, chosen, onChange, error, isCancelled, onClose, onRun }: ChooseProps) {
  const language = useLanguage();
  const { say, sayError } = language;
  const isAsked = useSession((state) => state.info?.host) === 'electron';
  const today = useSession((state) => state.today?.day) ?? '';
  const warningId = useId();
  const { takes, holds } = choiceOf(format);
  const selection = selectionOf(format, chosen, today);
  const estimate = useAnswer('exports.estimate', selection ?? NONE, ['entries', 'habits', 'attachments']);
  const hasSample = useSample()?.isHere === true;
  const isWithMedia = !takes.includes('media') || chosen.withMedia;
  const counted =
    estimate === null || selection === null
      ? null
      : countWords(countsOf(estimate, holds, isWithMedia), holds, language);
  const isEmpty = counted === '';
  return (
    <>
      <p className={styles['lead']}>{say('export.lead')}</p>
      <FormatList format={format} onChange={onFormat} />
      <SelectionFields takes={takes} chosen={chosen} onChange={onChange} isBackwards={selection === null} />
      {hasSample && <p className={styles['lead']}>{say('sample.inExport')}</p>}
      {error !== null && (
        <p role="alert" className={styles['problem']}>
          {sayError(error)}
        </p>
      )}
      <DialogActions>
        <p className={styles['counted']}>
          {isCancelled && <strong>{say('export.cancelled')}</strong>}{' '}
          <span aria-live="polite">
            {counted === null ? '' : isEmpty ? say('export.nothing') : say('export.willHold', { things: counted })}
          </span>
        </p>
        <p id={warningId} className={styles['warning']}>
          <LockOpen aria-hidden="true" />
          <span>
            <b>{say('export.plainTitle')}</b> {say('export.plain')} {isAsked ? '' : say('export.intoDownloads')}
          </span>
        </p>
        <Button kind="quiet" onClick={onClose}>
          {say('dialog.cancel')}
        </Button>
        <Button
          kind="main"
          aria-describedby={warningId}
          aria-disabled={selection === null || isEmpty || undefined}
          onClick={() => {
            if (selection !== null && !isEmpty) onRun();
          }}
        >
          {say(isAsked ? 'export.runAsked' : 'export.run')}
        </Button>
      </DialogActions>
    </>
  );
}

/** Everything; what a choice of days that is none would otherwise be estimated as. */
const NONE = { from: null, to: null, tag: null };

/** What of the choice means something for the format; null: its days are none. */
function selectionOf(format: ExportFormat, { time, tag }: Chosen, today: string): typeof NONE | Selection | null {
  const { takes } = choiceOf(format);
  const range = takes.includes('range') ? rangeOf(time, today) : NONE;
  if (range === null) return null;
  return { from: range.from, to: range.to, tag: takes.includes('tag') && tag !== '' ? tag : null };
}

interface Selection {
  readonly from: string | null;
  readonly to: string | null;
  readonly tag: string | null;
}

/** Chooses what to take out of the vault, says that it will be plain, and writes it. Closing it ends an export that runs; nothing of that stays. */
export default function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say } = useLanguage();
  const today = useSession((state) => state.today?.day) ?? '';
  const [format, setFormat] = useState<ExportFormat>('archive');
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [stage, setStage] = useState<Stage>(CHOOSE);
  const turn = useRef(0);

  useEffect(
    () =>
      client.on('work.progress', (progress) => {
        if (progress.work !== 'export') return;
        setStage((before) => (before.type === 'working' ? { type: 'working', progress } : before));
      }),
    [client],
  );

  const isWorking = useRef(false);
  // Whatever closes the dialog, an export that nobody sees ends.
  useEffect(
    () => () => {
      if (isWorking.current) void client.invoke('exports.cancel', {});
    },
    [client],
  );

  async function run(): Promise<void> {
    const selection = selectionOf(format, chosen, today);
    if (selection === null) return;
    turn.current += 1;
    const mine = turn.current;
    setStage({ type: 'working', progress: null });
    isWorking.current = true;
    const result = await client.invoke('exports.run', { ...selection, format, withMedia: chosen.withMedia });
    if (mine !== turn.current) return;
    isWorking.current = false;
    if (!result.ok) {
      const isCancelled = result.error.code === 'cancelled';
      setStage({ type: 'choose', error: isCancelled ? null : result.error, isCancelled });
      if (isCancelled) notices.announce(say('export.cancelled'));
    } else if (result.value.isSaved) {
      setStage({ type: 'done', result: result.value });
      notices.announce(say('export.doneAnnounced'));
    } else {
      setStage(CHOOSE);
    }
  }

  return (
    <Dialog title={say('export.title')} onClose={onClose} width="broad" dismissable={false}>
      {stage.type === 'choose' && (
        <Choose
          format={format}
          onFormat={(next) => {
            setFormat(next);
            setStage(CHOOSE);
          }}
          chosen={chosen}
          onChange={(next) => {
            setChosen(next);
            setStage(CHOOSE);
          }}
          error={stage.error}
          isCancelled={stage.isCancelled ?? false}
          onClose={onClose}
          onRun={() => void run()}
        />
      )}
      {stage.type === 'working' && <Working progress={stage.progress} />}
      {stage.type === 'done' && (
        <>
          <ResultSummary result={stage.result} format={format} />
          <DialogActions>
            <Button kind="quiet" onClick={() => setStage(CHOOSE)}>
              {say('export.another')}
            </Button>
            <Button kind="main" autoFocus onClick={onClose}>
              {say('dialog.done')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

function Working({ progress }: { readonly progress: EventOf<'work.progress'> | null }) {
  const { client } = useModel();
  const { say } = useLanguage();
  const [isEnding, setIsEnding] = useState(false);
  const { done, total } = progress ?? { done: 0, total: null };
  // All is in it, and what is left has no steps: a page that is laid out, a disk that takes the last of it.
  const isKnown = total !== null && total > 0 && done < total;
  return (
    <>
      <p className={styles['lead']} role="status">
        {say(total !== null && done >= total ? 'export.finishing' : 'export.working')}
      </p>
      <progress
        className={styles['progress']}
        aria-label={say('export.working')}
        {...(isKnown ? { max: total, value: done } : {})}
      />
      <p className={styles['steps']}>{isKnown ? say('export.steps', { done, total }) : ''}</p>
      <DialogActions>
        <Button
          autoFocus
          aria-disabled={isEnding || undefined}
          onClick={() => {
            setIsEnding(true);
            void client.invoke('exports.cancel', {});
          }}
        >
          {say(isEnding ? 'export.ending' : 'dialog.cancel')}
        </Button>
      </DialogActions>
    </>
  );
}
