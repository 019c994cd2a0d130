/** Going back to a backup in a vault that syncs: nothing on the server is lost, no stamp is given twice, and all devices come to the same. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { TEST_PASSPHRASE, value } from '../../src-main/testing/test-app.ts';
import { a, b, bench, expectLevel, levelDevices, server } from '../sync/level-devices.ts';
import { joinVault } from '../sync/two-devices.ts';

levelDevices();

it('a restored vault waits until sync is resumed, and then has what the others have beside what it had', async () => {
  const [kept, changed, since, elsewhere] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await a.write(kept, 'in the backup');
  await a.write(changed, 'as it was');
  await expectLevel([kept, changed]);
  const { backups } = value(await a.client.invoke('backups.run', {}));
  await b.write(changed, 'as it was, and more');
  await expectLevel();
  await a.write(since, 'written since, and sent');
  await expectLevel();

  const source = { type: 'kept', name: backups[0]!.name } as const;
  const look = value(await a.client.invoke('backups.look', { source, secret: null }));
  expect(look.comparison).toMatchObject({ isSynced: true, entries: { onlyInVault: 1, onlyInBackup: 0, differ: 1 } });
  value(await a.client.invoke('backups.take', {}));
  value(await a.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE }));
  expect(await a.body(changed)).toBe('as it was');
  expect(await a.body(since)).toBeNull();
  expect(await a.status()).toMatchObject({ state: 'paused', url: server.url });

  // Written on both sides before they meet again.
  const restored = randomUUID();
  await a.write(restored, 'written on the restored one');
  await a.write(kept, 'in the backup, changed after it was restored');
  await b.write(elsewhere, 'written on the other');
  value(await a.client.invoke('sync.pause', { paused: false }));
  await expectLevel([kept, changed, since, elsewhere, restored]);
  expect(await a.body(changed)).toBe('as it was, and more');
  expect(await b.body(kept)).toBe('in the backup, changed after it was restored');
  expect((await a.status()).notices).toMatchObject({ unreadable: 0, missingFrom: [] });

  const c = await bench.device('c');
  await joinVault(c, server.url);
  for (const id of [kept, changed, since, elsewhere, restored]) expect(await c.body(id)).toBe(await a.body(id));
  for (const device of [a, b, c]) {
    expect(value(await device.client.invoke('backups.verify', {}))).toMatchObject({ unreadable: [], disagreeing: [] });
  }
});
