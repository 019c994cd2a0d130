import { mergeRecord } from '../../src-shared/domain/merge/merge-record.ts';
import { basesOf, RECORD_FORMAT, type VaultRecord } from './record.ts';

/** The versions of one record that open, by their stamps in hex. */
export type History = ReadonlyMap<string, VaultRecord>;

export interface MergedState {
  readonly record: VaultRecord;
  /** Stamps in hex, ascending. */
  readonly heads: readonly string[];
  /** Versions whose words lost against a later change of the same words. */
  readonly conflicts: readonly string[];
}

export type TextFields = (recordType: string) => ReadonlySet<string>;

const OWN_KEYS = new Set<string>([
  'format',
  'type',
  'base',
  'alsoBased',
  'sitting',
  'writtenAt',
  'deleted',
  // Says something of versions, not of the record: a merge with what was written elsewhere does not carry it on.
  'erases',
  // What two devices have written is the person's own.
  'sample',
  'fields',
] satisfies (keyof VaultRecord)[]);

/** Nobody's sitting: what is written next is always a version of its own. */
export const NO_SITTING = 0;

/** What a newer app keeps in a record beside its fields. */
export function extrasOf(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !OWN_KEYS.has(key)));
}

/** The state of a record: a function of the set of its versions and of nothing else, so that all devices that hold the same set show the same. */
export function stateOf(history: History, textFields: TextFields): MergedState {
  const merged = mergeRecord(
    [...history].map(([hlc, record]) => ({
      hlc,
      bases: basesOf(record),
      type: record.type,
      deleted: record.deleted,
      fields: record.fields,
      extras: extrasOf(record),
    })),
    textFields,
  );
  const [only, ...others] = merged.heads;
  const record = only === undefined ? undefined : history.get(only);
  if (record !== undefined && others.length === 0) {
    return { record, heads: merged.heads, conflicts: merged.conflicts };
  }
  const heads = merged.heads.map((hlc) => history.get(hlc)!);
  return {
    record: {
      ...merged.extras,
      format: RECORD_FORMAT,
      type: merged.type,
      base: null,
      sitting: NO_SITTING,
      writtenAt: Math.max(...heads.map((head) => head.writtenAt)),
      deleted: merged.deleted,
      fields: merged.fields,
    },
    heads: merged.heads,
    conflicts: merged.conflicts,
  };
}

/** `stamps` and everything they were written on top of, directly or not. */
export function withAncestors(history: History, stamps: readonly string[]): History {
  const found = new Map<string, VaultRecord>();
  const left = [...stamps];
  for (let stamp = left.pop(); stamp !== undefined; stamp = left.pop()) {
    const record = history.get(stamp);
    if (record === undefined || found.has(stamp)) continue;
    found.set(stamp, record);
    left.push(...basesOf(record));
  }
  return found;
}
