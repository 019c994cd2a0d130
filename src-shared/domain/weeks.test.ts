import { expect, it } from 'vitest';
import { firstWeekdayOf } from './weeks.ts';

it('weeks begin as the locale has it', () => {
  expect(['en-GB', 'en-US', 'de-AT', 'ar-EG'].map(firstWeekdayOf)).toEqual([1, 7, 1, 6]);
});
