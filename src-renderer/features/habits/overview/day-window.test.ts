import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayOfNumber, daysBetween } from '../../../../src-shared/domain/day.ts';
import { BLOCK_DAYS, blockOf, blocksOf, columnsIn, lastShowing, lastShown, rangeOfBlock } from './day-window.ts';

const aDay = fc.integer({ min: 0, max: 40_000 }).map(dayOfNumber);
const aCount = fc.integer({ min: 1, max: 120 });

it('holds every day in exactly one block, and asks for no more than the contract answers', () => {
  expect(BLOCK_DAYS).toBeLessThanOrEqual(400);
  fc.assert(
    fc.property(aDay, (day) => {
      const { from, to } = rangeOfBlock(blockOf(day));
      expect(from <= day && day <= to).toBe(true);
      expect(daysBetween(from, to) + 1).toBe(BLOCK_DAYS);
      expect(blockOf(addDays(to, 1))).toBe(blockOf(day) + 1);
    }),
  );
});

it('covers a window of days with blocks, without a hole', () => {
  fc.assert(
    fc.property(aDay, aCount, (last, count) => {
      const from = addDays(last, 1 - count);
      const blocks = blocksOf(from, last);
      expect(rangeOfBlock(blocks[0]!).from <= from).toBe(true);
      expect(rangeOfBlock(blocks.at(-1)!).to >= last).toBe(true);
      expect(blocks).toEqual(blocks.map((_, index) => blocks[0]! + index));
    }),
  );
});

it('brings a day into sight by moving no more than it must, and never shows what is still to come', () => {
  fc.assert(
    fc.property(aDay, aDay, aDay, aCount, (day, last, today, count) => {
      fc.pre(day <= today && last <= today && daysBetween('1970-01-01', day) >= count);
      const shown = lastShowing(day, last, count, today);
      const first = addDays(shown, 1 - count);
      expect(first <= day && day <= shown && shown <= today).toBe(true);
      const isInSight = addDays(last, 1 - count) <= day && day <= last;
      expect(shown).toBe(isInSight ? last : shown);
    }),
  );
});

it('ends between the first days there are and the present one', () => {
  expect(lastShown('2030-01-01', 20, '2026-11-22')).toBe('2026-11-22');
  expect(lastShown('0002-01-01', 20, '2026-11-22')).toBe('1970-01-20');
  expect(lastShown('2026-03-03', 20, '2026-11-22')).toBe('2026-03-03');
});

it('shows as many days as fit, and one where none does', () => {
  expect(columnsIn(899)).toBe(29);
  expect(columnsIn(0)).toBe(1);
});
