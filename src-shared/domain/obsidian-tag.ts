/** What ends a tag of Obsidian's, or may not stand in one: letters, figures, marks, symbols such as emoji, `_`, `-` and `/` may. */
const FOREIGN = /[\p{Z}\p{C}\p{P}\p{Sm}\p{Sc}\p{Sk}]/gu;

/** A tag as Obsidian takes it in the properties of a note: `Sommer haus` is `Sommer-haus`, and `2024` is `_2024`, for it knows none of figures alone. Empty: nothing of it can stand there. */
export function obsidianTag(tag: string): string {
  const kept = tag
    .normalize('NFC')
    .replaceAll(FOREIGN, (sign) => (/[_\-/\u200d]/u.test(sign) ? sign : '-'))
    .replaceAll(/-{2,}/gu, '-')
    .replaceAll(/^[-/]+|[-/]+$/gu, '');
  return /^\p{Nd}+$/u.test(kept) ? `_${kept}` : kept;
}

/** The tags that a note is given for an entry's, each once, as Obsidian compares them: without case. */
export function obsidianTags(tags: readonly string[]): string[] {
  const taken = new Map(tags.map((tag) => [obsidianTag(tag).toLowerCase(), tag] as const).toReversed());
  return tags
    .filter((tag) => obsidianTag(tag) !== '' && taken.get(obsidianTag(tag).toLowerCase()) === tag)
    .map(obsidianTag);
}

/** The tags of a note whose own were `originals` when it was written: those that still stand there as they were called, and whatever was added since. */
export function tagsFromObsidian(tags: readonly string[], originals: readonly string[]): string[] {
  const here = new Set(tags.map((tag) => tag.trim().toLowerCase()));
  const known = originals.filter((tag) => obsidianTag(tag) === '' || here.has(obsidianTag(tag).toLowerCase()));
  const forms = new Set(known.map((tag) => obsidianTag(tag).toLowerCase()));
  return [...known, ...tags.filter((tag) => !forms.has(tag.trim().toLowerCase()))];
}
