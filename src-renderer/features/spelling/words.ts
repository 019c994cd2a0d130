import type { Node } from '@tiptap/pm/model';
import { MAX_WORD_LENGTH } from '../../../src-shared/domain/spelling.ts';
import { marksIn, plainText } from '../editor/decorations.ts';
import { isGerman } from './other-language.ts';

export interface Word {
  readonly word: string;
  /** Count from the block's content. */
  readonly from: number;
  readonly to: number;
}

/** Letters, and apostrophes between them. Digits and underscores are taken along, so that no part of `h2o` or `a_name` is looked at as a word. */
const RUN = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*/gu;
/** Mail addresses and names of people elsewhere, names of hosts and files: `anna@example.org`, `@anna`, `example.org`, `notes.txt`. */
const NAME = /\S*@\S+|(?:[\p{L}\p{N}_-]+\.)+\p{Ll}{2,}/gu;
/** A dictionary of English says nothing about words in another script. */
const LATIN = /^[\p{Script=Latin}\p{M}'’]+$/u;
/** `iPhone`, `WhatsApp`. */
const INNER_CAPITAL = /\p{Ll}\p{Lu}/u;
const POSSESSIVE = /['’]s$/u;

function isForDictionary(word: string): boolean {
  if (word.length < 2 || word.length > MAX_WORD_LENGTH) return false;
  if (!LATIN.test(word) || INNER_CAPITAL.test(word)) return false;
  const bare = word.replace(POSSESSIVE, '');
  return bare !== bare.toUpperCase();
}

const known = new WeakMap<Node, readonly Word[]>();

/**
 * The words of one block of text that a dictionary can say something about. Left out: code, links, addresses, #tags, what is shown as its source,
 * and words with digits, in capitals only, or in another script. Nodes never change, so each is read once.
 */
export function wordsIn(block: Node): readonly Word[] {
  const read = known.get(block);
  if (read !== undefined) return read;
  const words = readWords(block);
  known.set(block, words);
  return words;
}

function readWords(block: Node): readonly Word[] {
  if (!block.isTextblock || block.type.spec.code === true) return [];
  const text = plainText(block);
  const names = [
    ...marksIn(block),
    ...[...text.matchAll(NAME)].map(({ index, 0: name }) => ({ from: index, to: index + name.length })),
  ].toSorted((one, other) => one.from - other.from);
  const words: Word[] = [];
  let next = 0;
  for (const { 0: word, index: from } of text.matchAll(RUN)) {
    const to = from + word.length;
    while (next < names.length && names[next]!.to <= from) next += 1;
    const isName = next < names.length && names[next]!.from < to;
    if (!isName && isForDictionary(word)) words.push({ word, from, to });
  }
  return words;
}

/** Fewer words than this say too little about their language. */
const ENOUGH_WORDS = 8;

/**
 * The words of a block that `isCorrect` does not know. None where most of them are unknown, or where they are plainly German: that is another language, and a page full of
 * marks helps nobody.
 */
export function misspeltAmong(words: readonly Word[], isCorrect: (word: string) => boolean): readonly Word[] {
  const wrong = words.filter(({ word }) => !isCorrect(word));
  if (wrong.length === 0) return wrong;
  const isOtherLanguage =
    (words.length >= ENOUGH_WORDS && wrong.length * 2 > words.length) || isGerman(words.map(({ word }) => word));
  return isOtherLanguage ? [] : wrong;
}
