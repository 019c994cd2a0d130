/**
 * The inbox on the disk: `inbox/` in the profile, with the public key and one sealed file for each thing that was written while the vault was locked. Everything here may be
 * read by anybody; nothing here opens anything.
 */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '../../files/durable-file.ts';
import { PUBLIC_KEY_BYTES, VAULT_ID_BYTES } from './inbox-seal.ts';

const KEY_FILE = 'public-key.json';
/** An item is named by its id, which is random. */
const ITEM_FILE = /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\.sealed$/u;
/** Of a write that was cut off before it was answered. */
const HALF_FILE = /\.new$/u;
/** More than the longest text can become by JSON's escapes and padding. */
const MAX_ITEM_BYTES = 1024 * 1024;

const base64 = (bytes: number) =>
  z
    .string()
    .max(64)
    .refine((text) => Buffer.from(text, 'base64').byteLength === bytes);
const keySchema = z.object({
  format: z.literal(1),
  vaultId: base64(VAULT_ID_BYTES),
  publicKey: base64(PUBLIC_KEY_BYTES),
});

export interface InboxKey {
  readonly vaultId: Uint8Array;
  readonly publicKey: Uint8Array;
}

export function inboxFolder(profile: string): string {
  return join(profile, 'inbox');
}

function itemPath(profile: string, id: string): string {
  const name = `${id.toLowerCase()}.sealed`;
  if (!ITEM_FILE.test(name)) throw new RangeError('item id');
  return join(inboxFolder(profile), name);
}

async function makeFolder(profile: string): Promise<void> {
  const folder = inboxFolder(profile);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(folder));
}

/** null: there is none yet, or none that can be read. */
export async function readInboxKey(profile: string): Promise<InboxKey | null> {
  try {
    const { vaultId, publicKey } = keySchema.parse(
      JSON.parse(await readFile(join(inboxFolder(profile), KEY_FILE), 'utf8')),
    );
    return {
      vaultId: new Uint8Array(Buffer.from(vaultId, 'base64')),
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')),
    };
  } catch {
    return null;
  }
}

export async function writeInboxKey(profile: string, { vaultId, publicKey }: InboxKey): Promise<void> {
  await makeFolder(profile);
  const key = {
    format: 1,
    vaultId: Buffer.from(vaultId).toString('base64'),
    publicKey: Buffer.from(publicKey).toString('base64'),
  };
  await writeDurably(join(inboxFolder(profile), KEY_FILE), (file) => file.writeFile(`${JSON.stringify(key)}\n`));
}

/** The id of the vault that lies in the profile, as its envelope says it; null where none can be read. */
export async function vaultIdOf(profile: string): Promise<Uint8Array | null> {
  for (const name of ['vault.json', 'vault.copy.json']) {
    try {
      const text = await readFile(join(profile, name), 'utf8');
      const { vaultId } = z.object({ vaultId: base64(VAULT_ID_BYTES) }).parse(JSON.parse(text));
      return new Uint8Array(Buffer.from(vaultId, 'base64'));
    } catch {
      // The other copy may be whole.
    }
  }
  return null;
}

/** Ids of the items, in no order that says anything. */
export async function listInboxItems(profile: string): Promise<string[]> {
  const names = await readdir(inboxFolder(profile)).catch(() => []);
  return names.flatMap((name) => ITEM_FILE.exec(name)?.[1] ?? []);
}

/** Returns when the item is on the disk, whole, to stay. Written again under the same id, it takes the place of the one before. */
export async function writeInboxItem(profile: string, id: string, item: Uint8Array): Promise<void> {
  await makeFolder(profile);
  await writeDurably(itemPath(profile, id), (file) => file.writeFile(item));
}

/** null: it is not there, or more than an item can be. */
export async function readInboxItem(profile: string, id: string): Promise<Uint8Array | null> {
  const path = itemPath(profile, id);
  try {
    if ((await stat(path)).size > MAX_ITEM_BYTES) return null;
    return new Uint8Array(await readFile(path));
  } catch {
    return null;
  }
}

export async function removeInboxItem(profile: string, id: string): Promise<void> {
  await rm(itemPath(profile, id), { force: true, maxRetries: 5, retryDelay: 50 });
}

/** Removes what was never answered. Main's, which alone writes items, before it takes the first call. */
export async function removeHalfItems(profile: string): Promise<void> {
  const folder = inboxFolder(profile);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) if (HALF_FILE.test(name)) await rm(join(folder, name), { force: true });
}
