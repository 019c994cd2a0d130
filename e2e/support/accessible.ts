import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import type { AppUnderTest } from '../fixtures.ts';

/** WCAG 2.2 A and AA, as far as a machine can tell. */
const RULES: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};
/** Of these, the rules that look at colours: all that another theme can break. */
const COLOUR_RULES: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

const THEMES = [
  ['light', RULES],
  ['dark', COLOUR_RULES],
] as const;

async function breachesNow(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  // It is put into this one alone, and would be silent about others.
  expect(page.frames(), 'frames of the page').toHaveLength(1);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(document, { runOnly: only, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  }, runOnly);
}

/** Of a page that is not the app: it keeps its theme. `rule: where`. */
export async function breachesOf(page: Page): Promise<string[]> {
  return breachesNow(page, RULES);
}

/** What is on the screen now breaks so much of WCAG 2.2 A and AA, as far as a machine can tell: `theme, rule: where`. */
export async function accessBreaches({ page }: Pick<AppUnderTest, 'page'>): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, rules] of THEMES) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    for (const breach of await breachesNow(page, rules)) found.push(`${colorScheme}, ${breach}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

export async function expectAccessible(app: Pick<AppUnderTest, 'page'>, screen: string): Promise<void> {
  expect.soft(await accessBreaches(app), screen).toEqual([]);
}
