import { expect, test } from '../fixtures.ts';
import { Keys } from '../pages/keys.ts';
import { Lock, openVault } from '../pages/lock.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { expectAccessible } from '../support/accessible.ts';
import { changeKeychain, setKeychain } from '../support/keychain-file.ts';
import { MARKER } from '../support/marker.ts';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

test.describe('with a keychain', () => {
  test.skip(({ host }) => host === 'electron', 'The stand-in for the keychain is the browser host’s.');
  test.use({ keychain: true });

  test('it opens the vault by one press when it was turned on, and whatever becomes of it the passphrase still does', async ({
    app,
  }) => {
    test.setTimeout(120_000);
    const keys = new Keys(app);
    const lock = new Lock(app);
    await openVault(app);
    await new Today(app).write(MARKER);
    await keys.open();
    await keys.keychain.getByRole('button', { name: 'Let the keychain open it…' }).click();
    await expectAccessible(app, 'turning the keychain on');
    await keys.givePassphrase('Let the keychain open it');
    await expect(keys.keychain.getByText('The keychain may open this vault.')).toBeVisible();
    // Behind a restart there is another page.
    const off = () => keys.keychain.getByRole('button', { name: 'Turn it off' });
    await expect(off()).toBeFocused();
    const { slot } = JSON.parse(readFileSync(join(app.profile, 'keychain.json'), 'utf8')) as { slot: object };
    expect(Object.keys(slot).toSorted()).toEqual(['format', 'nonce', 'salt', 'vaultId', 'wrapped']);

    // One press behind a start: not before it.
    await app.restart();
    await expect(lock.heading).toBeVisible();
    await expect(keys.unlockButton).toBeVisible();
    await expectAccessible(app, 'locked, with the keychain');
    await expect(lock.passphrase).toBeFocused();
    await lock.passphrase.press('Enter');
    await lock.unlocked();
    await expect(new Today(app).text()).toHaveText(MARKER);

    // Locked by hand: the passphrase first, also behind a restart.
    await lock.lockNow();
    await expect(keys.told).toContainText('You locked it yourself');
    await app.restart();
    await expect(keys.told).toContainText('You locked it yourself');
    await expect(keys.unlockButton).toBeHidden();
    await lock.unlock();
    await lock.unlocked();
    await app.restart();

    await app.page.setViewportSize({ width: 900, height: 600 });
    for (const [mode, sentence] of [
      ['gone', 'is not there any more, or not running'],
      ['rubbish', 'does not open this vault. Nothing is lost, and no try was counted'],
      ['hanging', 'has not answered. Nothing is lost'],
    ] as const) {
      setKeychain(app.profile, mode);
      const before = await keys.unlockButton.boundingBox();
      await keys.unlockButton.click();
      await expect(keys.told).toContainText(sentence, { timeout: 15_000 });
      await expect(lock.button).toHaveAccessibleName('Unlock');
      // What is said moves nothing, and all of it is in sight.
      expect(await keys.unlockButton.boundingBox()).toEqual(before);
      await expect(app.page.getByRole('button', { name: 'What Daygrove protects' })).toBeInViewport({ ratio: 1 });
    }
    await app.page.setViewportSize({ width: 1240, height: 844 });
    changeKeychain(app.profile);
    await keys.unlockButton.click();
    await expect(keys.told).toContainText('did not give its secret out');
    await expectAccessible(app, 'locked, with a keychain that refuses');
    await lock.unlock();
    await lock.unlocked();

    // The settings say so too, and set it up anew.
    await keys.open();
    await expect(keys.keychain).toContainText('did not give its secret out');
    await keys.keychain.getByRole('button', { name: 'Set it up anew…' }).click();
    await keys.givePassphrase('Let the keychain open it');
    await expect(keys.keychain).not.toContainText('did not give its secret out');
    await expect(off()).toBeFocused();
    await off().click();
    await expect(keys.keychain).toContainText('Off: only the passphrase');
    await expect(keys.keychain.getByRole('button', { name: 'Let the keychain open it…' })).toBeFocused();
    await expect(app.page.getByText('The keychain cannot open this vault any more.')).toBeVisible();
    await expect(app.page.getByText('The keychain can open this vault now.')).toBeHidden();
    await lock.lockNow();
    await expect(keys.unlockButton).toBeHidden();
    await expect(keys.told).toBeHidden();
  });

  test('one that protects nothing is refused, with the reason', async ({ app }) => {
    const keys = new Keys(app);
    setKeychain(app.profile, 'plain-text');
    await openVault(app);
    await keys.open();
    await expect(keys.keychain).toContainText('under a password that everybody knows');
    await expect(keys.keychain.getByRole('button')).toHaveCount(0);
  });
});

