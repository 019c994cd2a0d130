import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initSqlJs from 'sql.js';
import { AppFailure } from '../../../src-shared/result.ts';

// Resolved by the package's own exports, so that the file is found from source and from the bundle (sql.js is not bundled).
const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
const silent = (): void => {};

/**
 * SQLite in WebAssembly: the bytes never touch a disk, and what a hostile file might break is the module's own memory.
 * Loaded with this module, so that reading a file stays a plain function of its bytes.
 */
export const sqlite = await initSqlJs({
  wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  // SQLite's and Emscripten's own words could quote the file.
  print: silent,
  printErr: silent,
});

export type SqliteValue = number | string | Uint8Array | null;
type Database = InstanceType<typeof sqlite.Database>;

const HEADER = 'SQLite format 3\0';

export function isSqliteFile(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && [...HEADER].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** Opens a database file in memory, hands it to `read` and closes it. Throws what SQLite throws about a broken file. */
export function withDatabase<T>(bytes: Uint8Array, read: (database: Database) => T): T {
  const copy = bytes.slice();
  // 2 says that the file is used with a write-ahead log. That log did not come along and WebAssembly has no shared memory for
  // one; with 1 SQLite reads the file as it is.
  if (copy[18] === 2) copy[18] = 1;
  if (copy[19] === 2) copy[19] = 1;
  const database = new sqlite.Database(copy);
  try {
    database.run(
      'PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA ignore_check_constraints = ON;',
    );
    return read(database);
  } finally {
    database.close();
  }
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function select(database: Database, sql: string, parameters: readonly string[] = []): SqliteValue[][] {
  return database.exec(sql, [...parameters])[0]?.values ?? [];
}

/** A table of somebody else's database: names are compared without case, because Loop changed it over the years. */
export interface Table {
  readonly name: string;
  /** Lower-case name -> name as it is written. */
  readonly columns: ReadonlyMap<string, string>;
}

/** The tables by lower-case name. Views, virtual tables and tables with computed columns are left out: they would run code of the file. */
export function readTables(database: Database): Map<string, Table> {
  const tables = new Map<string, Table>();
  const rows = select(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
  for (const [name, sql] of rows) {
    if (typeof name !== 'string' || typeof sql !== 'string' || /^\s*create\s+virtual\b/i.test(sql)) continue;
    const columns = select(database, 'SELECT name, hidden FROM pragma_table_xinfo(?)', [name]);
    if (columns.some(([, hidden]) => hidden !== 0)) continue;
    tables.set(name.toLowerCase(), {
      name,
      columns: new Map(columns.map(([column]) => [String(column).toLowerCase(), String(column)])),
    });
  }
  return tables;
}

/** Rows that hold a value where the table's own rules want none or another; the file is sound all the same. */
const SOUND_FILE = /^(ok$|(NULL|NUMERIC|TEXT|non-\w+) value in )/;

/**
 * Throws `import-damaged` where the table's pages are not what they should be. Beyond honesty this bounds the reading: in a
 * forged file the pages can form a graph whose walk never ends, and the check visits each page once.
 */
export function checkTable(database: Database, table: Table): void {
  const findings = select(database, `PRAGMA quick_check(${quoted(table.name)})`);
  if (!findings.every(([finding]) => SOUND_FILE.test(String(finding)))) throw new AppFailure('import-damaged');
}

/**
 * Calls `visit` for each row, in the order of the file, with a function that gives a column by its lower-case name; null stands
 * for a column that this age of the file does not have. Numbers are doubles: exact up to 2^53, far beyond any date.
 * Throws `import-damaged` for more rows than `maximum`.
 */
export function visitRows<Column extends string>(
  database: Database,
  table: Table,
  columns: readonly Column[],
  maximum: number,
  visit: (value: (column: Column) => SqliteValue) => void,
): void {
  const there = columns.filter((column) => table.columns.has(column));
  const places = new Map(there.map((column, place) => [column, place]));
  const list = there.map((column) => quoted(table.columns.get(column)!)).join(', ');
  const statement = database.prepare(`SELECT ${list === '' ? 'NULL' : list} FROM ${quoted(table.name)}`);
  try {
    let rows = 0;
    while (statement.step()) {
      rows += 1;
      if (rows > maximum) throw new AppFailure('import-damaged');
      const values = statement.get();
      visit((column) => {
        const place = places.get(column);
        return place === undefined ? null : (values[place] ?? null);
      });
    }
  } finally {
    statement.free();
  }
}
