import { expect, it } from 'vitest';
import { firstWeekdayOf } from './weeks.ts';

it('weeks begin as the locale has it', () => {
  expect(['en-GB', 'en-US', 'de', 'de-DE', 'de-AT', 'de-US', 'ar-EG'].map(firstWeekdayOf)).toEqual([
    1, 7, 1, 1, 1, 7, 6,
  ]);
});
