import { cp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock } from '../src-main/clock.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { median, report, timed } from './measure.ts';

const ROUNDS = 3;

/**
 * What a backup costs (reading, sealing, writing, and reading and opening it all again), a look at one (building a vault of it and comparing), and a look at everything
 * in the vault; each against copying the vault's file, which is the least that keeping a second one can cost.
 * @param seeded a profile; worked on in a copy of it
 */
export async function benchBackup(folder: string, seeded: string, passphrase: string): Promise<void> {
  const profile = join(folder, 'backup');
  await cp(seeded, profile, { recursive: true });
  await rm(join(profile, 'backups'), { recursive: true, force: true });
  const keeper = new VaultKeeper({
    folder: profile,
    clock: createClock({ offset: 0, zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  await keeper.unlock('passphrase', passphrase);
  const records = await keeper.vault.versionCount();
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const samples = { backup: [] as number[], look: [] as number[], verify: [] as number[], copy: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.copy.push(await timed(() => cp(join(profile, 'vault.db'), join(folder, `copy-${round}.db`))));
    samples.backup.push(await timed(() => keeper.backUp()));
    const [name] = await readdir(join(profile, 'backups'));
    samples.look.push(await timed(() => keeper.restoreLook({ source: name!, secret: null })));
    samples.verify.push(
      await timed(async () => {
        for (let page = await keeper.verifyPage(true); page.report === null;) page = await keeper.verifyPage(false);
      }),
    );
  }
  clearInterval(watching);
  const [name] = await readdir(join(profile, 'backups'));
  const { size } = await stat(join(profile, 'backups', name!));
  await keeper.close();
  const rate = (milliseconds: number): string =>
    `${Math.round((records * 1000) / milliseconds).toLocaleString('en')}/s`;
  const line = (what: string, milliseconds: number): void =>
    report(`${what}, ${rate(milliseconds)}`, milliseconds, median(samples.copy), 'copying vault.db');
  process.stdout.write(`${records.toLocaleString('en')} versions, a backup of ${(size / 1e6).toFixed(1)} MB\n`);
  line('backup, verified', median(samples.backup));
  line('look at a backup', median(samples.look));
  line('verify the vault', median(samples.verify));
  process.stdout.write(
    `  memory meanwhile ${String(Math.round(most / 1e6))} MB, before ${String(Math.round(before / 1e6))} MB\n`,
  );
}
