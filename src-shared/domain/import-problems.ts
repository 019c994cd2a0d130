import type { ImportChoices, ImportProblem, ImportProblems } from '../contract/imports.ts';

/** The problems of what an import takes, counted by kind alone: those of journals that stay out are nobody's concern. */
export function problemsOfChoice(
  { problems, problemTallies }: ImportProblems,
  { withoutJournals }: Pick<ImportChoices, 'withoutJournals'>,
): ImportProblems {
  const isTaken = (journal: string | null | undefined): boolean =>
    journal == null || !withoutJournals.includes(journal);
  const counts = new Map<ImportProblem['reason'], number>();
  for (const { reason, journal, count } of problemTallies) {
    if (isTaken(journal)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return {
    problems: problems.filter(({ journal }) => isTaken(journal)),
    problemTallies: [...counts].map(([reason, count]) => ({ reason, journal: null, count })),
  };
}

/** The things of a file that have problems, or those of the kinds that `isCounted` names. */
export function countProblems(
  tallies: ImportProblems['problemTallies'],
  isCounted: (tally: Pick<ImportProblem, 'reason'>) => boolean = () => true,
): number {
  return tallies.filter(isCounted).reduce((sum, { count }) => sum + count, 0);
}
