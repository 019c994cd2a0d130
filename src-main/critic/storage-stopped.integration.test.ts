import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Child } from '../processes/child.ts';
import { createNodeSpawn } from '../browser-host/node-child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TESTED_CHILDREN,
  type TestApp,
} from '../testing/test-app.ts';

let folder: string;
let test: TestApp;
let storage: Child | null = null;
beforeEach(async () => {
  folder = await temporaryFolder();
  test = await openTestApp(folder, {
    spawnChild: (kind) => {
      const child = createNodeSpawn(TESTED_CHILDREN)(kind);
      if (kind === 'storage') storage = child;
      return child;
    },
  });
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
});

it('F14: behind a storage process that died, a lock of the machine is a lock: the page, which still has the journal in its memory, hears of it', async () => {
  await createVault(test.client);
  const states: string[] = [];
  test.client.on('vault.state', ({ state, reason }) => states.push(`${state} ${reason}`));
  storage!.kill();
  await expect.poll(() => states).toEqual(['locked storage-stopped']);
  // page-renewal.ts leaves the renderer as it is for `storage-stopped`, and waits for a lock that never comes.
  await test.app.lock('suspend');
  expect(states.at(-1)).toBe('locked suspend');
}, 30_000);
