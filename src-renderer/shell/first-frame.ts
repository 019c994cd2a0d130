import type { AppError } from '../../src-shared/result.ts';
import type { CallInputOf, Channel, Client, OutputOf } from '../../src-shared/contract/index.ts';
import type { Entries } from '../features/entries/entries-store.ts';
import type { Habits } from '../features/habits/habits-store.ts';
import type { Timeline } from '../features/journal/timeline-store.ts';
import type { RouteStore } from './route.ts';
import type { Session } from './session.ts';

/** Milliseconds that the screen before may stay while the first page is fetched: shorter than what is felt as a wait. */
export const HOLD_AT_MOST = 250;
/** Milliseconds after which what was fetched ahead is nobody's first answer any more, and the page looks after its day itself. */
const KEPT_FOR = 1000;

export interface FirstFrame {
  /** Fetches what the room shows that opens now. Resolves when it is there, or has kept somebody waiting long enough; never rejects. */
  prepare(): Promise<void>;
  /** What a question was answered with ahead of its first asking; null: nothing. It is asked all the same. */
  answered<C extends Channel>(channel: C, asked: string): OutputOf<C> | null;
  clear(): void;
}

interface FirstFrameParts {
  readonly client: Client;
  readonly route: RouteStore;
  readonly session: Pick<Session, 'store' | 'loadPreferences'>;
  readonly entries: Pick<Entries, 'store' | 'watchDay'>;
  readonly habits: Pick<Habits, 'loadOverview'>;
  readonly timeline: Pick<Timeline, 'store' | 'watch'>;
}

/** So that the first frame of the open vault is the page, and not the place where it will be. */
export function createFirstFrame({ client, route, session, entries, habits, timeline }: FirstFrameParts): FirstFrame {
  let answers = new Map<string, unknown>();
  let ending: (() => void)[] = [];

  async function ask<C extends Channel>(channel: C, input: CallInputOf<C>): Promise<void> {
    const into = answers;
    const result = await client.invoke(channel, input);
    if (result.ok) into.set(`${channel} ${JSON.stringify(input)}`, result.value);
  }

  /** Until the store says so. The page looks itself a moment later, and tells of what went wrong. */
  function until<T>(
    store: { getState(): T; subscribe(listener: (state: T) => void): () => void },
    begin: (onError: (error: AppError) => void) => () => void,
    isThere: (state: T) => boolean,
  ): Promise<void> {
    return new Promise((resolve) => {
      const stop = store.subscribe((state) => {
        if (isThere(state)) resolve();
      });
      ending.push(
        stop,
        begin(() => resolve()),
      );
      if (isThere(store.getState())) resolve();
    });
  }

  function clear(): void {
    answers = new Map();
    for (const end of ending) end();
    ending = [];
  }

  return {
    async prepare() {
      clear();
      const { view, day: chosen } = route.getState();
      const day = chosen ?? session.store.getState().today?.day;
      const wanted: Promise<unknown>[] = [session.loadPreferences(), ask('entries.tags', {}), ask('searches.list', {})];
      if (view === 'today' && day !== undefined) {
        wanted.push(
          until(
            entries.store,
            (onError) => entries.watchDay(day, onError),
            ({ days }) => days[day] !== undefined,
          ),
          habits.loadOverview(day),
          ask('habits.pauses', {}),
          ask('entries.memories', { day }),
        );
      } else if (view === 'journal') {
        wanted.push(
          until(
            timeline.store,
            (onError) => timeline.watch(onError),
            ({ days }) => days !== null,
          ),
        );
      }
      let patience: ReturnType<typeof setTimeout> | undefined;
      await Promise.race([
        Promise.allSettled(wanted),
        new Promise((resolve) => (patience = setTimeout(resolve, HOLD_AT_MOST))),
      ]);
      clearTimeout(patience);
      const mine = answers;
      setTimeout(() => {
        if (mine === answers) clear();
      }, KEPT_FOR);
    },
    answered: <C extends Channel>(channel: C, asked: string) =>
      (answers.get(`${channel} ${asked}`) as OutputOf<C> | undefined) ?? null,
    clear,
  };
}
