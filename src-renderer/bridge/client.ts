import type { Bridge, Channel, Client, EventName, EventOf, OutputOf } from '../../src-shared/contract/index.ts';
import { err } from '../../src-shared/result.ts';
import type { Result } from '../../src-shared/result.ts';

declare global {
  interface Window {
    readonly daygrove: Bridge;
  }
}

/**
 * The typed face of the bridge. What comes over it has passed its schema in main, so nothing is checked twice here.
 * Never rejects: a bridge that breaks answers `internal`, so that every caller has one way to fail.
 */
export function createClient(bridge: Bridge): Client {
  return {
    async invoke<C extends Channel>(channel: C, input: unknown): Promise<Result<OutputOf<C>>> {
      try {
        return (await bridge.invoke(channel, input)) as Result<OutputOf<C>>;
      } catch {
        return err('internal');
      }
    },
    on<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void {
      return bridge.on(event, (payload) => listener(payload as EventOf<E>));
    },
  };
}
