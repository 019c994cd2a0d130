import { expect, test } from '../fixtures.ts';
import { openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

/** Writes entries of other days as an import would, by the bridge. */
async function put(
  page: import('@playwright/test').Page,
  entries: readonly [day: string, body: string, mood: number | null][],
): Promise<void> {
  await page.evaluate(async (all) => {
    const { daygrove } = window as unknown as {
      daygrove: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> };
    };
    for (const [day, body, mood] of all) {
      const { ok } = await daygrove.invoke('entries.write', { id: crypto.randomUUID(), day, body, mood });
      if (!ok) throw new Error('not written');
    }
  }, entries);
}

test(
  'the calendar shows each day with its mood, is walked by keys, and opens a day',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    await openVault(app);
    await put(app.page, [
      ['2026-11-20', `Frost. ${MARKER}`, 4],
      ['2026-11-20', 'Again', null],
      ['2026-10-31', 'Pumpkins', 5],
      ['2026-03-01', 'Crocus', 2],
    ]);
    await today.go('Calendar');
    const { page } = app;
    await expect(today.heading).toHaveText('November 2026');
    const friday = page.getByRole('button', { name: 'Friday, November 20, 2026: 2 entries, Good' });
    await expect(friday).toHaveAttribute('data-mood', '4');
    const present = page.getByRole('button', { name: /^Sunday, November 22, 2026/ });
    await expect(present).toHaveAttribute('aria-current', 'date');
    await expect(page.getByRole('button', { name: /^Monday, November 23, 2026/ })).toBeDisabled();

    // One stop of the Tab key; the keys lead from day to day and over the month's end.
    await present.focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: /^Sunday, November 15, 2026/ })).toBeFocused();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('End');
    await expect(page.getByRole('button', { name: /^Saturday, October 17, 2026/ })).toBeFocused();
    await expect(today.heading).toHaveText('October 2026');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    // The future is not entered.
    await expect(present).toBeFocused();

    await page.getByRole('radio', { name: 'Year', exact: true }).check();
    await expect(today.heading).toHaveText('2026');
    await expect(page.getByRole('grid')).toHaveCount(12);
    await expect(page.getByText('3 days with entries.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sunday, March 1, 2026: 1 entry, Low' })).toBeVisible();
    await page.getByRole('button', { name: 'Previous year' }).click();
    await expect(page.getByText('Nothing was written here yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Next year' }).click();
    await page.getByRole('button', { name: 'Saturday, October 31, 2026: 1 entry, Great' }).click();
    await expect(today.heading).toHaveText('Saturday, October 31');
    await expect(today.text()).toHaveText('Pumpkins');
  },
);

test('beside a day stands what was written a week, a month and years before it', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  const memories = app.page.getByRole('region', { name: 'On this day' });
  await expect(memories).toBeHidden();
  await put(app.page, [
    ['2026-11-15', 'Planted garlic', null],
    ['2025-11-22', `First snow. ${MARKER}`, 5],
    ['2025-11-22', 'And soup', null],
    ['2024-11-23', 'The day after', null],
  ]);
  await expect(memories.getByRole('listitem')).toHaveText([
    /^A week agoNovember 15, 2026Planted garlic$/u,
    /^A year agoNovember 22, 2025First snow\..*and 1 more entry$/u,
  ]);
  await memories.getByRole('button', { name: /A year ago/ }).click();
  await expect(today.heading).toHaveText('Saturday, November 22');
  await expect(today.text(1)).toHaveText('And soup');
});
