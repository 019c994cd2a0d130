import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { SampleState } from '../../../src-shared/contract/sample.ts';

export interface Sample {
  /** Null until the vault has said, and while it is locked. */
  readonly store: StoreApi<SampleState | null>;
  /** Asks the vault: at the unlock, and when entries or habits changed. It keeps what it knows where it is not answered. */
  load(): Promise<void>;
  clear(): void;
}

/** Whether a sample journal is here or can be: for the bar that says so, the settings, and the commands. */
export function createSample(client: Client): Sample {
  const store = createStore<SampleState | null>(() => null);
  // Answers may overtake each other, and a lock: the last question counts.
  let turn = 0;
  return {
    store,
    async load() {
      const mine = (turn += 1);
      const result = await client.invoke('sample.state', {});
      if (mine === turn && result.ok) store.setState(result.value, true);
    },
    clear() {
      turn += 1;
      store.setState(null, true);
    },
  };
}
