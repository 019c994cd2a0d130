import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

/** Letters that a person still reads, and that no catalogue has. Vowels stand twice: other languages are a third longer than English. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'áá',
  b: 'ƀ',
  c: 'ç',
  d: 'đ',
  e: 'éé',
  f: 'ƒ',
  g: 'ğ',
  h: 'ĥ',
  i: 'íí',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'óó',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'úú',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ýý',
  z: 'ž',
};

function written(letter: string): string {
  const lower = LETTERS[letter];
  if (lower !== undefined) return lower;
  const upper = LETTERS[letter.toLowerCase()];
  // Only the first of the two: ÁÁbout would shout.
  return upper === undefined ? letter : `${upper.charAt(0).toUpperCase()}${upper.slice(1)}`;
}

/** Text without placeholders, accented and longer, without the brackets. */
function accent(text: string): string {
  return text.replaceAll(/[a-z]/giu, written);
}

function accented(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element): MessageFormatElement => {
    switch (element.type) {
      case TYPE.literal:
        return { ...element, value: accent(element.value) };
      case TYPE.tag:
        return { ...element, children: accented(element.children) };
      case TYPE.select:
        return { ...element, options: optionsOf(element.options) };
      case TYPE.plural:
        return { ...element, options: optionsOf(element.options) };
      default:
        return element;
    }
  });
}

function optionsOf<T extends { readonly value: MessageFormatElement[] }>(
  options: Record<string, T>,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => [key, { ...option, value: accented(option.value) }]),
  );
}

/**
 * A message of ICU syntax as QA's made-up language has it: what is still English on a screen was not in the catalogue, and what does not fit in German does not fit here.
 * Placeholders, selectors and tags stay as they are; ⟦ and ⟧ show where a message begins and whether its end is cut off. Throws what the parser throws.
 */
export function pseudoMessage(message: string): string {
  return `⟦${printAST(accented(parse(message)))}⟧`;
}

/** Each message of a catalogue. */
export function pseudoCatalogue<Id extends string>(
  catalogue: Readonly<Record<Id, string>>,
): Readonly<Record<Id, string>> {
  return Object.fromEntries(
    Object.entries<string>(catalogue).map(([id, message]) => [id, pseudoMessage(message)]),
  ) as Record<Id, string>;
}
