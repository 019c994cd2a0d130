import type { Page } from '@playwright/test';

/**
 * Runs in the page: what can be pressed and is smaller than 24 by 24 CSS pixels, without as much room around it (WCAG 2.2, 2.5.8). Other than axe's own rule it takes a
 * choice whose control is hidden by its label, and looks at what a grid, a list or a menu is made of.
 * @returns `name (width by height)`
 */
function smallTargets(): string[] {
  const LEAST = 24;
  // A day of a year's heatmap is set by “Other days…” of the same page too, where it has the size.
  const EQUIVALENT = '[id^="heat-"]';
  const PRESSED =
    'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=slider], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], ' +
    '[role=option], [role=tab], [role=switch], [role=gridcell][tabindex], [role=separator][tabindex], [role=row][tabindex]';
  interface Target {
    readonly element: Element;
    readonly box: DOMRect;
  }
  const open = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')].at(-1);
  const targets: Target[] = [];
  for (const element of (open ?? document.body).querySelectorAll(PRESSED)) {
    if (element.matches(`:disabled, ${EQUIVALENT}`) || element.closest('[aria-hidden=true], [inert]') !== null)
      continue;
    const label = element.matches('input[type=radio], input[type=checkbox]') ? element.closest('label') : null;
    const shown = label ?? element;
    if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = shown.getBoundingClientRect();
    // A field that a button opens, and what is scrolled away.
    if (box.width <= 1 || box.height <= 1) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = document.elementFromPoint(x, y);
    if (hit === null || !(shown.contains(hit) || hit.contains(shown))) continue;
    targets.push({ element: shown, box });
  }
  const isSmall = ({ box }: Target): boolean => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
  /** In a line of text a target is as high as the line lets it be. */
  const isInline = ({ element }: Target): boolean =>
    getComputedStyle(element).display.startsWith('inline') &&
    element.matches('a, button') &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim().length > 1,
    );
  const hasRoom = (target: Target): boolean => {
    const [x, y] = [target.box.left + target.box.width / 2, target.box.top + target.box.height / 2];
    return targets.every((other) => {
      if (other === target || other.element.contains(target.element) || target.element.contains(other.element))
        return true;
      const { box } = other;
      const [near, far] = isSmall(other)
        ? ([[box.left + box.width / 2, box.top + box.height / 2], LEAST] as const)
        : ([
            [Math.max(box.left, Math.min(x, box.right)), Math.max(box.top, Math.min(y, box.bottom))],
            LEAST / 2,
          ] as const);
      return Math.hypot(near[0]! - x, near[1]! - y) >= far - 0.5;
    });
  };
  const found = targets
    .filter((target) => isSmall(target) && !isInline(target) && !hasRoom(target))
    .map(({ element, box }) => {
      const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
      return `${element.localName} “${name}” (${box.width.toFixed(0)} by ${box.height.toFixed(0)})`;
    });
  return [...new Set(found)];
}

export async function tooSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(smallTargets);
}
