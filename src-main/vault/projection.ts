import type { Statement } from './database.ts';
import type { VaultRecord } from './record.ts';

/**
 * A projection: ordinary tables over the current version of every record of one type. Never the truth; it can be thrown away and
 * made again from the sealed versions at any time, which is also how its schema changes.
 */
export interface Projection {
  readonly recordType: string;
  /** Fields that hold a text of a person's own, merged word by word; every other field is merged as a whole. */
  readonly textFields?: readonly string[];
  /** Raise it with every change to `schema` or `project`: the next unlock rebuilds. */
  readonly version: number;
  /** Tables, indexes and triggers, in the order of their making. */
  readonly schema: readonly string[];
  /** Statements that take the schema away again, in any state it may be in. */
  readonly drop: readonly string[];
  /** Statements that make the tables show this record, whatever they showed of it before. `deleted` records come too. */
  project(id: Uint8Array, record: VaultRecord): readonly Statement[];
}

/** Changes whenever any projection does. */
export function projectionsVersion(projections: readonly Projection[]): string {
  return projections.map((projection) => `${projection.recordType}:${projection.version}`).join(' ');
}
