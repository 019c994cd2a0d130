import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { createElectronUpdater, ElectronUpdaterOptions } from './electron-updater.ts';
import { RecordingElectron } from './testing/recording-electron.ts';
import { secureSession } from './session-security.ts';
import { createUpdater, type UpdaterOptions } from './updater.ts';

const SIGNAL = new AbortController().signal;
let folder: string;
let electron: RecordingElectron;
/** How electron-updater was made; at most once. */
let made: ElectronUpdaterOptions[];
let installs: number;
let vetoes: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-resources-'));
  electron = new RecordingElectron();
  // As start.ts does with every session that is made.
  electron.app.on('session-created', (session: (typeof electron.sessions)[number]) => secureSession(session, false));
  made = [];
  installs = 0;
  vetoes = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const address = (text: string): void => writeFileSync(join(folder, 'app-update.yml'), text);
const create = (options: Partial<UpdaterOptions> = {}) =>
  createUpdater({
    electron,
    platform: 'win32',
    appImage: null,
    resourcesDirectory: folder,
    releaseKey: 'PEM',
    load: async () => ({
      createElectronUpdater: ((engine) => {
        made.push(engine);
        return {
          check: async () => ({ version: '2.0.0', notes: '' }),
          download: async () => {},
          install: () => {
            installs += 1;
            engine.onQuit(() => (installs += 10));
            engine.quit();
          },
        };
      }) satisfies typeof createElectronUpdater,
    }),
    ...options,
  });
const GOOD = 'provider: generic\nurl: https://updates.example/daygrove\nupdaterCacheDirName: daygrove-updater\n';

describe('whether a build can look for updates', () => {
  it('can where it has an address and a key', () => {
    address(GOOD);
    expect(create().unavailable).toBeNull();
    expect(create({ platform: 'darwin' }).unavailable).toBeNull();
    expect(create({ platform: 'linux', appImage: '/home/x/Daygrove.AppImage' }).unavailable).toBeNull();
  });

  it('cannot from a folder of the project', () => {
    address(GOOD);
    electron.app.isPackaged = false;
    expect(create().unavailable).toBe('not-packaged');
  });

  it('cannot where a package manager installed it', () => {
    address(GOOD);
    expect(create({ platform: 'linux' }).unavailable).toBe('package-manager');
    for (const type of ['deb', 'rpm', 'pacman\n']) {
      writeFileSync(join(folder, 'package-type'), type);
      expect(create({ platform: 'linux', appImage: '/home/x/Editor.AppImage' }).unavailable).toBe('package-manager');
    }
  });

  it('cannot without an address, and to none that is not https', () => {
    expect(create().unavailable).toBe('no-address');
    for (const text of [
      '',
      'provider: generic\nurl: http://updates.example/',
      'url: file:///tmp/x',
      'url: https://a b',
    ]) {
      address(text);
      expect([text, create().unavailable]).toEqual([text, 'no-address']);
    }
  });

  it('cannot without a key', () => {
    address(GOOD);
    expect(create({ releaseKey: null }).unavailable).toBe('no-key');
  });
});

describe('an updater that can', () => {
  it('loads nothing, and makes no session, before it is asked', async () => {
    address(GOOD);
    const updater = create();
    expect([made, electron.sessions]).toEqual([[], []]);
    updater.install(() => {});
    expect(installs).toBe(0);
    await updater.check(SIGNAL);
    await updater.download(() => {}, SIGNAL);
    expect(made).toMatchObject([{ platform: 'win32', url: 'https://updates.example/daygrove', publicKey: 'PEM' }]);
  });

  it('reaches its address and nothing else, though every other session reaches nothing at all', async () => {
    address(GOOD);
    await create().check(SIGNAL);
    const [session] = electron.sessions;
    expect(session).toMatchObject({ partition: 'electron-updater', options: { cache: false } });
    expect(session?.lets('https://updates.example/daygrove/latest.yml')).toBe(true);
    for (const elsewhere of [
      'http://updates.example/daygrove/latest.yml',
      'https://updates.example/other',
      'https://updates.example/daygrove-elsewhere',
      'https://updates.example.evil.example/daygrove/',
      'https://evil.example/daygrove/latest.yml',
      'file:///etc/passwd',
    ]) {
      expect([elsewhere, session?.lets(elsewhere)]).toEqual([elsewhere, false]);
    }
    expect(session?.permissionCheck?.()).toBe(false);
  });

  it.each([
    [0, 11],
    [1, 1],
  ])('puts the new version in place behind the end, where that was one in order (code %i)', async (code, expected) => {
    address(GOOD);
    const updater = create();
    await updater.check(SIGNAL);
    updater.install(() => vetoes.push('vetoed'));
    expect(electron.app.actions).toContain('quit');
    expect(installs).toBe(1);
    electron.app.emit('quit', {}, code);
    expect(installs).toBe(expected);
    expect(vetoes).toEqual([]);
  });

  it('puts nothing in place at a later end, where a page stayed and its person went back', async () => {
    address(GOOD);
    const updater = create();
    const window = new electron.BrowserWindow({});
    let choice: 'go back' | 'throw away' = 'throw away';
    window.webContents.on('will-prevent-unload', (event) => {
      if (choice === 'throw away') event.preventDefault();
    });
    const asked = async (): Promise<void> => {
      electron.windows[0]!.webContents.emitCancellable('will-prevent-unload');
      await Promise.resolve();
    };
    // A page that stays for another reason, before anybody asked for an end.
    choice = 'go back';
    await asked();
    await updater.check(SIGNAL);
    updater.install(() => vetoes.push('first'));
    choice = 'throw away';
    await asked();
    expect(vetoes).toEqual([]);
    choice = 'go back';
    await asked();
    await asked();
    expect(vetoes).toEqual(['first']);
    electron.app.emit('quit', {}, 0);
    expect(installs).toBe(1);
    // And it can be asked for again.
    updater.install(() => vetoes.push('second'));
    electron.app.emit('quit', {}, 0);
    expect([installs, vetoes]).toEqual([12, ['first']]);
  });
});
