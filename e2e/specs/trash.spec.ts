import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Journal } from '../pages/journal.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Search } from '../pages/search.ts';
import { Today } from '../pages/today.ts';
import { Trash } from '../pages/trash.ts';
import { MARKER } from '../support/marker.ts';

async function writeFive(app: AppUnderTest): Promise<void> {
  const today = new Today(app);
  for (const [index, text] of ['One', 'Two', 'Three', 'Four', `Five. ${MARKER}`].entries()) {
    if (index > 0) await today.newEntry();
    await today.write(text, index);
  }
}

test(
  'several entries are chosen and removed after a question, and come back together',
  {
    tag: '@mouse',
    annotation: {
      type: 'by keys',
      description: 'the same by keys alone: Shift and the arrows, Ctrl and Space, everything, Delete and Escape',
    },
  },
  async ({ app }) => {
    const journal = new Journal(app);
    await openVault(app);
    await writeFive(app);
    await new Today(app).go('Journal');
    // The last one begun stands first.
    await journal.select.click();
    await expect(journal.bar).toContainText('None selected');
    await journal.rowOf('Four').click();
    await journal.rowOf('Two').click({ modifiers: ['Shift'] });
    await expect(journal.bar).toContainText('3 selected');
    await journal.rowOf('Three').click();
    await expect(journal.bar).toContainText('2 selected');
    await expect(journal.rowOf('Three')).toHaveAttribute('aria-pressed', 'false');
    await journal.bar.getByRole('button', { name: 'Remove…' }).click();
    const question = app.page.getByRole('dialog', { name: 'Remove 2 entries?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(journal.entries).toHaveCount(5);
    await expect(journal.bar).toContainText('2 selected');
    await journal.bar.getByRole('button', { name: 'Remove…' }).click();
    await question.getByRole('button', { name: 'Move to the trash' }).click();
    await expect(journal.entries).toHaveCount(3);
    await expect(journal.bar).toBeHidden();
    await expect(app.page.getByText('2 entries are in the trash.')).toBeVisible();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect(journal.entries).toHaveCount(5);
  },
);

test('the same by keys alone: Shift and the arrows, Ctrl and Space, everything, Delete and Escape', async ({ app }) => {
  const journal = new Journal(app);
  const { keyboard } = app.page;
  await openVault(app);
  await writeFive(app);
  await new Today(app).go('Journal');
  await journal.select.click();
  await expect(journal.bar).toContainText('None selected');
  await journal.rowOf('Four').focus();
  await keyboard.press('Space');
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(journal.bar).toContainText('3 selected');
  await keyboard.press('ArrowUp');
  await keyboard.press('Space');
  await expect(journal.rowOf('Three')).toHaveAttribute('aria-pressed', 'false');
  await expect(journal.bar).toContainText('2 selected');
  const remove = journal.bar.getByRole('button', { name: 'Remove…' });
  const question = app.page.getByRole('dialog', { name: 'Remove 2 entries?' });
  await remove.focus();
  await keyboard.press('Enter');
  await expect(question).toBeVisible();
  await keyboard.press('Escape');
  await expect(remove).toBeFocused();
  await expect(journal.bar).toContainText('2 selected');
  await keyboard.press('Enter');
  await question.getByRole('button', { name: 'Move to the trash' }).focus();
  await keyboard.press('Enter');
  await expect(journal.entries).toHaveCount(3);
  await expect(journal.bar).toBeHidden();
  await expect(app.page.locator('main :focus')).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Undo' }).focus();
  await keyboard.press('Enter');
  await expect(journal.entries).toHaveCount(5);

  await journal.row(0).focus();
  await keyboard.press('Shift+ArrowDown');
  await keyboard.press('Shift+ArrowDown');
  await expect(journal.bar).toContainText('3 selected');
  await keyboard.press('Shift+ArrowUp');
  await expect(journal.bar).toContainText('2 selected');
  await keyboard.press('Escape');
  await expect(journal.bar).toBeHidden();
  await expect(journal.row(1)).toBeFocused();
  await keyboard.press('ControlOrMeta+Space');
  await expect(journal.bar).toContainText('1 selected');
  await keyboard.press('ControlOrMeta+a');
  await expect(journal.bar).toContainText('5 selected');
  await keyboard.press('Delete');
  await expect(app.page.getByRole('dialog', { name: 'Remove 5 entries?' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(app.page.getByRole('button', { name: 'Write the first one' })).toBeFocused();
  await keyboard.press('ControlOrMeta+z');
  await expect(journal.entries).toHaveCount(5);
  // One alone goes at once, with Undo as the way back.
  await journal.row(0).focus();
  await keyboard.press('Delete');
  await expect(journal.entries).toHaveCount(4);
  await expect(journal.row(0)).toBeFocused();
});

test(
  'an entry is erased for good, the trash is emptied, and a restart brings nothing back',
  { tag: '@journey' },
  async ({ app }) => {
    const journal = new Journal(app);
    const trash = new Trash(app);
    await openVault(app);
    await writeFive(app);
    await new Today(app).go('Journal');
    for (let left = 4; left > 1; left -= 1) {
      await journal.row(0).focus();
      await app.page.keyboard.press('Delete');
      await expect(journal.entries).toHaveCount(left);
    }
    await journal.openTrash();
    await expect(trash.entries).toHaveCount(3);
    await expect(trash.entries.first()).toContainText('erased in 30 days');
    await trash.erase(0).click();
    await expect(trash.question).toContainText('This cannot be undone');
    await app.page.keyboard.press('Escape');
    await expect(trash.question).toBeHidden();
    await expect(trash.erase(0)).toBeFocused();
    await trash.erase(0).click();
    await trash.question.getByRole('button', { name: 'Erase it for good' }).click();
    await expect(trash.entries).toHaveCount(2);
    await expect(trash.putBack(0)).toBeFocused();
    await trash.empty.click();
    await expect(trash.question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await trash.question.getByRole('button', { name: 'Erase them for good' }).click();
    await expect(app.page.getByText('2 entries were erased.')).toBeVisible();
    await expect(app.page.getByRole('heading', { name: 'Nothing in the trash' })).toBeVisible();

    await app.restart();
    await new Lock(app).unlock();
    await new Today(app).go('Journal');
    await expect(journal.entries).toHaveCount(2);
    await journal.openTrash();
    await expect(app.page.getByRole('heading', { name: 'Nothing in the trash' })).toBeVisible();
    await new Today(app).go('Search');
    await new Search(app).field.fill('Five');
    await expect(app.page.getByText('nothing found')).toBeVisible();
    await expect(new Search(app).hits).toHaveCount(0);
  },
);

test('a clock that jumps by a month empties no trash', async ({ app }) => {
  const journal = new Journal(app);
  await openVault(app);
  await writeFive(app);
  await new Today(app).go('Journal');
  await journal.row(0).focus();
  await app.page.keyboard.press('Delete');
  await expect(journal.entries).toHaveCount(4);
  const openTrashAt = async (clock: string): Promise<void> => {
    await app.quit();
    await app.start(clock);
    await new Lock(app).unlock();
    await new Today(app).go('Journal');
    await expect(journal.entries).toHaveCount(4);
    await journal.openTrash();
  };
  await openTrashAt('2026-12-22T07:00:00Z');
  await expect(new Trash(app).entries).toHaveText([/erased within a day/]);
  // The days that count are those on which the vault is open.
  await openTrashAt('2026-12-22T09:00:00Z');
  await expect(new Trash(app).entries).toHaveText([/erased at any moment/]);
});
