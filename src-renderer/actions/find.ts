import * as fuzzysort from 'fuzzysort';

export interface Findable {
  readonly label: string;
  /** What else it is found by. */
  readonly words: string;
}

export interface Found<T> {
  readonly item: T;
  /** Places of the label's characters that the query is found by. */
  readonly marks: readonly number[];
}

/** Below it, the letters of a query stand about in a name by chance. */
const LEAST_SCORE = 0.3;
/** What somebody calls a thing counts less than its name. */
const OTHER_WORDS = 0.7;

/** As somebody writes it who has no such letter: `loeschen`, `Strasse`. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe' };

function writtenOut(text: string): string {
  return text.toLowerCase().replaceAll(/[äöüßæœø]/gu, (letter) => WRITTEN_OUT[letter] ?? letter);
}

/**
 * Those that the query finds, best first: by parts of words in any order, by letters that stand further apart, without accents, and by other words for the same. An
 * empty query finds all, in their order.
 */
export function findBest<T extends Findable>(all: readonly T[], query: string): readonly Found<T>[] {
  const asked = query.trim();
  if (asked === '') return all.map((item) => ({ item, marks: [] }));
  const ranked = all.flatMap((item, index) => {
    const named = fuzzysort.single(asked, item.label);
    const both = `${item.label} ${item.words}`;
    const others = [item.words, both, writtenOut(both)].map(
      (text) => (text === '' ? 0 : (fuzzysort.single(asked, text)?.score ?? 0)) * OTHER_WORDS,
    );
    const score = Math.max(named?.score ?? 0, ...others);
    if (score < LEAST_SCORE) return [];
    const marks = named !== null && named.score >= LEAST_SCORE ? named.indexes : [];
    return [{ item, marks, score, index }];
  });
  return ranked
    .toSorted((one, other) => other.score - one.score || one.index - other.index)
    .map(({ item, marks }) => ({ item, marks }));
}

/** The same for things with keys: somebody who writes a whole key (`ctrl+n`) means what is on it and nothing like it. */
export function findByNameOrKey<T extends Findable & { readonly keyText: string | null }>(
  all: readonly T[],
  query: string,
): readonly T[] {
  const asked = query.trim().toLowerCase();
  const onKey = all.filter(({ keyText }) => keyText?.toLowerCase() === asked);
  return onKey.length > 0 ? onKey : findBest(all, query).map(({ item }) => item);
}
