import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { arrangedBefore, arrangedBy, inSections, overviewRows } from './rows.ts';
import type { OverviewRow, Sort } from './rows.ts';

function habit(id: string, group = '', more: Partial<Habit> = {}): Habit {
  return {
    id,
    name: id,
    question: '',
    description: '',
    kind: { type: 'yes-no' },
    schedule: { type: 'daily' },
    startDay: '2026-01-01',
    endDay: null,
    group,
    timeOfDay: 'any',
    icon: '',
    colour: 'leaf',
    reminders: [],
    archived: false,
    archivedOn: null,
    position: 0,
    ...more,
  };
}

function rowsOf(habits: readonly Habit[], closed: readonly string[] = [], sort: Sort = 'hand'): OverviewRow[] {
  const strengths = new Map(habits.map(({ id }, index) => [id, index / habits.length]));
  return overviewRows({ habits, sort, strengths, closed: new Set(closed), locale: 'en-GB' });
}

const shown = (rows: readonly OverviewRow[]): string[] =>
  rows.map((row) => (row.type === 'group' ? `[${row.group} ${String(row.count)}]` : row.habit.id));

const GROUPED = [habit('a', 'Body'), habit('b', 'Mind'), habit('c', 'Body'), habit('d')];

describe('the rows', () => {
  it('have headings where there are groups, in the order of their first habits', () => {
    expect(shown(rowsOf(GROUPED))).toEqual(['[Body 2]', 'a', 'c', '[Mind 1]', 'b', '[ 1]', 'd']);
    expect(shown(rowsOf(GROUPED, ['Body']))).toEqual(['[Body 2]', '[Mind 1]', 'b', '[ 1]', 'd']);
    expect(shown(rowsOf([habit('b'), habit('a')]))).toEqual(['b', 'a']);
  });

  it('can be sorted inside their groups', () => {
    const habits = [habit('Ä10'), habit('a9'), habit('B', '', { timeOfDay: 'morning' })];
    expect(shown(rowsOf(habits, [], 'name'))).toEqual(['a9', 'Ä10', 'B']);
    expect(shown(rowsOf(habits, [], 'strength'))).toEqual(['B', 'a9', 'Ä10']);
    expect(shown(rowsOf(habits, [], 'time'))).toEqual(['B', 'Ä10', 'a9']);
  });
});

describe('the order by hand', () => {
  const rows = rowsOf(GROUPED);

  it('moves by one row, and over the edge of a group into the next', () => {
    expect(arrangedBy(GROUPED, rows, 'a', 1)).toEqual({ ids: ['c', 'a', 'b', 'd'], group: 'Body' });
    expect(arrangedBy(GROUPED, rows, 'c', 1)).toEqual({ ids: ['a', 'c', 'b', 'd'], group: 'Mind' });
    expect(arrangedBy(GROUPED, rows, 'b', -1)).toEqual({ ids: ['a', 'c', 'b', 'd'], group: 'Body' });
    expect(arrangedBy(GROUPED, rows, 'd', -1)).toEqual({ ids: ['a', 'c', 'b', 'd'], group: 'Mind' });
    expect(arrangedBy(GROUPED, rows, 'a', -1)).toBeNull();
    expect(arrangedBy(GROUPED, rows, 'd', 1)).toBeNull();
  });

  it('takes what is dropped on a heading that is folded up at the end of that group', () => {
    const folded = rowsOf(GROUPED, ['Body']);
    expect(arrangedBefore(GROUPED, folded, 'd', 1)).toEqual({ ids: ['a', 'c', 'd', 'b'], group: 'Body' });
  });

  it('changes nothing where a habit is dropped where it stands', () => {
    expect(arrangedBefore(GROUPED, rows, 'a', 1)).toBeNull();
    expect(arrangedBefore(GROUPED, rows, 'a', 2)).toBeNull();
    expect(arrangedBefore(GROUPED, rows, 'a', 0)).toBeNull();
  });

  it('loses nobody, and puts the moved one where it was dropped', () => {
    const aHabit = fc.record({ group: fc.constantFrom('', 'Body', 'Mind') });
    fc.assert(
      fc.property(
        fc.array(aHabit, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        fc.subarray(['Body', 'Mind']),
        (drawn, which, where, closed) => {
          const habits = drawn.map(({ group }, index) => habit(`h${String(index)}`, group));
          const before = rowsOf(habits, closed);
          const movable = before.flatMap((row) => (row.type === 'habit' ? [row.habit] : []));
          fc.pre(movable.length > 0);
          const moved = movable[which % movable.length]!;
          const index = where % (before.length + 1);
          const arrangement = arrangedBefore(habits, before, moved.id, index);
          if (arrangement === null) return;
          expect(arrangement.ids.toSorted()).toEqual(habits.map(({ id }) => id).toSorted());
          const after = inSections(
            arrangement.ids.map((id) => {
              const known = habits.find((each) => each.id === id)!;
              return id === moved.id ? { ...known, group: arrangement.group } : known;
            }),
          );
          // What is written is what is shown.
          expect(after.map(({ id }) => id)).toEqual(arrangement.ids);
        },
      ),
    );
  });
});
