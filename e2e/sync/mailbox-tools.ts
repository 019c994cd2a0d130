/** For tests: what a broken disk, another program or a hostile server does to a mailbox. */
import { createClient } from '@libsql/client/sqlite3';
import { spawn } from 'node:child_process';
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

/** Runs SQL on the server's database as somebody who has its token and no key of the vault. @returns the rows of the last statement; blobs as Uint8Array */
export async function asStranger(
  url: string,
  sql: readonly { readonly sql: string; readonly args?: readonly (Uint8Array | number)[] }[],
): Promise<Record<string, unknown>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-stranger-'));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stranger.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const order = {
    url,
    token: TOKEN,
    folder,
    sql: sql.map((each) => ({
      sql: each.sql,
      args: (each.args ?? []).map((arg) =>
        typeof arg === 'number' ? arg : { blob: Buffer.from(arg).toString('hex') },
      ),
    })),
  };
  child.stdin.end(JSON.stringify(order));
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the stranger ended with ${String(code)}`);
  return JSON.parse(Buffer.concat(parts).toString(), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'blob' in value
      ? new Uint8Array(Buffer.from(String(value.blob), 'hex'))
      : value,
  ) as Record<string, unknown>[];
}
