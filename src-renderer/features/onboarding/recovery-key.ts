/** What a person types of a recovery key, without what does not matter: case, spaces, hyphens, letters for the digits they look like. */
export function plainKey(key: string): string {
  return key
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]+/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** The key as it is shown: in its own groups, or in fours where it has none. */
export function keyGroups(key: string): readonly string[] {
  const own = key.trim().split(/[\s-]+/);
  return own.length > 1 ? own : (key.match(/.{1,4}/g) ?? []);
}

/**
 * Two groups to ask for, counted from 1, the earlier one first. Chosen anew each time, so that a copy is not right by knowing the question.
 * @param random in [0, 1), as `Math.random`
 */
export function chooseGroups(count: number, random: () => number): readonly [number, number] {
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return [Math.min(first, second) + 1, Math.max(first, second) + 1];
}
