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
}

export interface Search {
  readonly store: StoreApi<SearchState>;
  /** Asks; an answer to an earlier question is dropped. */
  ask(query: string): Promise<AppError | null>;
  /** Asks the same again. */
  reload(): Promise<void>;
  clear(): void;
}

const MOST_HITS = 100;
const EMPTY: SearchState = { answered: '', hits: [], total: 0, isMore: false };

export function createSearch(client: Client): Search {
  const store = createStore<SearchState>(() => EMPTY);
  let turn = 0;

  async function ask(query: string): Promise<AppError | null> {
    const asked = (turn += 1);
    if (query.trim() === '') {
      store.setState(EMPTY);
      return null;
    }
    const result = await client.invoke('entries.search', { query, limit: MOST_HITS });
    if (asked !== turn) return null;
    if (!result.ok) return result.error;
    store.setState({
      answered: query,
      hits: result.value.hits,
      total: result.value.total,
      isMore: result.value.isMore,
    });
    return null;
  }

  return {
    store,
    ask,
    reload: onceAtATime(async () => {
      const { answered } = store.getState();
      if (answered !== '') await ask(answered);
    }),
    clear() {
      turn += 1;
      store.setState(EMPTY);
    },
  };
}
