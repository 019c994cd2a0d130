import type { Say } from '../../intl/language.ts';
import { HELP_PASSAGES, WORDS_OF_PART, type HelpPassage, type HelpPassageText } from './passages.ts';

function wordsOf({ title, blocks }: HelpPassageText, say: Say): string {
  const ids = blocks.flatMap((block) => (typeof block === 'string' ? [block] : WORDS_OF_PART[block.part]));
  return [title, ...ids].map((id) => say(id, { version: '' })).join(' ');
}

/** Whether every word of the query begins a word of the text: a help that is searched by letters far apart finds all of it. */
function fits(text: string, query: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** The passages that have every word of `query`, or the beginning of it, in the order of the help; all of them where it is empty. */
export function findPassages(query: string, say: Say): readonly HelpPassage[] {
  const asked = query.trim();
  return HELP_PASSAGES.filter((passage) => asked === '' || fits(wordsOf(passage, say), asked)).map(({ id }) => id);
}
