import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { SearchHit } from '../../../src-shared/contract/entries.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';

export interface SearchState {
  /** What the hits answer; empty: nothing was asked. */
  readonly answered: string;
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** There are at least `total`. */
  readonly isMore: boolean;
  /** All that fit were counted. */
  readonly isCounted: boolean;
}

export interface Search {
  readonly store: StoreApi<SearchState>;
  /** Asks; an answer to an earlier question is dropped. */
  ask(query: string): Promise<AppError | null>;
  /** Asks the same again. */
  reload(): Promise<void>;
  clear(): void;
}

/** More than a screen holds: they are there at once, and the others, with their number, when the hand pauses. */
const FIRST_HITS = 20;
const MOST_HITS = 100;
/** Milliseconds behind the first hits; the next letter of a quick hand comes sooner. */
const PAUSE = 120;
const EMPTY: SearchState = { answered: '', hits: [], total: 0, isMore: false, isCounted: true };

export function createSearch(client: Client): Search {
  const store = createStore<SearchState>(() => EMPTY);
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function fetch(asked: number, query: string, limit: number, isCounted: boolean): Promise<AppError | null> {
    const result = await client.invoke('entries.search', { query, limit, isCounted });
    if (asked !== turn) return null;
    if (!result.ok) return result.error;
    const { hits, total, isMore } = result.value;
    store.setState({ answered: query, hits, total, isMore, isCounted: isCounted || !isMore });
    return null;
  }

  async function ask(query: string): Promise<AppError | null> {
    const asked = (turn += 1);
    clearTimeout(pause);
    if (query.trim() === '') {
      store.setState(EMPTY);
      return null;
    }
    const error = await fetch(asked, query, FIRST_HITS, false);
    if (error !== null || asked !== turn || store.getState().isCounted) return error;
    await new Promise((resolve) => (pause = setTimeout(resolve, PAUSE)));
    return asked === turn ? fetch(asked, query, MOST_HITS, true) : null;
  }

  return {
    store,
    ask,
    reload: onceAtATime(async () => {
      const { answered } = store.getState();
      // What is on screen stays as long as it is: a change elsewhere is no reason to begin with fewer.
      if (answered !== '') await fetch((turn += 1), answered, MOST_HITS, true);
    }),
    clear() {
      turn += 1;
      clearTimeout(pause);
      store.setState(EMPTY);
    },
  };
}
