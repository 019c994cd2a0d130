import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import { Habits } from '../pages/habits.ts';
import { ImportDialog } from '../pages/import-dialog.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { dayOneExport } from '../samples/day-one.ts';
import { MARKER } from '../support/marker.ts';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Every address that Chromium asked for and every name that it looked up, its own background errands included. */
function chromiumTargets(file: string): string[] {
  const text = readFileSync(file, 'utf8').trimEnd();
  const { constants, events } = JSON.parse(text) as NetLog;
  const { URL_REQUEST_START_JOB, HOST_RESOLVER_MANAGER_REQUEST } = constants.logEventTypes;
  return events.flatMap(({ type, params }) => {
    if (type === URL_REQUEST_START_JOB) return [String(params?.['url'])];
    if (type === HOST_RESOLVER_MANAGER_REQUEST) return [`lookup ${String(params?.['host'])}`];
    return [];
  });
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

  // The page's requests and the connections of the host's processes are checked behind every test (fixtures.ts). Here: that there is
  // something to check, and Chromium's own account of itself.
  expect(app.requests.length).toBeGreaterThan(3);
  await app.quit();
  test.skip(host === 'electron', 'Electron’s own network log is a matter of its specs.');
  const logs = readdirSync(app.records).filter((name) => name.startsWith('net-log-'));
  expect(logs).toHaveLength(1);
  const targets = logs.flatMap((name) => chromiumTargets(join(app.records, name)));
  expect(targets.filter((target) => target.startsWith(`${origin}/`)).length).toBeGreaterThan(3);
  expect(targets.filter((target) => !target.startsWith(`${origin}/`) && !target.startsWith(`${origin.replace('http', 'ws')}/`))).toEqual([]);
});
