import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { statisticsContract } from '../../../src-shared/contract/statistics.ts';
import { countTags } from '../../../src-shared/domain/tags.ts';
import {
  groupingFor,
  hoursOf,
  meanMood,
  seriesOf,
  startOfEverything,
  streaksOf,
  sumOf,
  weekdaysOf,
} from '../../../src-shared/domain/writing-statistics.ts';
import { ok } from '../../../src-shared/result.ts';
import { jsonOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { BEGINNING, COUNTED, IN_RANGE, readDays } from './counted-days.ts';

/** More would be a list, and the search has one. */
const MOST_TAGS = 60;

/** See `COUNTED`. */
const TAGGED = 'entry INDEXED BY entry_tagged';

const WRITTEN_DAYS = `SELECT CAST(json_group_array(day) AS BLOB) AS days FROM
  (SELECT DISTINCT day FROM ${COUNTED} WHERE deleted = 0 AND day <= ? ORDER BY day)`;

const BY_HOUR = `SELECT hour, count(*) AS entries, sum(words) AS words FROM ${COUNTED} WHERE ${IN_RANGE} GROUP BY hour`;

const BY_TAGS = `SELECT CAST(tags AS BLOB) AS tags, count(*) AS n FROM ${TAGGED} WHERE ${IN_RANGE} AND tags <> '[]' GROUP BY entry.tags`;

export function statisticsHandlers(vault: Vault): Handlers<keyof typeof statisticsContract> {
  const writtenDays = async (last: string): Promise<string[]> =>
    jsonOf((await vault.read.first(WRITTEN_DAYS, last))?.days) as string[];

  return {
    'statistics.writing': async ({ from: asked, to, weekStart }) => {
      const tallies = await readDays(vault.read, asked ?? BEGINNING, to);
      const written = asked === null ? tallies.map(({ day }) => day) : await writtenDays(to);
      const first = written[0] ?? null;
      const from = asked ?? startOfEverything(first, to);
      const grouping = groupingFor(from, to);
      const hours = await vault.read.all(BY_HOUR, from, to);
      const tags = await vault.read.all(BY_TAGS, from, to);
      const sum = sumOf(tallies);
      const { entries, words, days, moodDays } = sum;
      return ok({
        from,
        to,
        first,
        total: { entries, words, days, moodDays, mood: meanMood(sum) },
        ...streaksOf(written, to),
        grouping,
        series: seriesOf(tallies, { from, to, grouping, weekStart }),
        weekdays: weekdaysOf(tallies),
        hours: hoursOf(
          hours.map((row) => ({ hour: Number(row.hour), entries: Number(row.entries), words: Number(row.words) })),
        ),
        tags: countTags(tags.map((row) => ({ tags: jsonOf(row.tags) as string[], entries: Number(row.n) }))).slice(
          0,
          MOST_TAGS,
        ),
      });
    },
  };
}
