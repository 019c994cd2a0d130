import { expect, test } from '../fixtures.ts';
import { openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

test('search answers while one types, from the keyboard alone', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('Frost on the allotment, and the café was full.');
  await today.newEntry();
  await today.write('Frost again; we stayed at home.', 1);
  await today.newEntry();
  await today.write(MARKER, 2);

  await app.page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(search.field).toBeFocused();
  // A part of a word is enough: the marker has it in its middle.
  await search.field.pressSequentially('fro');
  await expect(search.hits).toHaveCount(3);
  await search.field.pressSequentially('st allot');
  await expect(search.hits).toHaveCount(1);
  await expect(search.matches(0)).toHaveText(['Frost', 'allot']);

  // Capitals and accents do not matter.
  await search.field.fill('CAFE');
  await expect(search.hits).toHaveCount(1);

  await search.field.fill('quindlefrost ubersternlaub');
  // One hit is there from before: the keys wait for the right one.
  await expect(search.hits).toHaveCount(1);
  await expect(search.matches(0)).toHaveText(['Quindlefrost', 'übersternlaub']);
  await search.field.press('ArrowDown');
  await search.field.press('Enter');
  await expect(search.paneText).toHaveText(MARKER);

  // An old entry is opened to be read; Enter begins to write, Escape goes back to where it was found.
  await expect(search.paneHeading).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(search.paneText).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(search.list).toBeFocused();
  await expect(search.hits.first()).toHaveAttribute('aria-selected', 'true');
  await today.go('Search');
  await expect(search.field).toBeFocused();

  await search.field.fill('marrowlight nothing');
  await expect(search.hits).toHaveCount(0);
  await expect(app.page.getByText('No entry has all of these: “marrowlight” and “nothing”.')).toBeVisible();
});

test('what was just written is found, and what was changed is not found any more', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('An early word: zephyrkettle');
  await today.write('A later word: marrowlight');
  await today.go('Search');
  await search.field.fill('zephyrkettle');
  await expect(app.page.getByText('No entry has “zephyrkettle” in it.')).toBeVisible();
  await search.field.fill('marrowlight');
  await expect(search.hits).toHaveCount(1);
});

test('signs that mean something to a search engine mean nothing here', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('Nothing "special" about it (or is there?)');
  await today.go('Search');
  for (const query of [
    'special',
    '"special"',
    'special*',
    'special OR',
    '(is',
    'body:special',
    "it's NOT",
    '-',
    '" "',
    'NEAR(',
  ]) {
    await search.field.fill(query);
    await expect(app.page.getByRole('alert')).toHaveCount(0);
  }
  await search.field.fill('"special"');
  await expect(search.hits).toHaveCount(1);
});

test('in a narrow window the entry covers what was found, and gives it back', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('Frost on the allotment');
  await app.page.setViewportSize({ width: 800, height: 700 });
  await today.go('Search');
  await search.field.fill('frost');
  await search.hits.first().click();
  await expect(search.paneHeading).toBeFocused();
  await expect(search.field).toBeHidden();
  await app.page.keyboard.press('Escape');
  await expect(search.list).toBeFocused();
  await search.field.press('Enter');
  await expect(search.paneHeading).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(search.field).toBeFocused();
  await expect(search.paneHeading).toBeHidden();
});

test('an entry that is removed beside the hits leaves the next one, and comes back', async ({ app }) => {
  const today = new Today(app);
  const search = new Search(app);
  await openVault(app);
  await today.write('Frost, the first');
  await today.newEntry();
  await today.write('Frost, the second', 1);
  await today.go('Search');
  await search.field.fill('frost');
  await expect(search.hits).toHaveCount(2);
  await search.field.press('Enter');
  await expect(search.paneText).toHaveText('Frost, the second');
  await app.page.getByRole('button', { name: 'Remove this entry' }).click();
  await expect(search.hits).toHaveCount(1);
  await expect(search.list).toBeFocused();
  await expect(search.paneText).toHaveText('Frost, the first');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(search.hits).toHaveCount(2);
  await expect(search.paneText).toHaveText('Frost, the second');
  await expect(search.list).toBeFocused();
});
