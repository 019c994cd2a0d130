import { describe, expect, it } from 'vitest';
import { createDictionary } from './dictionary.ts';
import { ENGLISH, GERMAN, isGerman } from './other-language.ts';

const german = (text: string): boolean => isGerman(text.match(/[\p{L}’]+/gu) ?? []);

describe('a block of text', () => {
  it.each([
    'Heute war ein guter Tag.',
    'Müde, aber zufrieden.',
    'Kaffee mit Tom',
    'Wir waren bei Oma.',
    'Am Morgen Sport, dann Arbeit, am Abend mit Tom in der Bar.',
    'Mein Meeting war okay, but the rest nicht, und ich bin müde.',
  ])('is plainly German: %s', (text) => expect(german(text)).toBe(true));

  it.each([
    'We met Wolfgang Schäuble und Käthe at the Biergarten in München.',
    'Recieved a letter from Anna.',
    'She said “ich auch”, and we laughed with her.',
    'Die Hard was on.',
    'Im so tired',
    'J’ai bien dormi, il fait beau.',
    'Wochenende',
    '',
  ])('is not, or too little to tell: %s', (text) => expect(german(text)).toBe(false));
});

it('the small words of German are none of English, and those of English are known', () => {
  const { isCorrect } = createDictionary('either');
  // It passes for “fur” without its accent.
  expect([...GERMAN].filter((word) => isCorrect(word))).toEqual(['für']);
  expect([...ENGLISH].filter((word) => !isCorrect(word) || GERMAN.has(word))).toEqual([]);
});
