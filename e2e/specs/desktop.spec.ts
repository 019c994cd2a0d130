import { expect, test } from '../fixtures.ts';
import { DesktopSettings } from '../pages/desktop-settings.ts';
import { HabitView, makeHabit } from '../pages/habit-page.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { MARKER } from '../support/marker.ts';

test('@browser the settings say plainly what of the desktop this host has not', async ({ app }) => {
  await openVault(app);
  const settings = new DesktopSettings(app);
  await new Today(app).go('Settings');
  await expect(settings.section).toBeVisible();
  const contents = app.page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'Desktop' }).click();
  await expect(app.page.getByRole('heading', { level: 2, name: 'Desktop' })).toBeFocused();
  await expect(settings.section).toBeInViewport();
  const lines = (await settings.section.innerText()).split('\n').filter((line) => line.trim() !== '');
  expect(lines).toContain(
    'Only the desktop app has these, not the browser version: Tray, Number on the icon, Start at login, and Links.',
  );
  expect(lines).toContain('In a terminal, --open daygrove://today starts it at a place.');
  expect(lines[lines.indexOf('Dragging out') + 1]).toMatch(/^Drag an entry by its time/u);
  // Nothing that one could switch on to no effect.
  await expect(settings.switches).toHaveCount(0);
  await settings.section.scrollIntoViewIfNeeded();
  await expectAccessible(app, 'Settings, Desktop');
});

test(
  'what leaves the window: the text of an entry by dragging, the link to a habit by copying',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    await openVault(app);
    await today.write(MARKER);
    const grip = app.page.getByTestId('entry').locator('time');
    await expect(grip).toBeVisible();
    const data = await grip.evaluate((element) => {
      const dataTransfer = new DataTransfer();
      element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }));
      return Object.fromEntries(dataTransfer.types.map((type) => [type, dataTransfer.getData(type)]));
    });
    expect(data).toEqual({ 'text/plain': MARKER, 'text/markdown': MARKER });

    await makeHabit(app, { name: 'Zephyrkettle' });
    await new HabitView(app).open('Zephyrkettle');
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.getByRole('combobox', { name: 'Command' }).fill('copy a link');
    await app.page.keyboard.press('Enter');
    await expect(app.page.getByText('The link to this habit is on the clipboard.')).toBeVisible();
    await new Today(app).go('Habits');
    await app.page.getByRole('rowheader', { name: 'Zephyrkettle' }).click({ button: 'right' });
    await expect(app.page.getByRole('menuitem', { name: 'Copy a link to it' })).toBeVisible();
    // Tab leaves a menu.
    await app.page.keyboard.press('Tab');
    await expect(app.page.getByRole('menu')).toHaveCount(0);
  },
);

test.describe('started at a place', () => {
  test.use({ open: 'daygrove://day/2026-11-05' });

  test('it shows the lock screen first, and the place behind the unlock, once', async ({ app }) => {
    const today = new Today(app);
    await expect(new Lock(app).passphrase).toBeVisible();
    const waits = app.page.getByText('Unlock to go where the link leads that you followed.');
    await expect(waits).toBeVisible();
    await new Lock(app).unlock();
    await expect(today.heading).toHaveText('Thursday, November 5');
    await today.go('Settings');
    await new Lock(app).lockNow();
    await expect(new Lock(app).passphrase).toBeVisible();
    await expect(waits).toHaveCount(0);
    await new Lock(app).unlock();
    await expect(today.heading).toHaveText('Settings');
  });

  test('@browser a second start says that it cannot hand the place over', async ({ app }) => {
    const second = await app.startSecond();
    expect(second.output).toContain('Daygrove is already open');
    expect(second.output).toContain('The place was not handed over');
    expect(second.exitCode).toBe(2);
  });
});

test.describe('started at a place that is none', () => {
  test.use({ open: 'daygrove://new?text=Dear%20diary' });

  test('it opens as always, and says so', async ({ app }) => {
    await new Lock(app).unlock();
    await expect(app.page.getByText('That link leads nowhere in Daygrove. Nothing was changed.')).toBeVisible();
    await expect(app.page.getByText('Dear diary')).toHaveCount(0);
  });
});
