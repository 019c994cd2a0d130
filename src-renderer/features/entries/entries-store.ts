import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Entry } from '../../../src-shared/contract/entries.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import type { AppError, Result } from '../../../src-shared/result.ts';
import { createAutosave } from './autosave.ts';
import type { Autosave, Draft, EntryChange } from './autosave.ts';
import { carryOver } from './merged-text.ts';
import { createEditorStates } from '../editor/editor-states.ts';
import type { EditorStates } from '../editor/editor-states.ts';
import { createWatch } from './watch.ts';
import type { Watch } from './watch.ts';

/** What takes the focus: the text, ready to be written on; the entry as a whole; the choice of its mood. */
export type EntryPart = 'text' | 'entry' | 'mood';

export interface EntriesState {
  readonly byId: Readonly<Record<string, Entry>>;
  /** Ids of the entries of each day on screen, in the order they were begun. */
  readonly days: Readonly<Record<string, readonly string[]>>;
  /** The writing place that waits on a day: an id that becomes an entry with its first character. */
  readonly blanks: Readonly<Record<string, string>>;
  /** What is not on disk, and what has just come there. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** The entry whose editor takes the focus as soon as it is there. */
  readonly focus: { readonly id: string; readonly part: EntryPart } | null;
  /** Markdown that the entry's editor puts where its caret stands, as soon as it is there. */
  readonly insertion: { readonly id: string; readonly text: string } | null;
}

type OnError = (error: AppError) => void;

export interface Entries {
  readonly store: StoreApi<EntriesState>;
  readonly autosave: Autosave;
  /** Holds the entries of a day while they are on screen. Returns the function that lets go of them, and writes what is unsaved. */
  watchDay(day: string, onError: OnError): () => void;
  /** The same for one entry. */
  watchEntry(id: string, onError: OnError): () => void;
  /** Asks again for everything on screen. */
  reload(): Promise<void>;
  /** A keystroke. */
  edit(id: string, day: string, change: EntryChange): void;
  /** Makes (or finds) the empty writing place of a day. @returns its id */
  blankOf(day: string): string;
  /** The same, and asks for the focus. */
  beginNew(day: string): void;
  /**
   * The writing place of a day takes the focus as soon as the day is there: the blank one, or else the end of the last entry. `blank`:
   * where nothing is written yet only.
   */
  requestDayFocus(day: string, among: 'any' | 'blank'): void;
  requestFocus(id: string, part: EntryPart): void;
  focusTaken(): void;
  /** Has the editor of an entry, or of a place where none is begun yet, take in a text; see `insertMarkdown`. */
  insert(id: string, text: string): void;
  insertionTaken(): void;
  /** What editors left behind; outlasts the screen, and ends with `clear`. */
  readonly editors: EditorStates;
  /**
   * Takes the mood back. An entry without words and without a mood is none: it goes into the trash, and on a day on screen its place
   * waits for another.
   */
  clearMood(id: string, day: string): Promise<Result<unknown>>;
  /** Writes what is unsaved, then removes all of them. Nothing is removed when either fails. */
  remove(ids: readonly string[]): Promise<Result<unknown>>;
  /** @returns how many are back: what was erased meanwhile is not */
  restore(ids: readonly string[]): Promise<Result<number>>;
  /** Gives an entry to another day; the moment it was begun stays. */
  move(id: string, to: string): Promise<Result<unknown>>;
  /** Drops every text that is on disk. What is not stays with the autosave, for the next unlock. */
  clear(): void;
}

/** Entries that one call of the contract takes. */
const MOST_IDS = 1000;

const EMPTY: EntriesState = { byId: {}, days: {}, blanks: {}, drafts: {}, focus: null, insertion: null };

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return rest;
}

function keepWhere<T>(
  record: Readonly<Record<string, T>>,
  isKept: (key: string, value: T) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => isKept(key, value)));
}

