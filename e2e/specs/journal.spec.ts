import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Today } from '../pages/today.ts';
import { Trash } from '../pages/trash.ts';
import { manyEntries } from '../samples/many-entries.ts';
import { MARKER } from '../support/marker.ts';

test('the journal lists every entry by its day, newest first, and each can be written on there', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  await openVault(app);
  await today.write('The first of today');
  await today.newEntry();
  await today.write('The second of today', 1);
  await today.previousDay();
  await today.write(`Of yesterday. ${MARKER}`);

  await today.go('Journal');
  await expect(journal.count).toHaveText('3 entries');
  await expect(journal.entries).toHaveCount(3);
  await expect(journal.entries.nth(0)).toHaveAccessibleName(/^Sunday, .*22/);
  await expect(journal.entries.nth(0)).toContainText('The second of today');
  await expect(journal.entries.nth(1)).toContainText('The first of today');
  await expect(journal.entries.nth(2)).toHaveAccessibleName(/^Saturday, .*21/);
  await expect(journal.entries.nth(2)).toContainText('Of yesterday. The Quindlefrost');

  await journal.open(2);
  await expect(journal.paneText).toHaveText(`Of yesterday. ${MARKER}`);
  await expect(journal.paneHeading).toBeFocused();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type(' And more.');
  await expect(journal.pane.getByText('Saved', { exact: true })).toBeVisible();

  await new Lock(app).reopen();
  await today.go('Journal');
  await journal.open(2);
  await expect(journal.paneText).toHaveText(`Of yesterday. ${MARKER} And more.`);
});

test('an empty journal says what belongs there and leads to the first entry', async ({ app }) => {
  const today = new Today(app);
  await openVault(app);
  await today.go('Journal');
  await app.page.getByRole('button', { name: 'Write the first one' }).click();
  await expect(today.text()).toBeFocused();
});

async function importMany(app: AppUnderTest, count: number): Promise<void> {
  const dialog = new ImportDialog(app);
  await openVault(app);
  await new Today(app).go('Import…');
  await dialog.choose(manyEntries(count));
  await dialog.figures();
  await dialog.run();
  await expect(dialog.headline).toContainText('Added');
  await dialog.done();
  await new Today(app).go('Journal');
  await expect(new Journal(app).count).toHaveText(`${String(count)} entries`);
}

test('the journal is one stop of the Tab key, and its keys reach every entry', async ({ app }) => {
  const journal = new Journal(app);
  await importMany(app, 150);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused();
  await app.page.keyboard.press('Tab');
  await expect(journal.select).toBeFocused();
  await app.page.keyboard.press('Tab');
  await expect(app.page.getByRole('button', { name: 'Hide the list' })).toBeFocused();
  for (const name of ['Starred', 'Tags', 'Photos', 'Trash'] as const) {
    await app.page.keyboard.press('Tab');
    await expect(journal.part(name)).toBeFocused();
  }
  await app.page.keyboard.press('Tab');
  await expect(journal.rowOf('Entry 1.')).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await expect(journal.rowOf('Entry 3.')).toBeFocused();
  await app.page.keyboard.press('ArrowUp');
  await expect(journal.rowOf('Entry 2.')).toBeFocused();
  await app.page.keyboard.press('End');
  await expect(journal.rowOf('Entry 150.')).toBeFocused();
  await expect(journal.rowOf('Entry 150.')).toBeInViewport();
  await app.page.keyboard.press('PageUp');
  await expect(journal.rowOf(/Entry 14\d\./).and(app.page.locator(':focus'))).toBeInViewport();
  await app.page.keyboard.press('Home');
  await expect(journal.rowOf('Entry 1.')).toBeFocused();
  await app.page.keyboard.press('PageDown');
  await app.page.keyboard.press('PageDown');
  const active = app.page.locator('[role=feed] button[tabindex="0"]');
  await expect(active).toBeFocused();
  await expect(active).toBeInViewport();

  // Scrolled away from, it is still where Tab leads.
  const name = await active.innerText();
  await app.page.getByRole('feed').evaluate((feed) => feed.parentElement?.scrollBy(0, 9000));
  await expect(active).not.toBeInViewport();
  await app.page.keyboard.press('Shift+Tab');
  await expect(journal.part('Trash')).toBeFocused();
  await app.page.keyboard.press('Tab');
  expect(await active.innerText()).toBe(name);
  await app.page.keyboard.press('Enter');
  await expect(journal.paneHeading).toBeFocused();
});

