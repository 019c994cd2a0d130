import type { ImportProblems } from '../../../src-shared/contract/imports.ts';
import { useLanguage } from '../../intl/language.ts';
import { isLeftOut } from './problem-groups.ts';
import { ProblemList } from './problem-list.tsx';

/** What an import that is over did not take as it was. */
export function Outcome({ problems }: { readonly problems: ImportProblems }) {
  const { say } = useLanguage();
  return (
    <>
      <ProblemList problems={problems} title={say('import.stayedOut')} isListed={isLeftOut} isOver />
      <ProblemList
        problems={problems}
        title={say('import.cameChanged')}
        isListed={(problem) => !isLeftOut(problem)}
        isOver
      />
    </>
  );
}
