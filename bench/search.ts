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

/**
 * Search as the page asks for it, against bare FTS5 over the same texts, asked for as many ids of a word: the first twenty with their passages, which are on the
 * screen with the letter, and the hundred with the number of all (to 250), which follow when the hand pauses.
 */
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
    for (const { limit, isCounted } of [
      { limit: 20, isCounted: false },
      { limit: 100, isCounted: true },
    ]) {
      const { ours, bare } = await comparePairs(
        30,
        async () => value(await handlers['entries.search']({ query, limit, isCounted })),
        () =>
          read.all(
            `SELECT rowid FROM entry_search WHERE entry_search MATCH '"morning"' ORDER BY rowid DESC LIMIT ${String(limit)}`,
          ),
      );
      const what = isCounted ? 'the rest' : `search ${query}`;
      report(
        what.padStart(isCounted ? what.length + 2 : 0),
        ours,
        bare,
        `bare FTS5, newest ${String(limit)} ids of a common word`,
      );
    }
  }
  await keeper.close();
}
