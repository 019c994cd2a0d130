import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../src-shared/contract/app.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import { foldWord, isSpellingChecked } from '../../../src-shared/domain/spelling.ts';
import type { AppError } from '../../../src-shared/result.ts';
import { onceAtATime } from '../../bridge/once-at-a-time.ts';
import { WordCache } from './word-cache.ts';
import type { SpellingAnswer, SpellingRequest } from './worker-messages.ts';

/** The worker as the page sees it: tests answer by themselves. */
export interface SpellingWorker {
  post(message: SpellingRequest): void;
  end(): void;
}

export interface SpellingWorkerListeners {
  readonly onAnswer: (answer: SpellingAnswer) => void;
  /** It could not be loaded, or broke. */
  readonly onFailure: () => void;
}

/** A text on the screen, as the command that looks for the next misspelt word sees it. */
export interface SpellingEditor {
  hasFocus(): boolean;
  /** Opens the suggestions for the misspelt word at the caret or the next one; false: there is none. */
  askNext(): Promise<boolean>;
}

export interface SpellingState {
  /** The person's own words; null: not known yet. */
  readonly words: readonly string[] | null;
  /** How many texts on the screen are checked. */
  readonly editors: number;
}

export interface Spelling {
  readonly store: StoreApi<SpellingState>;
  isOn(): boolean;
  /** Undefined: not known yet, `learn` finds out. */
  isCorrect(word: string): boolean | undefined;
  /** Resolves when `isCorrect` knows the words, or `isOn` says no. */
  learn(words: readonly string[]): Promise<void>;
  /** At most five, the likeliest first. */
  suggest(word: string): Promise<readonly string[]>;
  /** Says when words may stand otherwise than before. Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Returns what to call when it leaves the screen. */
  enter(editor: SpellingEditor): () => void;
  noteFocus(editor: SpellingEditor): void;
  hasEditor(): boolean;
  /** The text with the focus first, then the others; false: no word is misspelt. */
  askNext(): Promise<boolean>;
  load(): Promise<void>;
  add(word: string): Promise<AppError | null>;
  remove(word: string): Promise<AppError | null>;
  /** Until the vault is locked or the app ends. */
  ignore(word: string): void;
  follow(settings: Pick<Settings, 'spelling' | 'english'>): void;
  /** The words of the app are in another language now, on which it depends where the person said nothing. */
  languageChanged(): void;
  clear(): void;
}

/** Words of a long life's vocabulary; some 2 MB. */
const KEPT_WORDS = 20_000;
/** How long the dictionary stays in memory with no text on the screen, in milliseconds. */
const LINGER = 60_000;

function startWorker({ onAnswer, onFailure }: SpellingWorkerListeners): SpellingWorker {
  const worker = new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => onAnswer(data));
  worker.addEventListener('error', onFailure);
  return { post: (message) => worker.postMessage(message), end: () => worker.terminate() };
}

