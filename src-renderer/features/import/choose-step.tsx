import { FileUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { useLanguage } from '../../intl/language.ts';
import { useModel } from '../../shell/model-context.tsx';
import { chosenFiles } from './chosen-files.ts';
import styles from './choose-step.module.css';
import { FORMATS } from './formats.ts';
import type { ChooseProblem } from './import-store.ts';
import { Problem } from './problem.tsx';

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

export function ChooseStep({ problem }: { readonly problem: ChooseProblem | null }) {
  const { imports } = useModel();
  const { say, sayError } = useLanguage();
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
    void imports.choose(() => Promise.resolve(chosen));
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
        return sayError(problem.error);
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
      <FormatList isOpen={problem?.type === 'error' && problem.error.code === 'import-unrecognised'} />
    </>
  );
}
