import type { VirtualItem } from '@tanstack/react-virtual';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TimelineDay } from '../../../src-shared/contract/entries.ts';
import type { Client, OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';

export interface TimelineState {
  /** Newest first; null until the first answer. */
  readonly days: readonly TimelineDay[] | null;
  /** The `before` of the page that follows; null at the end. */
  readonly next: string | null;
  /** Entries in the whole journal. */
  readonly total: number;
}

/** Scroll offset in pixels, and the measured rows it was reached over. */
export interface ListPlace {
  readonly offset: number;
  readonly measured: VirtualItem[];
}

export interface Timeline {
  readonly store: StoreApi<TimelineState>;
  /** Loads, and follows changes while the list is on screen. Returns the function that ends that. */
  watch(onError: (error: AppError) => void): () => void;
  loadMore(): Promise<AppError | null>;
  /** Loads all that is left, down to the oldest day. */
  loadToEnd(): Promise<AppError | null>;
  /** Where the list was left, for when it is shown again. */
  readonly place: () => ListPlace;
  leave(place: ListPlace): void;
  /** Asks again for as many days as are held, while the list is on screen. */
  reload(): Promise<void>;
  clear(): void;
}

const PAGE_DAYS = 60;
const MOST_DAYS = 400;
const TOP: ListPlace = { offset: 0, measured: [] };
const EMPTY: TimelineState = { days: null, next: null, total: 0 };

export function createTimeline(client: Client): Timeline {
  const store = createStore<TimelineState>(() => EMPTY);
  let epoch = 0;
  let loading: Promise<AppError | null> | null = null;
  let place = TOP;

  /** Days from the newest down, at least `count` of them where there are so many. */
  async function fromTheTop(count: number): Promise<AppError | null> {
    const asked = (epoch += 1);
    let days: TimelineDay[] = [];
    let before: string | null = null;
    for (;;) {
      const limit = Math.min(Math.max(count - days.length, 1), MOST_DAYS);
      const result: Result<OutputOf<'entries.timeline'>> = await client.invoke('entries.timeline', { before, limit });
      if (asked !== epoch) return null;
      if (!result.ok) return result.error;
      days = [...days, ...result.value.days];
      before = result.value.next;
      if (before === null || days.length >= count) {
        store.setState({ days, next: before, total: result.value.total });
        return null;
      }
    }
  }

  const load = (): Promise<AppError | null> => fromTheTop(Math.max(PAGE_DAYS, store.getState().days?.length ?? 0));
  let watchers = 0;
  const reload = onceAtATime(async () => {
    if (watchers > 0) await load();
  });

  function loadMore(limit = PAGE_DAYS): Promise<AppError | null> {
    const { next } = store.getState();
    if (next === null) return Promise.resolve(null);
    if (loading !== null) return loading;
    const asked = epoch;
    loading = client.invoke('entries.timeline', { before: next, limit }).then((result) => {
      loading = null;
      if (asked !== epoch) return null;
      if (!result.ok) return result.error;
      // All the rest may have come meanwhile.
      if (store.getState().next !== next) return null;
      store.setState(({ days }) => ({
        days: [...(days ?? []), ...result.value.days],
        next: result.value.next,
        total: result.value.total,
      }));
      return null;
    });
    return loading;
  }

  async function loadToEnd(): Promise<AppError | null> {
    const asked = epoch;
    await loading;
    const older: TimelineDay[] = [];
    let { next } = store.getState();
    while (next !== null && asked === epoch) {
      const result: Result<OutputOf<'entries.timeline'>> = await client.invoke('entries.timeline', {
        before: next,
        limit: MOST_DAYS,
      });
      if (!result.ok) return result.error;
      older.push(...result.value.days);
      next = result.value.next;
    }
    // Asked again from the top meanwhile, or locked.
    if (asked !== epoch) return store.getState().days === null ? null : loadToEnd();
    const [first] = older;
    // Shown when all of it is there: each page shown by itself would draw the list once more. What the scroll brought meanwhile is in it too.
    store.setState(({ days }) => ({
      days: [...(days ?? []).filter(({ day }) => first === undefined || day > first.day), ...older],
      next: null,
    }));
    return null;
  }

  return {
    store,
    reload,
    loadMore: () => loadMore(),

    loadToEnd,

    place: () => place,
    leave: (left) => {
      place = left;
    },

    watch(onError) {
      watchers += 1;
      void load().then((error) => {
        if (error !== null) onError(error);
      });
      return () => {
        watchers -= 1;
      };
    },

    clear() {
      epoch += 1;
      place = TOP;
      store.setState(EMPTY);
    },
  };
}
