/** A text and what is selected in it, in UTF-16 units as a text field counts. */
export interface TextState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The undo history of one text. Chromium's own belongs to the whole page, and would change a text that nobody is in. */
export interface TextHistory {
  /** What is there right before a change, or before an input method begins to compose one: the place undo returns to. */
  before(now: TextState): void;
  /** A change, at a moment in milliseconds. `composing`: the characters of an input method, which are one step. */
  record(after: TextState, at: number, composing: boolean): void;
  /** The state before the last step; null where there is none, or where the text has changed behind this history. */
  undo(text: string): TextState | null;
  redo(text: string): TextState | null;
}

/** Milliseconds without typing after which another step begins. */
const PAUSE = 1000;
const MOST_STEPS = 400;
/** Characters held for one text: every step holds the whole text. */
const MOST_CHARACTERS = 4_000_000;
const MOST_TEXTS = 40;

type Kind = 'insert' | 'delete' | 'compose' | 'other';

interface Change {
  readonly kind: Kind;
  readonly at: number;
  /** The last character that was typed. */
  readonly typed: string;
}

/** What was typed or taken away between two texts, where that is one character at one place. */
function changeBetween(before: string, after: string, composing: boolean, at: number): Change {
  if (composing) return { kind: 'compose', at, typed: '' };
  let prefix = 0;
  const shorter = Math.min(before.length, after.length);
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix += 1;
  const removed = before.slice(prefix, before.length - suffix);
  const inserted = after.slice(prefix, after.length - suffix);
  const isOne = (characters: string): boolean => [...characters].length === 1;
  if (removed === '' && isOne(inserted)) return { kind: 'insert', at, typed: inserted };
  if (inserted === '' && isOne(removed)) return { kind: 'delete', at, typed: '' };
  return { kind: 'other', at, typed: '' };
}

/** Whether a change belongs to the step of the one before it: the same word, typed or deleted without a pause. */
function continues(last: Change | null, change: Change): boolean {
  if (last === null || last.kind !== change.kind || change.kind === 'other') return false;
  if (change.kind === 'compose') return true;
  const beginsWord = /\s/u.test(last.typed) && !/\s/u.test(change.typed);
  return !beginsWord && change.at - last.at <= PAUSE;
}

export function createTextHistory(): TextHistory {
  let past: TextState[] = [];
  let future: TextState[] = [];
  let present: TextState | null = null;
  let last: Change | null = null;

  function forgetOldest(): void {
    let characters = 0;
    const kept = past.findLastIndex((state, index) => {
      characters += state.text.length;
      return past.length - index > MOST_STEPS || characters > MOST_CHARACTERS;
    });
    past = past.slice(kept + 1);
  }

  function step(text: string, from: TextState[], to: TextState[]): TextState | null {
    if (present === null || present.text !== text) return null;
    const next = from.pop();
    if (next === undefined) return null;
    to.push(present);
    present = next;
    last = null;
    return next;
  }

  return {
    before(now) {
      if (present === null || present.text !== now.text) {
        past = [];
        future = [];
        last = null;
      } else if (last?.kind === 'compose' || present.start !== now.start || present.end !== now.end) {
        // The caret went elsewhere, or another word is composed: that is another step.
        last = null;
      }
      present = now;
    },
    record(after, at, composing) {
      if (present === null || present.text === after.text) return;
      const change = changeBetween(present.text, after.text, composing, at);
      if (!continues(last, change)) {
        past.push(present);
        forgetOldest();
      }
      future = [];
      present = after;
      last = change;
    },
    undo: (text) => step(text, past, future),
    redo: (text) => step(text, future, past),
  };
}

export interface TextHistories {
  /** The history of one text, begun at the first call. */
  of(id: string): TextHistory;
  clear(): void;
}

/** The histories of the texts that were last written in. */
export function createTextHistories(): TextHistories {
  const histories = new Map<string, TextHistory>();
  return {
    of(id) {
      const history = histories.get(id) ?? createTextHistory();
      histories.delete(id);
      histories.set(id, history);
      const [oldest] = histories.keys();
      if (histories.size > MOST_TEXTS && oldest !== undefined) histories.delete(oldest);
      return history;
    },
    clear: () => histories.clear(),
  };
}
