import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { Device, SyncStatus } from '../../../src-shared/contract/sync.ts';
import type { AppError } from '../../../src-shared/result.ts';

export interface SyncState {
  /** Null until the app has said, and while locked. */
  readonly status: SyncStatus | null;
  readonly devices: readonly Device[];
  /** The person asked for a cycle, and has not been told yet how it ended. */
  readonly isAsked: boolean;
}

export interface Sync {
  readonly store: StoreApi<SyncState>;
  load(): Promise<void>;
  loadDevices(): Promise<void>;
  setStatus(status: SyncStatus): void;
  setDevices(devices: readonly Device[]): void;
  now(): Promise<AppError | null>;
  pause(paused: boolean): Promise<AppError | null>;
  /** It was said how the cycle ended that was asked for. */
  told(): void;
  clear(): void;
}

const EMPTY: SyncState = { status: null, devices: [], isAsked: false };

export function createSync(client: Client): Sync {
  const store = createStore<SyncState>(() => EMPTY);
  // An answer that was asked for before a lock must not bring addresses and names back after it.
  let epoch = 0;
  let devicesAsked = false;
  async function loadDevices(): Promise<void> {
    devicesAsked = true;
    const asked = epoch;
    const result = await client.invoke('sync.devices', {});
    if (asked === epoch && result.ok) store.setState({ devices: result.value.devices });
  }
  return {
    store,
    async load() {
      const asked = epoch;
      const result = await client.invoke('sync.status', {});
      if (asked === epoch && result.ok) store.setState({ status: result.value });
    },
    loadDevices,
    setStatus(status) {
      const before = store.getState().status;
      store.setState({ status });
      // A cycle brings news of the others, and the first one writes this device down.
      if (devicesAsked && before?.syncedAt !== status.syncedAt) void loadDevices();
    },
    setDevices: (devices) => store.setState({ devices }),
    async now() {
      store.setState({ isAsked: true });
      const result = await client.invoke('sync.now', {});
      if (!result.ok) {
        store.setState({ isAsked: false });
        return result.error;
      }
      store.setState({ status: result.value });
      return null;
    },
    async pause(paused) {
      const result = await client.invoke('sync.pause', { paused });
      if (!result.ok) return result.error;
      store.setState({ status: result.value });
      return null;
    },
    told: () => store.setState({ isAsked: false }),
    clear() {
      epoch += 1;
      devicesAsked = false;
      store.setState(EMPTY);
    },
  };
}
