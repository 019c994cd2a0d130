import { value } from '../../src-main/testing/test-app.ts';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Spelling } from '../pages/spelling.ts';
import { SyncPage } from '../pages/sync.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';
import { joinAs, otherDevice } from '../support/other-device.ts';
import { expectAccessible } from '../support/accessible.ts';

/** The dictionary is a part of the page, and loaded with the first word that is looked at. */
const dictionaries = (app: AppUnderTest): readonly string[] =>
  app.requests.filter((url) => /\/assets\/spelling-worker-[^/]+\.js$/.test(url));

test(
  'a misspelt word is marked when it is finished, and put right by keys alone',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const spelling = new Spelling(app);
    const { keyboard } = app.page;
    await openVault(app);
    expect(dictionaries(app)).toEqual([]);
    await today.text().click();
    await keyboard.type('## A wierd day\n');
    await keyboard.type('The **gardne** was `gardne`, see #gardne and https://gardne.example ');
    await expect(spelling.marks).toHaveText(['wierd', 'gardne']);
    expect(dictionaries(app)).toHaveLength(1);
    await keyboard.type('recieved');
    await expect(today.saved()).toBeVisible();
    await expect(spelling.marks).toHaveText(['wierd', 'gardne']);
    await keyboard.type(' ');
    await expect(spelling.marks).toHaveText(['wierd', 'gardne', 'recieved']);

    // The next one from the caret on, round to the beginning.
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('ControlOrMeta+;');
    await expect(spelling.item('weird')).toBeFocused();
    await keyboard.press('Escape');
    await expect(spelling.menu).toBeHidden();
    await expect(today.text()).toBeFocused();
    // The caret stands behind the word that was asked about.
    await keyboard.press('Shift+F10');
    await expect(spelling.item('weird')).toBeFocused();
    await keyboard.press('Enter');
    await expect(today.text().getByRole('heading')).toHaveText('A weird day');
    await expect(spelling.marks).toHaveText(['gardne', 'recieved']);

    await keyboard.press('ControlOrMeta+;');
    await expect(spelling.item('garden')).toBeFocused();
    await keyboard.press('Enter');
    await expect(today.text().locator('strong')).toHaveText('garden');
    await expect(today.text()).toBeFocused();
    await keyboard.press('ControlOrMeta+z');
    await expect(today.text().locator('strong')).toHaveText('gardne');
    await expect(spelling.marks).toHaveText(['gardne', 'recieved']);
    await keyboard.press('ControlOrMeta+z');
    await expect(today.text().getByRole('heading')).toHaveText('A wierd day');
  },
);

test('the suggestions open by the right button too, and hold WCAG 2.2 AA in both themes', async ({ app }) => {
  const today = new Today(app);
  const spelling = new Spelling(app);
  await openVault(app);
  await today.text().click();
  await app.page.keyboard.type('It’s a wierd gardne. ');
  await expect(spelling.marks).toHaveText(['wierd', 'gardne']);
  await expectAccessible(app, 'marked words');
  await spelling.mark('wierd').click({ button: 'right' });
  await expect(spelling.item('weird')).toBeVisible();
  await expect(spelling.menu.getByRole('menuitem').last()).toHaveText('Ignore in this session');
  await expectAccessible(app, 'the suggestions');
  await spelling.item('weird').click();
  await expect(today.text()).toHaveText('It’s a weird gardne. ');
  await expect(today.text()).toBeFocused();
  await expect(spelling.marks).toHaveText(['gardne']);
  // Where no word is marked the menu is the browser's: a page that took it would take copy and paste with it.
  const isTaken = await today
    .text()
    .evaluate((text) => !text.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true })));
  expect(isTaken).toBe(false);
});

test('own words are kept, sealed, over a restart, and stand in the settings; ignored ones are not', async ({ app }) => {
  const today = new Today(app);
  const spelling = new Spelling(app);
  await openVault(app);
  await today.write(MARKER);
  const all = ['Quindlefrost', 'zephyrkettle', 'marrowlight', 'übersternlaub'];
  await today.go('Settings');
  await expect(app.page.getByText('No words yet.')).toBeVisible();
  await today.go('Today');
  await expect(spelling.marks).toHaveText(all);
  await spelling.mark('zephyrkettle').click({ button: 'right' });
  await spelling.item('Add to dictionary').click();
  await expect(spelling.marks).toHaveText(['Quindlefrost', 'marrowlight', 'übersternlaub']);
  await spelling.mark('marrowlight').click({ button: 'right' });
  await spelling.item('Ignore in this session').click();
  await expect(spelling.marks).toHaveText(['Quindlefrost', 'übersternlaub']);

  await app.restart();
  await new Lock(app).unlock();
  await expect(spelling.marks).toHaveText(['Quindlefrost', 'marrowlight', 'übersternlaub']);

  await today.go('Settings');
  await expect(spelling.words).toHaveText(['zephyrkettle']);
  await app.page.getByRole('button', { name: 'Remove “zephyrkettle”' }).click();
  await expect(app.page.getByText('No words yet.')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Your dictionary' })).toBeFocused();
  await today.go('Today');
  await expect(spelling.marks).toHaveText(all);
});

test('the switch takes the marks away and the dictionary with them; American or British is chosen', async ({ app }) => {
  const today = new Today(app);
  const spelling = new Spelling(app);
  await openVault(app);
  await today.text().click();
  await app.page.keyboard.type('The colour of teh color. ');
  await expect(spelling.marks).toHaveText(['teh']);

  await today.go('Settings');
  await app.page.getByLabel('English', { exact: true }).selectOption('British');
  await today.go('Today');
  await expect(spelling.marks).toHaveText(['teh', 'color']);

  await today.go('Settings');
  await spelling.isOn.uncheck();
  await expect(app.page.getByLabel('English', { exact: true })).toBeHidden();
  await today.go('Today');
  await expect(today.text()).toContainText('teh color');
  await expect(spelling.marks).toHaveCount(0);
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox', { name: 'Command' }).fill('misspelt');
  await expect(app.page.getByRole('option', { name: /^Suggestions for a misspelt word/u })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  await app.restart();
  await new Lock(app).unlock();
  const before = dictionaries(app).length;
  await today.text().click();
  await app.page.keyboard.press('ControlOrMeta+End');
  await app.page.keyboard.type('Wierd. ');
  await expect(today.saved()).toBeVisible();
  await expect(spelling.marks).toHaveCount(0);
  expect(dictionaries(app)).toHaveLength(before);
});

test('a word that was added on another computer arrives, and is not marked any more', async ({ app, sync }) => {
  const today = new Today(app);
  const spelling = new Spelling(app);
  const page = new SyncPage(app);
  await openVault(app);
  await today.write(MARKER);
  await today.go('Settings');
  await page.connect(sync);
  await expect(page.state).toHaveAttribute('data-state', 'synced');

  const device = await otherDevice(app);
  await joinAs(device, sync);
  value(await device.client.invoke('spelling.add', { word: 'Zephyrkettle' }));
  await device.sync();
  await page.button('Sync now').click();
  await expect(spelling.words).toHaveText(['Zephyrkettle']);
  await today.go('Today');
  await expect(spelling.marks).toHaveText(['Quindlefrost', 'marrowlight', 'übersternlaub']);
});
