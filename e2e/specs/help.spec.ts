import { expect, test } from '../fixtures.ts';
import { Lock } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { openVault } from '../pages/lock.ts';

test(
  'the help opens at its key over everything, is searched, runs its examples, and gives back the place',
  { tag: '@journey' },
  async ({ app }) => {
    const { page } = app;
    const { keyboard } = page;
    const help = page.getByRole('dialog', { name: 'Help', exact: true });

    await test.step('before the unlock, without what needs an open journal', async () => {
      await expect(new Lock(app).passphrase).toBeFocused();
      await keyboard.press('F1');
      await expect(help.getByRole('searchbox')).toBeFocused();
      await expect(help.getByRole('button', { name: 'tag:garden' })).toBeHidden();
      await keyboard.press('Escape');
      await expect(new Lock(app).passphrase).toBeFocused();
    });

    await openVault(app);
    await test.step('while one writes, and back', async () => {
      const today = new Today(app);
      await today.write('In the middle of a');
      await keyboard.press('F1');
      await expect(help).toBeVisible();
      await expect(help.getByText(app.profile, { exact: true })).toBeVisible();
      await expectAccessible(app, 'the help');
      await keyboard.insertText('recovery stolen');
      await expect(help.getByRole('status').first()).toHaveText('1 passage');
      await expect(help.getByRole('heading', { name: 'Passphrase and recovery key' })).toBeVisible();
      await expect(help.getByRole('heading', { name: 'Searching' })).toBeHidden();
      await keyboard.press('Escape');
      await expect(help).toBeHidden();
      // The editor puts its caret back a moment after it has the focus again.
      const caret = () => page.evaluate(() => getSelection()?.anchorOffset);
      await expect.poll(caret).toBe('In the middle of a'.length);
      await keyboard.insertText(' sentence');
      await expect(today.text()).toHaveText('In the middle of a sentence');
    });

    await test.step('an example runs', async () => {
      await keyboard.press('F1');
      await help.getByRole('button', { name: 'is:starred has:photo' }).press('Enter');
      await expect(help).toBeHidden();
      await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toHaveValue(
        'is:starred has:photo',
      );
    });

    await test.step('from a form, at its passage, and nothing of the form is lost', async () => {
      await keyboard.press('Control+K');
      await page.getByRole('combobox', { name: 'Command' }).fill('New habit');
      await keyboard.press('Enter');
      const name = page.getByRole('dialog').getByLabel('Name', { exact: true });
      await name.fill('Swim');
      await page.getByRole('button', { name: 'Help: Habits, streaks and strength' }).press('Enter');
      await expect(help.getByRole('heading', { name: 'Habits, streaks and strength' })).toBeFocused();
      await keyboard.press('Escape');
      await expect(name).toHaveValue('Swim');
    });
  },
);
