import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_RELEASE_NOTES, type UpdatesState, updatesStateSchema } from '../../src-shared/contract/updates.ts';
import { UpdateError, type FoundUpdate, type Updater, noUpdater } from '../updates/updater.ts';
import { UpdateSession, type UpdateSessionOptions } from './update-session.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHANGELOG = `# Changelog

## 1.2.0 (2026-11-20)

- Two.

## 1.1.0 (2026-11-10)

- One.
`;
const CHANGELOGS = {
  en: CHANGELOG,
  de: CHANGELOG.replace('- Two.', '- Zwei. <!-- 0123abcd -->').replace('- One.', '- Eins.'),
};

/** An updater that answers when a test says so, and decides nothing. */
class PlayedUpdater implements Updater {
  unavailable: Updater['unavailable'] = null;
  readonly calls: string[] = [];
  checking = Promise.withResolvers<FoundUpdate | null>();
  downloading = Promise.withResolvers<void>();
  progress: (done: number, total: number | null) => void = () => {};
  signal: AbortSignal | null = null;
  veto: () => void = () => {};

  check(signal: AbortSignal): Promise<FoundUpdate | null> {
    this.calls.push('check');
    this.signal = signal;
    this.checking = Promise.withResolvers();
    return this.checking.promise;
  }
  download(onProgress: (done: number, total: number | null) => void, signal: AbortSignal): Promise<void> {
    this.calls.push('download');
    this.progress = onProgress;
    this.signal = signal;
    this.downloading = Promise.withResolvers();
    return this.downloading.promise;
  }
  install(onVeto: () => void): void {
    this.calls.push('install');
    this.veto = onVeto;
  }
}

let folder: string;
let path: string;
let updater: PlayedUpdater;
let mayLook: boolean;
let language: 'en' | 'de';
let states: UpdatesState[];
/** What happened outside, in order. */
let events: string[];
let session: UpdateSession;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse('2026-11-26T08:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'daygrove-updates-'));
  path = join(folder, 'updates.json');
  updater = new PlayedUpdater();
  mayLook = false;
  language = 'en';
  states = [];
  events = [];
});
afterEach(() => {
  session.end();
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

async function open(options: Partial<UpdateSessionOptions> = {}): Promise<void> {
  session = await UpdateSession.open({
    updater,
    version: '1.0.0',
    changelog: async (asked) => CHANGELOGS[asked],
    language: () => language,
    path,
    mayLook: () => mayLook,
    lock: async () => void events.push('locked'),
    now: Date.now,
    onState: (state) => states.push(updatesStateSchema.parse(state)),
    log: (event, { reason = '' }) => void events.push(`${event} ${reason}`.trim()),
    ...options,
  });
}
const ask = async (name: keyof UpdateSession['handlers']): Promise<UpdatesState> => {
  const answer = await session.handlers[name]({});
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const is = (type: string): Promise<void> => vi.waitFor(() => expect(session.state.status.type).toBe(type));

async function found(version = '1.1.0', notes = '- Better.'): Promise<void> {
  await ask('updates.check');
  updater.checking.resolve({ version, notes });
  await vi.waitFor(() => expect(session.state.status.type).not.toBe('checking'));
}
async function ready(): Promise<void> {
  await found();
  await ask('updates.download');
  updater.downloading.resolve();
  await is('ready');
}

describe('asking nobody', () => {
  it('does not look while it is off, however long it runs', async () => {
    await open();
    await vi.advanceTimersByTimeAsync(40 * DAY_MS);
    expect(updater.calls).toEqual([]);
    expect(session.state.status).toEqual({ type: 'never' });
  });

  it('looks a minute after the start and once a day where it is on, and stops when it is turned off', async () => {
    mayLook = true;
    await open();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(updater.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(updater.calls).toEqual(['check']);
    updater.checking.resolve(null);
    await is('none');
    // The clock of a person's machine goes on; the file of the profile has the time.
    await vi.waitFor(() => expect(JSON.parse(readFileSync(path, 'utf8')).checkedAt).toBe(session.state.checkedAt));
    await vi.advanceTimersByTimeAsync(DAY_MS);
    expect(updater.calls).toEqual(['check', 'check']);
    updater.checking.resolve(null);
    await is('none');
    mayLook = false;
    session.settingsChanged();
    await vi.advanceTimersByTimeAsync(10 * DAY_MS);
    expect(updater.calls).toHaveLength(2);
  });

  it('looks no sooner because it was started again', async () => {
    mayLook = true;
    writeFileSync(path, JSON.stringify({ version: '1.0.0', checkedAt: '2026-11-26T07:00:00.000Z' }));
    await open();
    await vi.advanceTimersByTimeAsync(23 * 60 * 60 * 1000 - 1);
    expect(updater.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(updater.calls).toEqual(['check']);
  });

  it('is quiet when a look of its own fails, and keeps what it knew', async () => {
    mayLook = true;
    await open();
    await vi.advanceTimersByTimeAsync(60_000);
    updater.checking.reject(new UpdateError('offline'));
    await is('never');
    expect(states.map(({ status }) => status.type)).toEqual(['checking', 'never']);
    expect(events).toEqual([]);
  });

  it('does nothing where the host cannot', async () => {
    mayLook = true;
    await open({ updater: noUpdater('browser') });
    await vi.advanceTimersByTimeAsync(3 * DAY_MS);
    expect(await ask('updates.check')).toMatchObject({ unavailable: 'browser', status: { type: 'never' } });
    expect(states).toEqual([]);
  });
});

describe('a check', () => {
  it('finds a newer version, and says what is in it', async () => {
    await open();
    await found('1.1.0', '- **Better.**');
    expect(session.state).toMatchObject({
      status: { type: 'available', version: '1.1.0', notes: '- **Better.**' },
      checkedAt: expect.stringMatching(/^2026-11-26T08:00:00/u),
    });
  });

  it('finds none', async () => {
    await open();
    await ask('updates.check');
    updater.checking.resolve(null);
    await is('none');
    expect(session.state.checkedAt).not.toBeNull();
  });

  it.each(['1.0.0', '0.9.9', '1.0.0-beta.1'])('goes to no version that is not newer: %s', async (version) => {
    await open();
    await found(version);
    expect(session.state.status).toEqual({ type: 'failed', reason: 'older' });
    await ask('updates.download');
    expect(updater.calls).toEqual(['check']);
  });

  it.each(['newest', '', '../../1.1.0', '1.1'])('takes no %j for a version', async (version) => {
    await open();
    await found(version);
    expect(session.state.status).toEqual({ type: 'failed', reason: 'server' });
  });

  it.each(['offline', 'server', 'unsigned', 'wrong-signature'] as const)('says that it failed: %s', async (reason) => {
    await open();
    await ask('updates.check');
    updater.checking.reject(new UpdateError(reason));
    await is('failed');
    expect(session.state.status).toEqual({ type: 'failed', reason });
    expect(events).toEqual([`update-failed ${reason}`]);
    // And can be asked again.
    await found();
    expect(session.state.status.type).toBe('available');
  });

  it('tells of an error that nobody knows as of one, with none of its words', async () => {
    await open();
    await ask('updates.check');
    updater.checking.reject(new Error('dear diary'));
    await is('failed');
    expect(session.state.status).toEqual({ type: 'failed', reason: 'internal' });
  });

  it('is one at a time, and can be stopped', async () => {
    await open();
    await ask('updates.check');
    await ask('updates.check');
    expect(updater.calls).toEqual(['check']);
    await ask('updates.cancel');
    expect(updater.signal?.aborted).toBe(true);
    updater.checking.resolve({ version: '9.0.0', notes: '' });
    await is('never');
  });

  it('bounds what comes from outside', async () => {
    await open();
    await found('1.1.0', '- A line of the notes.\n'.repeat(100_000));
    const { status } = session.state;
    if (status.type !== 'available') throw new Error('nothing was found');
    expect(status.notes.length).toBeLessThanOrEqual(MAX_RELEASE_NOTES);
    expect(status.notes.endsWith('notes.\n…')).toBe(true);
    await found('1.1.0', 'x'.repeat(MAX_RELEASE_NOTES * 2));
    expect(updatesStateSchema.safeParse(session.state).success).toBe(true);
  });
});

describe('a download', () => {
  it('begins when the person says so, tells how far it is, and is ready', async () => {
    await open();
    await found();
    expect(updater.calls).toEqual(['check']);
    await ask('updates.download');
    updater.progress(10, 100);
    expect(session.state.status).toMatchObject({ type: 'downloading', done: 10, total: 100 });
    updater.downloading.resolve();
    await is('ready');
    expect(updater.calls).toEqual(['check', 'download']);
  });

  it('that is stopped leaves what was found', async () => {
    await open();
    await found();
    await ask('updates.download');
    await ask('updates.cancel');
    updater.progress(50, 100);
    updater.downloading.reject(new Error('cancelled'));
    await is('available');
    await ask('updates.download');
    expect(updater.calls).toEqual(['check', 'download', 'download']);
  });

  it.each(['damaged', 'disk', 'offline', 'wrong-signature'] as const)('that fails is not ready: %s', async (reason) => {
    await open();
    await found();
    await ask('updates.download');
    updater.downloading.reject(new UpdateError(reason));
    await is('failed');
    expect(await ask('updates.install')).toMatchObject({ status: { type: 'failed', reason } });
    expect(updater.calls).not.toContain('install');
  });

  it('is not thrown away by another check, nor by a look of its own', async () => {
    mayLook = true;
    await open();
    await ready();
    await ask('updates.check');
    await vi.advanceTimersByTimeAsync(3 * DAY_MS);
    expect(session.state.status.type).toBe('ready');
    expect(updater.calls).toEqual(['check', 'download']);
  });

  it('is found again after a restart: nothing is put in place that nobody asked for', async () => {
    await open();
    await ready();
    session.end();
    updater = new PlayedUpdater();
    await open();
    expect(session.state.status).toEqual({ type: 'never' });
    expect(updater.calls).toEqual([]);
  });
});

describe('putting it in place', () => {
  it('waits until what is being typed is written and the vault is locked', async () => {
    const lock = Promise.withResolvers<void>();
    await open({ lock: () => lock.promise });
    await ready();
    const answer = session.handlers['updates.install']({});
    await is('installing');
    expect(updater.calls).toEqual(['check', 'download']);
    // Pressed twice.
    await ask('updates.install');
    lock.resolve();
    await answer;
    expect(updater.calls).toEqual(['check', 'download', 'install']);
  });

  it('can be asked for again where the person went back over unsaved words', async () => {
    await open();
    await ready();
    const { status } = session.state;
    expect((await ask('updates.install')).status.type).toBe('installing');
    updater.veto();
    expect(session.state.status).toEqual(status);
    expect(states.at(-1)?.status).toEqual(status);
    // It was the end of that one only.
    await ask('updates.check');
    expect(session.state.status.type).toBe('ready');
    await ask('updates.install');
    expect(session.state.status.type).toBe('installing');
    expect(updater.calls).toEqual(['check', 'download', 'install', 'install']);
    expect(events.filter((event) => event === 'locked')).toHaveLength(2);
  });

  it('does not happen where the lock fails, or before there is something', async () => {
    await open({ lock: () => Promise.reject(new Error('dear diary')) });
    await ask('updates.install');
    await ready();
    await ask('updates.install');
    expect(session.state.status).toEqual({ type: 'failed', reason: 'internal' });
    expect(updater.calls).not.toContain('install');
  });
});

describe('what changed', () => {
  it('is not said at the very first start', async () => {
    await open({ version: '1.2.0' });
    expect(session.state.whatChanged).toBeNull();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: '1.2.0', checkedAt: null });
  });

  it('is said at the first start of a newer version, of everything since, until it was seen', async () => {
    writeFileSync(path, JSON.stringify({ version: '1.0.0', checkedAt: null }));
    await open({ version: '1.2.0' });
    const whatChanged = { version: '1.2.0', notes: '- Two.\n\n- One.' };
    expect(session.state.whatChanged).toEqual(whatChanged);
    // A start that ended before anybody saw it.
    session.end();
    await open({ version: '1.2.0' });
    expect(session.state.whatChanged).toEqual(whatChanged);
    expect((await ask('updates.seen')).whatChanged).toBeNull();
    session.end();
    await open({ version: '1.2.0' });
    expect(session.state.whatChanged).toBeNull();
  });

  it.each([
    ['an older version was put back', '2.0.0', '1.2.0'],
    ['the same runs', '1.2.0', '1.2.0'],
    ['nothing is written about it', '1.2.0', '1.3.0'],
  ])('is not said where %s', async (_why, before, now) => {
    writeFileSync(path, JSON.stringify({ version: before, checkedAt: null }));
    await open({ version: now });
    expect(session.state.whatChanged).toBeNull();
    expect(JSON.parse(readFileSync(path, 'utf8')).version).toBe(now);
  });

  it.each(['', 'null', '{"version":"soon"}', '{"version":17}'])(
    'is not said where the profile has %j',
    async (text) => {
      writeFileSync(path, text);
      await open({ version: '1.2.0' });
      expect(session.state.whatChanged).toBeNull();
    },
  );

  it('is said in the language of the words, also where that is changed meanwhile', async () => {
    writeFileSync(path, JSON.stringify({ version: '1.0.0', checkedAt: null }));
    language = 'de';
    await open({ version: '1.2.0' });
    expect(session.state.whatChanged?.notes).toBe('- Zwei.\n\n- Eins.');
    language = 'en';
    session.settingsChanged();
    expect(states.at(-1)?.whatChanged?.notes).toBe('- Two.\n\n- One.');
  });

  it('is said in English where its translation is not there', async () => {
    writeFileSync(path, JSON.stringify({ version: '1.0.0', checkedAt: null }));
    language = 'de';
    await open({
      version: '1.2.0',
      changelog: (asked) => (asked === 'de' ? Promise.reject(new Error('gone')) : Promise.resolve(CHANGELOG)),
    });
    expect(session.state.whatChanged?.notes).toBe('- Two.\n\n- One.');
  });

  it('needs no changelog', async () => {
    writeFileSync(path, JSON.stringify({ version: '1.0.0', checkedAt: null }));
    await open({ version: '1.2.0', changelog: () => Promise.reject(new Error('gone')) });
    expect(session.state.whatChanged).toBeNull();
  });
});
