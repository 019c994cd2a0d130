import { createClock } from '../src-main/clock.ts';
import { entriesHandlers } from '../src-main/features/entries/handlers.ts';
import { projections } from '../src-main/storage/service.ts';
import { VaultKeeper } from '../src-main/storage/vault-keeper.ts';
import { value } from '../src-main/testing/test-app.ts';
import { addDays } from '../src-shared/domain/day.ts';
import { comparePairs, report } from './measure.ts';

/** What the rooms ask for when they are entered, in the storage process, against one bare count along the index of days. */
export async function benchEntryLists(folder: string, passphrase: string, lastDay: string): Promise<void> {
  const keeper = new VaultKeeper({
    folder,
    clock: createClock({ offset: Date.parse(`${lastDay}T20:00:00Z`) - Date.now(), zone: 'UTC' }),
    passphraseCost: 'floor',
    projections,
    log: () => {},
  });
  await keeper.unlock('passphrase', passphrase);
  const handlers = entriesHandlers(keeper.vault);
  const { read } = keeper.vault;
  const year = lastDay.slice(0, 4);
  const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'timeline, the newest 40 days',
      async () => value(await handlers['entries.timeline']({ before: null, limit: 40 })),
    ],
    [
      'timeline, 40 days of three years ago',
      async () => value(await handlers['entries.timeline']({ before: addDays(lastDay, -1095), limit: 40 })),
    ],
    ['timeline, 400 days', async () => value(await handlers['entries.timeline']({ before: null, limit: 400 }))],
    ['tags', async () => value(await handlers['entries.tags']({}))],
    ['memories', async () => value(await handlers['entries.memories']({ day: lastDay }))],
    [
      'calendar, a year',
      async () => value(await handlers['entries.calendar']({ from: `${year}-01-01`, to: `${year}-12-31` })),
    ],
    ['trash', async () => value(await handlers['entries.trash']({}))],
  ];
  const { n } = (await read.first('SELECT count(*) AS n FROM entry WHERE deleted = 0'))!;
  for (const [name, call] of calls) {
    const { ours, bare } = await comparePairs(7, call, () => read.all('SELECT count(*) FROM entry WHERE deleted = 0'));
    report(`${name}, ${Number(n).toLocaleString('en')} entries`, ours, bare, 'bare: how many entries there are');
  }
  await keeper.close();
}
