import { createClient, LibsqlError, type Transaction } from '@libsql/client/sqlite3';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export type ProfileLock =
  | { readonly held: true; release(): void }
  | { readonly held: false; readonly reason: 'in-use' | 'unusable'; readonly ownerPid: number | null };

/**
 * One owner per profile. The lock is SQLite's own lock on an empty database beside the vault: the operating system gives it free when its owner dies,
 * however it dies, so that there is no stale lock to guess about, on any of the three systems.
 */
export async function lockProfile(directory: string): Promise<ProfileLock> {
  const owner = join(directory, 'owner.json');
  let transaction: Transaction;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const client = createClient({ url: pathToFileURL(resolve(directory, 'profile.lock')).href });
    transaction = await client.transaction('write');
    // A write transaction alone leaves the file empty on a first start; the reserved lock is held all the same.
  } catch (error) {
    const busy = error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY');
    return { held: false, reason: busy ? 'in-use' : 'unusable', ownerPid: busy ? await readOwner(owner) : null };
  }
  // For the message of a second start only.
  await writeFile(owner, JSON.stringify({ pid: process.pid })).catch(() => {});
  return {
    held: true,
    release: () => transaction.close(),
  };
}

async function readOwner(path: string): Promise<number | null> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    const pid = typeof value === 'object' && value !== null && 'pid' in value ? value.pid : null;
    return typeof pid === 'number' ? pid : null;
  } catch {
    return null;
  }
}
