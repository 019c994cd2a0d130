import type { ActionId } from './definitions.ts';

/** As many as the list of all commands shows first. */
export const MOST_RECENT_ACTIONS = 6;

/** Behind one more that was chosen: newest first, each once. */
export function withRecent(action: ActionId, recent: readonly ActionId[]): ActionId[] {
  return [action, ...recent.filter((id) => id !== action)].slice(0, MOST_RECENT_ACTIONS);
}
