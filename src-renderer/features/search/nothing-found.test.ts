import { expect, it } from 'vitest';
import { createEnglish } from '../../testing/english.ts';
import { nothingFound } from './nothing-found.ts';

it.each([
  ['ost', 'No entry has “ost” in it.'],
  ['frost "two words"', 'No entry has all of these: “frost” and “two words”.'],
  ['frost is:starred', 'No entry that the filters let through has “frost” in it.'],
  ['tag:x -rain', 'No entry fits these filters.'],
  ['?!', 'No entry has “?!” in it.'],
])('says of %j what was looked for', (query, sentence) => {
  expect(nothingFound(query, createEnglish('en-GB'))).toBe(sentence);
});
