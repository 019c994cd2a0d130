import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { closeAll } from '../access/rooms.ts';
import { askForTheSame } from './beginnings.ts';
import { PASSPHRASE } from './camera.ts';
import type { Shot } from './camera.ts';

/**
 * The main screens, for pictures in any language: found by keys, roles and what the vault calls its own, never by a word of ours.
 */

const MAIN_BUTTON = 'button[class*="_main_"]';

export async function unlockWithoutWords(page: Page): Promise<void> {
  await page.locator('input[type=password]').first().fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByText('Stretch').waitFor();
}

let groups: readonly string[] = [];

export const FIRST_RUN_WITHOUT_WORDS: readonly Shot[] = [
  {
    name: 'onboarding-1-passphrase',
    async arrive(page) {
      const fields = page.locator('input[type=password]');
      await fields.nth(0).fill(PASSPHRASE);
      await fields.nth(1).fill(PASSPHRASE);
      await page.getByRole('status').filter({ hasText: /\S/u }).first().waitFor();
    },
  },
  {
    name: 'onboarding-2-recovery-key',
    async arrive(page) {
      await page.locator(MAIN_BUTTON).click();
      await page.getByTestId('recovery-key').waitFor();
      groups = await page.getByTestId('recovery-key').getByRole('listitem').allInnerTexts();
    },
  },
  {
    name: 'onboarding-2-two-groups',
    async arrive(page) {
      await askForTheSame(page);
      await page.locator(MAIN_BUTTON).click();
      await page.getByRole('textbox').nth(1).waitFor();
    },
  },
  {
    name: 'onboarding-3-begin',
    async arrive(page) {
      for (const field of await page.getByRole('textbox').all()) {
        const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
        await field.fill(groups[Number(/\d+/u.exec(label)?.[0]) - 1] ?? '');
      }
      await page.locator(MAIN_BUTTON).click();
      await page.getByRole('main').getByRole('button').nth(3).waitFor();
    },
  },
];

export const LOCK_WITHOUT_WORDS: Shot = {
  name: 'lock',
  async arrive(page) {
    await page.locator('input[type=password]').waitFor();
  },
};

export const ROOMS_WITHOUT_WORDS: readonly Shot[] = [
  {
    name: 'today',
    async arrive(page) {
      await page.getByRole('main').getByRole('article').first().waitFor();
    },
  },
  {
    name: 'journal',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+2');
      await page.getByRole('feed').getByRole('article').nth(3).getByRole('button').click();
      await page.getByRole('region').getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'calendar',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+4');
      await page.getByRole('main').getByRole('grid').getByRole('button').first().waitFor();
    },
  },
  {
    name: 'habits',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+3');
      await page.getByRole('main').getByRole('grid').locator('[data-state]').first().waitFor();
    },
  },
  {
    name: 'habit',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('combobox').fill('Stretch');
      await page.getByRole('dialog').getByRole('option', { name: 'Stretch' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Stretch' }).waitFor();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
    },
  },
  {
    name: 'insights',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+5');
      // The last of the lengths of time is everything: the sample is two months old.
      const span = page.getByRole('main').locator('h1 + p');
      const before = await span.innerText();
      await page.getByRole('main').getByRole('radiogroup').first().getByRole('radio').last().check();
      await expect(span).not.toHaveText(before);
      await page.getByRole('slider').first().waitFor();
    },
  },
  {
    name: 'search',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+Shift+f');
      await page.getByRole('main').getByRole('combobox').fill('frost');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'settings',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+,');
      await page.locator('[data-theme-choice]').first().waitFor();
    },
  },
  {
    name: 'settings-security',
    async arrive(page) {
      // By its key: the pointer would rest on what comes to stand below it.
      await page.locator('a[href="#settings-security"]').press('Enter');
    },
  },
  {
    name: 'palette',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'help',
    async arrive(page) {
      await closeAll(page);
      await page.keyboard.press('F1');
      await page.getByRole('dialog').getByRole('searchbox').waitFor();
    },
  },
  {
    name: 'capture',
    async arrive(page) {
      await closeAll(page);
      await page.keyboard.press('ControlOrMeta+Shift+n');
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
];

const ON_A_LARGE_SCREEN = ['today', 'journal', 'calendar', 'habits', 'insights', 'settings'];
export const WIDE_ROOMS = ROOMS_WITHOUT_WORDS.filter(({ name }) => ON_A_LARGE_SCREEN.includes(name));
