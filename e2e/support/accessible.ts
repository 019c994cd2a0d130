import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

/** WCAG 2.2 A and AA, as far as a machine can tell, of what is on the screen now, in both themes. */
export async function expectAccessible({ page }: Pick<AppUnderTest, 'page'>, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    const { violations } = await new AxeBuilder({ page })
      // Without it axe opens another page, which this window cannot.
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
