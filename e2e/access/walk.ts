import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Shot } from '../screens/camera.ts';
import { accessBreaches } from '../support/accessible.ts';
import { tooSmallTargets } from '../support/targets.ts';
import { spacingLosses } from '../support/text-spacing.ts';
import { kindsOf } from './covered.ts';

/** A folder for pictures in forced colours, black and white, for whoever wants to look; null: none are taken. */
const PICTURES = process.env['DAYGROVE_ACCESS_PICTURES'] || null;

const PATIENCE = 15_000;

/** What is open over the page. */
const LAYERS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** That the screen is the one which its line in COVERED says: a walk that had lost its way would find no fault. */
async function expectArrived(page: Page, name: string): Promise<void> {
  for (const { kind, what } of kindsOf(name)) {
    if (kind === 'view') await expect(page.locator('main'), `${name}: the room`).toHaveAttribute('data-view', what);
    else await expect(page.locator(LAYERS).first(), `${name}: what is open`).toBeVisible();
  }
}

async function pictures(page: Page, name: string): Promise<void> {
  if (PICTURES === null) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), caret: 'initial' });
  }
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
}

/** A hint that says what the name says already: a screen reader reads both. Under the pointer it is for who sees it. */
async function toldTwice(page: Page): Promise<string[]> {
  return page
    .locator('[title][aria-label]:not(:hover)')
    .evaluateAll((elements) =>
      elements.map((each) => each.getAttribute('title') ?? '').filter((hint, at) => hint === elements[at]?.ariaLabel),
    );
}

/** Goes from screen to screen, and holds each against WCAG 2.2 AA in light, dark and forced colours. */
export async function walk(page: Page, shots: readonly Shot[]): Promise<void> {
  // Less than a test has: a screen that is not there is named by its step.
  page.setDefaultTimeout(PATIENCE);
  for (const shot of shots) {
    await test.step(shot.name, async () => {
      await shot.arrive(page);
      await expectArrived(page, shot.name);
      await pictures(page, shot.name);
      expect.soft(await accessBreaches({ page }), shot.name).toEqual([]);
      expect.soft(await toldTwice(page), `${shot.name}: told twice`).toEqual([]);
      expect.soft(await tooSmallTargets(page), `${shot.name}: targets below 24 by 24`).toEqual([]);
      expect.soft(await spacingLosses(page), `${shot.name}: with text spaced out`).toEqual([]);
    });
  }
}
