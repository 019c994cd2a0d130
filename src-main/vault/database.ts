// By this entry everywhere: the package's own also loads its clients over HTTP and WebSocket, a third of a process's start.
import {
  createClient,
  LibsqlError,
  type Client,
  type InStatement,
  type InValue,
  type Row,
  type Transaction,
} from '@libsql/client/sqlite3';
import { AppFailure } from '../../src-shared/result.ts';
import { fileUrl } from '../files/libsql-file.ts';

export interface Statement {
  readonly sql: string;
  readonly args?: readonly InValue[];
}

/** What a feature may do with the database: ask. Writing goes through `Vault.commit` only. */
export interface ReadableDatabase {
  all(sql: string, ...args: readonly InValue[]): Promise<readonly Row[]>;
  first(sql: string, ...args: readonly InValue[]): Promise<Row | undefined>;
}

/** What a database held at one moment. As long as it is open, the WAL cannot be begun anew, and grows with every commit: close it soon. */
export interface Snapshot extends ReadableDatabase {
  close(): void;
}

/** BLOB columns arrive as ArrayBuffer. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (value instanceof Uint8Array) return value;
  throw new AppFailure('vault-damaged');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a column that was selected as `CAST(… AS BLOB)`. Every text that could have been damaged is read so: libsql aborts the whole process over
 * a TEXT value that is not UTF-8 (libsql-failures.md, U1), and a single flipped bit of an encrypted page makes sixteen bytes of rubbish.
 * @throws AppFailure `vault-damaged`
 */
export function textOf(value: unknown): string {
  try {
    return utf8.decode(bytesOf(value));
  } catch {
    throw new AppFailure('vault-damaged');
  }
}

/** As `textOf`, for JSON that we wrote ourselves. */
export function jsonOf(value: unknown): unknown {
  try {
    return JSON.parse(textOf(value)) as unknown;
  } catch {
    throw new AppFailure('vault-damaged');
  }
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof LibsqlError)) return error;
  const code = error.code;
  if (code.startsWith('SQLITE_FULL')) return new AppFailure('disk-full');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new AppFailure('profile-read-only');
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return new AppFailure('vault-damaged');
  return error;
}

/** libsql's calls are synchronous below their promises, and give their memory back only when the event loop turns (libsql-failures.md, A4). */
const OPERATIONS_BETWEEN_TURNS = 100;

function turns(): () => Promise<void> {
  let operations = 0;
  return async () => {
    operations += 1;
    if (operations % OPERATIONS_BETWEEN_TURNS === 0) await new Promise((resolve) => setImmediate(resolve));
  };
}

async function openClient(path: string, fileKey: string): Promise<Client> {
  let client: Client | undefined;
  try {
    client = createClient({ url: fileUrl(path), encryptionKey: fileKey, intMode: 'number' });
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = FULL');
    await client.execute('PRAGMA foreign_keys = ON');
    // Sorts and temporary indexes would otherwise go to plain files beside the system's other temporary files.
    await client.execute('PRAGMA temp_store = MEMORY');
    await client.execute('PRAGMA secure_delete = FAST');
    return client;
  } catch (error) {
    client?.close();
    throw failureOf(error);
  }
}

/**
 * A local libSQL database with encrypted pages (aes256cbc; libSQL's only cipher that really encrypts), WAL and synchronous=FULL: a commit that
 * was answered is on the disk. Encrypted pages have no integrity; that comes from the sealed records inside.
 */
export class Database implements ReadableDatabase {
  readonly #client: Client;
  readonly #path: string;
  readonly #fileKey: string;
  readonly #turn = turns();

  private constructor(client: Client, path: string, fileKey: string) {
    this.#client = client;
    this.#path = path;
    this.#fileKey = fileKey;
  }

  /** @throws AppFailure `vault-damaged` where the file is not a database under this key. */
  static async open(path: string, fileKey: string): Promise<Database> {
    return new Database(await openClient(path, fileKey), path, fileKey);
  }

  async all(sql: string, ...args: readonly InValue[]): Promise<readonly Row[]> {
    await this.#turn();
    try {
      return (await this.#client.execute({ sql, args: [...args] })).rows;
    } catch (error) {
      throw failureOf(error);
    }
  }

  async first(sql: string, ...args: readonly InValue[]): Promise<Row | undefined> {
    return (await this.all(sql, ...args))[0];
  }

  /**
   * What is committed now, to be read beside later commits and untouched by them. A connection of its own: the client would otherwise answer requests meanwhile through
   * a second one that knows none of the settings above.
   */
  async snapshot(): Promise<Snapshot> {
    const client = await openClient(this.#path, this.#fileKey);
    let transaction: Transaction | undefined;
    try {
      transaction = await client.transaction('deferred');
      // Not BEGIN, but the first reading chooses the moment.
      await transaction.execute('SELECT count(*) FROM sqlite_schema');
    } catch (error) {
      transaction?.close();
      client.close();
      throw failureOf(error);
    }
    const reading = transaction;
    const turn = turns();
    const all = async (sql: string, ...args: readonly InValue[]): Promise<readonly Row[]> => {
      await turn();
      try {
        return (await reading.execute({ sql, args: [...args] })).rows;
      } catch (error) {
        throw failureOf(error);
      }
    };
    return {
      all,
      first: async (sql, ...args) => (await all(sql, ...args))[0],
      close: () => {
        // Ends the transaction at once; the file itself is let go of when the connection is collected.
        reading.close();
        client.close();
      },
    };
  }

  /** One transaction, one commit: all statements or none. */
  async transact(statements: readonly Statement[]): Promise<void> {
    if (statements.length === 0) return;
    await this.#turn();
    const batch: InStatement[] = statements.map((statement) => ({
      sql: statement.sql,
      args: [...(statement.args ?? [])],
    }));
    try {
      await this.#client.batch(batch, 'write');
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** Closes and leaves the files as they are: for a file that did not open as it should, and is evidence now. */
  abandon(): void {
    this.#client.close();
  }

  /** Brings the WAL into the file, so that a copy of the one file is a copy of everything; then closes. (Only the mailbox replica must never be checkpointed.) */
  async close(): Promise<void> {
    // Where this fails (a full disk, a damaged file) nothing is lost: the next opening reads the WAL.
    await this.#client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => {});
    this.#client.close();
  }
}
