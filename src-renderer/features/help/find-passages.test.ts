import { describe, expect, it } from 'vitest';
import { de } from '../../intl/de.ts';
import { en } from '../../intl/en.ts';
import { createLanguage } from '../../intl/language.ts';
import { parseSearch } from '../../../src-shared/domain/search-query.ts';
import { createEnglish } from '../../testing/english.ts';
import { findPassages } from './find-passages.ts';
import { HELP_PASSAGES, MARKS, SEARCH_EXAMPLES, WORDS_OF_PART } from './passages.ts';

const { say } = createEnglish();

describe('the help', () => {
  it('is found by words that stand in it, or begin one', () => {
    expect(findPassages('streng', say)).toEqual(['habits']);
    expect(findPassages('log passphrase', say)).toContain('report');
    expect(findPassages('stolen', say)).toEqual(['recovery']);
    expect(findPassages('  ', say)).toHaveLength(HELP_PASSAGES.length);
    expect(findPassages('zebra', say)).toEqual([]);
  });

  it('shows every sentence that was written for it', () => {
    const parts = Object.values(WORDS_OF_PART).flat();
    const shown = new Set<string>([
      ...HELP_PASSAGES.flatMap(({ title, blocks }) => [title, ...blocks.filter((block) => typeof block === 'string')]),
      ...parts,
      ...MARKS.map(({ means }) => means),
      ...SEARCH_EXAMPLES.flatMap(({ query }) => (typeof query === 'string' ? [] : [query.say])),
      'help.title',
      'help.search',
      'help.found',
      'help.about',
      'help.disk.copy',
      'help.disk.copied',
      'help.disk.notCopied',
    ]);
    expect(Object.keys(en).filter((id) => id.startsWith('help.') && !shown.has(id))).toEqual([]);
  });

  it.each([
    ['English', say],
    ['German', createLanguage({ locale: 'de-DE', direction: 'ltr' }, de).say],
  ])('gives examples that the search understands, in %s', (_language, inWords) => {
    for (const { query } of SEARCH_EXAMPLES) {
      const text = typeof query === 'string' ? query : inWords(query.say);
      const { terms, filters } = parseSearch(text);
      expect(terms.length + filters.length).toBe(/^["“„]/u.test(text) ? 1 : text.split(' ').length);
      // A filter that means nothing would be left out, and a word with a colon be looked for.
      expect(filters.length).toBe(text.split(' ').filter((word) => /^-?[a-z]+:/.test(word)).length);
    }
  });
});
