import { ACTION_IDS, actionDefinitions } from '../../src-shared/actions/definitions.ts';
import { shortcutFor } from '../../src-shared/actions/shortcut-for.ts';
import { isBareKey, type Shortcut } from '../../src-shared/actions/shortcut.ts';
import { expect, test } from '../fixtures.ts';
import { openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';

/** As Playwright presses it. */
function chord({ key, mod, alt, shift }: Shortcut): string {
  return [mod ? 'ControlOrMeta' : null, alt ? 'Alt' : null, shift ? 'Shift' : null, key]
    .filter((part) => part !== null)
    .join('+');
}

test('the page takes the key of every action, also from within a text, so that no menu bar runs it a second time', async ({
  app,
}) => {
  const { page } = app;
  const today = new Today(app);
  await openVault(app);
  await today.write('A line');
  await page.evaluate(() => {
    // The dialog of the system would stand in the way of the test.
    window.print = () => {};
    // Heard after the page's own listener.
    window.addEventListener('keydown', (event) => {
      if (['Control', 'Meta', 'Alt', 'Shift'].includes(event.key)) return;
      document.body.dataset['heard'] = `${event.key} ${String(event.defaultPrevented)}`;
    });
  });
  const keyed = ACTION_IDS.flatMap((id) => {
    const shortcut = shortcutFor(id, 'linux');
    if (shortcut === null || isBareKey(shortcut) || actionDefinitions[id].outsideText === true || id === 'lock')
      return [];
    return [{ id, shortcut }];
  });
  expect(keyed.length).toBeGreaterThan(15);
  for (const { id, shortcut } of keyed) {
    await today.go('Today');
    await today.text().click();
    await expect(today.text()).toBeFocused();
    await page.keyboard.press(chord(shortcut));
    await expect(page.locator('body')).toHaveAttribute('data-heard', / true$/u);
    await page.evaluate(() => delete document.body.dataset['heard']);
    // The help is fetched first, and would come over the next one.
    if (id === 'help') await expect(page.getByRole('dialog')).toBeVisible();
    // Whatever came up.
    while ((await page.getByRole('dialog').count()) > 0) {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    if (await page.getByRole('button', { name: 'Leave focus mode' }).isVisible())
      await page.getByRole('button', { name: 'Leave focus mode' }).click();
  }
});
