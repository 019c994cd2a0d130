import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { paste, Today } from '../pages/today.ts';
import { Insights } from '../pages/insights.ts';
import { Journal } from '../pages/journal.ts';
import { Search } from '../pages/search.ts';
import { Templates } from '../pages/templates.ts';
import { go, openByPalette } from '../screens/camera.ts';
import type { Shot } from '../screens/camera.ts';

/** Whatever is open over the page is closed. */
export async function closeAll(page: Page): Promise<void> {
  const open = page.locator('[role=dialog], [role=menu], [data-trigger=ComboBox]');
  while ((await open.count()) > 0) {
    // Some give their place to another one, which is closed next.
    await open.last().evaluate((layer) => layer.setAttribute('data-closing', ''));
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-closing]')).toHaveCount(0);
  }
}

async function room(page: Page, name: string): Promise<void> {
  await closeAll(page);
  await go(page, name);
}

/** Rooms that hold nothing, in a vault that holds nothing. */
export const EMPTY_ROOMS: readonly Shot[] = [
  ...['Journal', 'Calendar', 'Insights', 'Habits', 'Search'].map((name) => ({
    name: `${name.toLowerCase()}-empty`,
    async arrive(page: Page) {
      await room(page, name);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    },
  })),
  ...(['Tags', 'Photos', 'Trash'] as const).map((part) => ({
    name: `${part.toLowerCase()}-empty`,
    async arrive(page: Page) {
      await room(page, 'Journal');
      await new Journal({ page }).part(part).click();
      await page.getByRole('heading', { level: 1, name: part }).waitFor();
    },
  })),
];

/** What opens over the rooms of a small vault, behind the screens of ROOMS. */
export const OVER_ROOMS: readonly Shot[] = [
  {
    name: 'insights-table',
    async arrive(page) {
      await room(page, 'Insights');
      const insights = new Insights({ page });
      await insights.openTable('Writing over time');
      await insights.section('Writing over time').getByRole('table').waitFor();
    },
  },
  {
    name: 'shortcuts',
    async arrive(page) {
      await room(page, 'Settings');
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'licences',
    async arrive(page) {
      await room(page, 'Settings');
      await page.getByRole('region', { name: 'About' }).getByRole('button', { name: 'Licences' }).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
  {
    name: 'protection',
    async arrive(page) {
      await room(page, 'Settings');
      await page.getByRole('button', { name: 'What Daygrove protects' }).click();
      await page.getByRole('heading', { level: 1, name: /^What Daygrove protects/u }).waitFor();
    },
  },
  {
    name: 'capture',
    async arrive(page) {
      await closeAll(page);
      await openByPalette(page, 'Quick capture');
      await page.getByRole('dialog', { name: 'Quick capture' }).waitFor();
    },
  },
  {
    name: 'change-passphrase',
    async arrive(page) {
      await room(page, 'Settings');
      await page.getByRole('button', { name: 'Change passphrase…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  ...(['New recovery key…', 'Renew the vault’s key…', 'Forget the vault here…'] as const).map((button, index) => ({
    name: ['new-recovery-key', 'renew-key', 'forget'][index]!,
    async arrive(page: Page) {
      await room(page, 'Settings');
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('dialog').waitFor();
    },
  })),
  {
    name: 'history',
    async arrive(page) {
      await room(page, 'Today');
      const today = new Today({ page });
      await today.newEntry();
      await paste(today.text(1), { 'text/plain': 'See [the weir](https://example.org/weir) there, it is wierd.' });
      await expect(today.saved(1)).toBeVisible();
      await today.entries.nth(1).getByRole('button', { name: 'Earlier texts' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'link-menu',
    async arrive(page) {
      await room(page, 'Today');
      await new Today({ page }).text(1).getByText('the weir').click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'link',
    async arrive(page) {
      await page.getByRole('menuitem', { name: 'Open the link' }).click();
      await page.getByRole('dialog', { name: 'Open example.org?' }).waitFor();
    },
  },
  {
    name: 'spelling-menu',
    async arrive(page) {
      await closeAll(page);
      await page.locator('[data-misspelt]').filter({ hasText: 'wierd' }).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'format-menu',
    async arrive(page) {
      await closeAll(page);
      await new Today({ page }).text(1).press('ControlOrMeta+a');
      await page.getByTestId('format-menu').waitFor();
    },
  },
  {
    name: 'edit-link',
    async arrive(page) {
      await page.getByTestId('format-menu').getByRole('button', { name: /^Link/u }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'notice',
    async arrive(page) {
      await closeAll(page);
      await new Today({ page }).remove(1);
    },
  },
  {
    name: 'focus-mode',
    async arrive(page) {
      await openByPalette(page, 'Focus mode');
      await page.getByRole('button', { name: 'Leave focus mode' }).waitFor();
    },
  },
  {
    name: 'template',
    async arrive(page) {
      await page.getByRole('button', { name: 'Leave focus mode' }).click();
      await room(page, 'Settings');
      await page.getByRole('button', { name: 'New template…' }).click();
      await new Templates({ page }).dialog.waitFor();
    },
  },
  {
    name: 'entry-menu',
    async arrive(page) {
      await room(page, 'Journal');
      await new Journal({ page }).row(1).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'day-menu',
    async arrive(page) {
      await room(page, 'Calendar');
      await page
        .getByRole('grid')
        .getByRole('button', { name: /November 20/u })
        .click({ button: 'right' });
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'remove-entries',
    async arrive(page) {
      await room(page, 'Journal');
      const journal = new Journal({ page });
      await journal.select.click();
      for (const row of [1, 2]) await journal.row(row).click();
      await journal.bar.getByRole('button', { name: /^Remove/u }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'search-nothing',
    async arrive(page) {
      await closeAll(page);
      await page.keyboard.press('Escape');
      await room(page, 'Search');
      await new Search({ page }).field.fill('zephyrkettle');
      await page.getByText(/^No entry has/u).waitFor();
    },
  },
  {
    name: 'search-filter',
    async arrive(page) {
      await new Search({ page }).field.fill('frost');
      await new Search({ page }).hits.first().waitFor();
      await page.getByRole('button', { name: 'Tag', exact: true }).click();
      await page.locator('[role=menu], [role=listbox]').last().waitFor();
    },
  },
  {
    name: 'saved-search',
    async arrive(page) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Save this search' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
