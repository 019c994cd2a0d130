import nspell from 'nspell';
import british from 'dictionary-en-gb/index.dic?raw';
import american from 'dictionary-en/index.dic?raw';
import affixes from 'dictionary-en/index.aff?raw';
import affixesBritish from 'dictionary-en-gb/index.aff?raw';
import { describe, expect, it } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { slips } from './suggestions.ts';

const dictionaries = {
  either: createDictionary('either'),
  american: createDictionary('american'),
  british: createDictionary('british'),
};

describe('the dictionary', () => {
  it.each([
    ['american', ['color', 'organize'], ['colour', 'grey', 'teh']],
    ['british', ['colour', 'organise'], ['color', 'gray', 'teh']],
    ['either', ['color', 'colour', 'organize', 'organise', 'grey', 'gray'], ['teh', 'colur', 'xyzzy']],
  ] as const)('of English, %s, knows its own spellings', (english, right, wrong) => {
    const { isCorrect } = dictionaries[english];
    expect(right.filter((word) => !isCorrect(word))).toEqual([]);
    expect(wrong.filter(isCorrect)).toEqual([]);
  });

  it('knows contractions with either apostrophe, accents in either form, and words that begin a sentence', () => {
    const { isCorrect } = dictionaries.either;
    const words = ['don’t', "don't", 'Anna’s', 'café', 'cafe\u0301', 'naïve', 'Garden', 'journaling', 'OK', 'wifi'];
    expect(words.filter((word) => !isCorrect(word))).toEqual([]);
  });

  it('is made of two lists whose rules are the same', () => {
    expect(affixesBritish).toBe(affixes);
  });

  it('has everyday words beside it that neither list has', () => {
    const bare = [american, british].map((dic) => nspell({ aff: affixes, dic }));
    expect(EVERYDAY_WORDS.filter((word) => bare.every((each) => each.correct(word)))).toEqual([]);
    expect(EVERYDAY_WORDS).toEqual(
      [...EVERYDAY_WORDS].toSorted((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())),
    );
  });

  it.each([
    ['teh', 'the'],
    ['Teh', 'The'],
    ['hte', 'the'],
    ['wierd', 'weird'],
    ['definately', 'definitely'],
    ['recieved', 'received'],
    ['tommorow', 'tomorrow'],
    ['becuase', 'because'],
    ['thier', 'their'],
    ['kitchn', 'kitchen'],
    ['gardne', 'garden'],
    ['dont', "don't"],
    ['doesnt', "doesn't"],
    ['im', "I'm"],
    ['alot', 'a lot'],
    ['thankyou', 'thank you'],
    ['occured', 'occurred'],
    ['calender', 'calendar'],
  ])('means by %s %s', (word, meant) => {
    const suggestions = dictionaries.either.suggest(word);
    expect(suggestions[0]).toBe(meant);
    expect(suggestions.length).toBeLessThanOrEqual(5);
  });

  it('suggests a person’s own words, as long as they are theirs', () => {
    const { setOwn, suggest } = dictionaries.american;
    setOwn(['Quindlefrost']);
    expect(suggest('qunidlefrost')).toEqual(['Quindlefrost']);
    setOwn([]);
    expect(suggest('qunidlefrost')).toEqual([]);
  });
});

describe('the slips between two words', () => {
  it('are fewer for letters that changed places and for one that stands twice', () => {
    expect(slips('teh', 'the')).toBeLessThan(slips('teh', 'ten'));
    expect(slips('untill', 'until')).toBeLessThan(1);
    expect(slips('dont', "don't")).toBeLessThan(slips('dont', 'done'));
    expect(slips('same', 'same')).toBe(0);
  });
});