/** What the page knows of spelling. Words go to the worker and no further; nothing of them is kept but in the vault. */
export function createSpelling(
  client: Client,
  /** BCP 47, of the words of the app. It is not asked before the vault is open. */
  locale: () => string,
  start: (listeners: SpellingWorkerListeners) => SpellingWorker = startWorker,
): Spelling {
  const store = createStore<SpellingState>(() => ({ words: null, editors: 0 }));
  const cache = new WordCache(KEPT_WORDS);
  const ignored = new Set<string>();
  let own: ReadonlySet<string> = new Set();
  const listeners = new Set<() => void>();
  const editors = new Set<SpellingEditor>();
  const asked = new Map<number, (words: readonly string[] | null) => void>();
  let settings: Pick<Settings, 'spelling' | 'english'> = { spelling: false, english: 'either' };
  let worker: SpellingWorker | null = null;
  // A worker that could not be started is not started again and again; the switch tries once more.
  let isBroken = false;
  let lastId = 0;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function stopWorker(): void {
    clearTimeout(lingering);
    worker?.end();
    worker = null;
    for (const answer of asked.values()) answer(null);
    asked.clear();
  }

  function setWords(words: readonly string[] | null): void {
    store.setState({ words });
    own = new Set(words?.map(foldWord));
    worker?.post({ type: 'own', words: words ?? [] });
    tell();
  }

  const isOn = (): boolean =>
    !isBroken && store.getState().words !== null && isSpellingChecked(settings.spelling, locale());

  function running(): SpellingWorker {
    if (worker !== null) return worker;
    const started = start({
      onAnswer: ({ id, words }) => {
        asked.get(id)?.(words);
        asked.delete(id);
      },
      onFailure: () => {
        isBroken = true;
        stopWorker();
        tell();
      },
    });
    started.post({ type: 'open', english: settings.english });
    started.post({ type: 'own', words: store.getState().words ?? [] });
    worker = started;
    return started;
  }

  /** Null: the worker went before it answered. */
  function ask(message: (id: number) => SpellingRequest): Promise<readonly string[] | null> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      asked.set(id, resolve);
      running().post(message(id));
    });
  }

  /** A name stands for its possessive too: `Anna`, `Anna’s`. */
  const isOwn = (word: string): boolean => {
    const folded = foldWord(word);
    const bare = folded.replace(/'s$/u, '');
    return own.has(folded) || own.has(bare) || ignored.has(folded) || ignored.has(bare);
  };

  /** On the screen at once; taken back where the vault refuses. */
  async function change(channel: 'spelling.add' | 'spelling.remove', word: string): Promise<AppError | null> {
    const before = store.getState().words ?? [];
    const others = before.filter((other) => foldWord(other) !== foldWord(word));
    setWords(channel === 'spelling.add' ? [...others, word] : others);
    const result = await client.invoke(channel, { word });
    if (result.ok) return null;
    if (store.getState().words !== null) setWords(before);
    return result.error;
  }

  return {
    store,
    isOn,
    isCorrect: (word) => (isOwn(word) ? true : cache.get(word)),
    async learn(words) {
      if (!isOn()) return;
      const wrong = await ask((id) => ({ type: 'check', id, words }));
      if (wrong === null) return;
      const isWrong = new Set(wrong);
      for (const word of words) cache.set(word, !isWrong.has(word));
    },
    suggest: async (word) => (isOn() ? ((await ask((id) => ({ type: 'suggest', id, word }))) ?? []) : []),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    enter(editor) {
      clearTimeout(lingering);
      editors.add(editor);
      store.setState({ editors: editors.size });
      return () => {
        editors.delete(editor);
        store.setState({ editors: editors.size });
        if (editors.size === 0) lingering = setTimeout(stopWorker, LINGER);
      };
    },
    noteFocus(editor) {
      if (!editors.delete(editor)) return;
      editors.add(editor);
    },
    hasEditor: () => isOn() && editors.size > 0,
    async askNext() {
      // The one that had the focus last stands last.
      const order = [...editors]
        .toReversed()
        .toSorted((one, other) => Number(other.hasFocus()) - Number(one.hasFocus()));
      for (const editor of order) {
        if (await editor.askNext()) return true;
      }
      return false;
    },
    load: onceAtATime(async () => {
      const result = await client.invoke('spelling.words', {});
      if (result.ok) setWords(result.value.words);
    }),
    add: (word) => change('spelling.add', word),
    remove: (word) => change('spelling.remove', word),
    ignore(word) {
      ignored.add(foldWord(word));
      tell();
    },
    follow(next) {
      if (next.spelling === settings.spelling && next.english === settings.english) return;
      settings = { spelling: next.spelling, english: next.english };
      isBroken = false;
      stopWorker();
      cache.clear();
      tell();
    },
    languageChanged() {
      if (settings.spelling !== null) return;
      stopWorker();
      tell();
    },
    clear() {
      stopWorker();
      cache.clear();
      ignored.clear();
      setWords(null);
    },
  };
}