/** `newId` makes the id of an entry that begins: a random UUID. */
export function createEntries(client: Client, newId: () => string): Entries {
  const store = createStore<EntriesState>(() => EMPTY);
  const watchedDays = createWatch();
  const watchedIds = createWatch();
  const editors = createEditorStates();
  let dayFocus: { readonly day: string; readonly among: 'any' | 'blank' } | null = null;
  // Answers that were asked for before a lock must not bring texts back after it.
  let epoch = 0;

  // Answered writes are counted, not dated: what another device wrote bears the time of another clock.
  let writes = 0;
  const answeredAs = new Map<string, number>();

  /** @param asOf how many writes were answered when the entries were asked for; a write answered since is newer than what was read */
  function keep(entries: readonly Entry[], asOf = writes): void {
    store.setState(({ byId }) => {
      const newest = (loaded: Entry): Entry =>
        (answeredAs.get(loaded.id) ?? 0) > asOf ? (byId[loaded.id] ?? loaded) : loaded;
      return { byId: { ...byId, ...Object.fromEntries(entries.map((entry) => [entry.id, newest(entry)])) } };
    });
  }

  /** What the text in each editor is based on: the revision that was on screen when it was begun to be changed, or the last one answered. */
  const bases = new Map<string, string>();

  const autosave = createAutosave({
    write: async (id, day, change) => {
      const base = bases.get(id);
      const input = {
        id,
        day,
        ...change,
        ...(change.tags === undefined ? { tags: undefined } : { tags: [...change.tags] }),
      };
      let result = await client.invoke('entries.write', { ...input, ...(base === undefined ? {} : { base }) });
      const held = store.getState().byId[id];
      if (!result.ok && result.error.code === 'not-found' && held !== undefined) {
        // It was erased on another computer while it was changed here. What is here lives on, all of it.
        const { body, mood, title, location, starred, ownTags } = held;
        const whole = { body, mood, title, location, starred, tags: [...ownTags] };
        result = await client.invoke('entries.write', { ...whole, ...input, tags: input.tags ?? whole.tags });
      }
      if (result.ok) {
        writes += 1;
        answeredAs.set(id, writes);
      }
      // A write without a text brings no text along that the editor would have taken over.
      if (result.ok && change.body !== undefined) bases.set(id, result.value.revision);
      return result;
    },
    carryOver: (sent, typed, answered) => carryOver(sent, typed, answered) ?? typed,
    onSaved: (entry) => {
      if (!watchedDays.has(entry.day) && !watchedIds.has(entry.id)) return;
      keep([entry]);
      store.setState(({ days }) => {
        const ids = days[entry.day];
        return ids === undefined || ids.includes(entry.id)
          ? {}
          : { days: { ...days, [entry.day]: [...ids, entry.id] } };
      });
    },
    onDraft: (id, draft) =>
      store.setState(({ byId, drafts }) => ({
        // What was saved behind the screen is nobody's draft any more.
        drafts:
          draft === null || (draft.state === 'saved' && byId[id] === undefined)
            ? without(drafts, id)
            : { ...drafts, [id]: draft },
      })),
  });

  /** True while a writing place has never been written to. */
  function isUnused(id: string): boolean {
    return store.getState().byId[id] === undefined && !autosave.holds(id);
  }

  /** Makes (or finds) the empty writing place of a day. */
  function blankOf(day: string): string {
    const { blanks } = store.getState();
    const waiting = blanks[day];
    const id = waiting !== undefined && isUnused(waiting) ? waiting : newId();
    store.setState({ blanks: { ...blanks, [day]: id } });
    return id;
  }

  function requestFocus(id: string, part: EntryPart): void {
    store.setState({ focus: { id, part } });
  }

  function settleDayFocus(): void {
    if (dayFocus === null) return;
    const { day, among } = dayFocus;
    const { days, blanks, focus } = store.getState();
    const ids = days[day];
    if (ids === undefined) return;
    dayFocus = null;
    const blank = blanks[day];
    // Something on this day was asked for by name.
    if (focus !== null && (focus.id === blank || ids.includes(focus.id))) return;
    const id = blank !== undefined && !ids.includes(blank) ? blank : ids.at(-1);
    if (id !== undefined && (among === 'any' || ids.length === 0)) requestFocus(id, 'text');
  }

  async function loadDay(day: string): Promise<AppError | null> {
    const asked = epoch;
    const asOf = writes;
    const result = await client.invoke('entries.on-day', { day });
    if (asked !== epoch || !watchedDays.has(day)) return null;
    if (!result.ok) return result.error;
    const { entries } = result.value;
    keep(entries, asOf);
    store.setState(({ days, drafts, byId }) => {
      const ids = entries.map((entry) => entry.id);
      // An entry whose first write was answered while this read was under way.
      const begun = (days[day] ?? []).filter(
        (id) => !ids.includes(id) && drafts[id] !== undefined && byId[id] !== undefined,
      );
      return { days: { ...days, [day]: [...ids, ...begun] } };
    });
    if (entries.length === 0 && store.getState().blanks[day] === undefined) blankOf(day);
    settleDayFocus();
    return null;
  }

  async function loadEntry(id: string): Promise<AppError | null> {
    const asked = epoch;
    const asOf = writes;
    const result = await client.invoke('entries.get', { id });
    if (asked !== epoch || !watchedIds.has(id)) return null;
    if (!result.ok) return result.error;
    keep([result.value], asOf);
    return null;
  }

  /** Calls with as many ids as one call of the contract takes. @returns the sum of the answers; a part that fails is the end */
  async function inParts(
    ids: readonly string[],
    call: (part: string[]) => Promise<Result<number>>,
  ): Promise<Result<number>> {
    let sum = 0;
    for (let at = 0; at < ids.length; at += MOST_IDS) {
      const result = await call(ids.slice(at, at + MOST_IDS));
      if (!result.ok) return result;
      sum += result.value;
    }
    return ok(sum);
  }

  /** Lets go of every text that is on disk and not on screen. */
  function dropUnwatched(): void {
    store.setState(({ byId, days, drafts }) => {
      const keptById = keepWhere(byId, (id, entry) => watchedDays.has(entry.day) || watchedIds.has(id));
      return {
        byId: keptById,
        days: keepWhere(days, (day) => watchedDays.has(day)),
        drafts: keepWhere(drafts, (id, draft) => draft.state !== 'saved' || keptById[id] !== undefined),
      };
    });
  }

  function forget(id: string): void {
    autosave.discard(id);
    store.setState(({ byId, days, blanks, drafts }) => ({
      byId: without(byId, id),
      drafts: without(drafts, id),
      days: Object.fromEntries(Object.entries(days).map(([day, ids]) => [day, ids.filter((other) => other !== id)])),
      blanks: keepWhere(blanks, (_, blank) => blank !== id),
    }));
  }

  function watch(
    watched: Watch,
    key: string,
    load: Promise<AppError | null>,
    onError: OnError,
    onLeave: () => void = () => {},
  ) {
    void load.then((error) => {
      if (error !== null) onError(error);
    });
    return () => {
      watched.remove(key);
      void autosave.flush();
      onLeave();
      dropUnwatched();
    };
  }

  function edit(id: string, day: string, change: EntryChange): void {
    const { byId, drafts } = store.getState();
    // Typed and deleted again before it was ever written: there is no entry to begin.
    if (
      byId[id] === undefined &&
      change.body === '' &&
      drafts[id]?.state === 'typing' &&
      Object.keys(drafts[id].unsaved).every((name) => name === 'body')
    ) {
      autosave.discard(id);
      return;
    }
    if (!autosave.holds(id)) {
      const revision = byId[id]?.revision;
      if (revision === undefined) bases.delete(id);
      else bases.set(id, revision);
    }
    autosave.change(id, day, change);
    // One choice, not a stream of keys.
    if (change.mood !== undefined || change.starred !== undefined || change.tags !== undefined) void autosave.flush(id);
  }

  return {
    store,
    autosave,

    blankOf,

    beginNew(day) {
      requestFocus(blankOf(day), 'text');
    },

    watchDay(day, onError) {
      watchedDays.add(day);
      return watch(watchedDays, day, loadDay(day), onError, () => {
        // Nobody comes back to an empty place. One of a day that is not on screen yet was asked for, and waits.
        if (watchedDays.has(day)) return;
        store.setState(({ blanks }) => ({
          blanks: keepWhere(blanks, (other, id) => other !== day || autosave.holds(id)),
        }));
      });
    },

    watchEntry(id, onError) {
      watchedIds.add(id);
      return watch(watchedIds, id, loadEntry(id), onError);
    },

    async reload() {
      await Promise.all([
        ...watchedDays.keys().map((day) => loadDay(day)),
        ...watchedIds.keys().map(async (id) => {
          const error = await loadEntry(id);
          if (error?.code === 'not-found') forget(id);
        }),
      ]);
    },

    edit,

    requestDayFocus(day, among) {
      dayFocus = { day, among };
      settleDayFocus();
    },
    requestFocus,
    focusTaken: () => store.setState({ focus: null }),
    insert: (id, text) => store.setState({ insertion: { id, text } }),
    insertionTaken: () => store.setState({ insertion: null }),
    editors,

    async clearMood(id, day) {
      const isWordless = (): boolean => {
        const { byId, drafts } = store.getState();
        return shownText(byId[id], drafts[id]) === '';
      };
      if (isWordless()) {
        await autosave.flush(id);
        const isWritten = store.getState().byId[id] !== undefined;
        const result = isWritten && isWordless() ? await client.invoke('entries.remove', { ids: [id] }) : ok({});
        if (!result.ok) return result;
      }
      // Words may have come meanwhile; the next write takes the entry out of the trash again.
      if (isWordless()) {
        forget(id);
        if (watchedDays.has(day)) requestFocus(blankOf(day), 'mood');
      } else {
        edit(id, day, { mood: null });
        requestFocus(id, 'mood');
      }
      return ok({});
    },

    async remove(ids) {
      const days = new Set(ids.map((id) => store.getState().byId[id]?.day));
      for (const id of ids) {
        if (await autosave.flush(id)) continue;
        const error = store.getState().drafts[id]?.error;
        if (error) return { ok: false, error };
      }
      const result = await inParts(ids, async (part) => {
        const removed = await client.invoke('entries.remove', { ids: part });
        return removed.ok ? ok(part.length) : removed;
      });
      if (result.ok) {
        for (const id of ids) forget(id);
        const emptied = [...days].find((day) => day !== undefined && store.getState().days[day]?.length === 0);
        if (emptied !== undefined) requestFocus(blankOf(emptied), 'text');
      }
      return result;
    },

    async move(id, to) {
      await autosave.flush(id);
      const result = await client.invoke('entries.write', { id, day: to });
      if (result.ok) {
        forget(id);
        await Promise.all(watchedDays.keys().map((day) => loadDay(day)));
        await Promise.all(watchedIds.keys().map((each) => loadEntry(each)));
      }
      return result;
    },

    async restore(ids) {
      const result = await inParts(ids, async (part) => {
        const answer = await client.invoke('entries.restore', { ids: part });
        return answer.ok ? ok(answer.value.restored) : answer;
      });
      if (result.ok) {
        await Promise.all(watchedDays.keys().map((day) => loadDay(day)));
        // The writing place that stood in for them goes, where nobody has used it.
        store.setState(({ blanks, days }) => ({
          blanks: keepWhere(blanks, (day, blank) => {
            const isBack = days[day]?.some((id) => ids.includes(id)) ?? false;
            return !(isBack && isUnused(blank));
          }),
        }));
      }
      return result;
    },

    clear() {
      epoch += 1;
      answeredAs.clear();
      for (const id of bases.keys()) if (!autosave.holds(id)) bases.delete(id);
      editors.clear();
      dayFocus = null;
      // An id tells nothing; without it, words that were never saved would have no place on their day.
      store.setState({ ...EMPTY, blanks: keepWhere(store.getState().blanks, (_, id) => autosave.holds(id)) });
    },
  };
}

/** What an editor shows of an entry: what is on disk, under what is not there yet. */
export function shownText(entry: Entry | undefined, draft: Draft | undefined): string {
  return draft?.unsaved.body ?? entry?.body ?? '';
}

const NO_TAGS: readonly string[] = [];

/** What an entry says beside its text, with what is not on the disk yet. Equal part by part as long as nothing of it changes. */
export function shownDetails(
  entry: Entry | undefined,
  draft: Draft | undefined,
): Pick<Entry, 'title' | 'location' | 'starred'> & { readonly ownTags: readonly string[] } {
  const unsaved = draft?.unsaved;
  return {
    title: unsaved?.title ?? entry?.title ?? '',
    location: unsaved?.location ?? entry?.location ?? '',
    starred: unsaved?.starred ?? entry?.starred ?? false,
    ownTags: unsaved?.tags ?? entry?.ownTags ?? NO_TAGS,
  };
}

export function shownMood(entry: Entry | undefined, draft: Draft | undefined): Entry['mood'] {
  const mood = draft?.unsaved.mood;
  return mood === undefined ? (entry?.mood ?? null) : mood;
}
