import type { Notices } from '../../components/notices-store.ts';
import type { Say } from '../../intl/language.ts';
import type { RouteStore } from '../../shell/route.ts';
import type { AppError } from '../../../src-shared/result.ts';
import type { Entries } from './entries-store.ts';
import { shownText } from './entries-store.ts';

export interface Removal {
  /** Removes an entry, offers to take that back, and leaves the focus where one would go on. */
  remove(id: string): Promise<void>;
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

/** The one that comes to stand in the place of another, or else the one before it. */
export function neighbourOf(ids: readonly string[], id: string): string | null {
  const index = ids.indexOf(id);
  return index === -1 ? null : (ids[index + 1] ?? ids[index - 1] ?? null);
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

  async function restore(id: string): Promise<void> {
    const restored = await entries.restore(id);
    if (!restored.ok) {
      showProblem(restored.error);
      return;
    }
    notices.announce(say('entry.restored'));
    if (route.getState().view !== 'today') {
      await reloadList();
      choose(id);
    } else if (entries.store.getState().byId[id] !== undefined) {
      entries.requestFocus(id, 'text');
    }
  }

  async function remove(id: string): Promise<void> {
    const neighbour = neighbourOf(listed(), id);
    const result = await entries.remove(id);
    if (!result.ok) {
      showProblem(result.error);
      return;
    }
    if (route.getState().view !== 'today') {
      choose(neighbour);
      // Where it stood, its neighbour stands now: the row that was asked for is looked up again.
      await reloadList();
      choose(neighbour);
    } else if (neighbour !== null) {
      entries.requestFocus(neighbour, 'entry');
    }
    notices.show({
      tone: 'plain',
      text: say('entry.removed'),
      action: { label: say('entry.undo'), perform: () => void restore(id) },
    });
  }

  return {
    remove,
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
