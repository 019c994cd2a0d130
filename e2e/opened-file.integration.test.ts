import { expect as expectAtOnce } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSPHRASE, createVault, openTestApp, value } from '../src-main/testing/test-app.ts';
import { startBrowserHost } from './hosts/browser-host.ts';
import type { RunningHost } from './hosts/host.ts';
import { Backups } from './pages/backups.ts';
import { ImportDialog } from './pages/import-dialog.ts';
import { Lock } from './pages/lock.ts';

/** Without its own runner, Playwright waits five seconds: a busy machine needs longer. */
const expectPage = expectAtOnce.configure({ timeout: 60_000 });
const EVERYTHING = { from: null, to: null, tag: null };
let folder: string;
let starts = 0;
/** What the first computer left: an archive under its own ending, and a backup. */
let archive: string;
let backup: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-opened-'));
  archive = join(folder, 'everything.daygrove');
  const first = join(folder, 'first');
  const { app, client } = await openTestApp(first, { choosePath: async () => archive });
  await createVault(client);
  const { day } = value(await client.invoke('app.today', {}));
  value(await client.invoke('entries.write', { id: randomUUID(), day, body: 'Written on the first computer.' }));
  value(await client.invoke('exports.run', { ...EVERYTHING, format: 'archive', withMedia: true }));
  value(await client.invoke('backups.run', {}));
  await app.close();
  backup = join(first, 'backups', readdirSync(join(first, 'backups'))[0]!);

  const { app: other, client: otherClient } = await openTestApp(join(folder, 'second'));
  await createVault(otherClient);
  await other.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withHost(
  profile: string,
  openedFile: string,
  work: (host: RunningHost) => Promise<void>,
): Promise<void> {
  starts += 1;
  const runDirectory = join(folder, `run-${String(starts)}`);
  mkdirSync(runDirectory);
  const host = await startBrowserHost({
    runDirectory,
    profile: join(folder, profile),
    openedFile,
    clock: null,
    timeZone: null,
    idleLockSeconds: null,
    children: process.env['DAYGROVE_CHILDREN'] === 'built' ? 'built' : 'source',
    start: starts,
    onPage: async () => {},
  });
  try {
    await work(host);
  } finally {
    await host.quit();
  }
}

it('an archive waits for the vault to be opened, and then leads to its import', async () => {
  await withHost('second', archive, async ({ page }) => {
    const lock = new Lock({ page });
    await expectPage(lock.heading).toBeVisible();
    await lock.unlock(TEST_PASSPHRASE);
    const dialog = new ImportDialog({ page });
    // A process of its own reads it first.
    await expectPage(dialog.summary).toContainText('1');
    // Its name, and never its place.
    expect(await page.content()).not.toContain(folder);
    await page.keyboard.press('Escape');
    await expectPage(dialog.dialog).toBeHidden();
    // Closed, it does not come back with the next unlock.
    await page.keyboard.press('ControlOrMeta+l');
    await expectPage(lock.heading).toBeVisible();
    await lock.unlock(TEST_PASSPHRASE);
    await expectPage(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expectPage(dialog.dialog).toBeHidden();
  });
}, 120_000);

it('a backup of the open vault leads to what would change', async () => {
  await withHost('first', backup, async ({ page }) => {
    await new Lock({ page }).unlock(TEST_PASSPHRASE);
    const { found } = new Backups({ page });
    await expectPage(found).toBeVisible();
    expect(await found.innerText()).toContain('The backup holds the same as your vault.');
  });
}, 120_000);

it('a backup on a computer without a vault leads to opening it', async () => {
  await withHost('third', backup, async ({ page }) => {
    await expectPage(page.getByText('This is a backup of a vault.')).toBeVisible();
    await expectPage(page.getByLabel(/it had then$/u)).toBeVisible();
    expect(await page.content()).not.toContain(folder);
  });
}, 120_000);
