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

/** What a screen reader is told; the number makes a repeated sentence a new one. */
export interface Announcement {
  readonly text: string;
  readonly turn: number;
}

/** What somebody wants to tell. */
export type NoticeWish = NoticeOf<Wording>;

/** A notice as it is on the screen, in the present language. */
export interface Notice extends NoticeOf<string> {
  readonly id: number;
  readonly wish: NoticeWish;
  /** It was on the screen before, and told then: when it comes again it is not told again. */
  readonly isTold?: boolean;
}

export interface NoticesState {
  readonly notices: readonly Notice[];
  /** What was there before a dialog opened, and what waits behind it: shown when it is closed. */
  readonly held: readonly Notice[];
  /** What a screen reader is told, in its order: all of one moment, or it would lose what is replaced before it was read. */
  readonly announcements: readonly Announcement[];
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

/** What is said within as many milliseconds is said in one moment. */
const MOMENT = 1000;

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

/**
 * @param language speaks the present one whenever it is asked
 * @param now a clock that only goes forward, in milliseconds
 */
export function createNotices(language: Language, now: () => number = () => performance.now()): Notices {
  const store = createStore<NoticesState>(() => ({ notices: [], held: [], announcements: [] }));
  let lastId = 0;
  let lastTurn = 0;
  let lastSaidAt = Number.NEGATIVE_INFINITY;
  let lastSaid = '';
  let dialogs = 0;
  function announce(text: string): void {
    const at = now();
    const recent = at - lastSaidAt < MOMENT ? store.getState().announcements : [];
    lastSaidAt = at;
    if (recent.length > 0 && text === lastSaid) return;
    lastSaid = text;
    lastTurn += 1;
    store.setState({ announcements: [...recent, { text, turn: lastTurn }].slice(-MOST) });
  }
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
      // What was said before it is no repeat behind it.
      lastSaid = notice.text;
      only(({ text, topic }) => text !== notice.text && (topic === undefined || topic !== notice.topic));
      const place = notice.waits === true && dialogs > 0 ? 'held' : 'notices';
      store.setState((state) => ({ [place]: [...state[place], notice].slice(-MOST) }));
    },
    dismiss,
    hold() {
      dialogs += 1;
      store.setState(({ notices, held }) => ({
        notices: [],
        held: [...held, ...notices.map((notice) => ({ ...notice, isTold: true }))].slice(-MOST),
      }));
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
    announce,
    languageChanged() {
      const again = ({ id, wish, isTold = false }: Notice): Notice => ({ ...inWords(id, wish, language), isTold });
      store.setState(({ notices, held }) => ({ notices: notices.map(again), held: held.map(again) }));
    },
    clear() {
      // It may name a habit.
      lastSaid = '';
      store.setState({ notices: [], held: [], announcements: [] });
    },
  };
}
