import type { Channel, Client, EventName, EventOf } from '../../src-shared/contract/index.ts';

/** Asked at the start beside what the language itself needs; what they answer may have to be said. */
const HELD: ReadonlySet<Channel> = new Set(['reminders.state', 'updates.state']);

/**
 * A client that tells nothing that has to be put into words before there are any: events, in their order, and the answers that come with the start, wait for `ready`.
 * @param ready resolves when the words are there
 */
export function holdUntil(client: Client, ready: Promise<void>): Client {
  let isReady = false;
  void ready.then(() => {
    isReady = true;
  });
  return {
    async invoke(channel, input) {
      const answer = await client.invoke(channel, input);
      if (HELD.has(channel)) await ready;
      return answer;
    },
    on<E extends EventName>(event: E, listener: (payload: EventOf<E>) => void): () => void {
      let isHeard = true;
      const stop = client.on(event, (payload) => {
        if (isReady) listener(payload);
        else
          void ready.then(() => {
            if (isHeard) listener(payload);
          });
      });
      return () => {
        isHeard = false;
        stop();
      };
    },
  };
}
