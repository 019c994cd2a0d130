const MAX_WORDS = 24;

/**
 * What a person typed, as an FTS5 query: every word must occur, the last one as a beginning (it may still be growing). Everything that is not
 * a letter, digit or mark parts words, as in the index itself, so that no input is ever FTS5 syntax.
 * @returns null where there is nothing to look for
 */
export function searchQuery(typed: string): string | null {
  const words = (typed.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? []).slice(0, MAX_WORDS);
  if (words.length === 0) return null;
  const growing = /[\p{L}\p{N}\p{M}\p{Co}]$/u.test(typed);
  return words.map((word, index) => `"${word}"${growing && index === words.length - 1 ? ' *' : ''}`).join(' ');
}
