import { join } from 'node:path';
import { createClock } from '../src-main/clock.ts';
import { openTestApp, value } from '../src-main/testing/test-app.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { addDays } from '../src-shared/domain/day.ts';
import { comparePairs, report } from './measure.ts';
import { BENCH_PASSPHRASE } from './seed.ts';

/** Everything Today shows, asked for through the whole bridge, against the same rows asked of the same kind of database in one process. */
export async function benchToday(folder: string, lastDay: string): Promise<void> {
  const vaultFolder = join(folder, 'vault-10000');
  const clock = { offset: Date.parse(`${lastDay}T20:00:00Z`) - Date.now(), zone: 'UTC' };
  const keeper = new VaultKeeper({
    folder: vaultFolder,
    clock: createClock(clock),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  await keeper.unlock('passphrase', BENCH_PASSPHRASE);
  const { read } = keeper.vault;
  // The same file, so that pages and plans are the same; the app only reads meanwhile, and SQLite's readers do not stop each other.
  const test = await openTestApp(vaultFolder, { clock });
  value(await test.client.invoke('vault.unlock', { method: 'passphrase', secret: BENCH_PASSPHRASE }));
  const result = await comparePairs(
    400,
    async () => {
      const answers = await Promise.all([
        test.client.invoke('entries.on-day', { day: lastDay }),
        test.client.invoke('habits.overview', { day: lastDay }),
      ]);
      if (value(answers[0]).entries.length !== 1) throw new Error('Today does not show the seeded entry');
      if (value(answers[1]).habits.length !== 5) throw new Error('Today does not show the seeded habits');
    },
    async () => {
      await read.all('SELECT * FROM entry WHERE deleted = 0 AND day = ?', lastDay);
      await read.all('SELECT * FROM habit WHERE deleted = 0 AND archived = 0 ORDER BY position');
      await read.all(
        'SELECT check_in.* FROM habit JOIN check_in ON check_in.habit = habit.id AND check_in.day BETWEEN ? AND ?',
        addDays(lastDay, -6),
        lastDay,
      );
    },
  );
  report('Today at 10,000 entries', result.ours, result.bare, 'its bare queries');
  await test.app.close();
  await keeper.close();
}
