import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UpdateSession } from '../session/update-session.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-updates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('F13: an installing that the person stopped (“Go back”, over unsaved words) can be asked for again', async () => {
  let installs = 0;
  const session = await UpdateSession.open({
    updater: {
      unavailable: null,
      check: async () => ({ version: '1.1.0', notes: '' }),
      download: async () => {},
      // The quit was vetoed by the page, or by the small window: the app goes on.
      install: () => void (installs += 1),
    },
    version: '1.0.0',
    changelog: null,
    path: join(folder, 'updates.json'),
    mayLook: () => false,
    lock: async () => {},
    now: Date.now,
    onState: () => {},
    log: () => {},
  });
  const settle = () => new Promise((done) => setTimeout(done, 50));
  await session.handlers['updates.check']({});
  await settle();
  await session.handlers['updates.download']({});
  await settle();
  await session.handlers['updates.install']({});
  expect(session.state.status.type).toBe('installing');
  // The person goes on writing for an hour, and asks again, or calls it off.
  await session.handlers['updates.cancel']({});
  await session.handlers['updates.check']({});
  await session.handlers['updates.install']({});
  session.end();
  expect({ installs, status: session.state.status.type }).not.toEqual({ installs: 1, status: 'installing' });
});
