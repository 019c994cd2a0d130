import type { Page } from '@playwright/test';
import { PASSPHRASE } from './camera.ts';
import type { Shot } from './camera.ts';

/** From no vault to the first page. */
export const ONBOARDING: readonly Shot[] = [
  {
    name: 'onboarding-1-passphrase',
    narrow: true,
    async arrive(page) {
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await page.getByLabel('Passphrase again').fill(PASSPHRASE);
      await page.getByRole('status').filter({ hasText: /\w/ }).first().waitFor();
    },
  },
  {
    name: 'onboarding-2-recovery-key',
    async arrive(page) {
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('heading', { name: 'Keep this recovery key' }).waitFor();
    },
  },
  {
    name: 'onboarding-2-two-groups',
    async arrive(page) {
      groups = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
      await askForTheSame(page);
      await page.getByRole('button', { name: 'I have it' }).click();
      await page
        .getByRole('textbox', { name: /^Group \d+$/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'onboarding-3-begin',
    async arrive(page) {
      for (const [index, group] of groups.entries()) {
        const field = page.getByLabel(`Group ${String(index + 1)}`, { exact: true });
        if ((await field.count()) > 0) await field.fill(group);
      }
      await page.getByRole('button', { name: 'Make my vault' }).click();
      await page.getByRole('heading', { name: 'Your vault is ready' }).waitFor();
    },
  },
  {
    name: 'today-empty',
    async arrive(page) {
      await page.getByRole('button', { name: 'Write a first entry' }).click();
      await page.getByRole('complementary').waitFor();
    },
  },
];

/** Otherwise the page asks for two other groups of the key each time. */
export async function askForTheSame(page: Page): Promise<void> {
  await page.evaluate(() => {
    Math.random = () => 0.4;
  });
}

/** The recovery key that was shown, for the two groups of it that are asked for. */
let groups: readonly string[] = [];

export const JOINING: readonly Shot[] = [
  {
    name: 'onboarding-join',
    narrow: true,
    async arrive(page) {
      await page.getByRole('button', { name: 'I already have a vault' }).click();
      await page.getByRole('heading', { name: 'Bring your vault here' }).waitFor();
    },
  },
];

/** On a computer without a vault. */
export function openingBackup(backup: () => Promise<string>): readonly Shot[] {
  return [
    {
      name: 'open-backup',
      narrow: true,
      async arrive(page) {
        await page.getByRole('button', { name: 'Open a backup' }).click();
        await page.getByLabel('Choose a backup').waitFor();
      },
    },
    {
      name: 'open-backup-secret',
      async arrive(page) {
        await page.getByLabel('Choose a backup').setInputFiles(await backup());
        await page.getByLabel('Passphrase it had then').fill(PASSPHRASE);
      },
    },
    {
      name: 'open-backup-found',
      narrow: true,
      async arrive(page) {
        await page.getByRole('button', { name: 'See what it holds' }).click();
        await page.getByRole('button', { name: 'Make this my vault' }).waitFor();
      },
    },
  ];
}

/** Of a vault with half of its file overwritten. */
export const DAMAGED: readonly Shot[] = [
  {
    name: 'damaged',
    async arrive(page: Page) {
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Unlock' }).click();
      await page.getByRole('radio').first().waitFor();
    },
  },
];
