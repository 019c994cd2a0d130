import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Damage } from '../pages/damage.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { MARKER } from '../support/marker.ts';

const vaultFile = (app: AppUnderTest): string => join(app.profile, 'vault.db');
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes other bytes over a part of a file, the same ones every time. */
function overwrite(file: string, from: number, length: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(descriptor);
}

// A vault is backed up by the first unlock that finds the last backup a day old: here that has to be the second one.
test.use({ vault: 'none' });

/** A vault with two entries and a backup of them, and a third entry that is in no backup; the app is not running. */
async function vaultWithBackup(app: AppUnderTest): Promise<void> {
  const today = new Today(app);
  await createVault(app);
  await today.write(MARKER);
  await today.newEntry();
  await today.write('The second', 1);
  await app.restart();
  await new Lock(app).unlock();
  await expect
    .poll(() => (existsSync(join(app.profile, 'backups')) ? readdirSync(join(app.profile, 'backups')) : []))
    .toEqual([expect.stringMatching(/\.daygrove-backup$/)]);
  await today.newEntry();
  await today.write('The third, after the backup', 2);
  await app.quit();
}

test(
  'a file that cannot be read at all is kept, and the vault comes back from the backup',
  { tag: '@journey' },
  async ({ app }) => {
    const today = new Today(app);
    const lock = new Lock(app);
    const damage = new Damage(app);
    await vaultWithBackup(app);
    overwrite(vaultFile(app), 0, statSync(vaultFile(app)).size);
    const damaged = hashOf(vaultFile(app));

    await app.start();
    await lock.unlock();
    await expect(damage.heading).toBeVisible();
    await expect(damage.source(/What still opens in this file/)).toBeDisabled();
    await expect(damage.source(/The backup of/)).toBeChecked();
    expect(hashOf(vaultFile(app))).toBe(damaged);

    // Nobody has to decide now, and a wrong passphrase learns nothing of it.
    await damage.notNow();
    await expect(lock.heading).toBeVisible();
    await lock.unlock('not the passphrase');
    await expect(lock.problem).toContainText('does not open this vault');
    await expect(lock.button).toHaveAccessibleName('Unlock');
    await lock.unlock();

    await damage.rebuild();
    await expect(damage.rebuiltHeading).toBeVisible();
    const kept = readdirSync(app.profile, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /damaged.*vault.*\.db$/.test(name),
    );
    expect(kept.map((name) => hashOf(join(app.profile, name)))).toEqual([damaged]);
    await damage.goOn();
    await expect(today.text(0)).toHaveText(MARKER);
    await expect(today.text(1)).toHaveText('The second');

    await today.newEntry();
    await today.write('Written after the rebuild', 2);
    await app.restart();
    await lock.unlock();
    await expect(today.text(2)).toHaveText('Written after the rebuild');
  },
);

test('a file that lost its end gives what still opens in it, with the backup for the rest', async ({ app }) => {
  const today = new Today(app);
  const lock = new Lock(app);
  const damage = new Damage(app);
  await vaultWithBackup(app);
  truncateSync(vaultFile(app), Math.floor(statSync(vaultFile(app)).size / 8192) * 4096);

  await app.start();
  await lock.unlock();
  await expect(damage.heading).toBeVisible();
  await damage.source(/The backup of/).check();
  await damage.rebuild();
  await expect(damage.rebuiltHeading).toBeVisible();
  await damage.goOn();
  await expect(today.text(0)).toHaveText(MARKER);
  await expect(today.text(1)).toHaveText('The second');
});

test('a vault file that is gone is damage, not a new beginning', async ({ app }) => {
  const today = new Today(app);
  const damage = new Damage(app);
  await vaultWithBackup(app);
  for (const name of readdirSync(app.profile)) {
    if (name.startsWith('vault.db')) rmSync(join(app.profile, name));
  }
  await app.start();
  await new Lock(app).unlock();
  await expect(damage.heading).toBeVisible();
  await damage.rebuild();
  await expect(damage.rebuiltHeading).toBeVisible();
  await damage.goOn();
  await expect(today.text(0)).toHaveText(MARKER);
});
