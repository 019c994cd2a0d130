import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { openTestApp, value } from '../../src-main/testing/test-app.ts';
import { paste } from '../pages/today.ts';
import { SyncServer } from '../support/sync-server/sync-server.ts';
import { deviceOf } from '../sync/two-devices.ts';
import { CLOCK, PASSPHRASE, TODAY, go } from './camera.ts';
import type { Shot } from './camera.ts';

export interface SyncSamples {
  readonly server: SyncServer;
  /** A second device, without a window. */
  readonly opened: Awaited<ReturnType<typeof openTestApp>>;
  close(): Promise<void>;
}

export async function syncSamples(folder: string): Promise<SyncSamples> {
  const server = await SyncServer.start({ dir: join(folder, 'server'), token: 'token', port: 0 });
  const opened = await openTestApp(join(folder, 'other'), {
    clock: { offset: Date.parse(CLOCK) - Date.now(), zone: 'Europe/Vienna' },
  });
  return {
    server,
    opened,
    async close() {
      await opened.app.close();
      await server.close();
    },
  };
}

const lineOf = (page: Page): Locator => page.getByTestId('sync-status');
const sectionOf = (page: Page): Locator => page.getByRole('region', { name: 'Sync' });

export const SYNC_NAMES = ['sync-connect', 'sync', 'conflict', 'conflict-dialog', 'sync-needs-you'] as const;

/** From the first look at a server to one that takes the token no more. */
export function syncing({ server, opened }: SyncSamples): readonly Shot[] {
  const other = deviceOf(opened);
  return [
    {
      name: 'sync-connect',
      narrow: true,
      async arrive(page) {
        await page.getByRole('complementary').getByText('Stretch').first().waitFor();
        await lineOf(page).click();
        await sectionOf(page).getByLabel('Server address').fill(server.url);
        await sectionOf(page).getByLabel('Token', { exact: true }).fill('token');
        await sectionOf(page).getByRole('button', { name: 'Look at this address' }).click();
        await sectionOf(page).getByTestId('sync-found').waitFor();
      },
    },
    {
      name: 'sync',
      narrow: true,
      async arrive(page) {
        const section = sectionOf(page);
        await section.getByRole('button', { name: 'Connect' }).click();
        await page.locator('[data-testid="sync-state"][data-state="synced"]').waitFor();
        const input = { url: server.url, token: 'token', method: 'passphrase', secret: PASSPHRASE } as const;
        value(await opened.client.invoke('vault.join', input));
        value(await opened.client.invoke('sync.rename-device', { name: 'Kitchen laptop' }));
        await other.sync();
        await section.getByRole('button', { name: 'Sync now' }).click();
        await section.getByText('Kitchen laptop').waitFor();
      },
    },
    {
      name: 'conflict',
      async arrive(page) {
        const [line, section] = [lineOf(page), sectionOf(page)];
        await section.getByRole('button', { name: 'Pause' }).click();
        await line.getByText('Sync paused').waitFor();
        await go(page, 'Today');
        const article = page.getByRole('main').getByRole('article').first();
        const [entry] = value(await opened.client.invoke('entries.on-day', { day: TODAY })).entries;
        if (entry === undefined) throw new Error('The second device has no entry of today.');
        await other.write(entry.id, entry.body.replace(/\S+$/u, 'tomorrow.'), entry.revision);
        await other.sync();
        const text = article.getByRole('textbox', { name: /^Entry/ });
        await paste(text, { 'text/plain': entry.body.replace(/\S+$/u, 'later.') });
        await article.getByText('Saved', { exact: true }).waitFor();
        await line.click();
        await section.getByRole('button', { name: 'Resume' }).click();
        await line.getByText('1 entry to look at').waitFor();
        await go(page, 'Today');
        await page.getByTestId('conflict').waitFor();
      },
    },
    {
      name: 'conflict-dialog',
      async arrive(page) {
        await page.getByRole('button', { name: 'Show the other' }).click();
        await page.getByRole('dialog').getByRole('textbox').waitFor();
      },
    },
    {
      name: 'sync-needs-you',
      async arrive(page) {
        await page.keyboard.press('Escape');
        server.changeToken('another');
        await lineOf(page).click();
        await sectionOf(page).getByRole('button', { name: 'Sync now' }).click();
        await lineOf(page).getByText('Sync needs you').waitFor();
      },
    },
  ];
}
