import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { PASSPHRASE } from '../support/marker.ts';

test('a passphrase that is short, weak or typed differently is not taken, and the meter says why', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.passphrase.fill('password');
  await expect(onboarding.strength).toContainText('Very weak');
  await onboarding.continue.click();
  await expect(onboarding.problem).toContainText('would be guessed quickly');

  await onboarding.passphrase.fill('xkqz7');
  await onboarding.continue.click();
  await expect(onboarding.problem).toContainText('at least 8 characters');

  await onboarding.choosePassphrase(PASSPHRASE, `${PASSPHRASE}s`);
  await expect(onboarding.strength).toContainText('Very strong');
  await expect(onboarding.problem).toContainText('not the same');
  await expect(onboarding.passphraseHeading).toBeVisible();
  expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);
});

test('the vault is made when the recovery key was typed back, and not before', async ({ app }) => {
  const onboarding = new Onboarding(app);
  await onboarding.choosePassphrase(PASSPHRASE);
  const key = await onboarding.shownKey();
  expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);

  const last = key.at(-1) === '7' ? '8' : '7';
  await onboarding.confirmKey(key.slice(0, -1) + last);
  await expect(onboarding.problem).toContainText('not the recovery key shown above');
  expect(existsSync(join(app.profile, 'vault.db'))).toBe(false);

  // As a person types it: small letters, spaces.
  await onboarding.confirmKey(` ${key.toLowerCase().replaceAll('-', ' ')} `);
  await expect(onboarding.readyHeading).toBeVisible();
  expect(existsSync(join(app.profile, 'vault.db'))).toBe(true);
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
