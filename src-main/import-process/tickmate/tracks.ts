import { nearestColour } from '../habit-parts/colours.ts';
import { habitWords, keyPart, line, MAX_GROUP } from '../habit-parts/words.ts';
import { cutText } from '../clean-text.ts';
import type { ParsedHabit } from '../parsed.ts';
import { rowsOf, type Database, type Table } from '../sqlite/database.ts';
import { integer, text } from '../sqlite/values.ts';

const MAX_TRACKS = 10_000;
const MAX_LINKS = 100_000;

export interface Track {
  readonly id: number;
  readonly isHeading: boolean;
  readonly allowsSeveral: boolean;
  readonly habit: Omit<ParsedHabit, 'position' | 'startDay'>;
  readonly isOutOfRange: boolean;
  readonly hasMoreGroups: boolean;
}

interface Named {
  readonly id: number;
  readonly order: number;
  readonly name: string;
}

/** Before it had groups, Tickmate took a track of such a name as a heading over those behind it. */
const HEADING = '--- ';

function byOrder(
  a: { readonly order: number; readonly id: number },
  b: { readonly order: number; readonly id: number },
): number {
  return a.order - b.order || a.id - b.id;
}

/** Track -> the names of its groups, in the order of the groups. */
function groupsOfTracks(database: Database, tables: ReadonlyMap<string, Table>): ReadonlyMap<number, string[]> {
  const groupTable = tables.get('groups');
  const linkTable = tables.get('track2groups');
  const found = new Map<number, string[]>();
  if (groupTable === undefined || linkTable === undefined) return found;
  const groups: Named[] = [];
  for (const value of rowsOf(database, groupTable, ['_id', 'name', 'order'], MAX_TRACKS)) {
    const id = integer(value('_id'));
    const name = line(text(value('name')));
    if (id !== null && name !== '') groups.push({ id, name, order: integer(value('order')) ?? -1 });
  }
  const places = new Map(groups.toSorted(byOrder).map((group, place) => [group.id, { place, name: group.name }]));
  const links = new Map<number, Map<number, string>>();
  for (const value of rowsOf(database, linkTable, ['_track_id', '_group_id'], MAX_LINKS)) {
    const track = integer(value('_track_id'));
    const group = places.get(integer(value('_group_id')) ?? Number.NaN);
    if (track === null || group === undefined) continue;
    const linked = links.get(track) ?? new Map<number, string>();
    links.set(track, linked.set(group.place, group.name));
  }
  for (const [track, linked] of links) {
    found.set(
      track,
      [...linked].toSorted(([a], [b]) => a - b).map(([, name]) => name),
    );
  }
  return found;
}

/** In the order in which Tickmate lists them. */
export function readTracks(database: Database, tables: ReadonlyMap<string, Table>): Track[] {
  const table = tables.get('tracks')!;
  const groups = groupsOfTracks(database, tables);
  const tracks: (Track & { readonly order: number })[] = [];
  const columns = ['_id', 'name', 'description', 'enabled', 'multiple_entries_per_day', 'color', 'order'] as const;
  for (const value of rowsOf(database, table, columns, MAX_TRACKS)) {
    const id = integer(value('_id'));
    if (id === null) continue;
    let isOutOfRange = false;
    const outOfRange = (): void => {
      isOutOfRange = true;
    };
    const name = text(value('name'));
    const words = habitWords(
      { name, question: '', description: text(value('description')) },
      `Habit ${id}`,
      outOfRange,
    );
    const allowsSeveral = (integer(value('multiple_entries_per_day')) ?? 0) > 0;
    const colour = integer(value('color')) ?? 0;
    const [group = '', ...others] = groups.get(id) ?? [];
    if (group.length > MAX_GROUP) outOfRange();
    tracks.push({
      id,
      order: integer(value('order')) ?? -1,
      isHeading: name.startsWith(HEADING),
      allowsSeveral,
      isOutOfRange,
      hasMoreGroups: others.length > 0,
      habit: {
        // Row ids count from 1 on every phone: the name beside it keeps two phones apart.
        key: `${id}|${keyPart(name)}`,
        ...words,
        kind: allowsSeveral ? { type: 'amount', unit: '', target: 1, direction: 'at-least' } : { type: 'yes-no' },
        schedule: { type: 'daily' },
        archived: integer(value('enabled')) === 0,
        // 0 stands for the colour that all tracks had before they had their own.
        ...(colour === 0 ? {} : { colour: nearestColour(colour & 0xff_ff_ff) }),
        ...(group === '' ? {} : { group: cutText(group, MAX_GROUP).trim() }),
      },
    });
  }
  return tracks.toSorted(byOrder);
}

/** The name of a heading as a group's. */
export function groupOfHeading({ habit }: Track): string {
  return cutText(
    habit.name
      .replace(/^-+/, '')
      .replace(/-{3,60}$/, '')
      .trim(),
    MAX_GROUP,
  ).trim();
}
