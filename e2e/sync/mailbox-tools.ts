/** For tests: what a broken disk, another program or a hostile server does to a mailbox. */
import { createClient } from '@libsql/client';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { TOKEN } from './two-devices.ts';

export async function readInfo(folder: string): Promise<{ durable_frame_num: number; generation: number }> {
  const text = await readFile(join(folder, 'mailbox.db-info'), 'utf8');
  return JSON.parse(text) as { durable_frame_num: number; generation: number };
}

/** With a right checksum: as libSQL would have written it. */
export async function writeInfo(folder: string, frame: number, generation: number): Promise<void> {
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(frame, 4);
  fields.writeUInt32LE(generation, 8);
  const info = { hash: crc32(fields), version: 0, durable_frame_num: frame, generation };
  await writeFile(join(folder, 'mailbox.db-info'), JSON.stringify(info));
}

export async function flipBit(path: string, place: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, place);
  byte[0] = byte[0]! ^ 4;
  await file.write(byte, 0, 1, place);
  await file.close();
}

/** As any program that opens the file as a database would, and one that tidies up. */
export async function openWithStockSqlite(folder: string, sql: readonly string[]): Promise<void> {
  const client = createClient({ url: `file:${join(folder, 'mailbox.db')}` });
  for (const each of sql) await client.execute(each);
  client.close();
}

/** Writes into the database on the server as somebody who has its token and no key of the vault. */
export async function writeAsStranger(
  url: string,
  sql: readonly { sql: string; args?: (Uint8Array | number)[] }[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-stranger-'));
  const client = createClient({
    url: `file:${join(folder, 'stranger.db')}`,
    syncUrl: url,
    authToken: TOKEN,
    offline: true,
  });
  await client.sync();
  await client.sync();
  for (const each of sql) await client.execute({ sql: each.sql, args: each.args ?? [] });
  await client.sync();
  await client.sync();
  client.close();
  await rm(folder, { recursive: true, force: true });
}

export async function readAsStranger(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-stranger-'));
  const client = createClient({ url: `file:${join(folder, 's.db')}`, syncUrl: url, authToken: TOKEN, offline: true });
  await client.sync();
  await client.sync();
  const { rows } = await client.execute(sql);
  client.close();
  await rm(folder, { recursive: true, force: true });
  return rows;
}
