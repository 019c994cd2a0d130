import type { ImportCounts } from '../../../src-shared/contract/imports.ts';
import type { ParsedImport } from '../../import-process/parsed.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import { checkInChange, HABIT_RECORD } from '../habits/records.ts';

export interface ImportPlan {
  readonly changes: readonly RecordChange[];
  readonly found: ImportCounts;
  readonly fresh: ImportCounts;
}

/**
 * What an import would write. Ids are derived from the format and the item's key, so that an item that was imported before is found, whatever
 * happened to it since: changed, thrown away or cleared, it stays as the person left it.
 * @param today the day on which a habit begins that has no other
 */
export async function planImport(vault: Vault, parsed: ParsedImport, today: string): Promise<ImportPlan> {
  const changes: RecordChange[] = [];
  const planned = new Set<string>();
  const addIfFresh = async (change: RecordChange): Promise<boolean> => {
    const key = Buffer.from(change.id).toString('hex');
    if (planned.has(key) || (await vault.has(change.id))) return false;
    planned.add(key);
    changes.push(change);
    return true;
  };
  const fresh = { entries: 0, habits: 0, checkIns: 0 };

  const lastPosition = await vault.read.first('SELECT max(position) AS position FROM habit');
  const firstPosition = lastPosition?.position == null ? 0 : Number(lastPosition.position) + 1;
  for (const habit of parsed.habits) {
    const { key, position, startDay, ...fields } = habit;
    const change = {
      id: vault.derivedId('import', parsed.format, 'habit', key),
      type: HABIT_RECORD,
      fields: { ...fields, startDay: startDay ?? today, position: firstPosition + position },
    };
    if (await addIfFresh(change)) fresh.habits += 1;
  }
  for (const checkIn of parsed.checkIns) {
    const habitId = vault.derivedId('import', parsed.format, 'habit', checkIn.habitKey);
    const { day, mark, amount, note } = checkIn;
    // What the file does not say stays open for what another device says.
    const values = { ...(mark === null ? {} : { mark, amount }), ...(note === null ? {} : { note }) };
    if (await addIfFresh(checkInChange(vault, habitId, day, values))) fresh.checkIns += 1;
  }
  for (const entry of parsed.entries) {
    const { key, createdAt, updatedAt, ...fields } = entry;
    const change = {
      id: vault.derivedId('import', parsed.format, 'entry', key),
      type: ENTRY_RECORD,
      fields: { ...fields, mood: null, createdAt: Date.parse(createdAt), updatedAt: Date.parse(updatedAt) },
    };
    if (await addIfFresh(change)) fresh.entries += 1;
  }
  return {
    changes,
    found: { entries: parsed.entries.length, habits: parsed.habits.length, checkIns: parsed.checkIns.length },
    fresh,
  };
}

/** How many names stand on more than one habit of the file. */
export function repeatedNames(parsed: ParsedImport): number {
  const names = parsed.habits.map((habit) => habit.name);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index)).size;
}

/** The first and the last day an import speaks of; null where it speaks of none. */
export function importedDays(parsed: ParsedImport): { firstDay: string | null; lastDay: string | null } {
  const days = [...parsed.checkIns, ...parsed.entries].map((item) => item.day).toSorted();
  return { firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null };
}
