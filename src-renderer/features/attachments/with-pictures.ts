import type { CallInputOf, Channel, Client, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Result } from '../../../src-shared/result.ts';
import { attachmentIdOf } from './address.ts';
import type { Attachments } from './attachments-store.ts';

/** More pictures than this are below what is seen first. */
const AT_MOST = 12;
/** Milliseconds that a text waits for its pictures. */
const PATIENCE = 120;

/** The vault's own files that a text shows as pictures: `![](attachment:ID)`. */
export function picturesIn(body: string): readonly string[] {
  const ids = [...body.matchAll(/!\[[^\]]*\]\((attachment:[\da-f-]+)/gu)].map(([, address = '']) =>
    attachmentIdOf(address),
  );
  return [...new Set(ids.filter((id) => id !== null))];
}

/**
 * A client whose entries come with their small pictures: a picture that is drawn after its text would push down what somebody has begun to read. Only the first
 * look at one costs anything, and no text waits long.
 */
export function withPictures(client: Client, attachments: Pick<Attachments, 'drawn' | 'thumbnail'>): Client {
  async function settle(bodies: readonly string[]): Promise<void> {
    const ids = bodies.flatMap(picturesIn).slice(0, AT_MOST);
    const missing = ids.filter((id) => attachments.drawn(id) === null);
    if (missing.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      Promise.allSettled(missing.map((id) => attachments.thumbnail(id))),
      new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE))),
    ]);
    clearTimeout(timer);
  }

  return {
    on: (event, listener) => client.on(event, listener),
    async invoke<C extends Channel>(channel: C, input: CallInputOf<C>): Promise<Result<OutputOf<C>>> {
      const result = await client.invoke(channel, input);
      if (!result.ok) return result;
      if (channel === 'entries.on-day') {
        await settle((result.value as OutputOf<'entries.on-day'>).entries.map(({ body }) => body));
      } else if (channel === 'entries.get') {
        await settle([(result.value as OutputOf<'entries.get'>).body]);
      }
      return result;
    },
  };
}
