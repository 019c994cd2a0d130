/** Whether every word of the query begins a word of the text. */
export function fits(text: string, query: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** Those that the query fits: first by their own names, then by the words that they are also found by; otherwise in their order. */
export function bestFirst<T extends { readonly label: string; readonly words: string }>(
  all: readonly T[],
  query: string,
): readonly T[] {
  const named = all.filter(({ label }) => fits(label, query));
  const meant = all.filter((each) => !named.includes(each) && fits(`${each.label} ${each.words}`, query));
  return [...named, ...meant];
}
