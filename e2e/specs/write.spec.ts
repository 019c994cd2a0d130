import { expect, test } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test(
  'entries are saved as they are typed, a day holds many, and all are there after a restart',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    await openVault(app);
    await expect(today.heading).toHaveText(/22 November|November 22/);
    await today.text().pressSequentially(MARKER);
    await expect(today.saved()).toBeVisible();
    await today.newEntry();
    await today.write('In the evening', 1);
    await today.previousDay();
    await expect(today.heading).toHaveText(/21 November|November 21/);
    await expect(today.text()).toHaveText('');
    await today.write(`Yesterday. ${MARKER}`);
    await today.previousDay();
    await expect(today.heading).toHaveText(/20 November|November 20/);
    // A mood without words is an entry.
    await today.mood('Good').check({ force: true });
    await expect(today.saved()).toBeVisible();

    await app.restart();
    await new Lock(app).unlock();
    await expect(today.text(0)).toHaveText(MARKER);
    await expect(today.saved()).toBeVisible();
    await expect(today.text(1)).toHaveText('In the evening');
    await today.previousDay();
    await expect(today.text()).toHaveText(`Yesterday. ${MARKER}`);
    await today.previousDay();
    await expect(today.mood('Good')).toBeChecked();
    await today.backToToday();
    await expect(today.entries).toHaveCount(2);
  },
);

test('the last words before the window is closed are not lost', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().fill(MARKER);
  await app.restart();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveText(MARKER);
});

test('the last words before the app is ended from outside are not lost', async ({ app, host }) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().fill(MARKER);
  await app.endApp();
  // In Electron the window goes with the app.
  if (host === 'browser') await expect(app.page.getByText('Daygrove has ended. You can close this tab.')).toBeVisible();
  await app.start();
  await new Lock(app).unlock();
  await expect(today.text()).toHaveText(MARKER);
});

test('an entry that was removed can be taken back', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.write(MARKER);
  await today.remove(0);
  await expect(today.text()).toHaveText('');
  await expect(today.text()).toBeFocused();
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expect(today.text()).toHaveText(MARKER);
  await expect(today.text()).toBeFocused();

  // From the empty place it left, where nothing was ever written, the key means the same.
  await today.remove(0);
  await expect(today.text()).toHaveText('');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text()).toHaveText(MARKER);

  // Not only on the screen.
  await new Lock(app).reopen();
  await expect(today.text()).toHaveText(MARKER);
});

test('a new entry is begun from every room, and what is typed is kept', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('Already there');
  const enter = {
    Journal: async () => {
      await journal.open(0);
      await expect(journal.paneHeading).toBeFocused();
    },
    Search: async () => {
      await search.field.fill('already');
      await search.hits.first().click();
      await expect(search.paneHeading).toBeFocused();
    },
    Habits: async () => {},
    Settings: async () => {},
    Today: async () => {},
  };
  const rooms = Object.keys(enter) as (keyof typeof enter)[];
  for (const [index, room] of rooms.entries()) {
    await today.go(room);
    await enter[room]();
    await app.page.keyboard.press('ControlOrMeta+n');
    await expect(today.text(index + 1)).toBeFocused();
    await app.page.keyboard.type(`From ${room}`);
    await expect(today.saved(index + 1)).toBeVisible();
  }
  await new Lock(app).reopen();
  for (const [index, room] of rooms.entries()) await expect(today.text(index + 1)).toHaveText(`From ${room}`);
});

test('undo keeps to the entry one is in, and outlasts a look elsewhere', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().pressSequentially('first frost');
  await expect(today.saved()).toBeVisible();
  await today.newEntry();
  await today.text(1).pressSequentially('second snow');
  await expect(today.saved(1)).toBeVisible();

  await today.text(0).click();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text(0)).toHaveText('first ');
  await expect(today.text(1)).toHaveText('second snow');
  await app.page.keyboard.press('ControlOrMeta+z');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text(0)).toHaveText('');
  await expect(today.text(1)).toHaveText('second snow');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(today.text(0)).toHaveText('first frost');

  await today.previousDay();
  await expect(today.text()).toHaveText('');
  await today.backToToday();
  await expect(today.text(1)).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text(1)).toHaveText('second ');
  await expect(today.text(0)).toHaveText('first frost');

  // Outside of a text there is nothing to undo but what a notice offers.
  await app.page.getByRole('button', { name: 'Previous day' }).focus();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text(1)).toHaveText('second ');
  await today.remove(0);
  await expect(today.entries).toHaveCount(1);
  await expect(today.entries.first()).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(today.text(0)).toHaveText('first frost');
  await expect(today.text(0)).toBeFocused();

  const lock = new Lock(app);
  await lock.lockNow();
  await lock.unlock();
  await expect(today.text(1)).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+z');
  await app.page.keyboard.type('!');
  await expect(today.text(1)).toHaveText('second !');
});

