import { AppFailure } from '../../../src-shared/result.ts';
import { dayText } from '../habit-parts/days.ts';
import { noteOf } from '../habit-parts/words.ts';
import type { ImportReader, ParsedItem } from '../parsed.ts';
import { checkTable, readTables, type Database } from '../sqlite/database.ts';
import { databaseTables, readDatabase } from '../sqlite/database-file.ts';
import { Ticks, type TickedDay } from './ticks.ts';
import { groupOfHeading, readTracks, type Track } from './tracks.ts';

/** Tickmate's database, of any schema from 9 to 14. */
export const tickmateReader: ImportReader = {
  format: 'tickmate',
  recognise: async (tree) => {
    const tables = await databaseTables(tree);
    return tables !== null && tables.names.has('tracks') && tables.names.has('ticks');
  },
  read: (tree) => readDatabase(tree, readTickmate),
};

function* readTickmate(database: Database): Generator<ParsedItem> {
  const tables = readTables(database, ['tracks', 'ticks', 'groups', 'track2groups']);
  const tickTable = tables.get('ticks');
  if (tickTable === undefined || !tables.has('tracks')) throw new AppFailure('import-damaged');
  for (const table of tables.values()) checkTable(database, table);

  const tracks: Track[] = [];
  const indices = new Map<number, number>();
  for (const track of readTracks(database, tables)) {
    if (indices.has(track.id))
      yield { kind: 'problem', item: `habit ${String(track.id)}`, reason: 'duplicate-in-file' };
    else indices.set(track.id, tracks.push(track) - 1);
  }
  const reading = Ticks.read(database, tickTable, indices);
  let step = reading.next();
  for (; !step.done; step = reading.next()) yield { kind: 'problem', ...step.value };
  const ticks = step.value;

  const firstDays = new Map<number, number>();
  for (const { track, day } of ticks.days()) if (!firstDays.has(track)) firstDays.set(track, day);
  yield* habitsOf(tracks, firstDays);
  for (const ticked of ticks.days()) yield* checkIn(ticked, tracks[ticked.track]!);
}

function* habitsOf(tracks: readonly Track[], firstDays: ReadonlyMap<number, number>): Generator<ParsedItem> {
  let position = 0;
  let heading = '';
  for (const [index, track] of tracks.entries()) {
    const first = firstDays.get(index);
    // Nobody ticks a heading; if somebody did, it is a habit all the same.
    if (track.isHeading && first === undefined) {
      heading = groupOfHeading(track);
      continue;
    }
    const item = `habit ${String(track.id)}`;
    if (track.isOutOfRange) yield { kind: 'problem', item, reason: 'value-out-of-range' };
    if (track.hasMoreGroups) yield { kind: 'problem', item, reason: 'kind-left-out' };
    const startDay = first === undefined ? null : dayText(first);
    const group = heading === '' ? {} : { group: heading };
    yield { kind: 'habit', habit: { ...group, ...track.habit, startDay, position } };
    position += 1;
  }
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function* checkIn({ day, count, minutes }: TickedDay, track: Track): Generator<ParsedItem> {
  const item = `habit ${String(track.id)}, ${dayText(day)}`;
  if (count > 1 && !track.allowsSeveral) yield { kind: 'problem', item, reason: 'duplicate-in-file' };
  let isOutOfRange = false;
  // We have no place for times but the note: what was known stays known.
  const note = noteOf(minutes.slice(0, 1000).map(clock).join(', '), () => (isOutOfRange = true));
  if (isOutOfRange) yield { kind: 'problem', item, reason: 'value-out-of-range' };
  yield {
    kind: 'check-in',
    checkIn: {
      habitKey: track.habit.key,
      day: dayText(day),
      mark: 'done',
      amount: track.allowsSeveral ? count : null,
      note,
    },
  };
}
