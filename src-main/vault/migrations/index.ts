import { AppFailure } from '../../../src-shared/result.ts';
import type { Database } from '../database.ts';
import { versions } from './0001-versions.ts';
import { manyDevices } from './0002-many-devices.ts';
import { erasures } from './0003-erasures.ts';
import { sampleRecords } from './0004-sample-records.ts';

export interface Migration {
  /** From 1, without gaps. A number that was released never changes its meaning. */
  readonly number: number;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [versions, manyDevices, erasures, sampleRecords];

/**
 * Brings the database up to this app's schema, one commit a migration, so that a crash between two leaves a whole one.
 * @throws AppFailure `vault-too-new` where a newer app wrote it; nothing is changed then.
 */
export async function migrate(database: Database): Promise<void> {
  const row = await database.first('PRAGMA user_version');
  const current = Number(row?.user_version);
  const newest = migrations.at(-1)!.number;
  if (current > newest) throw new AppFailure('vault-too-new');
  for (const migration of migrations) {
    if (migration.number <= current) continue;
    await database.transact([
      ...migration.statements.map((sql) => ({ sql })),
      { sql: `PRAGMA user_version = ${migration.number}` },
    ]);
  }
}