test('a mood is looked for with the arrows and chosen with Space or Enter', async ({ app }) => {
  const today = new Today(app);
  const { page } = app;
  await openVault(app);
  await today.text().focus();
  await page.keyboard.press('Shift+Tab');
  await expect(today.mood('Fine')).toBeFocused();
  for (let index = 0; index < 4; index += 1) await page.keyboard.press('ArrowRight');
  await expect(today.mood('Great')).toBeFocused();
  await expect(today.entries.first().getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(today.mood('Great')).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await expect(today.mood('Good')).toBeFocused();
  await expect(today.mood('Great')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(today.mood('Good')).toBeChecked();
  await expect(today.saved()).toBeVisible();

  // Without words and without a mood there is no entry.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(today.mood('Fine')).toBeFocused();
  await expect(today.entries.first().getByRole('radio', { checked: true })).toHaveCount(0);
  await today.go('Journal');
  await expect(page.getByText('Nothing written yet')).toBeVisible();
});

test('the focus is where one would go on', async ({ app }) => {
  const today = new Today(app);
  const { page } = app;
  const lock = new Lock(app);
  await openVault(app);
  await today.write('In the morning');
  await today.newEntry();
  await today.write('In the evening', 1);
  await lock.lockNow();
  await lock.unlock();
  await expect(today.text(1)).toBeFocused();
  await page.keyboard.type('!');
  await expect(today.text(1)).toHaveText('In the evening!');
  await today.go('Settings');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(today.text(1)).toBeFocused();
  await today.text(0).focus();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(today.text(1)).toBeFocused();

  const previous = page.getByRole('button', { name: 'Previous day' });
  const next = page.getByRole('button', { name: 'Next day' });
  await previous.focus();
  await page.keyboard.press('Enter');
  await expect(today.heading).toHaveText(/21/);
  await expect(today.text()).toHaveText('');
  await expect(previous).toBeFocused();
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(today.heading).toHaveText(/22/);
  await expect(today.text(1)).toHaveText('In the evening!');
  await expect(next).toBeFocused();
  await expect(next).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(today.heading).toHaveText(/22/);

  // A mood that is cleared leaves the words, and the focus on the question.
  await today.mood('Good').check({ force: true });
  await page.getByRole('button', { name: 'Clear the mood' }).click();
  await expect(today.mood('Fine')).toBeFocused();
  await expect(today.text(0)).toHaveText('In the morning');
});

test('a dialog is seen at once, also after the window was made smaller while somebody wrote', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.text().click();
  await app.page.setViewportSize({ width: 1240, height: 500 });
  const dialog = app.page.getByRole('dialog');
  // Several times: what took the smaller window for a keyboard on the screen needed a moment to believe it.
  for (let count = 0; count < 6; count += 1) {
    await app.page.keyboard.press('ControlOrMeta+k');
    await expect(dialog).toBeVisible();
    // In the frame in which it is there: Playwright itself takes what is see-through for visible.
    const looks = await dialog.evaluate((element) => {
      const found: string[] = [];
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const { opacity, clipPath } = getComputedStyle(each);
        found.push(`${opacity} ${clipPath}`);
      }
      return found;
    });
    expect(new Set(looks)).toEqual(new Set(['1 none']));
    await app.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(today.text()).toBeFocused();
  }
});

test('a narrow window keeps room for the text', async ({ app }) => {
  const today = new Today(app);
  const { page } = app;
  await openVault(app);
  await page.setViewportSize({ width: 640, height: 800 });
  const width = async (): Promise<number> => (await today.text().boundingBox())?.width ?? 0;
  await expect.poll(width).toBeGreaterThan(400);
  const before = await width();
  await page.keyboard.press('ControlOrMeta+\\');
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCSS('width', '224px');
  expect(await width()).toBe(before);
  await today.go('Journal');
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCSS('width', '56px');
  await today.go('Today');
  // The page has been drawn by then.
  const foot = async (): Promise<number> => {
    const aside = await today.habits.boundingBox();
    return (aside?.y ?? 0) + (aside?.height ?? 0);
  };
  await expect.poll(foot).toBeGreaterThanOrEqual(800);
});

test('a day of short entries is read as text', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await expect(today.entries.first().getByText('How was it?')).toBeVisible();
  await today.write('A short one');
  await today.newEntry();
  await today.write('Another', 1);
  await today.go('Journal');
  await today.go('Today');
  await expect(today.text(1)).toBeFocused();
  const question = (index: number): Promise<string> =>
    today
      .mood('Fine', index)
      .locator('xpath=ancestor::div[2]')
      .evaluate((row) => getComputedStyle(row).opacity);
  expect(await question(0)).toBe('0');
  expect(await question(1)).toBe('1');
  await today.mood('Fine', 0).focus();
  expect(await question(0)).toBe('1');
  expect((await today.text(0).boundingBox())?.height ?? 0).toBeLessThan(40);
});

test('nothing moves while one writes', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.write('One line');
  const places = (): Promise<string> =>
    today.entries.first().evaluate((entry) =>
      [...entry.querySelectorAll('[role=textbox], time, time ~ *')]
        .map((element) => element.getBoundingClientRect())
        .map(({ x, y, height }) => [x, y, height].map(Math.round).join(' '))
        .join(', '),
    );
  const before = await places();
  for (const letter of ' of it, and some more words, ten in all') {
    await app.page.keyboard.type(letter);
    expect(await places()).toBe(before);
  }
  await expect(today.saved()).toBeVisible();
  expect(await places()).toBe(before);
});

test.describe('at half past eleven in the evening, UTC', () => {
  test.use({ clock: '2026-11-22T23:30:00Z', timeZone: 'Pacific/Auckland' });

  test('the day is the one of the person’s place', async ({ app }) => {
    await openVault(app);
    await expect(new Today(app).heading).toHaveText(/23 November|November 23/);
  });
});
