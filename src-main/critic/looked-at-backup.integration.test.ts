import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Child } from '../processes/child.ts';
import { createNodeSpawn } from '../browser-host/node-child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TEST_PASSPHRASE,
  TESTED_CHILDREN,
  value,
} from '../testing/test-app.ts';

let root: string;
beforeEach(async () => {
  root = await temporaryFolder();
});
afterEach(() => removeFolder(root));

it('F15: a backup whose passphrase was given, on a computer without a vault, does not stay open over sleep and a locked screen', async () => {
  const from = await openTestApp(join(root, 'from'));
  await createVault(from.client);
  value(await from.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-22', body: 'private' }));
  value(await from.client.invoke('backups.run', {}));
  const { name } = value(await from.client.invoke('backups.state', {})).backups[0]!;
  const bytes = new Uint8Array(await readFile(join(root, 'from', 'backups', name)));
  await from.app.close();

  const storage: Child[] = [];
  const there = await openTestApp(join(root, 'there'), {
    spawnChild: (kind) => {
      const child = createNodeSpawn(TESTED_CHILDREN)(kind);
      if (kind === 'storage') storage.push(child);
      return child;
    },
  });
  const uploadId = randomUUID();
  value(await there.client.invoke('backups.upload', { uploadId, name, size: bytes.byteLength }));
  value(await there.client.invoke('backups.append', { uploadId, offset: 0, bytes }));
  const secret = { method: 'passphrase', secret: TEST_PASSPHRASE } as const;
  value(await there.client.invoke('backups.look', { source: { type: 'uploaded', uploadId }, secret }));
  // The person goes away; the machine sleeps, and somebody else comes.
  await there.app.lock('suspend');
  await there.app.lock('screen-lock');
  const taken = await there.client.invoke('backups.take', {});
  const read = await there.client.invoke('entries.on-day', { day: '2026-11-22' });
  await there.app.close();
  expect({ taken: taken.ok, read: read.ok }).toEqual({ taken: false, read: false });
}, 60_000);
