/**
 * Main in a process of its own that is killed while it writes an export: `node export-child.ts PROFILE OUT FORMAT PASSPHRASE MILLIS`. Unlocks, begins, and ends itself by SIGKILL
 * so many milliseconds after something of the export is on the disk. Prints nothing and never ends in order.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ExportFormat } from '../../src-shared/contract/exports.ts';
import { openTestApp, value } from './test-app.ts';

const [profile, out, format, passphrase, millis] = process.argv.slice(2) as [string, string, string, string, string];

function isBegun(): boolean {
  return readdirSync(out).some((name) => name.endsWith('.part') && statSync(join(out, name)).size > 0);
}

const { client } = await openTestApp(profile, { choosePath: async (name) => join(out, name) });
value(await client.invoke('vault.unlock', { method: 'passphrase', secret: passphrase }));
let isRunning = true;
const running = client
  .invoke('exports.run', { format: format as ExportFormat, from: null, to: null, tag: null, withMedia: true })
  .finally(() => (isRunning = false));
while (isRunning && !isBegun()) await setImmediate();
// As it comes: in the middle, or when it has ended.
setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(millis));
await running;
