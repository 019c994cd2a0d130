import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../src-shared/contract/sync.ts';
import { createClient } from '../../bridge/client.ts';
import { de } from '../../intl/de.ts';
import { createLanguage } from '../../intl/language.ts';
import { createEnglish } from '../../testing/english.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { createSync } from './sync-store.ts';
import { syncWords, timeAgo } from './sync-words.ts';

const NOW = Date.parse('2026-11-22T08:14:00Z');
const { say } = createEnglish('en-GB');

const synced: SyncStatus = {
  state: 'synced',
  problem: null,
  url: 'https://example.turso.io',
  waiting: 0,
  syncedAt: '2026-11-22T08:12:00.000Z',
  nextAt: null,
  progress: null,
  bytesThisMonth: 0,
  conflicts: 0,
  notices: { unreadable: 0, missingFrom: [], clockAhead: [], passphraseChanged: false },
};

const STATES: readonly SyncStatus['state'][] = [
  'off',
  'paused',
  'syncing',
  'synced',
  'waiting',
  'offline',
  'trouble',
  'needs-you',
];

describe('what is said about sync', () => {
  it('says synced in one state only, and in none where somebody has to look', () => {
    for (const state of STATES) {
      const { short, long } = syncWords({ ...synced, state, waiting: 2 }, say, 'en-GB', NOW);
      expect(short.startsWith('Synced')).toBe(state === 'synced');
      expect(short).not.toBe('');
      expect(long).toMatch(/[.…]|of/);
    }
    expect(syncWords({ ...synced, conflicts: 2 }, say, 'en-GB', NOW)).toMatchObject({
      tone: 'needs-you',
      short: '2 entries to look at',
    });
  });

  it('says how long ago, and how many wait', () => {
    expect(syncWords(synced, say, 'en-GB', NOW).short).toBe('Synced 2 min ago');
    const justNow = { ...synced, syncedAt: new Date(NOW - 20_000).toISOString() };
    expect(syncWords(justNow, say, 'en-GB', NOW)).toMatchObject({
      short: 'Synced just now',
      long: 'Synced just now. The server has everything that is on this computer.',
    });
    expect(syncWords({ ...synced, state: 'waiting', waiting: 3 }, say, 'en-GB', NOW).short).toBe('3 changes wait');
    expect(syncWords({ ...synced, state: 'offline', waiting: 1 }, say, 'en-GB', NOW).short).toBe('Offline, 1 waits');
  });

  it('says so in German too', () => {
    const german = createLanguage({ locale: 'de-DE', direction: 'ltr' }, de).say;
    const words = (ago: number) =>
      syncWords({ ...synced, syncedAt: new Date(NOW - ago).toISOString() }, german, 'de-DE', NOW);
    expect(words(20_000).short).toBe('Gerade abgeglichen');
    expect(words(86_400_000)).toMatchObject({
      short: 'Abgeglichen gestern',
      long: 'Der letzte Abgleich war gestern – der Server hat alles, was auf diesem Computer ist.',
    });
  });

  it.each([
    'token',
    'other-vault',
    'renewed-key',
    'too-new',
    'not-a-server',
    'server',
    'no-answer',
    'disk-full',
    'profile-read-only',
    'internal',
  ] as const)('says of %s what is safe and what comes next', (problem) => {
    const { long } = syncWords({ ...synced, state: 'trouble', problem }, say, 'en-GB', NOW);
    expect(long).toMatch(/safe|Nothing was sent/);
    expect(long.match(/\./g)!.length).toBeGreaterThanOrEqual(2);
  });

  it('never says that something will be', () => {
    expect(timeAgo('en-GB', '2026-11-22T09:00:00Z', NOW)).toBe('now');
    expect(timeAgo('en-GB', '2026-11-19T08:00:00Z', NOW)).toBe('3 days ago');
  });
});

describe('the store of sync', () => {
  it('forgets addresses and names with a lock, also where an answer comes behind it', async () => {
    const bridge = createFakeBridge({ sync: { ...synced } });
    const sync = createSync(createClient(bridge));
    await sync.load();
    await sync.loadDevices();
    expect(sync.store.getState().status?.url).toBe('https://example.turso.io');
    expect(sync.store.getState().devices).toHaveLength(1);
    const late = sync.load();
    sync.clear();
    await late;
    expect(sync.store.getState()).toEqual({ status: null, devices: [], isAsked: false });
  });

  it('asks for the devices again behind a cycle, where they were asked for', async () => {
    const bridge = createFakeBridge({ sync: { ...synced } });
    const sync = createSync(createClient(bridge));
    const asked = (): number => bridge.calls.filter(({ channel }) => channel === 'sync.devices').length;
    sync.setStatus(synced);
    expect(asked()).toBe(0);
    await sync.loadDevices();
    sync.setStatus({ ...synced, syncedAt: '2026-11-22T08:13:00.000Z' });
    expect(asked()).toBe(2);
    sync.setStatus({ ...synced, syncedAt: '2026-11-22T08:13:00.000Z', waiting: 1 });
    expect(asked()).toBe(2);
  });
});
