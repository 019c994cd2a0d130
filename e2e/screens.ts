/** `npm run screens [FOLDER]`: every screen in light and dark, and the main ones narrow, into docs/screens. Taken in the browser host on the built page. */
import { paste } from './pages/today.ts';
import { mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { buildAll } from '../scripts/build.ts';
import { startBrowserHost } from './hosts/browser-host.ts';
import { importScreens } from './screens-imports.ts';
import type { HostOptions, RunningHost } from './hosts/host.ts';
import { openTestApp, value } from '../src-main/testing/test-app.ts';
import { SyncServer } from './support/sync-server/sync-server.ts';
import { deviceOf } from './sync/two-devices.ts';
import { seedPlan } from './support/seed/plan.ts';
import { writeSeed } from './support/seed/write-seed.ts';
import { makeSampleVault, writeBackups } from './support/sample-vault.ts';

const CLOCK = '2026-11-22T07:30:00Z';
const PASSPHRASE = 'leeks before the first frost';
const WIDE = { width: 1320, height: 860 };
const NARROW = { width: 900, height: 600 };

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', 'docs', 'screens'));

async function pictures(page: Page, name: string, narrow = false): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`), caret: 'initial' });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (!narrow) return;
  await page.setViewportSize(NARROW);
  await page.screenshot({ path: join(folder, `${name}-narrow.png`) });
  await page.setViewportSize(WIDE);
}

async function withHost(
  profile: string,
  work: (host: RunningHost) => Promise<void>,
  more: Partial<HostOptions> = {},
): Promise<void> {
  const runDirectory = await mkdtemp(join(tmpdir(), 'daygrove-screens-'));
  const host = await startBrowserHost({
    runDirectory,
    profile,
    downloads: join(runDirectory, 'Downloads'),
    clock: CLOCK,
    timeZone: 'Europe/Vienna',
    idleLockSeconds: null,
    children: 'built',
    start: 1,
    onPage: async () => {},
    ...more,
  });
  try {
    await host.page.setViewportSize(WIDE);
    await work(host);
  } finally {
    await host.quit();
    await rm(runDirectory, { recursive: true, force: true });
  }
}

async function onboarding({ page }: RunningHost): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again').fill(PASSPHRASE);
  await page.getByRole('status').filter({ hasText: /\w/ }).first().waitFor();
  await pictures(page, 'onboarding-1-passphrase', true);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Keep this recovery key' }).waitFor();
  await pictures(page, 'onboarding-2-recovery-key');
  const groups = await page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'I have it' }).click();
  const asked = page.getByRole('textbox', { name: /^Group \d+$/ });
  await asked.first().waitFor();
  await pictures(page, 'onboarding-2-two-groups');
  for (const [index, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${String(index + 1)}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group);
  }
  await page.getByRole('button', { name: 'Make my vault' }).click();
  await page.getByRole('heading', { name: 'Your vault is ready' }).waitFor();
  await pictures(page, 'onboarding-3-begin');
  await page.getByRole('button', { name: 'Write a first entry' }).click();
  await page.getByRole('complementary').waitFor();
  await pictures(page, 'today-empty');
}

async function rooms({ page }: RunningHost): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
  await pictures(page, 'lock', true);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  const go = (room: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
  await page.getByRole('main').getByRole('article').first().waitFor();
  await page.getByRole('complementary').getByText('Stretch').waitFor();
  await pictures(page, 'today', true);
  await go('Journal');
  await page.getByRole('feed').getByRole('article').nth(3).getByRole('button').click();
  await page.getByRole('region', { name: 'The entry' }).getByRole('textbox').first().waitFor();
  await pictures(page, 'journal', true);
  await go('Calendar');
  await page.getByText(/days with entries/).waitFor();
  await pictures(page, 'calendar', true);
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.getByRole('grid').nth(11).waitFor();
  await pictures(page, 'calendar-year');
  await go('Insights');
  // The sample is two months old: of everything there is more to see than of a year.
  await page.getByRole('radio', { name: 'Everything' }).check();
  await page.getByText(/^Most: \d+ words, .* 2026\.$/u).waitFor();
  await pictures(page, 'insights', true);
  await page.getByRole('slider').last().scrollIntoViewIfNeeded();
  await pictures(page, 'insights-below');
  await go('Journal');
  await page.getByRole('button', { name: 'Select' }).click();
  for (const row of [1, 2, 4]) await page.getByRole('feed').getByRole('article').nth(row).getByRole('button').click();
  await pictures(page, 'journal-select');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tags', exact: true }).click();
  await page.getByRole('list', { name: 'All tags' }).waitFor();
  await pictures(page, 'tags');
  await go('Today');
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await page.getByRole('option').nth(2).hover();
  await pictures(page, 'templates', true);
  await page.keyboard.press('Escape');
  await go('Journal');
  await page.getByRole('button', { name: 'Trash', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Trash' }).waitFor();
  await pictures(page, 'trash');
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await page.getByRole('dialog').waitFor();
  await pictures(page, 'trash-erase');
  await page.keyboard.press('Escape');
  await go('Search');
  await page.getByRole('combobox').fill('frost');
  await page.getByRole('option').first().waitFor();
  await pictures(page, 'search');
  await go('Settings');
  await page.getByRole('radiogroup', { name: 'Theme' }).waitFor();
  await pictures(page, 'settings');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').waitFor();
  await pictures(page, 'palette');
  await page.keyboard.press('Escape');
  await importScreens(page, pictures);
  await openByPalette(page, 'Export…');
  await page.getByText(/^It will hold/u).waitFor();
  await pictures(page, 'export', true);
  await page.getByRole('radio', { name: 'Book, as a PDF' }).check();
  await page.getByLabel('Time').selectOption('From one day to another');
  await page.getByText(/^It will hold/u).waitFor();
  await pictures(page, 'export-book', true);
  await page.getByRole('radio', { name: 'Loop backup' }).check();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByText(/^Saved/u).waitFor();
  await pictures(page, 'export-done', true);
}

/** Opens what the palette finds under these words. */
async function openByPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

/** Two years of a life with every kind of habit. */
async function habits({ page }: RunningHost): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page
    .getByRole('complementary')
    .getByText(/, strength \d+/u)
    .first()
    .waitFor();
  await pictures(page, 'today-habits', true);
  await page
    .getByRole('button', { name: /^More for Read/u })
    .first()
    .click();
  await page.getByRole('menuitem', { name: /^Other days/u }).click();
  await page.getByRole('grid').waitFor();
  await pictures(page, 'habit-days');
  await page.keyboard.press('Escape');
  await openByPalette(page, 'Read');
  await page.getByRole('heading', { level: 1, name: 'Read' }).waitFor();
  await page.getByRole('heading', { name: 'Strength' }).waitFor();
  await pictures(page, 'habit', true);
  await page.getByRole('heading', { name: 'Notes' }).scrollIntoViewIfNeeded();
  await pictures(page, 'habit-below');
  const go = (room: string): Promise<void> =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
  await go('Habits');
  await page.getByRole('grid', { name: 'Habits' }).locator('[data-state]').first().waitFor();
  await pictures(page, 'habits', true);
  await page.getByRole('button', { name: 'Pauses…' }).click();
  await page.getByRole('dialog').waitFor();
  await pictures(page, 'pauses');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New habit' }).first().click();
  await page.getByRole('dialog').waitFor();
  await pictures(page, 'habit-new');
  await page.keyboard.press('Escape');
  await go('Insights');
  await page.getByRole('heading', { name: 'Mood and habits' }).waitFor();
  await page.getByRole('radio', { name: 'Day after' }).scrollIntoViewIfNeeded();
  await page.mouse.move(WIDE.width / 2, WIDE.height / 2);
  await page.mouse.wheel(0, WIDE.height / 2);
  await pictures(page, 'mood-and-habits');
  await openByPalette(page, 'Month in review');
  await page.keyboard.press('Alt+PageUp');
  await page.getByRole('heading', { level: 1, name: 'October 2026' }).waitFor();
  await page.getByRole('table').first().waitFor();
  await pictures(page, 'month', true);
}

/** With a server of its own and a second device without a window. */
async function syncing({ page }: RunningHost, profiles_: string): Promise<void> {
  const server = await SyncServer.start({ dir: join(profiles_, 'server'), token: 'token', port: 0 });
  const opened = await openTestApp(join(profiles_, 'other'), {
    clock: { offset: Date.parse(CLOCK) - Date.now(), zone: 'Europe/Vienna' },
  });
  const other = deviceOf(opened);
  try {
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByRole('complementary').getByText('Stretch').waitFor();
    const line = page.getByTestId('sync-status');
    const section = page.getByRole('region', { name: 'Sync' });
    await line.click();
    await section.getByLabel('Server address').fill(server.url);
    await section.getByLabel('Token', { exact: true }).fill('token');
    await section.getByRole('button', { name: 'Look at this address' }).click();
    await section.getByTestId('sync-found').waitFor();
    await pictures(page, 'sync-connect', true);
    await section.getByRole('button', { name: 'Connect' }).click();
    await page.locator('[data-testid="sync-state"][data-state="synced"]').waitFor();
    const input = { url: server.url, token: 'token', method: 'passphrase', secret: PASSPHRASE } as const;
    value(await opened.client.invoke('vault.join', input));
    value(await opened.client.invoke('sync.rename-device', { name: 'Kitchen laptop' }));
    await other.sync();
    await section.getByRole('button', { name: 'Sync now' }).click();
    await section.getByText('Kitchen laptop').waitFor();
    await pictures(page, 'sync', true);
    await section.getByRole('button', { name: 'Pause' }).click();
    await line.getByText('Sync paused').waitFor();
    const go = (room: string): Promise<void> =>
      page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
    await go('Today');
    const text = page
      .getByRole('main')
      .getByRole('article')
      .first()
      .getByRole('textbox', { name: /^Entry/ });
    const [entry] = value(await opened.client.invoke('entries.on-day', { day: CLOCK.slice(0, 10) })).entries;
    const before = entry!.body;
    await other.write(entry!.id, before.replace(/\S+$/u, 'tomorrow.'), entry!.revision);
    await other.sync();
    await paste(text, { 'text/plain': before.replace(/\S+$/u, 'later.') });
    await page.getByRole('main').getByRole('article').first().getByText('Saved', { exact: true }).waitFor();
    await line.click();
    await section.getByRole('button', { name: 'Resume' }).click();
    await line.getByText('1 entry to look at').waitFor();
    await go('Today');
    await page.getByTestId('conflict').waitFor();
    await pictures(page, 'conflict');
    await page.getByRole('button', { name: 'Show the other' }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await pictures(page, 'conflict-dialog');
    await page.keyboard.press('Escape');
    server.changeToken('another');
    await line.click();
    await section.getByRole('button', { name: 'Sync now' }).click();
    await line.getByText('Sync needs you').waitFor();
    await pictures(page, 'sync-needs-you');
  } finally {
    await opened.app.close();
    await server.close();
  }
}

async function joining({ page }: RunningHost): Promise<void> {
  await page.getByRole('button', { name: 'I already have a vault' }).click();
  await page.getByRole('heading', { name: 'Bring your vault here' }).waitFor();
  await pictures(page, 'onboarding-join', true);
}

/** A vault with backups, one of which is older than what was written since; the folder of choice is a stick. */
async function backups({ page }: RunningHost): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  const section = page.getByRole('region', { name: 'Backups' });
  await section.getByRole('button', { name: 'Choose a folder…' }).click();
  await section.getByTestId('backup-folder').getByText('The newest there:').waitFor();
  await section.getByText(/backups? on this computer/u).click();
  await section.getByRole('heading', { name: 'A second place' }).scrollIntoViewIfNeeded();
  await section.scrollIntoViewIfNeeded();
  await pictures(page, 'backups', true);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Today' }).click();
  await page.getByRole('main').getByRole('button', { name: 'New entry' }).click();
  const text = page
    .getByRole('main')
    .getByRole('article')
    .last()
    .getByRole('textbox', { name: /^Entry/ });
  await paste(text, { 'text/plain': 'Written since the backup.' });
  await page.getByRole('main').getByRole('article').last().getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await section.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await pictures(page, 'restore-choose', true);
  await page.getByRole('dialog').getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').getByRole('table').waitFor();
  await pictures(page, 'restore-compare', true);
  await page.keyboard.press('Escape');
  await section.getByRole('button', { name: 'Verify my vault…' }).click();
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await page.getByRole('dialog').getByText('Everything is whole.').waitFor();
  await pictures(page, 'verify');
}

/** On a computer without a vault. */
async function openingBackup({ page }: RunningHost, backup: string): Promise<void> {
  await page.getByRole('button', { name: 'Open a backup' }).click();
  await page.getByLabel('Choose a backup').waitFor();
  await pictures(page, 'open-backup', true);
  await page.getByLabel('Choose a backup').setInputFiles(backup);
  await page.getByLabel('Passphrase it had then').fill(PASSPHRASE);
  await pictures(page, 'open-backup-secret');
  await page.getByRole('button', { name: 'See what it holds' }).click();
  await page.getByRole('button', { name: 'Make this my vault' }).waitFor();
  await pictures(page, 'open-backup-found', true);
}

async function damaged({ page }: RunningHost): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page
    .getByRole('radio')
    .first()
    .waitFor({ timeout: 8000 })
    .catch(() => {});
  await pictures(page, 'damaged');
}

await buildAll();
await mkdir(folder, { recursive: true });
const profiles = await mkdtemp(join(tmpdir(), 'daygrove-screens-profiles-'));
try {
  await withHost(join(profiles, 'joining'), joining);
  await withHost(join(profiles, 'new'), onboarding);
  const sample = join(profiles, 'sample');
  await makeSampleVault(sample, PASSPHRASE, CLOCK.slice(0, 10));
  await withHost(sample, rooms);
  const years = join(profiles, 'years');
  const plan = seedPlan({ seed: 1, lastDay: CLOCK.slice(0, 10), days: 730, entries: 800 });
  await writeSeed(years, PASSPHRASE, plan, () => {});
  await withHost(years, habits);
  const stick = join(profiles, 'stick');
  await mkdir(stick);
  await writeBackups(sample, PASSPHRASE, [CLOCK.slice(0, 10), '2026-11-15', '2026-10-31', '2026-09-30']);
  await withHost(sample, backups, { chosenFolder: stick });
  const [backup] = (await readdir(stick)).filter((name) => name.endsWith('.daygrove-backup'));
  await withHost(join(profiles, 'elsewhere'), (host) => openingBackup(host, join(stick, backup!)));
  await withHost(sample, (host) => syncing(host, profiles));
  const { size } = await stat(join(sample, 'vault.db'));
  const file = await open(join(sample, 'vault.db'), 'r+');
  await file.write(Buffer.alloc(Math.floor(size / 2)), 0, Math.floor(size / 2), 0);
  await file.close();
  await withHost(sample, damaged);
} finally {
  await rm(profiles, { recursive: true, force: true });
}
