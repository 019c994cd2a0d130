/**
 * `npm run bench`: what Daygrove costs, as ratios to the bare minimum measured in the same run. Milliseconds are this machine's; ratios travel.
 * `-- --only stalls` runs one of them; `--entries 100000` fills the ten years of the stalls with as many; `--profile DIR --passphrase P --until DAY` takes a vault
 * that `npm run seed` has made, and works in a copy of it.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.ts';
import { benchArchive } from './archive.ts';
import { benchBackup } from './backup.ts';
import { benchEditor } from './editor.ts';
import { benchEntryLists } from './entry-lists.ts';
import { benchStalls, seedTenYears } from './renderer-stalls.ts';
import { benchHabits } from './habits.ts';
import { benchOverview, seedHabits } from './overview.ts';
import { benchSave } from './save.ts';
import { BENCH_PASSPHRASE, seedVault } from './seed.ts';
import { benchStart } from './start.ts';
import { benchSearch } from './search.ts';
import { benchStatistics } from './statistics.ts';
import { benchSync } from './sync.ts';
import { benchToday } from './today.ts';

const LAST_DAY = '2026-11-22';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    entries: { type: 'string', default: '4000' },
    profile: { type: 'string' },
    passphrase: { type: 'string', default: BENCH_PASSPHRASE },
    until: { type: 'string', default: LAST_DAY },
  },
});

/** The ten years that the page is led through, in a folder that may be written to. */
async function tenYears(into: string): Promise<void> {
  if (values.profile === undefined) await seedTenYears(into, Number(values.entries), values.until);
  else await cp(values.profile, into, { recursive: true });
}

const NAMES = [
  'save',
  'today',
  'start',
  'search',
  'statistics',
  'habits',
  'editor',
  'lists',
  'stalls',
  'overview',
  'backup',
  'sync',
  'archive',
] as const;
type BenchName = (typeof NAMES)[number];

const unknown = values.only.find((name) => !NAMES.some((known) => known === name));
if (unknown !== undefined) throw new Error(`There is no bench ${unknown}; there are ${NAMES.join(', ')}.`);
const chosen = NAMES.filter((name) => values.only.length === 0 || values.only.includes(name));
const needs = (...names: readonly BenchName[]): boolean => chosen.some((name) => names.includes(name));

const folder = await mkdtemp(join(tmpdir(), 'daygrove-bench-'));
const years = join(folder, 'ten-years');
const { passphrase, until: lastDay } = values;
const benches: Readonly<Record<BenchName, () => Promise<void>>> = {
  save: () => benchSave(folder),
  today: () => benchToday(folder, LAST_DAY),
  start: () => benchStart(folder, LAST_DAY),
  search: () => benchSearch(folder, 100_000, LAST_DAY),
  statistics: () => benchStatistics(folder, 100_000, LAST_DAY),
  habits: () => benchHabits(folder, LAST_DAY),
  editor: () => benchEditor(folder, LAST_DAY),
  lists: () => benchEntryLists(years, passphrase, lastDay),
  stalls: () => benchStalls({ profile: years, passphrase, lastDay }),
  overview: async () => {
    const profile = join(folder, 'sixty-habits');
    if (values.profile === undefined) await seedHabits(profile, lastDay);
    else await cp(values.profile, profile, { recursive: true });
    await benchOverview({ profile, passphrase, lastDay });
  },
  backup: () => benchBackup(folder, years, passphrase),
  sync: () => benchSync(folder),
  archive: () => benchArchive(folder),
};
try {
  for (const entries of needs('today', 'start') ? [1_000, 10_000] : []) {
    await mkdir(join(folder, `vault-${entries}`));
    await seedVault(join(folder, `vault-${entries}`), entries, LAST_DAY);
  }
  if (needs('editor', 'stalls', 'overview')) await buildAll();
  if (needs('lists', 'stalls', 'backup')) await tenYears(years);
  for (const name of chosen) await benches[name]();
} finally {
  await rm(folder, { recursive: true, force: true });
}
