/** Which way the lines of the page run: `dir` of its root, which the language sets. */
export type Direction = 'ltr' | 'rtl';

/** Left to right where there is no page: the model also runs in plain Node. */
export function pageDirection(): Direction {
  return typeof document !== 'undefined' && document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * A key as it would be pressed on a page from left to right, which every table of keys here is written for: the arrows follow what is seen, and on a page from
 * right to left the next day is on the left. Also the other way around: the key that is pressed here for one of such a table.
 */
export function keyAlongLine(key: string, direction: Direction = pageDirection()): string {
  return direction === 'rtl' ? (MIRRORED[key] ?? key) : key;
}

/** How far along the line a point is, in parts of a box: 0 where lines begin, 1 where they end. */
export function shareAlongLine(
  x: number,
  { left, width }: Pick<DOMRect, 'left' | 'width'>,
  direction: Direction = pageDirection(),
): number {
  const share = (x - left) / width;
  return direction === 'rtl' ? 1 - share : share;
}
