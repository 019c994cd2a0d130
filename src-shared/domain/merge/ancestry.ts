import type { MergeVersion } from './merge-record.ts';

/** Which versions were written on top of which. By what they name as their bases, never by their stamps: a clock may have been wrong. */
export interface Ancestry {
  /** The versions that no other one descends from, ascending. */
  readonly heads: readonly string[];
  /** Those of `stamps` that are there and that no other of them descends from, ascending. */
  headsAmong(stamps: readonly string[]): readonly string[];
  /** The ancestor with the newest stamp that `stamp` shares with any of `others`, and that no other shared one descends from; null: none. */
  latestCommon(others: readonly string[], stamp: string): string | null;
}

/** `versions` by stamp. No recursion, and no harm in a circle: no device makes one, a damaged record might. */
export function ancestryOf(versions: ReadonlyMap<string, MergeVersion>): Ancestry {
  const basesOf = (stamp: string): readonly string[] =>
    (versions.get(stamp)?.bases ?? []).filter((base) => base !== stamp && versions.has(base));
  /** Ancestors of all of `stamps`, they themselves not, unless another of them descends from it. */
  const ancestors = (stamps: readonly string[]): Set<string> => {
    const found = new Set<string>();
    const left = stamps.flatMap(basesOf);
    for (let stamp = left.pop(); stamp !== undefined; stamp = left.pop()) {
      if (found.has(stamp)) continue;
      found.add(stamp);
      left.push(...basesOf(stamp));
    }
    return found;
  };
  const all = [...versions.keys()].toSorted();
  const isBase = new Set(all.flatMap(basesOf));
  const heads = all.filter((stamp) => !isBase.has(stamp));
  return {
    // A circle has no head of its own.
    heads: heads.length > 0 ? heads : all.slice(-1),
    headsAmong(stamps) {
      const present = [...new Set(stamps)].filter((stamp) => versions.has(stamp)).toSorted();
      if (present.length < 2) return present;
      const behind = ancestors(present);
      return present.filter((stamp) => !behind.has(stamp));
    },
    latestCommon(others, stamp) {
      const theirs = ancestors(others);
      const shared = [...ancestors([stamp])].filter((each) => theirs.has(each));
      const behind = ancestors(shared);
      return (
        shared
          .filter((each) => !behind.has(each))
          .toSorted()
          .at(-1) ?? null
      );
    },
  };
}
