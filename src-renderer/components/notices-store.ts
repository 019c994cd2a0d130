import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Language, Wording } from '../intl/language.ts';

interface NoticeButton<Text> {
  readonly label: Text;
  readonly perform: () => void;
}

interface NoticeOf<Text> {
  readonly tone: 'plain' | 'problem';
  readonly text: Text;
  /** Takes back what the notice tells of. */
  readonly action: NoticeButton<Text> | null;
  /** Shows more of what the notice tells of. */
  readonly look?: NoticeButton<Text>;
  /** A notice takes the place of the one before it on the same topic. */
  readonly topic?: string;
  /** What its action would change back: there is no other offer for the same, and none for what has changed since. */
  readonly subject?: string;
  /** It comes from work behind the page: it waits where a dialog is open. */
  readonly waits?: boolean;
}

/** What somebody wants to tell. */
export type NoticeWish = NoticeOf<Wording>;

/** A notice as it is on the screen, in the present language. */
export interface Notice extends NoticeOf<string> {
  readonly id: number;
  readonly wish: NoticeWish;
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
  show(wish: NoticeWish): void;
  dismiss(id: number): void;
  /** A dialog opens: what is shown belongs to the page behind it. Returns the function that says that it is closed. */
  hold(): () => void;
  /** Does what the button of the newest notice that has one does. */
  undoNewest(): void;
  /** Says something to a screen reader and to nobody else. */
  announce(text: string): void;
  /** What is there is said in the new language. */
  languageChanged(): void;
  clear(): void;
}

/** More than three at once are a wall, not a notice. */
const MOST = 3;

function inWords(id: number, wish: NoticeWish, language: Language): Notice {
  const said = ({ label, perform }: NoticeButton<Wording>): NoticeButton<string> => ({
    label: label(language),
    perform,
  });
  const { text, action, look, ...others } = wish;
  return {
    ...others,
    id,
    wish,
    text: text(language),
    action: action === null ? null : said(action),
    ...(look === undefined ? {} : { look: said(look) }),
  };
}

/** @param language speaks the present one whenever it is asked */
export function createNotices(language: Language): Notices {
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
    show(wish) {
      lastId += 1;
      const notice = inWords(lastId, wish, language);
      only(({ text, topic }) => text !== notice.text && (topic === undefined || topic !== notice.topic));
      const place = notice.waits === true && dialogs > 0 ? 'held' : 'notices';
      store.setState((state) => ({ [place]: [...state[place], notice].slice(-MOST) }));
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
    languageChanged() {
      const again = ({ id, wish }: Notice): Notice => inWords(id, wish, language);
      store.setState(({ notices, held }) => ({ notices: notices.map(again), held: held.map(again) }));
    },
    clear: () =>
      store.setState(({ announcement }) => ({
        notices: [],
        held: [],
        announcement: { text: '', turn: announcement.turn },
      })),
  };
}
