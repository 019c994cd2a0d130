import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { openVault } from '../pages/lock.ts';

test('an emoji of one’s own is one emoji, and an icon takes its place again', { tag: '@journey' }, async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.say({ name: 'Stretch' });
  await habits.pictureButton.click();
  const emoji = habits.picture.getByLabel('Or an emoji of your own');
  for (const wrong of ['run', '🌱🌱', '7']) {
    await emoji.fill(wrong);
    await expect(emoji).toHaveAccessibleDescription('One emoji, and nothing beside it.');
  }
  await emoji.fill('🧘🏿‍♀️');
  await expect(emoji).toHaveAccessibleDescription('One emoji, in place of an icon.');
  await emoji.press('Enter');
  await expect(habits.picture).toBeHidden();
  await expect(habits.pictureButton).toHaveText('🧘🏿‍♀️');
  await habits.begin();
  await habits.edit('Stretch');
  await expect(habits.pictureButton).toHaveText('🧘🏿‍♀️');
  await habits.pictureButton.click();
  await expect(habits.picture.getByLabel('Or an emoji of your own')).toHaveValue('🧘🏿‍♀️');
  await habits.picture.getByRole('searchbox').fill('dumb');
  await app.page.keyboard.press('Enter');
  await expect(habits.pictureButton).toHaveAccessibleName('Icon and colour: icon Dumbbell, colour Leaf');
});

test('the ten colours have names, and the chosen one a sign', async ({ app }) => {
  const habits = new Habits(app);
  await openVault(app);
  await habits.openNew();
  await habits.pictureButton.click();
  const colours = habits.picture.getByRole('radiogroup', { name: 'Colour' });
  const names = ['Leaf', 'Moss', 'Teal', 'Sky', 'Violet', 'Plum', 'Rose', 'Clay', 'Amber', 'Stone'];
  await expect(colours.getByRole('radio')).toHaveCount(names.length);
  for (const name of names) {
    await colours.getByRole('radio', { name }).check();
    await expect(colours.locator('svg:visible')).toHaveCount(1);
  }
});
