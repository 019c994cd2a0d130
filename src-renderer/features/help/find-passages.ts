import { fits } from '../../actions/fits.ts';
import type { Say } from '../../intl/language.ts';
import { HELP_PASSAGES, WORDS_OF_PART, type HelpPassage, type HelpPassageText } from './passages.ts';

function wordsOf({ title, blocks }: HelpPassageText, say: Say): string {
  const ids = blocks.flatMap((block) => (typeof block === 'string' ? [block] : WORDS_OF_PART[block.part]));
  return [title, ...ids].map((id) => say(id, { version: '' })).join(' ');
}

/** The passages that have every word of `query`, or the beginning of it, in the order of the help; all of them where it is empty. */
export function findPassages(query: string, say: Say): readonly HelpPassage[] {
  const asked = query.trim();
  return HELP_PASSAGES.filter((passage) => asked === '' || fits(wordsOf(passage, say), asked)).map(({ id }) => id);
}
