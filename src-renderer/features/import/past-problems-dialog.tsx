import { useEffect, useState } from 'react';
import type { ImportProblems } from '../../../src-shared/contract/imports.ts';
import type { Result } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { dateAndTime } from '../../intl/dates.ts';
import { useLanguage } from '../../intl/language.ts';
import { useImports, useModel, useSession } from '../../shell/model-context.tsx';
import { FORMATS } from './formats.ts';
import styles from './import-dialog.module.css';
import { kindAndRange } from './kind-and-range.ts';
import { Outcome } from './outcome.tsx';
import { Problem } from './problem.tsx';

interface PastProblemsDialogProps {
  readonly importId: string;
  readonly onClose: () => void;
}

/** What an import did not take as it was, to be read at any time behind it. */
export default function PastProblemsDialog({ importId, onClose }: PastProblemsDialogProps) {
  const { client, imports } = useModel();
  const language = useLanguage();
  const { say, sayError, locale } = language;
  const zone = useSession((state) => state.today?.zone ?? 'UTC');
  const past = useImports((state) => state.past?.find(({ id }) => id === importId));
  const [result, setResult] = useState<Result<ImportProblems> | null>(null);

  useEffect(() => {
    let isWanted = true;
    void imports.loadPast();
    void client.invoke('imports.problems', { importId }).then((answer) => {
      if (isWanted) setResult(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [client, importId, imports]);

  return (
    <Dialog title={say('pastImports.problemsTitle')} onClose={onClose} width="wide">
      {past !== undefined && (
        <>
          <p className={styles['file']}>
            {kindAndRange(say(FORMATS[past.format].what), past.firstDay, past.lastDay, language)}
          </p>
          <p className={styles['lead']}>
            {say('pastImports.importedAt', { when: dateAndTime(locale, past.startedAt, zone) })}
          </p>
        </>
      )}
      {result?.ok === false && <Problem text={sayError(result.error)} />}
      {result?.ok === true && <Outcome problems={result.value} />}
      <DialogActions>
        <Button kind="main" autoFocus onClick={onClose}>
          {say('dialog.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
