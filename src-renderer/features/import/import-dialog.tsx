import { FileUp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ImportPreview, ImportReport } from '../../../src-shared/contract/imports.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import styles from './import-dialog.module.css';
import { PreviewSummary } from './preview-summary.tsx';
import { isLeftOut } from './problem-groups.ts';
import { ProblemList } from './problem-list.tsx';
import { transferFile } from './transfer.ts';

type ImportCounts = ImportReport['added'];

type Stage =
  | { readonly type: 'choose'; readonly error: AppError | null }
  | { readonly type: 'reading'; readonly share: number }
  | {
      readonly type: 'preview' | 'importing';
      readonly preview: ImportPreview;
      readonly fileName: string;
      readonly error: AppError | null;
    }
  | { readonly type: 'done'; readonly report: ImportReport; readonly preview: ImportPreview };

/** The input lies over the whole field, unseen: it takes a click, a key and a dropped file alike. */
function FileChooser({ onFile }: { readonly onFile: (file: File) => void }) {
  const { say } = useLanguage();
  const [over, setOver] = useState(false);
  return (
    <label className={styles['drop']} data-over={over || undefined}>
      <FileUp aria-hidden="true" />
      <b>{say('import.choose')}</b>
      <span>{say('import.drop')}</span>
      <input
        type="file"
        // Where the dialog opens, and where it comes back to with a file that it could not read.
        autoFocus
        aria-label={say('import.choose')}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}

function Report({ report, preview }: { readonly report: ImportReport; readonly preview: ImportPreview }) {
  const { say, locale } = useLanguage();
  const things = ({ entries, habits, checkIns }: ImportCounts): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      [
        entries > 0 ? say('import.countEntries', { count: entries }) : null,
        habits > 0 ? say('import.countHabits', { count: habits }) : null,
        checkIns > 0 ? say('import.countCheckIns', { count: checkIns }) : null,
      ].filter((thing) => thing !== null),
    );
  const added = things(report.added);
  const alreadyThere = things(report.alreadyThere);
  return (
    <>
      <div role="status" className={styles['report']}>
        <p className={styles['headline']}>
          {added === '' ? say('import.allThere') : say('import.added', { things: added })}
        </p>
        {added !== '' && alreadyThere !== '' && <p>{say('import.alreadyThere', { things: alreadyThere })}</p>}
      </div>
      <ProblemList
        title={say('import.leftOut')}
        problems={preview.problems.filter(isLeftOut)}
        more={preview.problemCount - preview.problems.length}
      />
    </>
  );
}

/** Chooses a file, says what it holds, and takes it in. The file is carried to the app in pieces and kept in memory only. */
export default function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, notices } = useModel();
  const { say, sayError } = useLanguage();
  const [stage, setStage] = useState<Stage>({ type: 'choose', error: null });
  const importId = useRef<string | null>(null);
  const summaryId = useId();

  function forgetFile(): void {
    if (importId.current !== null) void client.invoke('imports.close', { importId: importId.current });
    importId.current = null;
  }

  // Whatever closes the dialog, a lock as well, the app lets go of the file.
  useEffect(
    () => () => {
      if (importId.current !== null) void client.invoke('imports.close', { importId: importId.current });
      importId.current = null;
    },
    [client],
  );

  async function read(file: File): Promise<void> {
    const id = crypto.randomUUID();
    importId.current = id;
    const isCancelled = (): boolean => importId.current !== id;
    setStage({ type: 'reading', share: 0 });
    const sent = await transferFile(client, file, {
      importId: id,
      isCancelled,
      onProgress: (share) => {
        if (!isCancelled()) setStage({ type: 'reading', share });
      },
    });
    const preview = sent.ok ? await client.invoke('imports.preview', { importId: id }) : sent;
    if (isCancelled()) return;
    if (preview.ok) {
      setStage({ type: 'preview', preview: preview.value as ImportPreview, fileName: file.name, error: null });
    } else {
      forgetFile();
      setStage({ type: 'choose', error: preview.error });
    }
  }

  async function run(preview: ImportPreview, fileName: string): Promise<void> {
    const id = importId.current;
    if (id === null) return;
    setStage({ type: 'importing', preview, fileName, error: null });
    const result = await client.invoke('imports.run', { importId: id });
    if (importId.current !== id) return;
    if (result.ok) {
      forgetFile();
      setStage({ type: 'done', report: result.value, preview });
      notices.announce(say('import.doneAnnounced'));
    } else {
      setStage({ type: 'preview', preview, fileName, error: result.error });
    }
  }

  function startAgain(): void {
    forgetFile();
    setStage({ type: 'choose', error: null });
  }

  return (
    <Dialog title={say('import.title')} onClose={onClose} width="wide" dismissable={false}>
      {stage.type === 'choose' && (
        <>
          <p className={styles['lead']}>{say('import.lead')}</p>
          <FileChooser onFile={(file) => void read(file)} />
          {stage.error !== null && (
            <p role="alert" className={styles['problem']}>
              {sayError(stage.error)}
            </p>
          )}
          <p className={styles['safe']}>{say('import.safe')}</p>
        </>
      )}
      {stage.type === 'reading' && (
        <>
          <p className={styles['lead']} role="status">
            {say('import.reading')}
          </p>
          <progress className={styles['progress']} aria-label={say('import.reading')} max={1} value={stage.share} />
          <DialogActions>
            <Button autoFocus onClick={startAgain}>
              {say('dialog.cancel')}
            </Button>
          </DialogActions>
        </>
      )}
      {(stage.type === 'preview' || stage.type === 'importing') && (
        <>
          <div id={summaryId}>
            <PreviewSummary preview={stage.preview} fileName={stage.fileName} />
          </div>
          {stage.error !== null && (
            <p role="alert" className={styles['problem']}>
              {sayError(stage.error)}
            </p>
          )}
          <DialogActions>
            <Button kind="quiet" disabled={stage.type === 'importing'} onClick={startAgain}>
              {say('import.another')}
            </Button>
            {stage.preview.fresh.entries + stage.preview.fresh.habits + stage.preview.fresh.checkIns === 0 ? (
              <Button kind="main" autoFocus aria-describedby={summaryId} onClick={onClose}>
                {say('dialog.done')}
              </Button>
            ) : (
              // Not disabled while it works: it would lose the focus.
              <Button
                kind="main"
                autoFocus
                aria-describedby={summaryId}
                aria-disabled={stage.type === 'importing' || undefined}
                onClick={() => {
                  if (stage.type === 'preview') void run(stage.preview, stage.fileName);
                }}
              >
                {say(stage.type === 'importing' ? 'import.working' : 'import.run')}
              </Button>
            )}
          </DialogActions>
        </>
      )}
      {stage.type === 'done' && (
        <>
          <Report report={stage.report} preview={stage.preview} />
          <DialogActions>
            <Button kind="quiet" onClick={startAgain}>
              {say('import.another')}
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
