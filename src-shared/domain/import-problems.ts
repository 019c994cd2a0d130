import type { ImportChoices, ImportProblem, ImportProblems } from '../contract/imports.ts';

/** The problems of what an import takes: those of journals that stay out are nobody's concern. */
export function problemsOfChoice(
  { problems, problemTallies }: ImportProblems,
  { journals }: Pick<ImportChoices, 'journals'>,
): ImportProblems {
  const isTaken = (journal: string | null | undefined): boolean =>
    journals === null || journal == null || journals.includes(journal);
  return {
    problems: problems.filter(({ journal }) => isTaken(journal)),
    problemTallies: problemTallies.filter(({ journal }) => isTaken(journal)),
  };
}

/** The things of a file that have problems, or those of the kinds that `isCounted` names. */
export function countProblems(
  tallies: ImportProblems['problemTallies'],
  isCounted: (tally: Pick<ImportProblem, 'reason'>) => boolean = () => true,
): number {
  return tallies.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
}
