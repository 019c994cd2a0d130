import { bytesOf, textOf } from '../../vault/database.ts';
import type { Vault } from '../../vault/vault.ts';
import { checkInId } from '../habits/records.ts';

/** Habits of the sample that are as they were made, and on which something of the person's hangs. */
export async function usedHabits(vault: Vault): Promise<readonly Uint8Array[]> {
  const known = new Set<string>();
  for (const row of await vault.read.all('SELECT CAST(id AS BLOB) AS id FROM sample_record WHERE changed = 0')) {
    known.add(Buffer.from(bytesOf(row.id)).toString('hex'));
  }
  const used = new Map<string, Uint8Array>();
  const sampleHabit = 'JOIN sample_record ON sample_record.id = habit WHERE changed = 0';
  const note = (habit: Uint8Array, hanging: Uint8Array): void => {
    if (!known.has(Buffer.from(hanging).toString('hex'))) used.set(Buffer.from(habit).toString('hex'), habit);
  };
  for (const row of await vault.read.all(
    `SELECT CAST(habit AS BLOB) AS habit, CAST(day AS BLOB) AS day FROM check_in ${sampleHabit}`,
  )) {
    const habit = new Uint8Array(bytesOf(row.habit));
    note(habit, checkInId(vault, habit, textOf(row.day)));
  }
  const pauses = await vault.read.all(
    `SELECT CAST(habit AS BLOB) AS habit, CAST(pause.id AS BLOB) AS id FROM pause ${sampleHabit}`,
  );
  for (const row of pauses) note(new Uint8Array(bytesOf(row.habit)), bytesOf(row.id));
  return [...used.values()];
}

/** Hex: what is as it was made of the sample journal, and is needed by something of the person's. */
export async function sampleInUse(vault: Vault): Promise<ReadonlySet<string>> {
  const files = await vault.read.all(
    `SELECT DISTINCT CAST(attachment AS BLOB) AS id FROM entry_attachment JOIN sample_record ON sample_record.id = attachment
     WHERE changed = 0 AND entry NOT IN (SELECT id FROM sample_record WHERE changed = 0)`,
  );
  const ids = [...(await usedHabits(vault)), ...files.map((row) => bytesOf(row.id))];
  return new Set(ids.map((id) => Buffer.from(id).toString('hex')));
}
