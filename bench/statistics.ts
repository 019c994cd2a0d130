import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClock } from '../src-main/clock.ts';
import { entriesHandlers } from '../src-main/features/entries/handlers.ts';
import { statisticsHandlers } from '../src-main/features/statistics/handlers.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { value } from '../src-main/testing/test-app.ts';
import { rangeStart } from '../src-shared/domain/writing-statistics.ts';
import { comparePairs, report } from './measure.ts';
import { BENCH_PASSPHRASE, seedVault } from './seed.ts';

/**
 * Each range as the page asks for it (series, days in a row, rhythm, tags) against one bare aggregate over all entries. Of fourteen entries a day for twenty years,
 * and of one a day for 274: the worst shape of a journal, which has as many days to look at as entries.
 */
export async function benchStatistics(folder: string, entries: number, lastDay: string): Promise<void> {
  for (const aDay of [14, 1]) {
    // The vault of one entry a day is the search's too.
    const vaultFolder = join(folder, aDay === 1 ? `vault-${entries}` : `vault-${entries}-${aDay}`);
    if (!existsSync(vaultFolder)) {
      await mkdir(vaultFolder, { recursive: true });
      await seedVault(vaultFolder, entries, lastDay, aDay);
    }
    await benchShape(vaultFolder, `${entries.toLocaleString('en')} at ${aDay} a day`, lastDay);
  }
}

async function benchShape(vaultFolder: string, shape: string, lastDay: string): Promise<void> {
  const keeper = new VaultKeeper({
    folder: vaultFolder,
    clock: createClock({ offset: 0, zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  await keeper.unlock('passphrase', BENCH_PASSPHRASE);
  const { read } = keeper.vault;
  const statistics = statisticsHandlers(keeper.vault);
  const bareAggregate = () =>
    read.all('SELECT count(*), sum(words), avg(mood) FROM entry INDEXED BY entry_counted WHERE deleted = 0');
  for (const range of ['days', 'months', 'everything'] as const) {
    const from = rangeStart(range, lastDay, 1);
    const { ours, bare } = await comparePairs(
      30,
      async () => {
        const { total } = value(await statistics['statistics.writing']({ from, to: lastDay, weekStart: 1 }));
        if (total.entries < 30) throw new Error('Not every entry was counted');
      },
      bareAggregate,
    );
    report(`statistics ${range}, ${shape}`, ours, bare, 'one bare aggregate over all');
  }
  const handlers = entriesHandlers(keeper.vault);
  const tags = await comparePairs(30, async () => value(await handlers['entries.tags']({})), bareAggregate);
  report(`tags, ${shape}`, tags.ours, tags.bare, 'the same');
  await keeper.close();
}
