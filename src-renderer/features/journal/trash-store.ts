import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client, OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';

export type TrashedEntry = OutputOf<'entries.trash'>['entries'][number];

export interface TrashState {
  /** The last one thrown away first; null until the first answer. */
  readonly entries: readonly TrashedEntry[] | null;
  /** How many there are; the oldest of very many are not listed. */
  readonly total: number;
}

export interface Trash {
  readonly store: StoreApi<TrashState>;
  /** Loads, and follows changes while the list is on screen. Returns the function that ends that and lets go of the list. */
  watch(onError: (error: AppError) => void): () => void;
  /** Asks again, while the list is on screen. */
  reload(): Promise<void>;
  clear(): void;
}

const EMPTY: TrashState = { entries: null, total: 0 };

export function createTrash(client: Client): Trash {
  const store = createStore<TrashState>(() => EMPTY);
  let epoch = 0;
  let watchers = 0;

  async function load(): Promise<AppError | null> {
    const asked = (epoch += 1);
    const result = await client.invoke('entries.trash', {});
    if (asked !== epoch) return null;
    if (!result.ok) return result.error;
    store.setState(result.value);
    return null;
  }

  function clear(): void {
    epoch += 1;
    store.setState(EMPTY);
  }

  return {
    store,
    clear,
    reload: onceAtATime(async () => {
      if (watchers > 0) await load();
    }),

    watch(onError) {
      watchers += 1;
      void load().then((error) => {
        if (error !== null) onError(error);
      });
      return () => {
        watchers -= 1;
        if (watchers === 0) clear();
      };
    },
  };
}
