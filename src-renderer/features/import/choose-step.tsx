import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AppError } from '../../../src-shared/result.ts';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { chosenFiles } from './chosen-files.ts';
import styles from './choose-step.module.css';
import { FORMATS } from './formats.ts';
import type { ChooseProblem, SourceName } from './import-store.ts';
import { Problem } from './problem.tsx';
import { isUnreadArchive } from './unread-archive.ts';
import { useSourceName } from './use-source-name.ts';

/** What can be imported, folded: most people have the file already. */
function FormatList({ isOpen }: { readonly isOpen: boolean }) {
  const { say } = useLanguage();
  return (
    <details className={styles['formats']} open={isOpen}>
      <summary>{say('import.formats')}</summary>
      <dl>
        {Object.entries(FORMATS).map(([format, { program, how }]) => (
          <div key={format}>
            <dt>{say(program)}</dt>
            <dd>{say(how)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function isUnknownKind({ code }: AppError): boolean {
  return code === 'import-unrecognised' || code === 'import-own-export';
}

export function ChooseStep({ problem }: { readonly problem: ChooseProblem | null }) {
  const { imports } = useModel();
  const { say, sayError } = useLanguage();
  const sourceName = useSourceName();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // React knows no attribute of that name.
    if (folder.current !== null) folder.current.webkitdirectory = true;
  }, []);

  function take({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void {
    const chosen = chosenFiles(currentTarget.files ?? []);
    // The same file may be chosen again.
    currentTarget.value = '';
    void imports.choose(chosen);
  }

  function refusal(error: AppError, source: SourceName): string {
    const name = sourceName(source);
    if (isUnreadArchive(error, name)) return say('import.refused.archive', { name });
    if (error.code === 'import-unrecognised') return say('import.refused.unrecognised', { name });
    if (error.code === 'import-own-export') return say('import.refused.ownExport', { name });
    return say('import.refused.other', { name, reason: sayError(error) });
  }

  function sentence(): string | null {
    switch (problem?.type) {
      case undefined:
        return null;
      case 'too-many':
        return say('import.tooMany');
      case 'empty':
        return say('import.empty');
      case 'error':
        return refusal(problem.error, problem.source);
    }
  }

  return (
    <>
      <p className={styles['lead']}>{say('import.lead')}</p>
      {/* The whole window takes a drop; this is where one looks for the place. */}
      <div className={styles['drop']}>
        <FileUp aria-hidden="true" />
        <b>{say('import.dropHere')}</b>
        <div className={styles['buttons']}>
          {/* Where the dialog opens, and where it comes back to with what it could not read. */}
          <Button autoFocus onClick={() => files.current?.click()}>
            {say('import.chooseFile')}
          </Button>
          <Button onClick={() => folder.current?.click()}>{say('import.chooseFolder')}</Button>
        </div>
        <input ref={files} type="file" multiple hidden data-testid="import-files" onChange={take} />
        <input ref={folder} type="file" hidden data-testid="import-folder" onChange={take} />
      </div>
      <Problem text={sentence()} />
      <p className={styles['safe']}>{say('import.safe')}</p>
      {/* What was chosen is none of them: which are? */}
      <FormatList isOpen={problem?.type === 'error' && isUnknownKind(problem.error)} />
    </>
  );
}
