import { describe, expect, it } from 'vitest';
import type { SqliteValue } from '../sqlite/database.ts';
import { databaseOf } from '../testing/database-samples.ts';
import { daysByName, readHabits } from '../testing/habit-items.ts';
import { sourceOf } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { tickmateReader } from './reader.ts';

type Rows = readonly (readonly SqliteValue[])[];

/** As `DatabaseOpenHelper` of Tickmate makes it, for its schemas 9 (before several ticks a day), 12 (before groups) and 14. */
function tickmate(version: 9 | 12 | 14, tracks: Rows, ticks: Rows, groups: Rows = [], links: Rows = []) {
  const track = [
    '_id integer primary key autoincrement',
    'name text not null',
    'description text not null',
    'icon text not null',
  ];
  track.push('enabled integer not null');
  if (version > 9) track.push('multiple_entries_per_day integer DEFAULT 0');
  if (version === 14) track.push('color integer DEFAULT 0');
  if (version > 9) track.push('"order" integer DEFAULT -1');
  const tick = [
    '_id integer primary key autoincrement',
    '_track_id integer',
    'year integer',
    'month integer',
    'day integer',
  ];
  if (version > 9) tick.push('hour integer', 'minute integer', 'second integer', 'has_time_info integer DEFAULT 0');
  const grouping = {
    groups: { columns: '_id integer primary key, name text, description text, "order" integer', rows: groups },
    track2groups: { columns: '_id integer primary key, _track_id integer, _group_id integer', rows: links },
  };
  return databaseOf(
    {
      tracks: { columns: track.join(', '), rows: tracks },
      ticks: { columns: tick.join(', '), rows: ticks.map((row, index) => [index + 1, ...row]) },
      ...(version === 14 ? grouping : {}),
    },
    version,
  );
}

const read = (bytes: Uint8Array) => readHabits(tickmateReader, { 'tickmate.db': bytes });

describe('tickmateReader', () => {
  it('reads tracks in their order, groups, colours, and months from 0', async () => {
    const { habits, checkIns, problems } = await read(
      tickmate(
        14,
        [
          [1, 'Vegan', 'no meat', 'glyphicons_001_leaf_white', 1, 0, 0x7c_b3_42, 20],
          [2, 'Old', '', 'x', 0, 0, 0, 10],
        ],
        [
          [1, 2016, 0, 24, 9, 30, 0, 0],
          [1, 2016, 11, 31, 0, 0, 0, 0],
          [1, 2016, 1, 29, 0, 0, 0, 0],
        ],
        [
          [1, 'Later', '', 30],
          [2, 'Food', '', 20],
        ],
        [
          [1, 1, 1],
          [2, 1, 2],
          [3, 1, 9],
        ],
      ),
    );
    expect(habits).toEqual([
      {
        key: '2|Old',
        name: 'Old',
        question: '',
        description: '',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: null,
        archived: true,
        position: 0,
      },
      {
        key: '1|Vegan',
        name: 'Vegan',
        question: '',
        description: 'no meat',
        kind: { type: 'yes-no' },
        schedule: { type: 'daily' },
        startDay: '2016-01-24',
        archived: false,
        position: 1,
        colour: 'moss',
        group: 'Food',
      },
    ]);
    expect(daysByName({ habits, checkIns })).toEqual({
      Old: [],
      Vegan: ['2016-01-24 done', '2016-02-29 done', '2016-12-31 done'],
    });
    // It stood in two groups.
    expect(problems).toEqual([{ item: 'habit 1', reason: 'kind-left-out' }]);
  });

  it('counts the ticks of a day where a track allows several, and keeps their times', async () => {
    const { habits, checkIns, problems } = await read(
      tickmate(
        12,
        [
          [1, 'Coffee', '', 'x', 1, 1, 1],
          [2, 'Vegan', '', 'x', 1, 0, 2],
        ],
        [
          [1, 2020, 4, 1, 14, 5, 0, 1],
          [1, 2020, 4, 1, 9, 30, 0, 1],
          [1, 2020, 4, 1, 23, 0, 0, 0],
          [1, 2020, 4, 2, 0, 0, 0, 0],
          [2, 2020, 4, 1, 8, 0, 0, 1],
          [2, 2020, 4, 1, 8, 0, 0, 0],
        ],
      ),
    );
    expect(habits[0]?.kind).toEqual({ type: 'amount', unit: '', target: 1, direction: 'at-least' });
    expect(daysByName({ habits, checkIns })).toEqual({
      Coffee: ['2020-05-01 done 3 09:30, 14:05', '2020-05-02 done 1'],
      Vegan: ['2020-05-01 done 08:00'],
    });
    expect(problems).toEqual([{ item: 'habit 2, 2020-05-01', reason: 'duplicate-in-file' }]);
  });

  it('takes headings for groups, as long as nobody ticked them', async () => {
    const { habits } = await read(
      tickmate(
        12,
        [
          [1, 'Before', '', 'x', 1, 0, 1],
          [2, '--- Health ---', '', 'x', 1, 0, 2],
          [3, 'Run', '', 'x', 1, 0, 3],
          [4, '--- ticked', '', 'x', 1, 0, 4],
        ],
        [[4, 2020, 0, 1, 0, 0, 0, 0]],
      ),
    );
    expect(habits.map(({ name, group, position }) => [name, group, position])).toEqual([
      ['Before', undefined, 0],
      ['Run', 'Health', 1],
      ['--- ticked', 'Health', 2],
    ]);
  });

  it('reads the oldest schema, and names ticks of no track and of no day', async () => {
    const { habits, checkIns, problems } = await read(
      tickmate(
        9,
        [[5, 'Vegan', '', 'x', 1]],
        [
          [5, 2014, 1, 28],
          [5, 2014, 1, 29],
          [6, 2014, 1, 1],
          [5, null, 1, 1],
          [5, 2014, 12, 1],
        ],
      ),
    );
    expect(daysByName({ habits, checkIns })).toEqual({ Vegan: ['2014-02-28 done'] });
    expect(problems).toEqual([
      { item: 'tick 2', reason: 'unreadable-date' },
      { item: 'tick 3', reason: 'missing-habit' },
      { item: 'tick 4', reason: 'unreadable-date' },
      { item: 'tick 5', reason: 'unreadable-date' },
    ]);
  });

  it('is asked for its own files only', async () => {
    const own = tickmate(14, [], []);
    expect(await tickmateReader.recognise(await openTree(sourceOf({ 'a.db': own })))).toBe(true);
    const other = databaseOf({ tracks: { columns: 'a', rows: [] } });
    expect(await tickmateReader.recognise(await openTree(sourceOf({ 'a.db': other })))).toBe(false);
    expect(await tickmateReader.recognise(await openTree(sourceOf({ 'a.db': 'text' })))).toBe(false);
  });
});
