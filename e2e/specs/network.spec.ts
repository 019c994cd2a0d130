import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Backups } from '../pages/backups.ts';
import { ExportDialog } from '../pages/export-dialog.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Settings } from '../pages/settings.ts';
import { Today } from '../pages/today.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { MARKER } from '../support/marker.ts';

// From the very first screen on, and in a Chromium whose account is of this visit alone.
test.use({ vault: 'none', window: 'own' });

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What Chromium itself put on the wire, its own errands included: connections, questions to a name server, datagrams. */
function onTheWire(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const { TCP_CONNECT_ATTEMPT, DNS_TRANSACTION, UDP_BYTES_SENT } = constants.logEventTypes;
  return events.flatMap(({ type, params }) => {
    if (type === TCP_CONNECT_ATTEMPT && params?.['address'] !== undefined) return [String(params['address'])];
    if (type === DNS_TRANSACTION && params?.['hostname'] !== undefined)
      return [`question for ${String(params['hostname'])}`];
    return type === UDP_BYTES_SENT ? ['datagram'] : [];
  });
}

/** Of the only start of an app that has ended; each once. */
function seenOnTheWire({ records }: Pick<AppUnderTest, 'records'>): string[] {
  const logs = readdirSync(records).filter((name) => name.startsWith('net-log-'));
  expect(logs).toHaveLength(1);
  return [...new Set(logs.flatMap((name) => onTheWire(join(records, name))))];
}

test('a whole visit asks nobody but the app itself', async ({ app, host }) => {
  const today = new Today(app);
  await createVault(app);
  const { origin } = app;
  await today.write(`[a link](https://diary.invalid/) ${MARKER} ![an image](https://diary.invalid/image.png)`);
  await new Habits(app).create('Look at the network');
  await today.go('Import…');
  await new ImportDialog(app).choose(dayOneExport());
  await new ImportDialog(app).run();
  await new ImportDialog(app).done();
  for (const room of ['Journal', 'Habits', 'Search', 'Settings'] as const) await today.go(room);
  const exported = new ExportDialog(app);
  await exported.open();
  await exported.run('Daygrove archive');
  await exported.dialog.getByRole('button', { name: 'Done' }).click();
  const backups = new Backups(app);
  await backups.open();
  await backups.runNow();
  await new Lock(app).lockNow();
  await new Lock(app).unlock();

  // The page's requests and the connections of the host's processes are checked behind every test (fixtures.ts). Here: that there is
  // something to check, and Chromium's own account of itself.
  expect(app.requests.length).toBeGreaterThan(3);
  await app.quit();
  // Electron's page is served inside its own process.
  expect(seenOnTheWire(app)).toEqual(host === 'electron' ? [] : [new URL(origin).host]);
});

test.describe('behind a proxy that denies everything', () => {
  test.use({ proxied: true });

  test('a whole visit asks the proxy for nothing @browser', async ({ app }) => {
    const proxy = app.proxy!;
    const today = new Today(app);
    await createVault(app);
    await today.write(`[a link](https://diary.invalid/) ${MARKER} ![an image](https://diary.invalid/image.png)`);
    await new Habits(app).create('Look at the proxy');
    for (const room of ['Journal', 'Habits', 'Search', 'Settings'] as const) await today.go(room);
    const settings = new Settings(app);
    await settings.theme('Dark').check();
    await settings.lockByItself.selectOption({ index: 1 });
    await new Lock(app).lockNow();
    await new Lock(app).unlock();
    await today.go('Today');
    await expect(today.text()).toContainText(MARKER);
    expect(proxy.asked).toEqual([]);

    // That it would have been asked: by another page of the very same Chromium, for a name, for a secured one, and for another server of this machine.
    const stranger = await app.page.context().newPage();
    for (const address of ['http://diary.invalid/a', 'https://diary.invalid/', `${proxy.address}/direct`]) {
      await stranger.goto(address).catch(() => {
        // Denied.
      });
    }
    expect(proxy.asked).toEqual(
      expect.arrayContaining([
        'GET http://diary.invalid/a',
        'CONNECT diary.invalid:443',
        `GET ${proxy.address}/direct`,
      ]),
    );
    const before = proxy.asked.length;
    const { origin } = app;
    await app.quit();
    expect(proxy.asked.slice(before), 'errands of the end').toEqual([]);
    // Nothing went past the proxy either.
    expect(seenOnTheWire(app).toSorted()).toEqual([new URL(origin).host, new URL(proxy.address).host].toSorted());
  });
});
