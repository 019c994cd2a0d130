import type { Habit } from '../../../../src-shared/contract/habits.ts';

export const SORTS = ['hand', 'name', 'strength', 'time'] as const;
export type Sort = (typeof SORTS)[number];

export type OverviewRow =
  /** `group` empty: of those without one. */
  | { readonly type: 'group'; readonly group: string; readonly count: number; readonly isOpen: boolean }
  | { readonly type: 'habit'; readonly habit: Habit };

const TIMES = ['morning', 'afternoon', 'evening', 'any'] as const satisfies readonly Habit['timeOfDay'][];

/** Habits by their groups, in the order of each group's first habit; those without a group are one too. */
export function sectionsOf(habits: readonly Habit[]): ReadonlyMap<string, readonly Habit[]> {
  const sections = new Map<string, Habit[]>();
  for (const habit of habits) sections.set(habit.group, [...(sections.get(habit.group) ?? []), habit]);
  return sections;
}

/** As they stand below each other: habits of one group together. */
export function inSections(habits: readonly Habit[]): Habit[] {
  return [...sectionsOf(habits).values()].flat();
}

function sorted(
  habits: readonly Habit[],
  sort: Sort,
  strengths: ReadonlyMap<string, number>,
  locale: string,
): readonly Habit[] {
  switch (sort) {
    case 'hand':
      return habits;
    case 'name': {
      const { compare } = new Intl.Collator(locale, { numeric: true });
      return habits.toSorted((a, b) => compare(a.name, b.name));
    }
    case 'strength':
      return habits.toSorted((a, b) => (strengths.get(b.id) ?? 0) - (strengths.get(a.id) ?? 0));
    case 'time':
      return habits.toSorted((a, b) => TIMES.indexOf(a.timeOfDay) - TIMES.indexOf(b.timeOfDay));
  }
}

export interface RowsQuestion {
  /** In their order by hand. */
  readonly habits: readonly Habit[];
  readonly sort: Sort;
  /** By id, 0 to 1. */
  readonly strengths: ReadonlyMap<string, number>;
  /** Groups that are folded up. */
  readonly closed: ReadonlySet<string>;
  readonly locale: string;
}

/** The rows of the grid. Groups keep their places whatever the order inside; where no habit has one, there are no headings. */
export function overviewRows({ habits, sort, strengths, closed, locale }: RowsQuestion): OverviewRow[] {
  const sections = sectionsOf(habits);
  const hasGroups = [...sections.keys()].some((group) => group !== '');
  const rows: OverviewRow[] = [];
  for (const [group, members] of sections) {
    const isOpen = !hasGroups || !closed.has(group);
    if (hasGroups) rows.push({ type: 'group', group, count: members.length, isOpen });
    if (!isOpen) continue;
    for (const habit of sorted(members, sort, strengths, locale)) rows.push({ type: 'habit', habit });
  }
  return rows;
}

/** An order, and the groups of those that were moved into another. */
export interface Arranged {
  readonly ids: readonly string[];
  readonly groups: ReadonlyMap<string, string>;
}

/** The habits as they are to stand. What is not in the order stays behind. */
export function inOrder(habits: readonly Habit[], arranged: Arranged | null): readonly Habit[] {
  if (arranged === null) return habits;
  const rank = new Map(arranged.ids.map((id, index) => [id, index]));
  const rankOf = ({ id }: Habit): number => rank.get(id) ?? arranged.ids.length;
  return habits
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((habit) => ({ ...habit, group: arranged.groups.get(habit.id) ?? habit.group }));
}

export interface Arrangement {
  /** All habits that are not archived, in their new order. */
  readonly ids: readonly string[];
  /** The group the moved one is in now. */
  readonly group: string;
}

/** The order that rows stand for; a folded group's members come behind its heading. */
function readOff(habits: readonly Habit[], rows: readonly OverviewRow[], moved: Habit): Arrangement {
  const sections = sectionsOf(habits);
  const ids: string[] = [];
  let group: string | null = null;
  let movedTo = moved.group;
  for (const row of rows) {
    if (row.type === 'habit') {
      ids.push(row.habit.id);
      if (row.habit.id === moved.id) movedTo = group ?? moved.group;
      continue;
    }
    group = row.group;
    if (row.isOpen) continue;
    for (const { id } of sections.get(group) ?? []) if (id !== moved.id) ids.push(id);
  }
  return { ids, group: movedTo };
}

/**
 * Puts a habit before the row at `index` of `rows`, which are in the order by hand (`rows.length`: behind the last). Before a group's heading is behind the last
 * of the group above it; nothing goes before the first heading. Null: it stands there already.
 */
export function arrangedBefore(
  habits: readonly Habit[],
  rows: readonly OverviewRow[],
  id: string,
  index: number,
): Arrangement | null {
  const from = rows.findIndex((row) => row.type === 'habit' && row.habit.id === id);
  const row = rows[from];
  if (row?.type !== 'habit') return null;
  const least = rows[0]?.type === 'group' ? 1 : 0;
  const place = Math.max(least, Math.min(index, rows.length));
  const at = place > from ? place - 1 : place;
  return at === from ? null : readOff(habits, rows.toSpliced(from, 1).toSpliced(at, 0, row), row.habit);
}

/** Moves a habit by one row, over the edge of its group into the next. Null: there is nowhere to go. */
export function arrangedBy(
  habits: readonly Habit[],
  rows: readonly OverviewRow[],
  id: string,
  by: 1 | -1,
): Arrangement | null {
  const from = rows.findIndex((row) => row.type === 'habit' && row.habit.id === id);
  if (from < 0 || (by === 1 && from === rows.length - 1)) return null;
  return arrangedBefore(habits, rows, id, by === 1 ? from + 2 : from - 1);
}
