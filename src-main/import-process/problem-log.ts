import {
  MAX_LISTED_PROBLEMS,
  MAX_PROBLEM_PLACE,
  type ImportProblem,
  type ImportProblems,
} from '../../src-shared/contract/imports.ts';

export const MAX_KEPT_PROBLEMS = MAX_LISTED_PROBLEMS;
/** Journals that are counted apart: more than a person leaves out. */
const MAX_JOURNALS = 1000;

type Reason = ImportProblem['reason'];
type Tally = {
  -readonly [Name in keyof ImportProblems['problemTallies'][number]]: ImportProblems['problemTallies'][number][Name];
};

/** Counts every problem of one import and keeps the first of each kind, so that 5,000 photos cannot hide one unreadable date. */
export class ProblemLog {
  #order = 0;
  readonly #kept = new Map<Reason, { readonly order: number; readonly problem: ImportProblem }[]>();
  readonly #journals = new Set<string>();
  readonly #tallies = new Map<string, Tally>();

  add({ item, reason, count, day, journal, path }: ImportProblem): void {
    // A name that cannot be chosen is none.
    const place = journal !== undefined && journal.length <= MAX_PROBLEM_PLACE ? journal : undefined;
    const problem: ImportProblem = {
      item,
      reason,
      ...(count === undefined ? {} : { count }),
      ...(day === undefined ? {} : { day }),
      ...(place === undefined ? {} : { journal: place }),
      ...(path === undefined ? {} : { path }),
    };
    const kept = this.#kept.get(reason) ?? [];
    if (kept.length < MAX_KEPT_PROBLEMS) kept.push({ order: this.#order, problem });
    this.#kept.set(reason, kept);
    this.#order += 1;
    this.#count(reason, place ?? null, count ?? 1);
  }

  #count(reason: Reason, name: string | null, count: number): void {
    let journal = name;
    if (journal !== null && !this.#journals.has(journal)) {
      if (this.#journals.size < MAX_JOURNALS) this.#journals.add(journal);
      else journal = null;
    }
    const key = JSON.stringify([reason, journal]);
    const tally = this.#tallies.get(key);
    if (tally === undefined) this.#tallies.set(key, { reason, journal, count });
    else tally.count += count;
  }

  /** At most MAX_KEPT_PROBLEMS, in the order they came, every reason with its fair share; and how many there were in all, by kind and journal. */
  summary(): ImportProblems {
    const chosen: { readonly order: number; readonly problem: ImportProblem }[] = [];
    for (let round = 0; round < MAX_KEPT_PROBLEMS; round += 1) {
      for (const kept of this.#kept.values()) {
        const next = kept[round];
        if (next !== undefined && chosen.length < MAX_KEPT_PROBLEMS) chosen.push(next);
      }
    }
    return {
      problems: chosen.toSorted((a, b) => a.order - b.order).map(({ problem }) => problem),
      problemTallies: [...this.#tallies.values()],
    };
  }
}

/** A path as a problem names it: the name of the file is at its end. */
export function pathInProblem(path: string): string {
  return path.length <= MAX_PROBLEM_PLACE ? path : `…${path.slice(1 - MAX_PROBLEM_PLACE)}`;
}
