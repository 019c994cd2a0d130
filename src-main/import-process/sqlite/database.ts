import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initSqlJs from 'sql.js';
import { AppFailure } from '../../../src-shared/result.ts';
import { countSchemaRows, MAX_SCHEMA_ROWS } from './schema-size.ts';

// Resolved by the package's own exports, so that the file is found from source and from the bundle (sql.js is not bundled).
const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
const silent = (): void => {};

/** SQLite in WebAssembly: the bytes never touch a disk, and what a hostile file might break is the module's own memory. */
export const sqlite = await initSqlJs({
  wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  // SQLite's and Emscripten's own words could quote the file.
  print: silent,
  printErr: silent,
});

export type SqliteValue = number | string | Uint8Array | null;
export type Database = InstanceType<typeof sqlite.Database>;

/** What SQLite itself may take: a schema of a million tables, or one value of hundreds of megabytes, ends here. The limit holds for the whole process. */
const MAX_HEAP_BYTES = 32 * 1024 * 1024;
/** Characters of one text; what is longer is cut. No field of ours is as long. */
const MAX_TEXT = 20_000;
const HEADER = 'SQLite format 3\0';

limitHeap();

function limitHeap(): void {
  const database = new sqlite.Database();
  database.exec(`PRAGMA hard_heap_limit = ${String(MAX_HEAP_BYTES)}`);
  database.close();
}

export function isSqliteFile(bytes: Uint8Array): boolean {
  return bytes.length >= 100 && [...HEADER].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** Opens a database file in memory. It takes the bytes over: two of them are changed. Throws what SQLite throws about a broken file. */
export function openDatabase(bytes: Uint8Array): Database {
  if (!isSqliteFile(bytes) || countSchemaRows(bytes) > MAX_SCHEMA_ROWS) throw new AppFailure('import-damaged');
  // 2 says that the file is used with a write-ahead log. That log did not come along and WebAssembly has no shared memory for one; with 1 SQLite reads the
  // file as it is.
  if (bytes[18] === 2) bytes[18] = 1;
  if (bytes[19] === 2) bytes[19] = 1;
  const database = new sqlite.Database(bytes);
  try {
    database.run(
      'PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA ignore_check_constraints = ON;',
    );
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

function select(database: Database, sql: string, parameters: readonly string[] = []): SqliteValue[][] {
  return database.exec(sql, [...parameters])[0]?.values ?? [];
}

/** The number that the program which wrote the file gave to its schema. */
export function userVersion(database: Database): number {
  return Number(select(database, 'PRAGMA user_version')[0]?.[0] ?? 0);
}

/** A table of somebody else's database: names are compared without case, because Loop changed it over the years. */
export interface Table {
  readonly name: string;
  /** Lower-case name -> name as it is written. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Whether a definition is one of a plain table: a virtual one may hide its kind behind comments. */
function definesTable(sql: string): boolean {
  return /^\s*create\s+table\b/i.test(sql.replace(/\/\*.*?\*\/|--[^\n]*/gs, ' '));
}

/**
 * Those of the tables that are there, by lower-case name. Views, virtual tables and tables with computed columns are left out: they would run code of the file.
 * @param names in lower case
 */
export function readTables(database: Database, names: readonly string[]): Map<string, Table> {
  const tables = new Map<string, Table>();
  const rows = select(
    database,
    `SELECT name, substr(sql, 1, 1000) FROM sqlite_schema
     WHERE type = 'table' AND lower(name) IN (${names.map(() => '?').join(', ')})`,
    names,
  );
  for (const [name, sql] of rows) {
    if (typeof name !== 'string' || typeof sql !== 'string' || !definesTable(sql)) continue;
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

export type Row<Column extends string> = (column: Column) => SqliteValue;

/**
 * The rows in the order of the file, each as a function that gives a column by its lower-case name and holds until the next row; null stands for a column that
 * this age of the file does not have, and for bytes. Numbers are doubles: exact up to 2^53, far beyond any date.
 * Throws `import-damaged` for more rows than `maximum`.
 */
export function* rowsOf<Column extends string>(
  database: Database,
  table: Table,
  columns: readonly Column[],
  maximum: number,
): Generator<Row<Column>> {
  const there = columns.filter((column) => table.columns.has(column));
  const places = new Map(there.map((column, place) => [column, place]));
  const list = there.map((column) => {
    const name = quoted(table.columns.get(column)!);
    return `CASE typeof(${name}) WHEN 'text' THEN substr(${name}, 1, ${String(MAX_TEXT)}) WHEN 'blob' THEN NULL ELSE ${name} END`;
  });
  // Without an index: those of a forged file may hold other rows than the table.
  const statement = database.prepare(
    `SELECT ${list.length === 0 ? 'NULL' : list.join(', ')} FROM ${quoted(table.name)} NOT INDEXED`,
  );
  try {
    let rows = 0;
    while (statement.step()) {
      rows += 1;
      if (rows > maximum) throw new AppFailure('import-damaged');
      const values = statement.get();
      yield (column) => {
        const place = places.get(column);
        return place === undefined ? null : (values[place] ?? null);
      };
    }
  } finally {
    statement.free();
  }
}
