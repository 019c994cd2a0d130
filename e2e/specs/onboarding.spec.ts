import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { PASSPHRASE } from '../support/marker.ts';

// From the very first screen on.
test.use({ vault: 'none' });

test('a passphrase that is short, weak or typed differently is not taken, and the meter says why', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.passphrase.fill('password');
  await expect(onboarding.strength).toContainText('Very weak');
  await onboarding.continue.click();
  await expect(onboarding.problem).toContainText('too weak');
  await expect(onboarding.passphrase).toBeFocused();

  await onboarding.passphrase.fill('xkqz7');
  await onboarding.continue.click();
  await expect(onboarding.problem).toContainText('at least 8 characters');

  await onboarding.choosePassphrase(PASSPHRASE, `${PASSPHRASE}s`);
  await expect(onboarding.strength).toContainText('Very strong');
  await expect(onboarding.problem).toContainText('not the same');
  await expect(onboarding.again).toBeFocused();
  await expect(onboarding.passphraseHeading).toBeVisible();
  expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);
});

test('a problem that comes and goes moves nothing', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.passphrase.fill('password');
  await expect(onboarding.strength).toContainText('Very weak');
  const before = await onboarding.continue.boundingBox();
  await onboarding.continue.click();
  await expect(onboarding.problem).toBeVisible();
  expect(await onboarding.continue.boundingBox()).toEqual(before);
});

test(
  'the vault is made when two groups of the hidden key were typed back, and not before',
  { tag: '@journey' },
  async ({ app }) => {
    const onboarding = new Onboarding(app);
    await onboarding.choosePassphrase(PASSPHRASE);
    const key = await onboarding.shownKey();
    const groups = key.split('-');
    expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);

    const [first = 0, second = 0] = await onboarding.askForGroups();
    const left = await app.page.content();
    for (const group of groups) expect(left).not.toContain(group);

    // The whole key, as somebody would paste it, is no group of it.
    await onboarding.typeGroups([key, groups[second - 1] ?? '']);
    await expect(onboarding.problem).toContainText(`Not group ${String(first)}`);
    await expect(onboarding.askedGroups.first()).toBeFocused();
    expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);

    await onboarding.showAgain.click();
    expect(await onboarding.shownKey()).toBe(key);
    const asked = await onboarding.askForGroups();
    await expect(onboarding.askedGroups.first()).toHaveValue('');
    // As a person types it: small letters, a space.
    await onboarding.typeGroups(asked.map((number) => ` ${groups[number - 1] ?? ''}`.toLowerCase()));
    await expect(onboarding.readyHeading).toBeVisible();
    expect(existsSync(join(app.profile, 'vault.db'))).toBe(true);
  },
);

test('a copied key says where it lies', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.choosePassphrase(PASSPHRASE);
  await onboarding.shownKey();
  await app.page.getByRole('button', { name: 'Copy' }).click();
  await expect(app.page.getByRole('status').filter({ hasText: 'clipboard' })).toContainText('to clear it');
});

test('quitting in the middle leaves nothing behind', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await expect(onboarding.passphraseHeading).toBeVisible();
  await app.restart();
  await expect(onboarding.passphraseHeading).toBeVisible();
  const before = readdirSync(app.profile).toSorted();

  await onboarding.choosePassphrase(PASSPHRASE);
  const firstKey = await onboarding.shownKey();
  await app.restart();
  await expect(onboarding.passphraseHeading).toBeVisible();
  expect(readdirSync(app.profile).toSorted()).toEqual(before);

  // Another try is another vault.
  await onboarding.choosePassphrase(PASSPHRASE);
  expect(await onboarding.shownKey()).not.toBe(firstKey);
});

test('it may end in a first habit', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.choosePassphrase(PASSPHRASE);
  await onboarding.confirmKey(await onboarding.shownKey());
  await onboarding.beginWith('Begin a habit');
  await new Habits(app).fillIn('Water the ferns');
  await expect(new Today(app).tick('Water the ferns')).toBeVisible();
});

test('it may end in an import', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.choosePassphrase(PASSPHRASE);
  await onboarding.confirmKey(await onboarding.shownKey());
  await onboarding.beginWith('Bring what you have');
  await expect(new ImportDialog(app).dialog).toBeVisible();
});
