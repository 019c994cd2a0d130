import { shippedLanguageOf } from '../intl/choose-language.ts';

/** Whether spelling is checked: as the person said; unsaid, where Daygrove itself speaks English, which is all that its dictionary knows. @param locale BCP 47, of the words of the app */
export function isSpellingChecked(setting: boolean | null, locale: string): boolean {
  return setting ?? shippedLanguageOf(locale) === 'en';
}

/** The longest word of a personal dictionary, in UTF-16 code units; what is longer is no word that somebody spelt. */
export const MAX_WORD_LENGTH = 64;

/** What makes two spellings the same word in a personal dictionary: case, the shape of the apostrophe and the way of writing an accent do not count. */
export function foldWord(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'").toLowerCase();
}
