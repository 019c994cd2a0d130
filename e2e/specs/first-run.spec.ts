import { expect, test } from '../fixtures.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { expectAccessible } from '../support/accessible.ts';
import { PASSPHRASE } from '../support/marker.ts';

// From the very first screen on, by keyboard alone.
test.use({ vault: 'none' });

test('three steps to a sample journal, and one key press to be rid of it', { tag: '@journey' }, async ({ app }) => {
  const { page } = app;
  const onboarding = new Onboarding(app);
  const { keyboard } = page;
  const step = (number: number) => page.getByText(`Step ${String(number)} of 3`);
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const wanted = page.getByRole('button', { name });
    for (let presses = 0; presses < 40; presses += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
  };

  // The smallest window: what leads on is seen without scrolling.
  await page.setViewportSize({ width: 900, height: 600 });
  const inSight = (name: string): Promise<void> =>
    expect(page.getByRole('button', { name })).toBeInViewport({ ratio: 1 });

  await test.step('1: a passphrase, and what was typed is there again behind a look elsewhere', async () => {
    await expect(step(1)).toBeVisible();
    await expect(onboarding.passphrase).toBeFocused();
    await inSight('Continue');
    await expect(page.getByRole('button', { name: 'I already have a vault' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open a backup' })).toBeVisible();
    await keyboard.insertText(PASSPHRASE);
    await tabTo('I already have a vault');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Bring your vault here' })).toBeVisible();
    await tabTo('Make a new vault instead');
    await keyboard.press('Enter');
    await expect(onboarding.passphrase).toHaveValue(PASSPHRASE);
    await onboarding.again.focus();
    await keyboard.insertText(PASSPHRASE);
    await expect(onboarding.strength).not.toContainText('easy to remember');
    await keyboard.press('Enter');
  });

  await test.step('2: the recovery key, with a way back that keeps what was typed', async () => {
    await expect(onboarding.recoveryKeyHeading).toBeFocused();
    await expect(step(2)).toBeVisible();
    const before = await onboarding.shownKey();
    await inSight('I have it');
    await tabTo('Back to the passphrase');
    await keyboard.press('Enter');
    await expect(onboarding.passphraseHeading).toBeVisible();
    await expect(onboarding.passphrase).toHaveValue(PASSPHRASE);
    await onboarding.again.focus();
    await keyboard.press('Enter');
    // The same passphrase, the same key: what was written down is right.
    expect(await onboarding.shownKey()).toBe(before);
    const groups = before.split('-');
    await expectAccessible(app, 'the recovery key');
    await tabTo('Help: Passphrase and recovery key');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Passphrase and recovery key' })).toBeFocused();
    await keyboard.press('Escape');
    await tabTo('I have it');
    await keyboard.press('Enter');
    await expect(onboarding.askedGroups.first()).toBeFocused();
    await inSight('Make my vault');
    for (const field of await onboarding.askedGroups.all()) {
      const number = /\d+/.exec(
        (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? '',
      );
      await field.focus();
      await keyboard.insertText(groups[Number(number?.[0]) - 1] ?? '');
    }
    await keyboard.press('Enter');
  });

  await test.step('3: import is offered right there, and a sample journal', async () => {
    await expect(onboarding.readyHeading).toBeFocused();
    await expect(step(3)).toBeVisible();
    await inSight('Write a first entry');
    await inSight('Bring what you have');
    await inSight('Look at a sample journal');
    await expectAccessible(app, 'how to begin');
    await tabTo('Look at a sample journal');
    await keyboard.press('Enter');
  });

  const bar = page.getByRole('region', { name: 'Sample journal' });
  await test.step('the sample says what it is, and fills the rooms', async () => {
    await expect(bar).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText('six weeks of somebody')).toBeVisible();
    await expect(page.getByRole('button', { name: /A short walk/ }).first()).toBeVisible();
    await expectAccessible(app, 'Today with a sample journal');
    await keyboard.press('Control+5');
    await expect(page.getByRole('heading', { name: 'Mood over time' })).toBeVisible();
    await expect(bar).toBeVisible();
  });

  await test.step('one press removes it', async () => {
    await keyboard.press('Control+1');
    await expect(page.getByText('six weeks of somebody')).toBeVisible();
    await tabTo('Remove it');
    await keyboard.press('Enter');
    await expect(page.getByText('The sample journal is gone')).toBeVisible();
    await expect(bar).toBeHidden();
    // The entry that had the focus is gone, and the focus is not.
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText('six weeks of somebody')).toBeHidden();
    await keyboard.press('Control+3');
    await expect(page.getByText('A short walk')).toBeHidden();
  });
});
