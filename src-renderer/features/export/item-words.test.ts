import { expect, it } from 'vitest';
import { createEnglish } from '../../testing/english.ts';
import { itemWords } from './item-words.ts';

it.each([
  ['2026-11-25', null, null, '25 November 2026'],
  ['2026-11-25', 'letter.pdf', 'pdf', '25 November 2026, letter.pdf'],
  // As Day One names its files.
  ['2016-01-18', '9d1b1d7c2a4f4c0e8b1f0a5c6d7e8f90.mov', 'video', '18 January 2016, video'],
  ['2016-01-18', '9d1b1d7c-2a4f-4c0e-8b1f-0a5c6d7e8f90', 'recording', '18 January 2016, recording'],
  [null, 'deadbeef', null, 'deadbeef'],
  [null, 'Read', null, 'Read'],
] as const)('%s %s is called in words', (day, name, file, words) =>
  expect(itemWords({ day, name, file }, createEnglish('en-GB'))).toBe(words),
);
