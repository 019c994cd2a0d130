import type { Handlers } from '../../../src-shared/contract/index.ts';
import type { entriesContract } from '../../../src-shared/contract/entries.ts';
import { erasedAt } from '../../../src-shared/domain/trash.ts';
import { AppFailure, ok } from '../../../src-shared/result.ts';
import { bytesOf } from '../../vault/database.ts';
import { isErased, type VaultRecord } from '../../vault/record.ts';
import { idFromText } from '../../vault/record-id.ts';
import type { RecordChange, Vault } from '../../vault/vault.ts';
import { recordsOfFile } from '../attachments/pieces.ts';
import { attachedTo, ENTRY_RECORD, entryFields } from './projection.ts';
import { agedInTrash } from './trash-clock.ts';
import { isoInstant, SUMMARY_COLUMNS, summaryOf } from './summary.ts';

type TrashChannel = Extract<
  keyof typeof entriesContract,
  'entries.trash' | 'entries.remove' | 'entries.restore' | 'entries.erase' | 'entries.empty-trash'
>;

/** Entries in one commit: a crash leaves whole entries, and others are answered between two. */
const ERASE_STEP = 25;

export function trashHandlers(vault: Vault): Handlers<TrashChannel> {
  const entryRecords = async (ids: readonly string[]): Promise<(readonly [Uint8Array, VaultRecord | null])[]> => {
    const found: (readonly [Uint8Array, VaultRecord | null])[] = [];
    for (const id of new Map(ids.map((each) => [each.toLowerCase(), idFromText(each)])).values()) {
      const record = await vault.record(id);
      const isEntry = record !== null && record.type === ENTRY_RECORD && !isErased(record);
      found.push([id, isEntry ? record : null]);
    }
    return found;
  };
  const change = (id: Uint8Array, deleted: boolean): RecordChange => ({ id, type: ENTRY_RECORD, fields: {}, deleted });

  return {
    'entries.trash': async () => {
      const rows = await vault.read.all(
        `SELECT ${SUMMARY_COLUMNS}, removed_at FROM entry WHERE deleted = 1 ORDER BY removed_at DESC, place DESC LIMIT 200`,
      );
      const entries = rows.map((row) => ({ ...summaryOf(row), removedAt: isoInstant(row.removed_at) }));
      return ok({ entries, total: await countOfTrash(vault) });
    },

    'entries.remove': async ({ ids }) => {
      const records = await entryRecords(ids);
      if (records.some(([, record]) => record === null)) throw new AppFailure('not-found');
      await vault.commit(records.filter(([, record]) => record?.deleted === false).map(([id]) => change(id, true)));
      return ok({});
    },

    'entries.restore': async ({ ids }) => {
      const records = (await entryRecords(ids)).filter(([, record]) => record !== null);
      if (records.length === 0) throw new AppFailure('not-found');
      await vault.commit(records.filter(([, record]) => record?.deleted === true).map(([id]) => change(id, false)));
      return ok({ restored: records.length });
    },

    'entries.erase': async ({ ids }) => {
      let erased = 0;
      for (let at = 0; at < ids.length; at += ERASE_STEP) {
        erased += await eraseEntries(vault, ids.slice(at, at + ERASE_STEP).map(idFromText));
      }
      return ok({ erased });
    },

    'entries.empty-trash': async ({ removedUpTo, limit }) => {
      const upTo = Date.parse(removedUpTo);
      const erased = await eraseRemoved(vault, upTo, limit);
      return ok({ erased, left: await countOfTrash(vault, upTo) });
    },
  };
}

/**
 * Erases what has lain in the trash for TRASH_DAYS, at most `limit` entries. Also by this device's own count of days (`trash-clock.ts`), so that no wrong clock, here or where
 * something was thrown away, can empty the trash at once.
 * @returns how many
 */
export async function eraseOldTrash(vault: Vault, limit: number): Promise<number> {
  const rows = await vault.read.all('SELECT id, removed_at FROM entry WHERE deleted = 1 ORDER BY removed_at, place');
  const removedAt = new Map(rows.map((row) => [Buffer.from(bytesOf(row.id)).toString('hex'), Number(row.removed_at)]));
  const aged = await agedInTrash(vault, [...removedAt.keys()]);
  const now = vault.clock.now();
  const ids = aged
    .filter((id) => erasedAt(removedAt.get(id) ?? now) <= now)
    .slice(0, limit)
    .map((id) => new Uint8Array(Buffer.from(id, 'hex')));
  let erased = 0;
  for (let at = 0; at < ids.length; at += ERASE_STEP)
    erased += await eraseEntries(vault, ids.slice(at, at + ERASE_STEP));
  return erased;
}

async function countOfTrash(vault: Vault, removedUpTo = Number.MAX_SAFE_INTEGER): Promise<number> {
  const row = await vault.read.first(
    'SELECT count(*) AS n FROM entry WHERE deleted = 1 AND removed_at <= ?',
    removedUpTo,
  );
  return Number(row?.n);
}

async function eraseRemoved(vault: Vault, removedUpTo: number, limit: number): Promise<number> {
  let erased = 0;
  while (erased < limit) {
    const rows = await vault.read.all(
      'SELECT id FROM entry WHERE deleted = 1 AND removed_at <= ? ORDER BY removed_at, place LIMIT ?',
      removedUpTo,
      Math.min(ERASE_STEP, limit - erased),
    );
    if (rows.length === 0) break;
    erased += await eraseEntries(
      vault,
      rows.map((row) => bytesOf(row.id)),
    );
  }
  return erased;
}

/**
 * Erases those of `ids` that lie in the trash, in one commit, with every file that any of their texts ever held and that stands in no other entry.
 * @returns how many entries
 */
async function eraseEntries(vault: Vault, ids: readonly Uint8Array[]): Promise<number> {
  const entries = new Map<string, Uint8Array>();
  const files = new Set<string>();
  for (const id of ids) {
    const record = await vault.record(id);
    if (record === null || record.type !== ENTRY_RECORD || !record.deleted || isErased(record)) continue;
    entries.set(Buffer.from(id).toString('hex'), id);
    for (const version of [record, ...(await vault.history(id)).values()]) {
      for (const file of attachedTo(entryFields(version)?.body ?? '')) files.add(file);
    }
  }
  const erased = [...entries.values()];
  for (const file of files) {
    const users = await vault.read.all('SELECT entry FROM entry_attachment WHERE attachment = ?', idFromText(file));
    if (users.every((row) => entries.has(Buffer.from(bytesOf(row.entry)).toString('hex')))) {
      erased.push(...(await recordsOfFile(vault, file)));
    }
  }
  await vault.erase(erased);
  return entries.size;
}
