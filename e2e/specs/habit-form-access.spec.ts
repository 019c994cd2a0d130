import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { openVault } from '../pages/lock.ts';
import { Settings } from '../pages/settings.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';

test('an amount with two reminders is made with the keyboard alone', { tag: '@journey' }, async ({ app }) => {
  const habits = new Habits(app);
  const { page } = app;
  const { keyboard } = page;
  await openVault(app);
  await keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('new habit');
  await keyboard.press('Enter');
  await expect(habits.field('Name')).toBeFocused();
  await keyboard.type('Read');
  await keyboard.press('Tab');
  await expect(habits.dialog.getByRole('radio', { name: 'Yes or no' })).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('Tab');
  await expect(habits.field('How much')).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('40');
  await keyboard.press('Tab');
  await keyboard.type('pages');
  await keyboard.press('Tab');
  await expect(habits.field('How often')).toBeFocused();
  const add = habits.dialog.getByRole('button', { name: 'Add a reminder' });
  const goTo = async (target: typeof add) => {
    for (let steps = 0; steps < 40; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error('Tab does not lead there');
  };
  await goTo(habits.dialog.getByRole('button', { name: /^More/ }));
  await keyboard.press('Enter');
  await expect(habits.field('Question')).toBeVisible();
  await goTo(add);
  await keyboard.press('Enter');
  await expect(habits.field('Time of reminder 1')).toBeFocused();
  await keyboard.type('0730am');
  await goTo(add);
  await keyboard.press('Space');
  await keyboard.type('0915pm');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(habits.dialog).toBeHidden();
  await habits.edit('Read');
  await expect(habits.sentence('At least 40 pages every day.')).toBeVisible();
  await expect(habits.field('Time of reminder 1')).toHaveValue('07:30');
  await expect(habits.field('Time of reminder 2')).toHaveValue('21:15');
});

test('in a small window every field comes into sight with the focus, and the buttons stay there', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'R'.repeat(200), kind: 'An amount', target: '40', unit: 'u'.repeat(60) });
  await habits.openMore();
  await habits.dialog.getByRole('button', { name: 'Add a reminder' }).click();
  for (const size of [
    { width: 900, height: 600 },
    { width: 450, height: 300 },
  ]) {
    await app.page.setViewportSize(size);
    expect(await habits.dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await habits.field('Name').focus();
    const foot = await habits.save.locator('xpath=..').boundingBox();
    for (const label of ['How often', 'Question', 'Group', 'Last day', 'Time of reminder 1']) {
      await app.page.keyboard.press('Shift+Tab');
      await habits.field(label).focus();
      await expect(habits.field(label)).toBeInViewport({ ratio: 1 });
      const box = await habits.field(label).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0), label).toBeLessThanOrEqual(foot?.y ?? 0);
      await expect(habits.save).toBeInViewport({ ratio: 1 });
    }
    await habits.pictureButton.click();
    await expect(habits.picture.getByRole('searchbox')).toBeInViewport({ ratio: 1 });
    await app.page.keyboard.press('Escape');
    await expect(habits.dialog).toBeVisible();
  }
});

test('the dialog and its choices hold WCAG 2.2 AA in both themes, as far as a machine can tell', async ({ app }) => {
  test.setTimeout(90_000);
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'Read', kind: 'An amount', howOften: 'On chosen weekdays', on: ['Monday'] });
  await habits.openMore();
  await habits.dialog.getByRole('button', { name: 'Add a reminder' }).click();
  await habits.dialog.getByRole('button', { name: 'Add a reminder' }).click();
  await habits.field('Time of reminder 2').fill('09:00');
  await habits.save.click();
  await expectAccessible(app, 'habit dialog, everything open, with problems');
  await habits.pictureButton.click();
  await expectAccessible(app, 'icons and colours');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expectAccessible(app, 'habit dialog, leaving');
  await habits.dialog.getByRole('button', { name: 'Throw away' }).click();
  await new Today(app).go('Settings');
  await expect(new Settings(app).dayEndsAt).toBeVisible();
  await new Settings(app).dayEndsAt.fill('13:00');
  await app.page.keyboard.press('Enter');
  await expectAccessible(app, 'days and weeks, with a problem');
});
