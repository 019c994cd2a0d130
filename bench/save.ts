import { randomUUID } from 'node:crypto';
import { createClient } from '@libsql/client/sqlite3';
import { join } from 'node:path';
import { createVault, openTestApp, value } from '../src-main/testing/test-app.ts';
import { comparePairs, report } from './measure.ts';
import { sampleText } from './seed.ts';

/** A save, from the call of the page to its answer (router, another process, sealing, projection, search index, commit), against one bare commit of the same text. */
export async function benchSave(folder: string): Promise<void> {
  const test = await openTestApp(join(folder, 'save'));
  await createVault(test.client);
  const bare = createClient({ url: `file:${join(folder, 'bare.db')}`, encryptionKey: '11'.repeat(32) });
  await bare.execute('PRAGMA journal_mode = WAL');
  await bare.execute('PRAGMA synchronous = FULL');
  await bare.execute('CREATE TABLE entry (id INTEGER PRIMARY KEY, body TEXT)');
  const id = randomUUID();
  const { day } = value(await test.client.invoke('app.today', {}));
  const edit = await comparePairs(
    400,
    async (round) => value(await test.client.invoke('entries.write', { id, day, body: sampleText(round, 120) })),
    (round) => bare.batch([{ sql: 'INSERT INTO entry (body) VALUES (?)', args: [sampleText(round, 120)] }], 'write'),
  );
  report('save while typing (120 words)', edit.ours, edit.bare, 'bare encrypted insert');
  const fresh = await comparePairs(
    400,
    async (round) =>
      value(await test.client.invoke('entries.write', { id: randomUUID(), day, body: sampleText(round, 120) })),
    (round) => bare.batch([{ sql: 'INSERT INTO entry (body) VALUES (?)', args: [sampleText(round, 120)] }], 'write'),
  );
  report('new entry (120 words)', fresh.ours, fresh.bare, 'bare encrypted insert');
  bare.close();
  await test.app.close();
}
