/** For specs: a second device of the same person, the real application without a window. */
import { join } from 'node:path';
import { openTestApp, value, type TestApp } from '../../src-main/testing/test-app.ts';
import type { AppUnderTest, ServerUnderTest } from '../fixtures.ts';
import { deviceOf, type Device } from '../sync/two-devices.ts';
import { PASSPHRASE } from './marker.ts';

/** Its profile lies among the run's records, where the marker search looks. */
export async function otherDevice(app: AppUnderTest, name = 'other'): Promise<Device & TestApp> {
  const opened = await openTestApp(join(app.records, name), {
    clock: { offset: clockOffset(), zone: 'Europe/Vienna' },
  });
  return deviceOf(opened);
}

/** The specs' clock, from now on. */
function clockOffset(): number {
  return Date.parse('2026-11-22T08:20:00Z') - Date.now();
}

export async function joinAs(device: TestApp, { url, token }: ServerUnderTest, secret = PASSPHRASE): Promise<void> {
  value(await device.client.invoke('vault.join', { url, token, method: 'passphrase', secret }));
}
