import type { InValue } from '@libsql/client/sqlite3';
import { bytesOf, textOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { fold } from './passage.ts';
import { firstPlaceOf } from './projection.ts';
import type { SearchQuery } from './search-query.ts';

export interface SearchConditions {
  /** The index that leads, under the name `hit`. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly InValue[];
  /** `where` names the table `entry` too. */
  readonly needsEntry: boolean;
}

/** Habits that a name means, by its beginning. */
async function habitsNamed(vault: Vault, name: string): Promise<Uint8Array[]> {
  const rows = await vault.read.all('SELECT id, CAST(name AS BLOB) AS name FROM habit WHERE deleted = 0');
  return rows.filter((row) => fold(textOf(row.name)).startsWith(name)).map((row) => bytesOf(row.id));
}

/** What of a search the database decides. Days are bounds of the index itself: see `place` in the projection. */
export async function conditionsOf(vault: Vault, search: SearchQuery): Promise<SearchConditions> {
  const { match, short, shortExcluded, from, before, habits } = search;
  const leads = match === null ? 'entry_short' : 'entry_search';
  const parts = [`hit.${leads} MATCH ?`];
  const values: InValue[] = [match ?? short];
  // The plus keeps SQLite from going through the list and looking each of it up in the index that leads.
  if (short !== null && match !== null) {
    parts.push('+hit.rowid IN (SELECT rowid FROM entry_short WHERE entry_short MATCH ?)');
    values.push(short);
  }
  if (shortExcluded !== null) {
    parts.push('+hit.rowid NOT IN (SELECT rowid FROM entry_short WHERE entry_short MATCH ?)');
    values.push(shortExcluded);
  }
  if (from !== null) {
    parts.push('hit.rowid >= ?');
    values.push(BigInt(firstPlaceOf(from)));
  }
  if (before !== null) {
    parts.push('hit.rowid < ?');
    values.push(BigInt(firstPlaceOf(before)));
  }
  for (const { name, isExcluded } of habits) {
    const ids = await habitsNamed(vault, name);
    parts.push(
      `entry.day ${isExcluded ? 'NOT IN' : 'IN'} (SELECT day FROM check_in WHERE mark = 'done' AND habit IN (${ids.map(() => '?').join()}))`,
    );
    values.push(...ids);
  }
  return { from: `${leads} AS hit`, where: parts.join(' AND '), values, needsEntry: habits.length > 0 };
}
