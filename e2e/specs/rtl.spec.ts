import { expect, test } from '../fixtures.ts';
import { Lock } from '../pages/lock.ts';
import { Panes } from '../pages/panes.ts';
import { Today } from '../pages/today.ts';
import { expectFits } from '../support/fits.ts';
import { startWithSample } from '../support/sample-start.ts';

const HEBREW = 'שלום עולם, זה יום ארוך.';

test('a page from right to left is the mirror of the other: panes, charts, arrows, and each text as it is written', async ({
  app,
}) => {
  test.setTimeout(180_000);
  await startWithSample(app, '2026-11-22');
  const { page } = app;
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.documentElement === null) return;
      // The language says otherwise when it comes.
      if (document.documentElement.dir !== 'rtl') document.documentElement.dir = 'rtl';
    }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['dir'] });
  });
  const lock = new Lock(app);
  const today = new Today(app);
  const panes = new Panes(app);
  await lock.lockNow();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await lock.unlock();
  await lock.unlocked();
  await page.setViewportSize({ width: 1280, height: 800 });

  await test.step('the sidebar is on the right, the habits are on the left', async () => {
    expect((await panes.sidebar.boundingBox())?.x).toBe(1280 - 224);
    expect((await panes.habits.boundingBox())?.x).toBe(0);
    await panes.edge('sidebar').focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => panes.width(panes.sidebar)).toBe(240);
    await panes.drag('sidebar', 16);
    await expect.poll(() => panes.width(panes.sidebar)).toBe(224);
  });

  await test.step('a paragraph runs as it is written, and its list with it', async () => {
    await today.newEntry();
    const text = today.text(1);
    await text.fill(HEBREW);
    const sides = async (): Promise<readonly [number, number]> =>
      text.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element.querySelector('p') ?? element);
        const words = range.getClientRects()[0]!;
        const box = element.getBoundingClientRect();
        return [Math.round(words.left - box.left), Math.round(box.right - words.right)] as const;
      });
    expect((await sides())[1]).toBeLessThan(3);
    await text.fill('A line in English.');
    expect((await sides())[0]).toBeLessThan(3);
    await expect(today.saved(1)).toBeVisible();
  });

  await test.step('yesterday is on the right', async () => {
    await page.keyboard.press('Alt+ArrowRight');
    await expect(today.heading).toHaveText(/November 21/);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(today.heading).toHaveText(/November 22/);
  });

  await test.step('the arrows of a grid and of a chart follow what is seen', async () => {
    await today.go('Calendar');
    const cell = page
      .getByRole('grid')
      .getByRole('gridcell')
      .getByRole('button', { name: /November 22/ });
    await cell.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('grid').getByRole('button', { name: /November 21/ })).toBeFocused();
    await today.go('Insights');
    const chart = page.getByRole('slider').first();
    await chart.focus();
    const last = Number(await chart.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    await expect(chart).toHaveAttribute('aria-valuenow', String(last - 1));
    const bars = await chart
      .locator('svg')
      .first()
      .evaluate((plot) => getComputedStyle(plot).scale);
    expect(bars).toBe('-1 1');
  });

  await test.step('every room fits', async () => {
    for (const room of ['Today', 'Journal', 'Calendar', 'Habits', 'Insights', 'Search', 'Settings'] as const) {
      await today.go(room);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      await expectFits(app, `${room} from right to left`);
    }
  });
});
