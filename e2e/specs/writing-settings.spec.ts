import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Today } from '../pages/today.ts';

test(
  'face, size and width of the writing are chosen once and stay; the question of the day can be switched off',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    await openVault(app);
    const question = () => today.text().locator('p').first().getAttribute('data-placeholder');
    const neutral = 'What do you want to keep from today?';
    expect(await question()).not.toBe(neutral);
    const look = () =>
      today.text().evaluate((element) => {
        const { fontFamily, fontSize } = getComputedStyle(element);
        return { font: fontFamily.split(',')[0], size: fontSize, width: element.getBoundingClientRect().width };
      });
    const before = await look();
    expect(before).toMatchObject({ font: '"Newsreader Variable"', size: '19px' });

    await today.go('Settings');
    await app.page.getByLabel('Typeface').selectOption('Figtree, without serifs');
    await app.page.getByLabel('Size of the text').selectOption('Large');
    await app.page.getByLabel('Width of the lines').selectOption('Narrow');
    await app.page.getByLabel('Ask another question each day').uncheck();
    await today.go('Today');
    const chosen = { font: '"Figtree Variable"', size: '22px' };
    await expect.poll(look).toMatchObject(chosen);
    expect((await look()).width).toBeLessThan(before.width);
    expect(await question()).toBe(neutral);

    await app.restart();
    await new Lock(app).unlock();
    await expect.poll(look).toMatchObject(chosen);
    expect(await question()).toBe(neutral);
  },
);
