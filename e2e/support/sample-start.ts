import { rm } from 'node:fs/promises';
import type { AppUnderTest } from '../fixtures.ts';
import { Lock } from '../pages/lock.ts';
import { PASSPHRASE } from './marker.ts';
import { makeSampleVault } from './sample-vault.ts';

/** From a spec's first start to the open sample vault: two months of entries, five habits, something in the trash. */
export async function startWithSample(app: AppUnderTest, today: string): Promise<void> {
  await app.quit();
  await rm(app.profile, { recursive: true, force: true });
  await makeSampleVault(app.profile, PASSPHRASE, today);
  await app.start();
  const lock = new Lock(app);
  await lock.unlock();
  await lock.unlocked();
}
