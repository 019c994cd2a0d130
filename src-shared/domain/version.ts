/** A version of the program, as https://semver.org has it: `1.2.3`, `1.2.3-beta.1`. What stands behind a `+` says nothing about order. */
const VERSION = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([\da-z.-]{1,60}))?(?:\+[\da-z.-]{1,60})?$/iu;

export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/** Below 0: `a` is older. Throws where one of them is no version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [index, number] of left.numbers.entries()) {
    const difference = number - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

function partsOf(text: string): { readonly numbers: readonly number[]; readonly prerelease: readonly string[] } {
  const match = VERSION.exec(text);
  if (match === null) throw new Error('This is no version.');
  return { numbers: match.slice(1, 4).map(Number), prerelease: match[4]?.split('.') ?? [] };
}

/** A version without one is newer than all of its own that have one; numbers come before words; more parts are newer. */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [isNumber, isOtherNumber] = [/^\d+$/u.test(part), /^\d+$/u.test(other)];
    if (isNumber && isOtherNumber) return Number(part) - Number(other);
    if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}
