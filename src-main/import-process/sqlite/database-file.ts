import { AppFailure } from '../../../src-shared/result.ts';
import type { ParsedItem } from '../parsed.ts';
import type { Tree, TreeFile } from '../tree.ts';
import { isSqliteFile, openDatabase, readTables, type Database } from './database.ts';

/** A database is held in memory as a whole, for a moment twice. Twenty habits ticked for fifty years are some 20 MB. */
export const MAX_DATABASE_BYTES = 48 * 1024 * 1024;

/** What is read to tell what a file is: the schema stands in the first pages, and is all that is asked for. */
const HEAD_BYTES = 4 * 1024 * 1024;
/** Of the header: for which change of the file its number of pages holds. */
const VALID_FOR = 92;

/** All of it, into one piece of memory: a file as large as it may be is held twice as little as can be. */
async function load(file: TreeFile): Promise<Uint8Array> {
  if (file.size > MAX_DATABASE_BYTES) throw new AppFailure('import-damaged');
  const bytes = new Uint8Array(file.size);
  let length = 0;
  for await (const piece of file.stream()) {
    if (length + piece.length > bytes.length) throw new AppFailure('import-damaged');
    bytes.set(piece, length);
    length += piece.length;
  }
  return length === bytes.length ? bytes : bytes.subarray(0, length);
}

/** The tables that tell one program's database from another's. */
const TELLING = ['habits', 'repetitions', 'tracks', 'ticks', 'checkins'];

/** Table definitions stand in the first pages of a file: so that a cut one is called damaged, not unknown. */
function tablesInText(head: Uint8Array): ReadonlySet<string> {
  const text = new TextDecoder('latin1').decode(head);
  return new Set([...text.matchAll(/create table\W+(\w+)/gi)].map(([, name = '']) => name.toLowerCase()));
}

export interface DatabaseTables {
  /** Plain tables, by lower-case name, of those that tell the programs apart. */
  readonly names: ReadonlySet<string>;
  /** The names are those in the text of the first pages: the database cannot be opened. */
  readonly isBroken: boolean;
}

/** The first pages of a database as one of its own. */
function openHead(head: Uint8Array): Database {
  const bytes = head.slice();
  // SQLite refuses a file of fewer pages than its header says, unless that number is out of date.
  bytes[VALID_FOR] = bytes[VALID_FOR]! ^ 0xff;
  return openDatabase(bytes);
}

async function tablesOfFile(file: TreeFile): Promise<DatabaseTables | null> {
  if (!isSqliteFile(await file.head(100))) return null;
  const head = await file.head(HEAD_BYTES);
  let database: Database | undefined;
  try {
    database = openHead(head);
    return { names: new Set(readTables(database, TELLING).keys()), isBroken: false };
  } catch {
    return { names: tablesInText(head.subarray(0, 65_536)), isBroken: true };
  } finally {
    database?.close();
  }
}

/** Opened once for all the readers that ask. */
const known = new WeakMap<Tree, Promise<DatabaseTables | null>>();

/** The tables of the one database that was chosen, bare or packed; null where it is none. Never throws. */
export function databaseTables(tree: Tree): Promise<DatabaseTables | null> {
  const [file] = tree.files;
  if (file === undefined || tree.files.length !== 1) return Promise.resolve(null);
  const tables = known.get(tree) ?? tablesOfFile(file);
  known.set(tree, tables);
  return tables;
}

/** What `read` makes of the database that was chosen. @throws AppFailure `import-damaged` for whatever SQLite says about a broken file */
export async function* readDatabase(
  tree: Tree,
  read: (database: Database) => Iterable<ParsedItem>,
): AsyncGenerator<ParsedItem> {
  const [file] = tree.files;
  if (file === undefined) throw new AppFailure('import-damaged');
  let database: Database | undefined;
  try {
    database = openDatabase(await load(file));
    yield* read(database);
  } catch (error) {
    // SQLite's own words may quote the file.
    throw error instanceof AppFailure ? error : new AppFailure('import-damaged');
  } finally {
    database?.close();
  }
}
