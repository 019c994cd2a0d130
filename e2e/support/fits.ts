import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** What may scroll sideways: a year of days, a table, code as it was written. Everything else has to fit (WCAG 2.2, 1.4.10). */
const MAY_SCROLL = '[role=grid], [data-scrolls-sideways], table, pre, [data-scrolls-sideways] *';

/**
 * What does not fit on the page as it is, in words: something that has to be scrolled sideways, text that is cut without a sign of it, a control that no scrolling
 * brings into sight.
 */
export async function misfits({ page }: { readonly page: Page }): Promise<string[]> {
  return page.evaluate((mayScroll) => {
    const found: string[] = [];
    const name = (element: Element): string => {
      const label = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30);
      return `${element.tagName.toLowerCase()}.${element.className.toString().split(' ')[0]} “${label}”`;
    };
    const width = document.documentElement.clientWidth;
    const height = window.innerHeight;
    if (document.documentElement.scrollWidth > width) found.push('the document scrolls sideways');
    // Its rooms do, each by itself: a document that does would move the sidebar with them.
    if (document.documentElement.scrollHeight > height) found.push('the document scrolls downwards');
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    /** Out of sight on purpose, for screen readers. */
    const isSpoken = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const { clipPath, position } = getComputedStyle(at);
        if (position === 'absolute' && clipPath !== 'none') return true;
      }
      return false;
    };
    const dialog = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu]')].at(-1);
    for (const element of (dialog ?? document.body).querySelectorAll<HTMLElement>('*')) {
      if (!isShown(element) || element.closest(mayScroll) !== null || element.querySelector(mayScroll) !== null)
        continue;
      const style = getComputedStyle(element);
      if (element instanceof SVGElement || isSpoken(element)) continue;
      const scrolls = /auto|scroll/.test(style.overflowX);
      // A frame that is there for a table alone.
      const isFrame = element.tagName !== 'MAIN' && element.querySelector(mayScroll) !== null;
      if (scrolls && !isFrame && element.scrollWidth > element.clientWidth + 1)
        found.push(`scrolls sideways: ${name(element)}`);
      const hasOwnText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!hasOwnText || /INPUT|TEXTAREA|SELECT/.test(element.tagName)) continue;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && (box.left < -1 || box.right > width + 1)) found.push(`out of the window: ${name(element)}`);
      const isCut =
        /hidden|clip/.test(style.overflowX) &&
        style.textOverflow !== 'ellipsis' &&
        style.webkitLineClamp === 'none' &&
        element.scrollWidth > element.clientWidth + 1;
      if (isCut) found.push(`cut: ${name(element)}`);
    }
    if (dialog !== undefined) {
      const box = dialog.getBoundingClientRect();
      if (box.left < -1 || box.right > width + 1 || box.top < -1 || box.bottom > height + 1)
        found.push(
          `the dialog is larger than the window: ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')}`,
        );
    }
    return [...new Set(found)];
  }, MAY_SCROLL);
}

/** Whether every control of the page can be brought into sight: scrolled to, its middle is there, and nothing but a part of it lies over it. */
export async function unreachable({ page }: { readonly page: Page }): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const scope = [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) ?? document.body;
    const controls = scope.querySelectorAll<HTMLElement>(
      'button, a[href], input:not([type=hidden]), select, textarea, [contenteditable=true], summary',
    );
    for (const control of controls) {
      if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (control.closest('[role=grid], [aria-hidden=true], [inert]') !== null) continue;
      const first = control.getBoundingClientRect();
      // A radio whose label is what one sees, or a file input behind its button.
      if (first.width < 4 || first.height < 4) continue;
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const box = control.getBoundingClientRect();
      // What is taller than the window is judged by its beginning.
      const x = box.left + Math.min(box.width / 2, 40);
      const y = box.top + Math.min(box.height / 2, 20);
      const over = document.elementFromPoint(x, y);
      const isMine =
        over !== null &&
        (control.contains(over) || over.contains(control) || over.closest('label')?.contains(control) === true);
      if (!isMine)
        found.push(
          `${control.getAttribute('aria-label') ?? control.textContent.trim().slice(0, 30)} (${control.tagName.toLowerCase()}) at ${String(Math.round(x))},${String(Math.round(y))} lies under ${over?.className.toString().slice(0, 30) ?? 'nothing'}`,
        );
    }
    return found;
  });
}

export async function expectFits(app: { readonly page: Page }, what: string): Promise<void> {
  expect({ what, misfits: await misfits(app), unreachable: await unreachable(app) }).toEqual({
    what,
    misfits: [],
    unreachable: [],
  });
}
