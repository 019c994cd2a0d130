/** What a person types of a recovery key, without what does not matter: case, spaces, hyphens. */
export function plainKey(key: string): string {
  return key.toUpperCase().replaceAll(/[\s\-–—_.]+/g, '');
}

/** The key as it is shown: in its own groups, or in fours where it has none. */
export function keyGroups(key: string): readonly string[] {
  const own = key.trim().split(/[\s-]+/);
  return own.length > 1 ? own : (key.match(/.{1,4}/g) ?? []);
}

/**
 * What goes to the app to be compared: the key as it was shown where the typed one differs in writing only, else what was typed.
 * The app compares; this is for convenience.
 */
export function typedKey(typed: string, shown: string): string {
  return plainKey(typed) === plainKey(shown) ? shown : typed.trim();
}
