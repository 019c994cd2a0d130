/** `npm run bench`: what Daygrove costs, as ratios to the bare minimum measured in the same run. Milliseconds are this machine's; ratios travel. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchSave } from './save.ts';
import { seedVault } from './seed.ts';
import { benchStart } from './start.ts';
import { benchSearch } from './search.ts';
import { benchStatistics } from './statistics.ts';
import { benchSync } from './sync.ts';
import { benchToday } from './today.ts';

const LAST_DAY = '2026-11-22';

const folder = await mkdtemp(join(tmpdir(), 'daygrove-bench-'));
try {
  for (const entries of [1_000, 10_000]) {
    await mkdir(join(folder, `vault-${entries}`));
    await seedVault(join(folder, `vault-${entries}`), entries, LAST_DAY);
  }
  await benchSave(folder);
  await benchToday(folder, LAST_DAY);
  await benchStart(folder, LAST_DAY);
  await benchSearch(folder, 100_000, LAST_DAY);
  await benchStatistics(folder, 100_000, LAST_DAY);
  await benchSync(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
