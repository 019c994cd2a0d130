import { describe, expect, it } from 'vitest';
import { placeByKey } from './grid-keys.ts';
import type { Column, GridSize, Place } from './grid-keys.ts';

const SIZE: GridSize = {
  rows: 5,
  first: '2026-11-01',
  last: '2026-11-20',
  count: 20,
  today: '2026-11-22',
  begin: '2017-02-03',
  isHeading: (row) => row === 0 || row === 3,
};

function press(row: number, column: Column, key: string, more: { isMod?: true; isShift?: true } = {}): Place | null {
  return placeByKey({ row, column }, { key, isMod: false, isShift: false, ...more }, SIZE);
}

describe('the keys of the grid', () => {
  it('walk from cell to cell, from the first day in sight to what stands before it, and on behind the last', () => {
    expect(press(1, '2026-11-02', 'ArrowLeft')).toEqual({ row: 1, column: '2026-11-01' });
    expect(press(1, '2026-11-01', 'ArrowLeft')).toEqual({ row: 1, column: 'more' });
    expect(press(1, 'more', 'ArrowLeft')).toEqual({ row: 1, column: 'name' });
    expect(press(1, 'name', 'ArrowLeft')).toEqual({ row: 1, column: 'name' });
    expect(press(1, 'name', 'ArrowRight')).toEqual({ row: 1, column: 'more' });
    expect(press(1, 'more', 'ArrowRight')).toEqual({ row: 1, column: '2026-11-01' });
    expect(press(1, '2026-11-20', 'ArrowRight')).toEqual({ row: 1, column: '2026-11-21' });
    expect(press(1, '2026-11-22', 'ArrowRight')).toEqual({ row: 1, column: '2026-11-22' });
  });

  it('keep the day over a heading, which is one cell', () => {
    expect(press(2, '2026-11-05', 'ArrowDown')).toEqual({ row: 3, column: '2026-11-05' });
    expect(press(3, '2026-11-05', 'ArrowDown')).toEqual({ row: 4, column: '2026-11-05' });
    expect(press(3, '2026-11-05', 'ArrowRight')).toBeNull();
    expect(press(0, 'name', 'ArrowUp')).toEqual({ row: 0, column: 'name' });
    expect(press(4, 'name', 'ArrowDown')).toEqual({ row: 4, column: 'name' });
  });

  it('go to the first known day, the present one, the name and the corners', () => {
    expect(press(1, '2026-11-05', 'Home')).toEqual({ row: 1, column: '2017-02-03' });
    expect(press(1, '2017-02-03', 'Home')).toEqual({ row: 1, column: 'name' });
    expect(press(1, '2017-02-03', 'End')).toEqual({ row: 1, column: '2026-11-22' });
    expect(press(3, '2026-11-05', 'Home', { isMod: true })).toEqual({ row: 0, column: 'name' });
    expect(press(1, 'name', 'End', { isMod: true })).toEqual({ row: 4, column: '2026-11-22' });
    expect(press(1, '2026-11-05', 'ArrowLeft', { isMod: true })).toEqual({ row: 1, column: 'name' });
  });

  it('turn pages, and years, with the cell where it was on the screen', () => {
    expect(press(1, '2026-11-05', 'PageUp')).toEqual({ row: 1, column: '2026-10-16', shift: -20 });
    expect(press(1, '2026-11-05', 'PageDown')).toEqual({ row: 1, column: '2026-11-07', shift: 2 });
    expect(press(1, '2026-11-05', 'PageUp', { isShift: true })).toEqual({ row: 1, column: '2025-11-05', shift: -365 });
    expect(press(1, 'name', 'PageUp')).toEqual({ row: 1, column: 'name', shift: -20 });
  });

  it('are nobody else’s', () => {
    expect(press(1, 'name', 'a')).toBeNull();
    expect(press(1, 'name', 'PageUp', { isMod: true })).toBeNull();
  });
});
