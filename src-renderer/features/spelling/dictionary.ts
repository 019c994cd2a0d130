import nspell from 'nspell';
import affixesAmerican from 'dictionary-en/index.aff?raw';
import wordsAmerican from 'dictionary-en/index.dic?raw';
import affixesBritish from 'dictionary-en-gb/index.aff?raw';
import wordsBritish from 'dictionary-en-gb/index.dic?raw';
import type { Settings } from '../../../src-shared/contract/app.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { bestSuggestions } from './suggestions.ts';

export interface Dictionary {
  isCorrect(word: string): boolean;
  /** At most five, the likeliest first. */
  suggest(word: string): readonly string[];
  /** The person's own words, which may be suggested too; those of the call before are forgotten. */
  setOwn(words: readonly string[]): void;
}

type English = Settings['english'];

/** Their affix files are the same, so their words can stand in one list; only the first line, a count, may not stand in its middle. */
function sourceOf(english: English): { readonly aff: string; readonly dic: string } {
  if (english === 'american') return { aff: affixesAmerican, dic: wordsAmerican };
  if (english === 'british') return { aff: affixesBritish, dic: wordsBritish };
  return { aff: affixesAmerican, dic: `${wordsAmerican}\n${wordsBritish.slice(wordsBritish.indexOf('\n') + 1)}` };
}

/** `café` as `cafe`: the lists have most borrowed words without their accents. */
function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function plainSigns(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'");
}

/** Takes a quarter of a second: for a worker, not for the page. */
export function createDictionary(english: English): Dictionary {
  const speller = nspell(sourceOf(english));
  for (const word of EVERYDAY_WORDS) speller.add(word);
  let own: readonly string[] = [];

  const isCorrect = (word: string): boolean => {
    const plain = plainSigns(word);
    return speller.correct(plain) || speller.correct(withoutAccents(plain));
  };

  return {
    isCorrect,
    suggest: (word) => {
      const plain = plainSigns(word);
      return bestSuggestions(plain, speller.suggest(plain), own, isCorrect);
    },
    setOwn: (words) => {
      own = words.map(plainSigns);
    },
  };
}
