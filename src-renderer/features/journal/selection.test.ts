import { describe, expect, it } from 'vitest';
import type { JournalRow } from './journal-rows.ts';
import { all, begin, extend, NO_SELECTION, toggle, within } from './selection.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }): string => [...selection.ids].toSorted().join('');

const rows = (...names: string[]): JournalRow[] => names.map((id) => ({ entry: { id } }) as JournalRow);

describe('a selection', () => {
  it('takes one and gives it back', () => {
    const one = toggle(begin(), 'b');
    expect([one.isOn, ids(one), ids(toggle(one, 'b')), ids(toggle(one, 'd'))]).toEqual([true, 'b', '', 'bd']);
  });

  it('reaches from where it was begun, up and down, and shrinks again', () => {
    const begun = toggle(NO_SELECTION, 'c');
    const down = extend(begun, order, 'c', 'e');
    expect(ids(down)).toBe('cde');
    expect(ids(extend(down, order, 'e', 'd'))).toBe('cd');
    expect(ids(extend(down, order, 'e', 'a'))).toBe('abc');
  });

  it('begins at the row that one is on where nothing was begun, or what was begun is gone', () => {
    expect(ids(extend(NO_SELECTION, order, 'b', 'c'))).toBe('bc');
    expect(ids(extend(toggle(begin(), 'x'), order, 'd', 'e'))).toBe('de');
  });

  it('takes all, and lets go of what has left the list', () => {
    expect(ids(all(order))).toBe('abcde');
    expect(ids(within(all(order), rows('b', 'd')))).toBe('bd');
    const kept = all(order);
    expect(within(kept, rows(...order))).toBe(kept);
  });
});
