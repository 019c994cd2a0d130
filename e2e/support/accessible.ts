import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { AppUnderTest } from '../fixtures.ts';
import { unreadableWhenForced } from './forced-colours.ts';

/** WCAG 2.2 A and AA, as far as a machine can tell, and the good practice that a screen reader's walk through a page stands on. */
const RULES: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: Object.fromEntries(
    [
      // Of WCAG 2.2, but off unless it is asked for.
      'target-size',
      // What is seen is in the name (2.5.3).
      'label-content-name-mismatch',
      'region',
      'heading-order',
      'empty-heading',
      'page-has-heading-one',
      'landmark-banner-is-top-level',
      'landmark-complementary-is-top-level',
      'landmark-contentinfo-is-top-level',
      'landmark-main-is-top-level',
      'landmark-no-duplicate-banner',
      'landmark-no-duplicate-contentinfo',
      'landmark-no-duplicate-main',
      'landmark-one-main',
      'landmark-unique',
      'aria-dialog-name',
      'label-title-only',
      'presentation-role-conflict',
      'tabindex',
    ].map((rule) => [rule, { enabled: true }]),
  ),
};
/** Of these, the rules that look at colours: all that another theme can break. */
const COLOUR_RULES: axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

const THEMES = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }, RULES],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }, COLOUR_RULES],
] as const;

async function breachesNow(page: Page, options: axe.RunOptions): Promise<string[]> {
  // It is put into this one alone, and would be silent about others.
  expect(page.frames(), 'frames of the page').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (given) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(document, { ...given, resultTypes: ['violations'] });
    // The list of a combo box is drawn beside the page and belongs to its field, which names it: it is no place to walk to. A splitter is the edge between two landmarks.
    const isBetween = (where: string): boolean =>
      document.querySelector(where)?.closest('[data-trigger=ComboBox], [role=separator]') != null;
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .map(({ target }) => target.join(' '))
        .filter((where) => id !== 'region' || !isBetween(where))
        .map((where) => `${id}: ${where}`),
    );
  }, options);
}

/** Of a page that is not the app: it keeps its theme. `rule: where`. */
export async function breachesOf(page: Page): Promise<string[]> {
  return breachesNow(page, RULES);
}

/** What is on the screen now breaks so much of WCAG 2.2 A and AA, as far as a machine can tell: `theme, rule: where`. */
export async function accessBreaches({ page }: Pick<AppUnderTest, 'page'>): Promise<string[]> {
  const found: string[] = [];
  for (const [theme, media, rules] of THEMES) {
    await page.emulateMedia(media);
    await page.locator(`html[data-theme="${media.colorScheme}"]`).waitFor();
    for (const breach of await breachesNow(page, rules)) found.push(`${theme}, ${breach}`);
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    for (const breach of await page.evaluate(unreadableWhenForced)) found.push(`forced ${colorScheme}, ${breach}`);
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return found;
}

export async function expectAccessible(app: Pick<AppUnderTest, 'page'>, screen: string): Promise<void> {
  expect.soft(await accessBreaches(app), screen).toEqual([]);
}
