import { useSyncExternalStore } from 'react';
import { useModel, useRoute, useSession } from './model-context.tsx';
import { useFocusKept } from './pane-button.tsx';
import { isListAway, panesOf } from './panes.ts';
import { isSinglePane, onWideWindow } from './wide-window.ts';

/** Whether the list is out of sight, in a room that has a page beside it. `hasPage` false: there is nothing else to see. */
export function useListAway(hasPage: boolean): boolean {
  const { route } = useModel();
  // What it follows from, so that it is asked anew.
  useRoute((state) => state.journalOpen);
  useRoute((state) => state.searchOpen);
  useSyncExternalStore(onWideWindow, isSinglePane);
  const panes = useSession((state) => panesOf(state.settings));
  const isAway = hasPage && isListAway(route.getState(), panes);
  useFocusKept('list', !isAway);
  return isAway;
}
