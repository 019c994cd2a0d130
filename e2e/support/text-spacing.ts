import type { Page } from '@playwright/test';
import { misfits } from './fits.ts';
import { MAY_BE_CUT, clippedTexts } from './words-of-screen.ts';

/** What WCAG 2.2, 1.4.12 lets a reader ask for. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

/**
 * Runs in the page: texts that lie over one another. Of what is open over the page, that alone; and of what is in a window of its own to scroll, only what is seen there.
 * @returns `one text over another`
 */
function overlappingTexts(): string[] {
  interface Line {
    readonly element: Element;
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  /** Out of sight on purpose, for screen readers. */
  const isSpoken = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (getComputedStyle(at).clipPath !== 'none') return true;
    return false;
  };
  const open = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')].at(-1);
  const walker = document.createTreeWalker(open ?? document.body, NodeFilter.SHOW_TEXT);
  const lines: Line[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '') continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isSpoken(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // The letters themselves are about two thirds as high as their line.
      const air = (bottom - top) / 5;
      const line = { element, text, left, right, top: top + air, bottom: bottom - air };
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isSeen = hit !== null && (element.contains(hit) || hit.contains(element));
      if (right - left > 2 && isSeen) lines.push(line);
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = new Set<string>();
  for (const [index, one] of lines.entries())
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next]!;
      if (other.top >= one.bottom) break;
      if (one.element === other.element) continue;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - other.top;
      if (wide > 2 && high > 1) found.add(`“${one.text.slice(0, 40)}” lies over “${other.text.slice(0, 40)}”`);
    }
  return [...found];
}

/**
 * With as much space between letters, words, lines and paragraphs as a reader may ask for: what is cut off, sticks out, or lies over something else.
 * What is so without it too, as a bar over what is scrolled or the first lines of a text, is not its doing.
 */
export async function spacingLosses(page: Page): Promise<string[]> {
  const losses = async (): Promise<string[]> => [
    ...(await page.evaluate(overlappingTexts)),
    ...(await clippedTexts(page, MAY_BE_CUT)),
    ...(await misfits({ page })),
  ];
  /** Without the sizes, which are others. */
  const nameOf = (loss: string): string => loss.replace(/ \(\d.*$/u, '');
  const before = new Set((await losses()).map(nameOf));
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, SPACING);
  try {
    return (await losses()).filter((loss) => !before.has(nameOf(loss)));
  } finally {
    await page.evaluate(() => {
      document.adoptedStyleSheets.pop();
    });
  }
}
