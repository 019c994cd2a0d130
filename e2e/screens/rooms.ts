import { go } from './camera.ts';
import type { Shot } from './camera.ts';

export const LOCK: Shot = {
  name: 'lock',
  narrow: true,
  async arrive(page) {
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
  },
};

/** The rooms of a small vault, from its lock screen on. */
export const ROOMS: readonly Shot[] = [
  {
    name: 'today',
    narrow: true,
    async arrive(page) {
      await page.getByRole('main').getByRole('article').first().waitFor();
      await page.getByRole('complementary').getByText('Stretch').waitFor();
    },
  },
  {
    name: 'journal',
    narrow: true,
    async arrive(page) {
      await go(page, 'Journal');
      await page.getByRole('feed').getByRole('article').nth(3).getByRole('button').click();
      await page.getByRole('region', { name: 'The entry' }).getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'calendar',
    narrow: true,
    async arrive(page) {
      await go(page, 'Calendar');
      await page.getByText(/days with entries/).waitFor();
    },
  },
  {
    name: 'calendar-year',
    async arrive(page) {
      await go(page, 'Calendar');
      await page.getByRole('radio', { name: 'Year', exact: true }).check();
      await page.getByRole('grid').nth(11).waitFor();
    },
  },
  {
    name: 'insights',
    narrow: true,
    async arrive(page) {
      await go(page, 'Insights');
      // The sample is two months old: of everything there is more to see than of a year.
      await page.getByRole('radio', { name: 'Everything' }).check();
      await page.getByText(/^Most: \d+ words, .* 2026\.$/u).waitFor();
    },
  },
  {
    name: 'insights-below',
    async arrive(page) {
      await go(page, 'Insights');
      await page.getByRole('slider').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'journal-select',
    async arrive(page) {
      await go(page, 'Journal');
      await page.getByRole('button', { name: 'Select' }).click();
      for (const row of [1, 2, 4]) {
        await page.getByRole('feed').getByRole('article').nth(row).getByRole('button').click();
      }
    },
  },
  {
    name: 'tags',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Journal');
      await page.getByRole('button', { name: 'Tags', exact: true }).click();
      await page.getByRole('list', { name: 'All tags' }).waitFor();
    },
  },
  {
    name: 'templates',
    narrow: true,
    async arrive(page) {
      await go(page, 'Today');
      await page.keyboard.press('ControlOrMeta+Shift+m');
      await page.getByRole('option').nth(2).hover();
    },
  },
  {
    name: 'trash',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Journal');
      await page.getByRole('button', { name: 'Trash', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor();
    },
  },
  {
    name: 'trash-erase',
    async arrive(page) {
      await page.getByRole('button', { name: 'Empty the trash…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'search',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await go(page, 'Search');
      await page.getByRole('combobox').fill('frost');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'settings',
    async arrive(page) {
      await go(page, 'Settings');
      await page.getByRole('radiogroup', { name: 'Theme' }).waitFor();
    },
  },
  {
    name: 'palette',
    async arrive(page) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').waitFor();
    },
  },
];
