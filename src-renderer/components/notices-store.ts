import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface NoticeButton {
  readonly label: string;
  readonly perform: () => void;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'problem';
  readonly text: string;
  /** Takes back what the notice tells of. */
  readonly action: NoticeButton | null;
  /** Shows more of what the notice tells of. */
  readonly look?: NoticeButton;
  /** A notice takes the place of the one before it on the same topic. */
  readonly topic?: string;
  /** It comes from work behind the page: it waits where a dialog is open. */
  readonly waits?: boolean;
}

export interface NoticesState {
  readonly notices: readonly Notice[];
  /** What was there before a dialog opened, and what waits behind it: shown when it is closed. */
  readonly held: readonly Notice[];
  /** What a screen reader is told next; the number makes a repeated sentence a new one. */
  readonly announcement: { readonly text: string; readonly turn: number };
}

export interface Notices {
  readonly store: StoreApi<NoticesState>;
  show(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** A dialog opens: what is shown belongs to the page behind it. Returns the function that says that it is closed. */
  hold(): () => void;
  /** Does what the button of the newest notice that has one does. */
  undoNewest(): void;
  /** Says something to a screen reader and to nobody else. */
  announce(text: string): void;
  clear(): void;
}

/** More than three at once are a wall, not a notice. */
const MOST = 3;

export function createNotices(): Notices {
  const store = createStore<NoticesState>(() => ({ notices: [], held: [], announcement: { text: '', turn: 0 } }));
  let lastId = 0;
  let dialogs = 0;
  const only = (isKept: (notice: Notice) => boolean): void =>
    store.setState(({ notices, held }) => ({ notices: notices.filter(isKept), held: held.filter(isKept) }));
  function dismiss(id: number): void {
    only((notice) => notice.id !== id);
  }
  return {
    store,
    show(notice) {
      lastId += 1;
      const id = lastId;
      only(({ text, topic }) => text !== notice.text && (topic === undefined || topic !== notice.topic));
      const place = notice.waits === true && dialogs > 0 ? 'held' : 'notices';
      store.setState((state) => ({ [place]: [...state[place], { ...notice, id }].slice(-MOST) }));
    },
    dismiss,
    hold() {
      dialogs += 1;
      store.setState(({ notices, held }) => ({ notices: [], held: [...held, ...notices].slice(-MOST) }));
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        dialogs -= 1;
        if (dialogs > 0) return;
        store.setState(({ notices, held }) => ({ notices: [...held, ...notices].slice(-MOST), held: [] }));
      };
    },
    undoNewest() {
      const newest = store.getState().notices.findLast((notice) => notice.action !== null);
      if (newest === undefined) return;
      dismiss(newest.id);
      newest.action?.perform();
    },
    announce: (text) => store.setState(({ announcement }) => ({ announcement: { text, turn: announcement.turn + 1 } })),
    clear: () =>
      store.setState(({ announcement }) => ({
        notices: [],
        held: [],
        announcement: { text: '', turn: announcement.turn },
      })),
  };
}
