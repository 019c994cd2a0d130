import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createClock } from '../../src-main/clock.ts';
import { projections } from '../../src-main/storage/service.ts';
import { VaultKeeper } from '../../src-main/storage/vault-keeper.ts';
import { removeFolder, temporaryFolder } from '../../src-main/testing/test-app.ts';
import { seedPlan } from '../support/seed/plan.ts';
import { writeSeed } from '../support/seed/write-seed.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

/** Every kind of record that a life makes: what is sealed and what the lists show are the same, in the vault, and in one that was built from its backup. */
it('a vault of months with everything in it is whole, and so is its backup', async () => {
  const profile = join(folder, 'profile');
  const plan = seedPlan({ seed: 3, lastDay: '2026-11-22', days: 90, entries: 120 });
  await writeSeed(profile, 'leeks before the first frost', plan);
  await mkdir(profile, { recursive: true });
  const clock = createClock({ offset: 0, zone: 'Europe/Vienna' });
  const keeper = new VaultKeeper({ folder: profile, clock, passphraseCost: 'floor', projections, log: () => {} });
  await keeper.unlock('passphrase', 'leeks before the first frost');
  const whole = { unreadable: [], disagreeing: [], incomplete: 0, pages: 0, remedy: null };
  const verify = async (): Promise<unknown> => {
    for (let begins = true; ; begins = false) {
      const { report } = await keeper.verifyPage(begins);
      if (report !== null) return report;
    }
  };
  const before = await verify();
  expect(before).toMatchObject(whole);
  await keeper.backUp();
  const { backups } = await keeper.backupsState();
  const look = await keeper.restoreLook({ source: backups[0]!.name, secret: null });
  const same = { onlyInVault: 0, onlyInBackup: 0, differ: 0 };
  expect(look).toMatchObject({
    unreadable: 0,
    isCut: false,
    comparison: { vault: look.backup, entries: same, habits: same, checkIns: same, photos: same, erasedSince: 0 },
  });
  expect(Math.min(look.backup.entries, look.backup.habits, look.backup.checkIns, look.backup.photos)).toBeGreaterThan(
    0,
  );
  await keeper.restoreTake();
  expect(await verify()).toEqual(before);
  await keeper.close();
});
