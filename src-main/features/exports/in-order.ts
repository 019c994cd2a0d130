import { Breath } from './breath.ts';

export interface OrderedScan<T> {
  /** Everything there is, in any order. Called again and again. */
  readonly scan: () => AsyncIterable<T>;
  /** Unique; the order is that of UTF-16 code units. */
  readonly key: (item: T) => string;
  /** Bytes, roughly. */
  readonly size: (item: T) => number;
  /** Bytes of items that are held at once: at most twice as many, and one item. */
  readonly budget?: number;
}

/** A journal of twenty years in one go. */
const BUDGET = 32 * 1024 * 1024;

interface Held<T> {
  readonly key: string;
  readonly size: number;
  readonly item: T;
}

/**
 * Items of a source that knows one order only, in another one, with bounded memory: each scan keeps the first ones that were not given yet, and there are as many
 * scans as the budget needs. What is added meanwhile is given if its place has not been passed.
 */
export async function* inOrder<T>({ scan, key, size, budget = BUDGET }: OrderedScan<T>): AsyncGenerator<T> {
  let given: string | null = null;
  const breath = new Breath();
  for (;;) {
    let held: Held<T>[] = [];
    let bytes = 0;
    /** The first that had to be let go: behind it nothing can be given before the next scan. */
    let end: string | null = null;
    for await (const item of scan()) {
      await breath.take();
      const own = key(item);
      if ((given !== null && own <= given) || (end !== null && own >= end)) continue;
      const piece = { key: own, size: size(item), item };
      held.push(piece);
      bytes += piece.size;
      if (bytes <= 2 * budget || held.length === 1) continue;
      held.sort(byKey);
      let keep = 0;
      bytes = 0;
      while (keep === 0 || bytes + held[keep]!.size <= budget) {
        bytes += held[keep]!.size;
        keep += 1;
      }
      end = held[keep]!.key;
      held = held.slice(0, keep);
    }
    held.sort(byKey);
    for (const { item } of held) {
      yield item;
      await breath.take();
    }
    if (end === null) return;
    given = held.at(-1)?.key ?? given;
  }
}

function byKey(one: Held<unknown>, other: Held<unknown>): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}
