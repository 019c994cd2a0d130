import type { JournalRow } from './journal-rows.ts';

/** Entries that one action is to be about. */
export interface Selection {
  /** Rows show whether they are selected, and a click selects. */
  readonly isOn: boolean;
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
}

export const NO_SELECTION: Selection = { isOn: false, ids: new Set(), anchor: null };

export function begin(): Selection {
  return { ...NO_SELECTION, isOn: true };
}

/** Selects one, or takes it out. */
export function toggle({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { isOn: true, ids: next, anchor: id };
}

/** Selects all from the anchor (without one: from `from`) to `id`, and nothing else. `order`: all ids as the list has them. */
export function extend({ anchor }: Selection, order: readonly string[], from: string, id: string): Selection {
  const start = anchor !== null && order.includes(anchor) ? anchor : from;
  const [first, last] = [order.indexOf(start), order.indexOf(id)].toSorted((a, b) => a - b);
  return { isOn: true, ids: new Set(order.slice(Math.max(first!, 0), last! + 1)), anchor: start };
}

export function all(order: readonly string[]): Selection {
  return { isOn: true, ids: new Set(order), anchor: order[0] ?? null };
}

/** Without what is not in the list any more. */
export function within(selection: Selection, rows: readonly JournalRow[]): Selection {
  if (selection.ids.size === 0) return selection;
  const known = new Set(rows.map(({ entry }) => entry.id));
  const ids = new Set([...selection.ids].filter((id) => known.has(id)));
  return ids.size === selection.ids.size ? selection : { ...selection, ids };
}
