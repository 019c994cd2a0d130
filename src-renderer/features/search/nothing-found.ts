import { parseSearch } from '../../../src-shared/domain/search-query.ts';
import type { Language } from '../../intl/language.ts';

/** Says what was looked for: all of the words, and that filters hold beside them. */
export function nothingFound(query: string, { say, locale }: Pick<Language, 'say' | 'locale'>): string {
  const { terms, filters } = parseSearch(query);
  const words = terms.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text);
  const filtered = filters.length > 0 ? 'yes' : 'no';
  const [word = query.trim()] = words;
  if (words.length === 0 && filters.length > 0) return say('search.noneFiltered');
  if (words.length < 2) return say('search.none', { word, filtered });
  return say('search.noneOfSeveral', {
    words: new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      words.map((each) => say('search.quoted', { word: each })),
    ),
    filtered,
  });
}