test('without a keychain the settings say so, and the lock screen has no button for one', async ({ app, host }) => {
  test.skip(host === 'electron', 'Electron has what the system has.');
  const keys = new Keys(app);
  const lock = new Lock(app);
  await openVault(app);
  await keys.open();
  await expect(keys.keychain).toContainText('only the desktop app has the keychain');
  await expect(keys.keychain.getByRole('button')).toHaveCount(0);
  await lock.lockNow();
  await expect(keys.unlockButton).toBeHidden();
});

test(
  'a new recovery key holds when two of its groups were typed back, and then the old one does not',
  { tag: '@journey' },
  async ({ app }) => {
    const keys = new Keys(app);
    const lock = new Lock(app);
    test.setTimeout(120_000);
    const onboarding = new Onboarding(app);
    const old = await openVault(app);
    await keys.open();
    await keys.press('New recovery key…');
    await keys.givePassphrase('Continue', 'not the passphrase');
    await expect(keys.dialog.getByRole('alert')).toContainText('That does not open this vault');
    // The delay behind a wrong try, and then Argon2id on a busy machine.
    await expect(async () => {
      await keys.givePassphrase('Continue');
      await expect(onboarding.recoveryKeyHeading).toBeVisible({ timeout: 8000 });
    }).toPass();
    const key = await onboarding.shownKey();
    await expectAccessible(app, 'a new recovery key');

    // On paper stands the key, and nothing of the page and the dialog that it is shown in.
    const { page } = app;
    await page.emulateMedia({ media: 'print' });
    const sheet = page.locator('[data-print-sheet]');
    await expect(sheet.getByRole('listitem')).toHaveText(key.split('-'));
    await expect(page.locator('#root')).toBeHidden();
    await expect(keys.dialog).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await expect(sheet).toBeHidden();

    // It may be written down by now: who goes is told that it is void, and whoever did not mean to goes on with it.
    await keys.dialog.getByRole('button', { name: 'Close' }).click();
    const leave = page.getByRole('dialog', { name: 'Leave without the new recovery key?' });
    await expect(leave).toContainText('What you wrote down or printed of the new one opens nothing');
    await expectAccessible(app, 'leaving a new recovery key');
    await page.getByRole('button', { name: 'Go on with the new key' }).click();
    expect(await onboarding.shownKey()).toBe(key);
    const groups = key.split('-');
    const asked = await onboarding.askForGroups();
    for (const [index, number] of asked.entries()) {
      await onboarding.askedGroups.nth(index).fill(groups[number - 1] ?? '');
    }
    await keys.dialog.getByRole('button', { name: 'Use this key from now on' }).click();
    await expect(app.page.getByText('The vault has a new recovery key.')).toBeVisible();

    await app.restart();
    await lock.useRecoveryKey(old);
    await expect(lock.problem).toContainText('That recovery key does not open this vault.');
    await expect(lock.button).toHaveAccessibleName('Unlock');
    await lock.recoveryKey.fill(key);
    await lock.button.click();
    await lock.unlocked();
  },
);

test('forgetting the vault here says what would be lost, asks twice, and ends at the first screen', async ({ app }) => {
  const keys = new Keys(app);
  const lock = new Lock(app);
  await openVault(app);
  await new Today(app).write(MARKER);
  await keys.open();
  await keys.press('Forget the vault here…');
  await expect(keys.dialog).toContainText('Sync is not connected: no server and no other computer has what is here.');
  await expect(keys.dialog).toContainText('What is removed now is lost for good.');
  await expectAccessible(app, 'forgetting the vault here');
  // The passphrase alone is not enough, nor is the word.
  const forget = keys.dialog.getByRole('button', { name: 'Forget it here' });
  await keys.dialog.getByLabel('Current passphrase').fill('not the passphrase');
  await expect(forget).toHaveAttribute('aria-disabled', 'true');
  await keys.dialog.getByLabel('Type FORGET to go on').fill('forget');
  await forget.click();
  await expect(keys.dialog.getByRole('alert')).toContainText('That does not open this vault');
  await keys.dialog.getByRole('button', { name: 'Cancel' }).click();
  await new Today(app).go('Today');
  await lock.reopen();
  await expect(new Today(app).text()).toHaveText(MARKER);

  await keys.open();
  await keys.press('Forget the vault here…');
  await keys.dialog.getByLabel('Type FORGET to go on').fill('FORGET');
  const backups = keys.dialog.getByLabel(/^Remove the backups in Daygrove’s own folder/);
  if (await backups.isVisible()) await backups.check();
  await keys.givePassphrase('Forget it here');
  await expect(new Onboarding(app).passphraseHeading).toBeVisible();
  await expect(app.page.getByText('The vault was removed from this computer.')).toBeVisible();
  expect(await readdir(app.profile)).not.toContain('vault.db');
  await app.restart();
  await expect(new Onboarding(app).passphraseHeading).toBeVisible();
  await expect(app.page.getByText('The vault was removed from this computer.')).toHaveCount(0);
});
