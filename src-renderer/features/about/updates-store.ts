import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../src-shared/contract/index.ts';
import type { UpdatesState } from '../../../src-shared/contract/updates.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Notices } from '../../components/notices-store.ts';

export interface Updates {
  /** Null until the app has said. */
  readonly store: StoreApi<{ readonly state: UpdatesState | null }>;
  load(): Promise<void>;
  setState(state: UpdatesState): void;
  ask(what: 'check' | 'download' | 'cancel' | 'install'): Promise<void>;
  /** The vault is open, and somebody reads what is said: what changed with an update that has just been made. */
  tellWhatChanged(): void;
}

interface UpdatesOptions {
  readonly client: Client;
  readonly notices: Notices;
  readonly showProblem: (error: AppError) => void;
  /** Whether the person is where a notice can be read: in the open vault. */
  readonly isOpen: () => boolean;
  /** Whether the settings are on the screen, which say it themselves. */
  readonly isAtSettings: () => boolean;
  readonly showAbout: () => void;
  readonly showWhatChanged: (what: NonNullable<UpdatesState['whatChanged']>) => void;
}

export const UPDATE_TOPIC = 'update';

export function createUpdates(options: UpdatesOptions): Updates {
  const { client, notices } = options;
  const store = createStore<{ readonly state: UpdatesState | null }>(() => ({ state: null }));
  /** The version that was told of: once is enough. */
  let told: string | null = null;

  function tellWhatChanged(): void {
    const whatChanged = store.getState().state?.whatChanged ?? null;
    if (whatChanged === null || !options.isOpen()) return;
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('updates.isNow', { version: whatChanged.version }),
      action: null,
      look: {
        label: (spoken) => spoken.say('updates.whatChanged'),
        perform: () => options.showWhatChanged(whatChanged),
      },
      topic: UPDATE_TOPIC,
      waits: true,
    });
    void client.invoke('updates.seen', {});
  }

  function tellOfNewer({ status }: UpdatesState): void {
    if (status.type !== 'available' || status.version === told || !options.isOpen()) return;
    told = status.version;
    if (options.isAtSettings()) return;
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('updates.there', { version: status.version }),
      action: null,
      look: { label: (spoken) => spoken.say('updates.look'), perform: options.showAbout },
      topic: UPDATE_TOPIC,
      waits: true,
    });
  }

  function setState(state: UpdatesState): void {
    store.setState({ state });
    tellOfNewer(state);
  }

  return {
    store,
    setState,
    tellWhatChanged,
    async load() {
      const result = await client.invoke('updates.state', {});
      if (!result.ok) return;
      // An event may have told more meanwhile.
      if (store.getState().state === null) setState(result.value);
      tellWhatChanged();
    },
    async ask(what) {
      const result = await client.invoke(`updates.${what}`, {});
      if (result.ok) store.setState({ state: result.value });
      else options.showProblem(result.error);
    },
  };
}
