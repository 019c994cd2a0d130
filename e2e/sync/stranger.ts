/**
 * Somebody with the server's token and no key of any vault: runs SQL on the database of the server. A process of its own, because libSQL's `sync()` holds its
 * thread, and the server of the tests lives in theirs. stdin: { url, token, folder, sql: [{ sql, args }] }, blobs as { blob: hex }; stdout: rows.
 */
import { createClient, type InValue } from '@libsql/client/sqlite3';
import { join } from 'node:path';

interface Order {
  readonly url: string;
  readonly token: string;
  readonly folder: string;
  readonly sql: readonly {
    readonly sql: string;
    readonly args: readonly (number | string | { readonly blob: string })[];
  }[];
}

const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
const { url, token, folder, sql } = JSON.parse(Buffer.concat(parts).toString()) as Order;
const client = createClient({
  url: `file:${join(folder, 'stranger.db')}`,
  syncUrl: url,
  authToken: token,
  offline: true,
});
await client.sync();
await client.sync();
let rows: Record<string, unknown>[] = [];
for (const { sql: text, args } of sql) {
  const values: InValue[] = args.map((arg) => (typeof arg === 'object' ? Buffer.from(arg.blob, 'hex') : arg));
  rows = (await client.execute({ sql: text, args: values })).rows;
}
await client.sync();
await client.sync();
process.stdout.write(
  JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof ArrayBuffer ? { blob: Buffer.from(value).toString('hex') } : value,
  ),
  () => process.exit(0),
);
