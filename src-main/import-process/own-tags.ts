import { cleanText } from './clean-text.ts';

/** The tags of a list that another program kept beside a text: one line each, without `#`, each once. What is no text is left out. */
export function ownTags(tags: unknown): string[] {
  if (!Array.isArray(tags)) return [];
  const clean = tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => cleanText(tag).replace(/\s+/g, ' ').trim().replace(/^#+/, '').trim())
    .filter((tag) => tag !== '');
  return [...new Set(clean)];
}
