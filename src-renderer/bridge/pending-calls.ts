import type { Channel, Client } from '../../src-shared/contract/index.ts';

/** Work that takes as long as it takes, and is made to be cut off: nobody waits for it before a lock. */
const LONG = /^(?:imports|exports|backups|vault|sync)\.|^app\.flushed$/;

export interface PendingCalls {
  readonly client: Client;
  /** Resolves when every call is answered that was made until then, and what was called because of its answer. */
  settled(): Promise<void>;
}

/** A client that knows which of its calls are still on their way: what the page shows as done is not, before they are answered. */
export function withPendingCalls(client: Client): PendingCalls {
  const pending = new Set<Promise<unknown>>();
  return {
    client: {
      on: (event, listener) => client.on(event, listener),
      invoke: <C extends Channel>(...call: Parameters<Client['invoke']>) => {
        const [channel, input] = call;
        const answer = client.invoke(channel, input);
        if (!LONG.test(channel)) {
          pending.add(answer);
          void answer.finally(() => pending.delete(answer));
        }
        return answer as ReturnType<typeof client.invoke<C>>;
      },
    },
    async settled() {
      while (pending.size > 0) {
        await Promise.all(pending);
        // What waited for an answer makes its next call in the same turn as we do.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
  };
}
