import type { Notices } from '../../components/notices-store.ts';
import type { Say } from '../../intl/language.ts';
import type { RouteStore } from '../../shell/route.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Entries } from './entries-store.ts';
import { shownText } from './entries-store.ts';

export interface Removal {
  /** Removes an entry, offers to take that back, and leaves the focus where one would go on. */
  remove(id: string): Promise<void>;
  /** The same for several, without asking: whoever calls it has asked. */
  removeAll(ids: readonly string[]): Promise<void>;
  /** The same, where an entry has nothing but the mood that is cleared. */
  clearMood(id: string, day: string): Promise<void>;
}

export interface RemovalOptions {
  readonly entries: Entries;
  readonly notices: Notices;
  readonly route: RouteStore;
  /** Ids of the entries in the list of the present room, in its order. */
  readonly listed: () => readonly string[];
  /** Asks for the list of the present room again. */
  readonly reloadList: () => Promise<void>;
  readonly say: Say;
  readonly showProblem: (error: AppError) => void;
}

/** The one that comes to stand in the place of others, or else the one before them. */
export function neighbourOf(ids: readonly string[], ...gone: readonly string[]): string | null {
  const places = gone.map((id) => ids.indexOf(id)).filter((index) => index !== -1);
  if (places.length === 0) return null;
  const isLeft = (id: string): boolean => !gone.includes(id);
  return ids.slice(Math.max(...places)).find(isLeft) ?? ids.slice(0, Math.max(...places)).findLast(isLeft) ?? null;
}

export function createRemoval({
  entries,
  notices,
  route,
  listed,
  reloadList,
  say,
  showProblem,
}: RemovalOptions): Removal {
  /** Shows another entry, or none, beside its list. The list itself comes back where only one of the two has room. */
  function choose(id: string | null): void {
    const { view } = route.getState();
    if (view === 'journal') route.setState({ journalEntry: id, journalOpen: false, focusRow: id });
    if (view === 'search') route.setState({ searchEntry: id, searchOpen: false, focusRow: id });
  }

  /** Counts removals and what takes them back: the last one says where the focus goes. */
  let turn = 0;

  async function restore(ids: readonly string[]): Promise<void> {
    turn += 1;
    const restored = await entries.restore(ids);
    if (!restored.ok) {
      showProblem(restored.error);
      return;
    }
    const back = restored.value;
    if (back < ids.length) {
      notices.show({
        tone: 'plain',
        text: (spoken) => spoken.say('entry.restoredSome', { count: back, total: ids.length }),
        action: null,
      });
    } else notices.announce(say('entry.restored', { count: back }));
    const [first] = ids;
    if (first === undefined) return;
    if (route.getState().view !== 'today') {
      await reloadList();
      choose(first);
    } else if (entries.store.getState().byId[first] !== undefined) {
      entries.requestFocus(first, 'text');
    }
  }

  async function removeAll(ids: readonly string[]): Promise<void> {
    const neighbour = neighbourOf(listed(), ...ids);
    const result = await entries.remove(ids);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    // At once: a hand that is as fast as the removal takes it back before the list is drawn anew.
    notices.show({
      tone: 'plain',
      text: (spoken) => spoken.say('entry.removed', { count: ids.length }),
      action: { label: (spoken) => spoken.say('entry.undo'), perform: () => void restore(ids) },
    });
    const mine = (turn += 1);
    if (route.getState().view !== 'today') {
      choose(neighbour);
      // Where they stood, their neighbour stands now: the row that was asked for is looked up again.
      await reloadList();
      if (mine === turn) choose(neighbour);
    } else if (neighbour !== null) {
      entries.requestFocus(neighbour, 'entry');
    }
  }

  const remove = (id: string): Promise<void> => removeAll([id]);

  return {
    remove,
    removeAll,
    async clearMood(id, day) {
      const { byId, drafts } = entries.store.getState();
      // Beside a list there is no place that could stay empty.
      if (route.getState().view !== 'today' && shownText(byId[id], drafts[id]) === '') {
        await remove(id);
        return;
      }
      const result = await entries.clearMood(id, day);
      if (!result.ok) showProblem(result.error);
    },
  };
}
