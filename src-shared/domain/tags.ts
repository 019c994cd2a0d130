/**
 * `#tag` in a text: a hash at a word's beginning, followed by letters, digits, `-`, `_` or `/` of any script, with at least one letter (so that
 * `#1` is a number, and `# Heading` a heading).
 */
export const TAG = /(?<![\p{L}\p{N}_#&/])#([\p{L}\p{N}\p{M}_/-]*\p{L}[\p{L}\p{N}\p{M}_/-]*)/gu;
/** Code, where a hash is code. */
const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`/g;

const MAX_TAG_LENGTH = 80;

/** The tags written into a Markdown text, without `#`, each once (case does not make another tag), in the order and spelling of their first use. */
export function tagsInText(markdown: string): string[] {
  return uniqueTags([...markdown.replace(CODE, ' ').matchAll(TAG)].map((match) => match[1]!.replace(/[-/_]+$/u, '')));
}

/** Each tag once; the first spelling stays. */
export function uniqueTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags) {
    const clean = tag.trim().slice(0, MAX_TAG_LENGTH);
    const key = clean.normalize('NFC').toLowerCase();
    if (clean !== '' && !seen.has(key)) seen.set(key, clean);
  }
  return [...seen.values()];
}

/** How many entries have each tag, the most used first; among equals by name. The spelling that comes first stays. */
export function countTags(
  sets: Iterable<{ readonly tags: readonly string[]; readonly entries: number }>,
): { name: string; entries: number }[] {
  const counts = new Map<string, { name: string; entries: number }>();
  for (const { tags, entries } of sets) {
    for (const name of tags) {
      const key = name.normalize('NFC').toLowerCase();
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, entries });
      else known.entries += entries;
    }
  }
  return [...counts.values()].toSorted((a, b) => b.entries - a.entries || (a.name < b.name ? -1 : 1));
}