test('an entry is opened to be read, and Escape goes back to its row', { tag: '@journey' }, async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  await importMany(app, 20);
  await journal.rowOf('Entry 2.').click();
  await expect(journal.paneHeading).toBeFocused();
  await app.page.keyboard.type('xyz');
  await expect(journal.paneText).toHaveText('Entry 2.');
  await app.page.keyboard.press('Enter');
  await expect(journal.paneText).toBeFocused();
  await app.page.keyboard.type('!');
  await expect(journal.paneText).toHaveText('Entry 2.!');
  await app.page.keyboard.press('Escape');
  await expect(journal.rowOf('Entry 2.')).toBeFocused();
  await expect(journal.paneText).toHaveText('Entry 2.!');

  await journal.paneText.click();
  await today.go('Journal');
  await expect(journal.rowOf('Entry 2.')).toBeFocused();

  // What came with the entry from elsewhere is there to be read.
  await journal.rowOf('Entry 1.').click();
  await expect(journal.pane.getByRole('list', { name: 'Tags' })).toHaveText('#garden');
});

test('a narrow journal keeps its place: behind the entry, and while another room is shown', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  await app.page.setViewportSize({ width: 800, height: 700 });
  await importMany(app, 150);
  const top = (): Promise<number> =>
    app.page.getByRole('feed').evaluate((feed) => Math.round(feed.parentElement?.scrollTop ?? 0));
  await journal.row(0).focus();
  for (let index = 0; index < 4; index += 1) await app.page.keyboard.press('PageDown');
  const active = app.page.locator('[role=feed] button[tabindex="0"]');
  await expect(active).toBeFocused();
  await expect(active).toBeInViewport();
  const name = await active.innerText();
  await expect.poll(top).toBeGreaterThan(1000);
  const before = await top();

  await app.page.keyboard.press('Enter');
  await expect(journal.paneHeading).toBeFocused();
  await expect(app.page.getByRole('feed')).toBeHidden();
  await journal.back();
  await expect(active).toBeFocused();
  await expect(active).toBeInViewport();
  expect(await active.innerText()).toBe(name);
  expect(await top()).toBe(before);

  await app.page.keyboard.press('Enter');
  await expect(journal.paneHeading).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(active).toBeFocused();
  await expect(active).toBeInViewport();

  await today.go('Today');
  await today.go('Journal');
  await expect(app.page.getByRole('feed')).toBeVisible();
  await expect.poll(top).toBe(before);
});

test('what is removed waits in the trash, over a lock, and is put back from there', async ({ app }) => {
  const today = new Today(app);
  const journal = new Journal(app);
  const trash = new Trash(app);
  const lock = new Lock(app);
  await openVault(app);
  await today.write('The first');
  await today.newEntry();
  await today.write(`The second. ${MARKER}`, 1);
  await today.go('Journal');
  await journal.open(0);
  await journal.pane.getByRole('button', { name: 'Remove this entry' }).click();
  await expect(journal.entries).toHaveCount(1);
  await expect(journal.row(0)).toBeFocused();
  await journal.open(0);
  await journal.pane.getByRole('button', { name: 'Remove this entry' }).click();
  await expect(app.page.getByRole('button', { name: 'Write the first one' })).toBeFocused();

  await lock.lockNow();
  await lock.unlock();
  await lock.unlocked();
  await journal.openTrash();
  await expect(trash.heading).toBeFocused();
  await expect(trash.entries).toHaveCount(2);
  await expect(trash.entries.first()).toContainText('The first');
  await trash.putBack(1).click();
  await expect(trash.entries).toHaveCount(1);
  await expect(trash.putBack(0)).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('Nothing in the trash')).toBeVisible();
  await expect(trash.heading).toBeFocused();
  await app.page.locator('main header').getByRole('button', { name: 'Back to the journal' }).click();
  await expect(journal.entries).toHaveCount(2);

  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.keyboard.type('trash');
  await app.page.keyboard.press('Enter');
  await expect(trash.heading).toBeVisible();
});
