/**
 * The whole application in a process of its own, visited from end to end: `node visit.ts PROFILE OUTSIDE [SERVER TOKEN]`. Its test watches what it does on the network. Prints `done` when everything
 * was answered well.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exportFormatSchema } from '../../src-shared/contract/exports.ts';
import { habitDraft } from '../../src-main/features/habits/testing.ts';
import { createVault, openTestApp, TEST_PASSPHRASE, value } from '../../src-main/testing/test-app.ts';
import { dayOneExport } from '../samples/day-one.ts';

const [profile, outside, server, token] = process.argv.slice(2) as [string, string, string?, string?];
mkdirSync(outside, { recursive: true });
const { app, client } = await openTestApp(profile, {
  choosePath: async (name) => join(outside, name),
  chooseFolder: async () => outside,
  openLink: async () => true,
});
const { buffer, name } = dayOneExport();
client.on('imports.wanted', ({ importId, readId, offset, length }) => {
  const bytes = new Uint8Array(buffer.subarray(offset, offset + length));
  void client.invoke('imports.piece', { importId, readId, bytes });
});

value(await client.invoke('app.info', {}));
await createVault(client);
value(await client.invoke('app.change-settings', { theme: 'dark', idleLockMinutes: 5, spelling: true }));
const { day } = value(await client.invoke('app.today', {}));
const picture = randomUUID();
value(await client.invoke('attachments.put-piece', { id: picture, index: 0, bytes: new Uint8Array([1, 2, 3]) }));
const attachment = { id: picture, name: 'a.png', type: 'image/png', size: 3, width: 1, height: 1, thumbnail: null };
value(await client.invoke('attachments.finish', attachment));
// What a careless program would fetch.
const body = `[a link](https://diary.invalid/) ![](attachment:${picture}) ![there](https://diary.invalid/image.png) libsql://diary.invalid`;
value(await client.invoke('entries.write', { id: randomUUID(), day, body, mood: 4 }));
const habit = randomUUID();
value(await client.invoke('habits.create', habitDraft({ id: habit, name: 'Look at the network', startDay: day })));
value(await client.invoke('habits.check-in', { habitId: habit, day, mark: { type: 'done' } }));
value(await client.invoke('statistics.writing', { from: null, to: day, weekStart: 1 }));

const importId = randomUUID();
const files = [{ path: name, size: buffer.length, modifiedAt: null }];
value(await client.invoke('imports.open', { importId, files }));
value(await client.invoke('imports.preview', { importId }));
const choices = { withoutJournals: [], journalAsTag: false, moods: [] };
value(await client.invoke('imports.run', { importId, choices }));

for (const format of exportFormatSchema.options) {
  if (format === 'book-pdf') continue;
  value(await client.invoke('exports.run', { from: null, to: null, tag: null, format, withMedia: true }));
}
value(await client.invoke('backups.run', {}));
value(await client.invoke('backups.choose-folder', {}));
value(await client.invoke('backups.verify', {}));
value(await client.invoke('app.open-link', { address: 'https://diary.invalid/' }));

if (server !== undefined && token !== undefined) {
  const synced = new Promise<void>((settle) => {
    client.on('sync.status', ({ state }) => {
      if (state === 'synced') settle();
    });
  });
  value(await client.invoke('sync.check', { url: server, token }));
  value(await client.invoke('sync.connect', { url: server, token }));
  await synced;
}
value(await client.invoke('vault.lock', {}));
value(await client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
value(await client.invoke('entries.on-day', { day }));
await app.close();
process.stdout.write('done\n');
