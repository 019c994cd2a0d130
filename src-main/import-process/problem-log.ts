import type { ImportProblem } from '../../src-shared/contract/imports.ts';

export const MAX_KEPT_PROBLEMS = 200;

type Reason = ImportProblem['reason'];

/** Counts every problem of one import and keeps the first of each kind, so that 5,000 photos cannot hide one unreadable date. */
export class ProblemLog {
  #count = 0;
  readonly #kept = new Map<Reason, { readonly order: number; readonly problem: ImportProblem }[]>();

  /** `item` names what it is about in the file's own terms (`habit 3`, `entry 12`), never in a person's words. */
  add(item: string, reason: Reason): void {
    const kept = this.#kept.get(reason) ?? [];
    if (kept.length < MAX_KEPT_PROBLEMS) kept.push({ order: this.#count, problem: { item, reason } });
    this.#kept.set(reason, kept);
    this.#count += 1;
  }

  /** At most MAX_KEPT_PROBLEMS, in the order they came, every reason with its fair share; and how many there were in all. */
  summary(): { readonly problems: ImportProblem[]; readonly problemCount: number } {
    const chosen: { readonly order: number; readonly problem: ImportProblem }[] = [];
    for (let round = 0; round < MAX_KEPT_PROBLEMS; round += 1) {
      for (const kept of this.#kept.values()) {
        const next = kept[round];
        if (next !== undefined && chosen.length < MAX_KEPT_PROBLEMS) chosen.push(next);
      }
    }
    return {
      problems: chosen.toSorted((a, b) => a.order - b.order).map(({ problem }) => problem),
      problemCount: this.#count,
    };
  }
}
