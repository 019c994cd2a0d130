import { expect, test } from '../fixtures.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { Protection } from '../pages/protection.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { PASSPHRASE } from '../support/marker.ts';

test(
  'what is protected and what is not is said at the lock, by keys alone, and nothing typed there is lost',
  { tag: '@journey' },
  async ({ app }) => {
    const lock = new Lock(app);
    const protection = new Protection(app);
    await lock.passphrase.fill(PASSPHRASE);
    await protection.ask.press('Enter');
    await expect(protection.heading).toBeFocused();
    await expect(lock.passphrase).toBeHidden();
    // For whoever has the sources only.
    await expect(app.page.getByRole('main')).not.toContainText(/Tests:|\.test\.ts/);
    await expectAccessible(app, 'protection, locked');

    await protection.contents.getByRole('link', { name: 'Not protected' }).press('Enter');
    await expect(protection.section('Not protected')).toBeFocused();
    await expect(protection.section('Not protected')).toBeInViewport();
    expect(new URL(app.page.url()).hash).toBe('');

    await protection.back('Back to the lock').press('Enter');
    await expect(protection.ask).toBeFocused();
    await lock.button.click();
    await lock.unlocked();
    expect(await app.storageProcessIds()).toHaveLength(1);
  },
);

test('it is found from the settings and by the list of commands, and fits a small window', async ({ app }) => {
  const protection = new Protection(app);
  const today = new Today(app);
  await openVault(app);
  await today.go('Settings');
  await protection.ask.click();
  await expect(protection.heading).toBeFocused();
  await expect(app.page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]')).toContainText(
    'Settings',
  );
  await expectAccessible(app, 'protection, in the shell');
  await app.page.setViewportSize({ width: 900, height: 600 });
  const overflow = await app.page.evaluate(() =>
    [document.documentElement, document.querySelector('main')!].map((box) => box.scrollWidth - box.clientWidth),
  );
  expect(overflow).toEqual([0, 0]);
  await protection.contents.getByRole('link', { name: 'What you can do' }).click();
  await expect(protection.section('What you can do')).toBeInViewport();
  await protection.section('What you can do').press('Home');
  await protection.back('Back to the settings').click();
  const keys = app.page.getByRole('heading', { level: 2, name: 'Lock and keys' });
  await expect(keys).toBeFocused();
  for (const key of ['Escape', 'Alt+ArrowLeft']) {
    await protection.ask.click();
    await expect(protection.heading).toBeFocused();
    await app.page.keyboard.press(key === 'Escape' || process.platform !== 'darwin' ? key : 'Meta+[');
    await expect(keys).toBeFocused();
  }

  await today.go('Today');
  await app.page.keyboard.press('ControlOrMeta+k');
  await app.page.getByRole('combobox').fill('protects');
  await app.page.keyboard.press('Enter');
  await expect(protection.heading).toBeFocused();
});

test.describe('on a new computer', () => {
  test.use({ vault: 'none' });

  test('it is said before anybody chooses a passphrase', async ({ app }) => {
    const onboarding = new Onboarding(app);
    const protection = new Protection(app);
    await onboarding.passphrase.fill('half a passphr');
    await protection.ask.click();
    await expect(protection.heading).toBeFocused();
    await protection.back('Back').click();
    await expect(protection.ask).toBeFocused();
    await expect(onboarding.passphrase).toHaveValue('half a passphr');
  });
});
