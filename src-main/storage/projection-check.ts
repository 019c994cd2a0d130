import { createClient, type Client, type InValue, type Row } from '@libsql/client/sqlite3';
import type { ReadableDatabase } from '../vault/database.ts';
import type { Projection } from '../vault/projection.ts';
import type { VaultRecord } from '../vault/record.ts';

/** Columns that say where a record came among others, and not what it is. */
const PLACES: ReadonlySet<string> = new Set(['place']);

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * Projects records once more, one at a time, into tables in memory, and looks whether the vault's own tables hold the same rows. Search indexes and triggers are left
 * out: what they hold follows from the rows.
 */
export class ProjectionCheck {
  readonly #client: Client;
  readonly #projections: ReadonlyMap<string, Projection>;
  readonly #tables = new Map<string, readonly Table[]>();
  /** Rows that there should be, by table. */
  readonly #rows = new Map<string, number>();

  private constructor(client: Client, projections: readonly Projection[]) {
    this.#client = client;
    this.#projections = new Map(projections.map((projection) => [projection.recordType, projection]));
  }

  static async open(projections: readonly Projection[]): Promise<ProjectionCheck> {
    // In memory only: it holds what the vault's encrypted file holds, one record at a time.
    const client = createClient({ url: ':memory:', intMode: 'number' });
    await client.execute('PRAGMA temp_store = MEMORY');
    const check = new ProjectionCheck(client, projections);
    for (const { recordType, schema } of projections) {
      const names = schema.flatMap((sql) => /^CREATE TABLE (\w+)/u.exec(sql)?.[1] ?? []);
      const plain = schema.filter((sql) => /^CREATE (TABLE|INDEX)\b/u.test(sql));
      await client.batch([...plain], 'write');
      const tables: Table[] = [];
      for (const name of names) {
        const { rows } = await client.execute(`SELECT name FROM pragma_table_info('${name}')`);
        tables.push({ name, columns: rows.map((row) => String(row['name'])).filter((column) => !PLACES.has(column)) });
      }
      check.#tables.set(recordType, tables);
    }
    return check;
  }

  /** Whether the vault's tables show a record as it is. */
  async agrees(database: ReadableDatabase, id: Uint8Array, record: VaultRecord): Promise<boolean> {
    const projection = this.#projections.get(record.type);
    if (projection === undefined) return true;
    const tables = this.#tables.get(record.type) ?? [];
    await this.#client.batch(
      [
        ...tables.map(({ name }) => `DELETE FROM ${name}`),
        ...projection.project(id, record).map(({ sql, args }) => ({ sql, args: [...(args ?? [])] })),
      ],
      'write',
    );
    let agrees = true;
    for (const { name, columns } of tables) {
      const { rows } = await this.#client.execute(`SELECT ${columns.join()} FROM ${name}`);
      this.#rows.set(name, (this.#rows.get(name) ?? 0) + rows.length);
      for (const row of rows) agrees &&= await hasRow(database, name, columns, row);
    }
    return agrees;
  }

  /** Tables that hold rows of records that are not there: by the record's type, how many rows too many or too few. Only once every record was looked at. */
  async surplus(database: ReadableDatabase): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const [recordType, tables] of this.#tables) {
      for (const { name } of tables) {
        const row = await database.first(`SELECT count(*) AS n FROM ${name}`);
        const difference = Math.abs(Number(row?.n) - (this.#rows.get(name) ?? 0));
        if (difference > 0) found.set(recordType, (found.get(recordType) ?? 0) + difference);
      }
    }
    return found;
  }

  close(): void {
    this.#client.close();
  }
}

async function hasRow(
  database: ReadableDatabase,
  table: string,
  columns: readonly string[],
  row: Row,
): Promise<boolean> {
  const found = await database.first(
    `SELECT 1 AS found FROM ${table} WHERE ${columns.map((column) => `${column} IS ?`).join(' AND ')}`,
    ...columns.map((column) => row[column] as InValue),
  );
  return found !== undefined;
}
