import { expect, it } from 'vitest';
import { createLanguage } from '../../intl/language.ts';
import { nothingFound } from './nothing-found.ts';

it.each([
  ['ost', 'No entry has a word that begins with “ost”.'],
  ['"ost" ', 'No entry has the word “ost”.'],
  ['frost allot', 'No entry has all of these words: “frost”, “allot”, the last one as a beginning.'],
  ['frost allot ', 'No entry has all of these words: “frost”, “allot”.'],
  ['?!', 'No entry has the word “?!”.'],
])('says of %j what was looked for', (query, sentence) => {
  expect(nothingFound(query, createLanguage('en-GB').say)).toBe(sentence);
});
