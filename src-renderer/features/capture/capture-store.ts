import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client, OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Notices } from '../../components/notices-store.ts';
import type { Wording } from '../../intl/language.ts';

export type InboxReport = OutputOf<'capture.inbox'>;

export interface CaptureInbox {
  /** What the last unlock found; null until the app has said so, and while locked. */
  readonly store: StoreApi<{ readonly report: InboxReport | null }>;
  /** Asks, and says once what became an entry. */
  load(): Promise<void>;
  /** Entries have changed: asks again where not all of them were looked at. */
  entriesChanged(): void;
  dismissKeyChange(): Promise<AppError | null>;
  clear(): void;
}

const TOPIC = 'capture-inbox';

/** What was kept is told once: while locked that it will be in the journal, and then that it is. */
export const KEPT_TOPIC = 'capture-kept';

/** What was written while the vault was locked, from the side of the open vault. */
export function createCaptureInbox({
  client,
  notices,
}: {
  readonly client: Client;
  readonly notices: Notices;
}): CaptureInbox {
  const store = createStore<{ readonly report: InboxReport | null }>(() => ({ report: null }));

  async function load(): Promise<void> {
    const result = await client.invoke('capture.inbox', {});
    if (!result.ok) return;
    const { taken, isTaking, waiting, unreadable } = result.value;
    store.setState({ report: result.value });
    if (isTaking) return;
    if (taken > 0) {
      notices.show({
        tone: 'plain',
        text: (spoken) => spoken.say('capture.taken', { count: taken }),
        action: null,
        topic: KEPT_TOPIC,
        waits: true,
      });
    }
    if (waiting + unreadable === 0) return;
    const text: Wording = ({ say }) =>
      unreadable > 0 ? say('capture.unreadable', { count: unreadable }) : say('capture.waiting', { count: waiting });
    notices.show({ tone: 'problem', text, action: null, topic: TOPIC, waits: true });
  }

  return {
    store,
    load,
    clear: () => store.setState({ report: null }),
    entriesChanged: () => {
      if (store.getState().report?.isTaking === true) void load();
    },

    async dismissKeyChange() {
      const result = await client.invoke('capture.dismiss-key-change', {});
      if (!result.ok) return result.error;
      store.setState(({ report }) => ({ report: report === null ? null : { ...report, keyChangedAt: null } }));
      return null;
    },
  };
}
