import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { createClock } from '../src-main/clock.ts';
import { entriesHandlers } from '../src-main/features/entries/handlers.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { value } from '../src-main/testing/test-app.ts';
import { comparePairs, report } from './measure.ts';
import { BENCH_PASSPHRASE, seedVault } from './seed.ts';

/** What people type: common words and rare ones, parts of words, one letter, phrases, filters, and what is nowhere. */
const QUERIES = [
  'morning',
  'm',
  'mo',
  'ilwa',
  'the garden',
  '"quiet call"',
  'frost -rain',
  'mood:4 garden',
  'after:2020 bread',
  'zzzz',
];

/** Search as the page asks for it (the newest fifty with their passages) against bare FTS5 over the same texts, asked for the newest fifty ids of a word. */
export async function benchSearch(folder: string, entries: number, lastDay: string): Promise<void> {
  const vaultFolder = join(folder, `vault-${entries}`);
  await mkdir(vaultFolder, { recursive: true });
  await seedVault(vaultFolder, entries, lastDay);
  const keeper = new VaultKeeper({
    folder: vaultFolder,
    clock: createClock({ offset: 0, zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  await keeper.unlock('passphrase', BENCH_PASSPHRASE);
  const handlers = entriesHandlers(keeper.vault);
  const { read } = keeper.vault;
  for (const query of QUERIES) {
    const { ours, bare } = await comparePairs(
      30,
      async () => value(await handlers['entries.search']({ query, limit: 50 })),
      () =>
        read.all(`SELECT rowid FROM entry_search WHERE entry_search MATCH '"morning"' ORDER BY rowid DESC LIMIT 50`),
    );
    report(
      `search ${query}, ${entries.toLocaleString('en')} entries`,
      ours,
      bare,
      'bare FTS5, newest 50 ids of a common word',
    );
  }
  await keeper.close();
}
