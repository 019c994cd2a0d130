import { sqlite, type SqliteValue } from '../sqlite/database.ts';

/** A database of plain tables; `columns` are written as in SQL. */
export function databaseOf(
  tables: Readonly<Record<string, { readonly columns: string; readonly rows: readonly (readonly SqliteValue[])[] }>>,
  userVersion = 0,
): Uint8Array<ArrayBuffer> {
  const database = new sqlite.Database();
  try {
    database.run(`PRAGMA page_size = 512; PRAGMA user_version = ${String(userVersion)}`);
    for (const [name, { columns, rows }] of Object.entries(tables)) {
      database.run(`CREATE TABLE "${name}" (${columns})`);
      for (const row of rows) {
        database.run(`INSERT INTO "${name}" VALUES (${row.map(() => '?').join(', ')})`, [...row]);
      }
    }
    return new Uint8Array(database.export());
  } finally {
    database.close();
  }
}
