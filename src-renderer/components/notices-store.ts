import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly text: string;
  /** Takes back what the notice tells of. */
  readonly action: { readonly label: string; readonly perform: () => void } | null;
}

export interface NoticesState {
  readonly notices: readonly Notice[];
  /** What a screen reader is told next; the number makes a repeated sentence a new one. */
  readonly announcement: { readonly text: string; readonly turn: number };
}

export interface Notices {
  readonly store: StoreApi<NoticesState>;
  show(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** Does what the button of the newest notice that has one does. */
  undoNewest(): void;
  /** Says something to a screen reader and to nobody else. */
  announce(text: string): void;
  clear(): void;
}

/** More than three at once are a wall, not a notice. */
const MOST = 3;

export function createNotices(): Notices {
  const store = createStore<NoticesState>(() => ({ notices: [], announcement: { text: '', turn: 0 } }));
  let lastId = 0;
  function dismiss(id: number): void {
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  }
  return {
    store,
    show(notice) {
      lastId += 1;
      const id = lastId;
      store.setState(({ notices }) => ({
        notices: [...notices.filter((other) => other.text !== notice.text), { ...notice, id }].slice(-MOST),
      }));
    },
    dismiss,
    undoNewest() {
      const newest = store.getState().notices.findLast((notice) => notice.action !== null);
      if (newest === undefined) return;
      dismiss(newest.id);
      newest.action?.perform();
    },
    announce: (text) => store.setState(({ announcement }) => ({ announcement: { text, turn: announcement.turn + 1 } })),
    clear: () =>
      store.setState(({ announcement }) => ({ notices: [], announcement: { text: '', turn: announcement.turn } })),
  };
}
