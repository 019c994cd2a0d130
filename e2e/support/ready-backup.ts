import { randomUUID } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../../src-main/clock.ts';
import { projections } from '../../src-main/storage/service.ts';
import { VaultKeeper } from '../../src-main/storage/vault-keeper.ts';
import { idFromText } from '../../src-main/vault/record-id.ts';
import { PASSPHRASE } from './marker.ts';
import { READY_PROFILE } from './ready-profile.ts';

/** A backup of the vault that specs begin with, with one entry of today's in it: `folder` stands for the computer that it was written on. */
export async function backupOfReadyProfile(folder: string, body: string): Promise<{ name: string; buffer: Buffer }> {
  const profile = join(folder, 'the first computer');
  cpSync(READY_PROFILE, profile, { recursive: true });
  const clock = createClock({ offset: Date.parse('2026-11-22T08:00:00Z') - Date.now(), zone: 'Europe/Vienna' });
  const keeper = new VaultKeeper({ folder: profile, clock, passphraseCost: 'floor', projections, log: () => {} });
  await keeper.unlock('passphrase', PASSPHRASE);
  const fields = { day: '2026-11-22', createdAt: clock.now(), zone: 'Europe/Vienna', body };
  await keeper.vault.commit([{ id: idFromText(randomUUID()), type: 'entry', fields }]);
  await keeper.backUp();
  await keeper.close();
  const [name] = readdirSync(join(profile, 'backups'));
  return { name: name!, buffer: readFileSync(join(profile, 'backups', name!)) };
}
