import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTER_NAMES, firstDayOf, lastDayOf, parseSearch, withFilter, withoutFilter } from './search-query.ts';

describe('what is typed to find entries', () => {
  it('is words, phrases and what is excluded', () => {
    expect(parseSearch('frost "two words" -rain e-mail 12:30').terms).toEqual([
      { text: 'frost', isExcluded: false },
      { text: 'two words', isExcluded: false },
      { text: 'rain', isExcluded: true },
      { text: 'e-mail', isExcluded: false },
      { text: '12:30', isExcluded: false },
    ]);
  });

  it.each(['“two words”', '„two words“', '"two words"', '„two words', '“two words'])('is one phrase: %s', (typed) => {
    expect(parseSearch(typed).terms).toEqual([{ text: 'two words', isExcluded: false }]);
  });

  it('keeps a name with marks of its own whole', () => {
    const filter = { name: 'habit', value: '„Ruhe“', isExcluded: false } as const;
    for (const value of ['„Ruhe“', 'Say „hi“ twice']) {
      const typed = withFilter('frost', { ...filter, value });
      expect(parseSearch(typed).filters).toEqual([{ ...filter, value }]);
      expect(withoutFilter(typed, { ...filter, value })).toBe('frost');
    }
  });

  it('is filters', () => {
    expect(parseSearch('tag:#garden -mood:1-2 is:starred has:photo on:2026-11 habit:"Evening walk"').filters).toEqual([
      { name: 'tag', value: 'garden', isExcluded: false },
      { name: 'mood', value: '1-2', isExcluded: true },
      { name: 'is', value: 'starred', isExcluded: false },
      { name: 'has', value: 'photo', isExcluded: false },
      { name: 'on', value: '2026-11', isExcluded: false },
      { name: 'habit', value: 'Evening walk', isExcluded: false },
    ]);
  });

  it('takes no notice of a filter that is still being typed', () => {
    expect(parseSearch('frost mood: before:20 is:st tag:').filters).toEqual([]);
  });

  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-11-22', '2026-11-22', '2026-11-22'],
  ])('%s is from %s to %s', (value, first, last) => {
    expect([firstDayOf(value), lastDayOf(value)]).toEqual([first, last]);
  });

  it('never fails, and holds no more than it may', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (typed) => {
        const { terms, filters } = parseSearch(typed);
        expect(terms.length + filters.length).toBeLessThanOrEqual(24);
        expect(terms.every(({ text }) => text !== '' && !text.includes('\0'))).toBe(true);
      }),
    );
  });

  it('has a filter that was written into it, and has it no more when it is taken out', () => {
    const values = {
      tag: 'river walk',
      mood: '4',
      is: 'starred',
      has: 'photo',
      before: '2026',
      after: '2026-02',
      on: '2026-02-03',
      habit: 'Read',
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...FILTER_NAMES),
        fc.boolean(),
        fc.array(fc.constantFrom('frost', '"a b"', '-x', 'mood:3')),
        (name, isExcluded, others) => {
          const filter = { name, value: values[name], isExcluded };
          const typed = others.join(' ');
          const written = withFilter(typed, filter);
          expect(parseSearch(written).filters).toContainEqual(filter);
          expect(parseSearch(written).terms).toEqual(parseSearch(typed).terms);
          expect(withoutFilter(written, filter)).toBe(typed);
        },
      ),
    );
  });
});
