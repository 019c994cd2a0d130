import { isDeepStrictEqual } from 'node:util';
import type { Difference, VaultFigures } from '../../src-shared/contract/backups.ts';
import { decodeHlc } from '../../src-shared/domain/hybrid-logical-clock.ts';
import { isoMoment } from '../../src-shared/domain/moment.ts';
import { AppFailure } from '../../src-shared/result.ts';
import { ATTACHMENT_RECORD, attachmentFields } from '../features/attachments/projection.ts';
import { ENTRY_RECORD } from '../features/entries/projection.ts';
import { CHECK_IN_RECORD, checkInFields, HABIT_RECORD } from '../features/habits/records.ts';
import { bytesOf, textOf } from '../vault/database.ts';
import { isErased, type VaultRecord } from '../vault/record.ts';
import type { Vault } from '../vault/vault.ts';

type Kind = 'entries' | 'habits' | 'checkIns' | 'photos';

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [ENTRY_RECORD, 'entries'],
  [HABIT_RECORD, 'habits'],
  [CHECK_IN_RECORD, 'checkIns'],
  [ATTACHMENT_RECORD, 'photos'],
]);

export interface VaultComparison extends Readonly<Record<Kind, Difference>> {
  readonly vault: VaultFigures;
  readonly backup: VaultFigures;
  readonly erasedSince: number;
}

const STEP = 200;

/** What a vault shows: what lies in the trash does not count. */
export async function figuresOf(vault: Vault): Promise<VaultFigures> {
  const { read } = vault;
  const count = async (sql: string): Promise<number> => Number((await read.first(sql))?.n);
  const days = await read.first(
    `SELECT CAST(min(day) AS BLOB) AS first, CAST(max(day) AS BLOB) AS last FROM
       (SELECT min(day) AS day FROM entry WHERE deleted = 0 UNION ALL SELECT max(day) FROM entry WHERE deleted = 0
        UNION ALL SELECT min(day) FROM check_in UNION ALL SELECT max(day) FROM check_in)`,
  );
  const newest = await read.first('SELECT CAST(max(hlc) AS BLOB) AS hlc FROM head');
  const stamp = newest?.hlc == null ? null : bytesOf(newest.hlc);
  return {
    entries: await count('SELECT count(*) AS n FROM entry WHERE deleted = 0'),
    habits: await count('SELECT count(*) AS n FROM habit WHERE deleted = 0'),
    checkIns: await count('SELECT count(*) AS n FROM check_in'),
    photos: await count('SELECT count(*) AS n FROM attachment'),
    firstDay: days?.first == null ? null : textOf(days.first),
    lastDay: days?.last == null ? null : textOf(days.last),
    newestChangeAt: stamp === null ? null : isoMoment(decodeHlc(stamp).millis),
  };
}

/**
 * Which records are in one vault only, and which are there in two ways. Reads both in the order of their ids, in small steps; opens only those whose current versions are
 * not the same.
 * @param onStep called between two steps with the records that were passed; throwing ends it
 */
export async function compareVaults(
  vault: Vault,
  backup: Vault,
  onStep: (records: number) => void = () => {},
): Promise<VaultComparison> {
  const counts: Record<Kind, { onlyInVault: number; onlyInBackup: number; differ: number; same: number }> = {
    entries: zero(),
    habits: zero(),
    checkIns: zero(),
    photos: zero(),
  };
  let erasedSince = 0;
  let passed = 0;
  const inVault = headsOf(vault);
  const inBackup = headsOf(backup);
  let here = await inVault.next();
  let there = await ofBackup(inBackup.next());
  while (here.done !== true || there.done !== true) {
    const order = here.done === true ? 1 : there.done === true ? -1 : compareText(here.value.id, there.value.id);
    const id = order <= 0 ? here.value!.id : there.value!.id;
    if (order !== 0 || here.value!.heads !== there.value!.heads) {
      const one = order <= 0 ? await recordOf(vault, id) : null;
      const other = order >= 0 ? await ofBackup(recordOf(backup, id)) : null;
      const kind = KINDS.get((one ?? other)?.type ?? '');
      if (kind !== undefined) {
        const isHere = isShown(one);
        const isThere = isShown(other);
        if (isHere && isThere) counts[kind][isDeepStrictEqual(one!.fields, other!.fields) ? 'same' : 'differ'] += 1;
        else if (isHere) counts[kind].onlyInVault += 1;
        else if (isThere) counts[kind].onlyInBackup += 1;
        if (kind === 'entries' && isThere && one !== null && isErased(one)) erasedSince += 1;
      }
    }
    if (order <= 0) here = await inVault.next();
    if (order >= 0) there = await ofBackup(inBackup.next());
    passed += 1;
    if (passed % STEP === 0) onStep(passed);
  }
  const [figuresHere, figuresThere] = [await figuresOf(vault), await ofBackup(figuresOf(backup))];
  // Those that were not opened are the same: what is shown, less what differs.
  for (const kind of ['entries', 'habits', 'checkIns', 'photos'] as const) {
    const { onlyInBackup, differ } = counts[kind];
    counts[kind].same = Math.max(0, figuresThere[kind] - onlyInBackup - differ);
  }
  return { ...counts, vault: figuresHere, backup: figuresThere, erasedSince };
}

/** Whatever is wrong with a backup, its envelope or what was built from it, is no damage of the vault that is open. */
export async function ofBackup<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === 'vault-damaged') throw new AppFailure('backup-unreadable');
    throw error;
  }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function zero(): { onlyInVault: number; onlyInBackup: number; differ: number; same: number } {
  return { onlyInVault: 0, onlyInBackup: 0, differ: 0, same: 0 };
}

/** Whether a record is something that a person sees, or can find in their lists. */
function isShown(record: VaultRecord | null): boolean {
  if (record === null || record.deleted || isErased(record)) return false;
  if (record.type === CHECK_IN_RECORD) {
    const fields = checkInFields(record);
    return fields !== null && (fields.mark !== null || fields.note !== null);
  }
  return record.type !== ATTACHMENT_RECORD || attachmentFields(record) !== null;
}

async function recordOf(vault: Vault, id: string): Promise<VaultRecord | null> {
  return vault.record(new Uint8Array(Buffer.from(id, 'hex')));
}

/** Every record's current versions, ascending by id; both in hex. */
async function* headsOf(vault: Vault): AsyncGenerator<{ readonly id: string; readonly heads: string }> {
  let after: Uint8Array = new Uint8Array(0);
  for (;;) {
    const rows = await vault.read.all(
      `SELECT CAST(id AS BLOB) AS id, CAST(group_concat(hex(hlc)) AS BLOB) AS heads FROM head WHERE id > ? GROUP BY id ORDER BY id LIMIT ${STEP}`,
      after,
    );
    if (rows.length === 0) return;
    for (const row of rows) {
      after = bytesOf(row.id);
      yield { id: Buffer.from(after).toString('hex'), heads: textOf(row.heads) };
    }
  }
}
