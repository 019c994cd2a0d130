/** Names that are told apart; what a file has beyond them is counted together. */
const MOST_KNOWN = 5000;

export interface NameCounts {
  readonly name: string;
  readonly entries: number;
  readonly fresh: number;
}

/** How many entries have which name: of a journal, or of a mood. Bounded, whatever a file holds. */
export class NameTally {
  readonly #counts = new Map<string, { entries: number; fresh: number }>();
  #entries = 0;

  add(name: string, isFresh: boolean): void {
    this.#entries += 1;
    const known = this.#counts.get(name);
    if (known !== undefined) {
      known.entries += 1;
      known.fresh += isFresh ? 1 : 0;
    } else if (this.#counts.size < MOST_KNOWN) {
      this.#counts.set(name, { entries: 1, fresh: isFresh ? 1 : 0 });
    }
  }

  /** The largest first, at most `limit` of them, and how many entries have other names. */
  largest(limit: number): { readonly names: NameCounts[]; readonly otherEntries: number } {
    const names = [...this.#counts]
      .map(([name, counts]) => ({ name, ...counts }))
      .toSorted((a, b) => b.entries - a.entries)
      .slice(0, limit);
    return { names, otherEntries: this.#entries - names.reduce((sum, { entries }) => sum + entries, 0) };
  }
}
