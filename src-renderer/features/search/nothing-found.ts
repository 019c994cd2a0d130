import type { Say } from '../../intl/language.ts';

/** Says what was looked for, as the search takes it: every word, the last one as a beginning while nothing follows it. */
export function nothingFound(query: string, say: Say): string {
  const words = query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const isGrowing = /[\p{L}\p{N}\p{M}]$/u.test(query);
  if (words.length < 2) return say(isGrowing ? 'search.none' : 'search.noneWhole', { word: words[0] ?? query.trim() });
  const listed = words.map((word) => say('search.quoted', { word })).join(', ');
  return say(isGrowing ? 'search.noneOfSeveral' : 'search.noneOfSeveralWhole', { words: listed });
}
