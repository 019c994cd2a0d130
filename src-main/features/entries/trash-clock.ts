import { TRASH_DAYS } from '../../../src-shared/domain/trash.ts';
import type { Vault } from '../../vault/vault.ts';

const DAY_MS = 86_400_000;
/** However long the vault was closed, or wherever the clock was set, the trash grows no older than this from one look to the next. */
const LONGEST_STEP = 2 * DAY_MS;
const STATE = 'trash-clock';

/** Milliseconds. `age` only grows, by what the clock says has passed since the last look, and never by much at once. */
export interface TrashClock {
  readonly lookedAt: number;
  readonly age: number;
  /** At which age each entry of the trash was first seen here, by its id in hex. */
  readonly seen: Readonly<Record<string, number>>;
}

/** The next look at a trash that holds these entries. */
export function look(before: TrashClock | null, ids: readonly string[], now: number): TrashClock {
  const passed = before === null ? 0 : now - before.lookedAt;
  const age = (before?.age ?? 0) + Math.min(Math.max(passed, 0), LONGEST_STEP);
  return { lookedAt: now, age, seen: Object.fromEntries(ids.map((id) => [id, before?.seen[id] ?? age])) };
}

/** Those that have been seen in the trash for TRASH_DAYS, in the order of `ids`. */
export function agedOf({ age, seen }: TrashClock, ids: readonly string[]): string[] {
  return ids.filter((id) => age - (seen[id] ?? age) >= TRASH_DAYS * DAY_MS);
}

/** Looks at the trash, and remembers it in this device's own bookkeeping. @returns what is old enough to be erased, in the order of `ids` */
export async function agedInTrash(vault: Vault, ids: readonly string[]): Promise<string[]> {
  const kept = await vault.setting(STATE);
  const clock = look(kept === null ? null : read(kept), ids, vault.clock.now());
  await vault.changeSettings({ [STATE]: Buffer.from(JSON.stringify(clock)) });
  return agedOf(clock, ids);
}

function read(bytes: Uint8Array): TrashClock | null {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as TrashClock;
  } catch {
    // It begins anew, and everything stays longer.
    return null;
  }
}
