import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../profile/settings-file.ts';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppOptions, OpenedApp } from '../app.ts';
import { GERMAN } from '../testing/english-words.ts';
import { platformName } from './platform-name.ts';
import { startHost } from './start.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordingElectron, senderFrame } from './testing/recording-electron.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-start-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lets everything that has been answered go on. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

interface Start {
  readonly electron: RecordingElectron;
  readonly app: RecordingApp;
  readonly opened: AppOptions[];
  readonly lines: string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly run: () => Promise<void>;
  /** What the app does while it opens. */
  onOpen: (options: AppOptions) => void;
}

function prepared(
  argv: readonly string[] = [],
  platform: NodeJS.Platform = 'linux',
  answer?: OpenedApp,
  environment: NodeJS.ProcessEnv = {},
): Start {
  const electron = new RecordingElectron();
  const app = new RecordingApp();
  const opened: AppOptions[] = [];
  const lines: string[] = [];
  const ofProcess: NodeJS.ProcessEnv = { HOME: '/home/x', ...environment };
  const run = (): Promise<void> =>
    startHost({
      electron,
      openApp: async (options) => {
        opened.push(options);
        start.onOpen(options);
        return answer ?? { ok: true, app };
      },
      argv: ['daygrove', ...argv],
      workingDirectory: folder,
      platform,
      environment: ofProcess,
      defaultProfileDirectory: join(folder, 'default'),
      home: join(folder, 'home'),
      executable: '/opt/Daygrove/daygrove',
      files: {
        preload: '/built/preload/index.cjs',
        rendererDirectory: join(folder, 'renderer'),
        children: { storage: '/built/storage.js', import: '/built/import.js', sync: '/built/sync.js' },
        resourcesDirectory: folder,
        changelogDirectory: folder,
      },
      now: () => NOW,
      say: (line) => lines.push(line),
      onWords: () => {},
    });
  const start: Start = { electron, app, opened, lines, environment: ofProcess, run, onOpen: () => {} };
  return start;
}

async function started(...options: Parameters<typeof prepared>): Promise<Start> {
  const start = prepared(...options);
  start.electron.app.ready.resolve();
  await start.run();
  return start;
}

describe('a file that is opened with Daygrove', () => {
  it('is given to the app: from this start, from a second one, and by the word of macOS', async () => {
    const { electron, app } = await started(['first.daygrove']);
    expect(app.openedFiles).toEqual([resolve(folder, 'first.daygrove')]);
    electron.app.emitCancellable('second-instance', ['daygrove', 'second.daygrove-backup'], '/elsewhere');
    electron.app.emitCancellable('second-instance', ['daygrove'], '/elsewhere');
    expect(electron.app.emitCancellable('open-file', '/home/x/third.daygrove')).toBe(true);
    expect(app.openedFiles.slice(1)).toEqual([
      resolve('/elsewhere', 'second.daygrove-backup'),
      '/home/x/third.daygrove',
    ]);
  });

  it('waits until the app is there', async () => {
    const { electron, app, run } = prepared();
    const running = run();
    electron.app.emitCancellable('open-file', '/home/x/early.daygrove');
    electron.app.ready.resolve();
    await running;
    expect(app.openedFiles).toEqual(['/home/x/early.daygrove']);
  });
});

describe('the start', () => {
  it('does before ready, and at once, what Electron takes only then', () => {
    const { electron, run } = prepared();
    const chromium = join(folder, 'default', 'chromium');
    void run();
    expect(electron.app.actions).toEqual([
      `userData ${chromium}`,
      `sessionData ${chromium}`,
      'lock',
      'sandbox',
      'wait',
    ]);
    expect(electron.app.switches).toEqual([
      'disable-http-cache',
      'disable-breakpad',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'dns-prefetch-disable',
      'no-pings',
      'lang=en-GB',
    ]);
    expect(electron.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
    expect(existsSync(chromium)).toBe(true);
    expect(electron.windows).toEqual([]);
  });

  it('keeps the lock and all of Chromium in the profile that was asked for', () => {
    const profile = join(folder, 'other');
    const { electron, run } = prepared(['--no-sandbox', '--profile', profile], 'win32');
    void run();
    expect(electron.app.actions).toContain(`userData ${join(profile, 'chromium')}`);
    expect(electron.app.actions).toContain('id app.daygrove.desktop');
  });

  it('leaves the sandbox off, and says so, where the command line asked for that', () => {
    const { electron, lines, run } = prepared(['--no-sandbox']);
    void run();
    expect(electron.app.actions).not.toContain('sandbox');
    expect(lines.join()).toContain('sandbox is off');
  });

  it('gives the app what the command line said', async () => {
    const profile = join(folder, 'flags');
    const argv = [
      '--profile',
      profile,
      '--clock',
      '2026-11-22T09:00:00Z',
      '--time-zone',
      'Europe/Vienna',
      '--no-animations',
      '--language=pseudo',
      '--idle-lock-seconds=2',
    ];
    const { opened, electron } = await started(argv, 'darwin');
    expect(opened).toHaveLength(1);
    const { spawnChild, trustedOrigin, openLink, choosePath, chooseFolder, renderPdf, notifier, ...others } =
      opened[0]!;
    const {
      focusWindow,
      clipboard,
      desk,
      startAtLogin,
      abilities,
      keyStorage,
      updater,
      changelog,
      captureShortcut,
      quickCapture,
      ...plain
    } = others;
    expect(await keyStorage?.state()).toBe('available');
    // What this folder holds is no package with an address.
    expect(updater?.unavailable).toBe('no-address');
    writeFileSync(join(folder, 'CHANGELOG.de.md'), 'Neu.');
    expect(await changelog!('de')).toBe('Neu.');
    await expect(changelog!('en')).rejects.toThrow('ENOENT');
    expect(captureShortcut!()).toBe('off');
    expect(quickCapture).toBeDefined();
    expect(plain).toEqual({
      profileDirectory: resolve(profile),
      clock: { offset: 3_600_000, zone: 'Europe/Vienna' },
      host: 'electron',
      platform: 'mac',
      version: '1.2.3',
      locale: 'de-AT',
      forcedLanguage: 'pseudo',
      systemLanguages: ['en-GB'],
      animations: false,
      idleLockSeconds: 2,
      passphraseCost: 'calibrated',
    });
    expect([trustedOrigin('main'), trustedOrigin('capture')]).toEqual(['app://daygrove', 'app://capture']);
    // Main asks by itself: the stand-in's dialog answers no.
    expect(await openLink!('https://example.org/')).toBe(false);
    expect(electron.dialog.questions.map(({ detail }) => detail)).toEqual(['https://example.org/']);
    electron.dialog.nextPath = '/home/anna/notes.txt';
    expect(await choosePath!('notes.txt')).toBe('/home/anna/notes.txt');
    expect(electron.dialog.saves.map(({ defaultPath }) => defaultPath)).toEqual(['notes.txt']);
    const book = { html: new Uint8Array(), picture: () => Promise.resolve(null) };
    await renderPdf!(book, new AbortController().signal);
    expect(electron.windows.at(-1)?.webContents.printed).toHaveLength(1);
    electron.dialog.nextFolder = '/media/anna/stick';
    expect(await chooseFolder!()).toBe('/media/anna/stick');
    notifier!.show({ key: 'tea', title: 'A habit is waiting', body: '', buttons: [], silent: false });
    expect(electron.notifications.map(({ state }) => state)).toEqual(['shown']);
    expect(electron.dialog.parents.slice(1)).toEqual([electron.windows[0], electron.windows[0]]);
    focusWindow!();
    expect(electron.windows[0]?.actions).toEqual(['show', 'focus']);
    await clipboard!.writeText('ABCDE');
    expect(electron.copied).toBe('ABCDE');
    desk!.showTray([]);
    expect(electron.trays).toHaveLength(1);
    await startAtLogin!.set(true);
    expect(electron.app.loginItems).toEqual([{ openAtLogin: true }]);
    expect(abilities!()).toMatchObject({
      tray: 'available',
      startAtLogin: 'available',
      deepLinks: 'available',
      updates: 'host-has-none',
    });
    spawnChild('import');
    expect(electron.children.map(({ modulePath }) => modulePath)).toEqual(['/built/import.js']);
  });

  it('has Chromium speak the language of the setting, on Linux whatever the desktop says meanwhile', async () => {
    const profile = join(folder, 'german');
    mkdirSync(profile);
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ language: 'de' }));
    const environment: NodeJS.ProcessEnv = { LANGUAGE: 'en_US:en' };
    const start = prepared(['--profile', profile], 'linux', undefined, environment);
    const running = start.run();
    // Before ready: after it Chromium does not listen any more.
    expect(start.electron.app.switches.at(-1)).toBe('lang=de');
    expect(start.environment['LANGUAGE']).toBe('de');
    start.electron.app.ready.resolve();
    await running;
    // A browser that a link is opened with is the person's own.
    expect(start.environment['LANGUAGE']).toBe('en_US:en');
  });

  it.each(['darwin', 'win32'] as const)('leaves the environment alone on %s', async (platform) => {
    const start = prepared(['--language=pseudo'], platform);
    void start.run();
    expect(start.electron.app.switches.at(-1)).toBe('lang=en-GB');
    expect(start.environment).not.toHaveProperty('LANGUAGE');
  });

  it('refuses in the language of the setting, too, before the app is there', async () => {
    const profile = join(folder, 'german-refused');
    mkdirSync(profile);
    writeFileSync(join(profile, 'settings.json'), JSON.stringify({ language: 'de' }));
    // A file where Chromium's folder has to be.
    writeFileSync(join(profile, 'chromium'), '');
    const start = prepared(['--profile', profile]);
    await start.run();
    expect(start.lines).toEqual([GERMAN.say('start.folderUnusable', { folder: profile })]);
  });

  it('asks in the language of the person’s setting once the app is there', async () => {
    const start = await started();
    start.app.words = GERMAN;
    await start.opened[0]!.openLink!('https://example.org/');
    expect(start.electron.dialog.questions.map(({ message }) => message)).toEqual([GERMAN.say('link.message')]);
  });

  it('takes the clock of the system where none was given, and the wish for less movement', async () => {
    expect((await started()).opened[0]).toMatchObject({
      clock: { offset: 0, zone: null },
      animations: true,
      idleLockSeconds: null,
    });
    const start = prepared();
    start.electron.prefersReducedMotion = true;
    start.electron.app.ready.resolve();
    await start.run();
    expect(start.opened[0]?.animations).toBe(false);
  });

  it.each([
    ['linux', 'linux'],
    ['freebsd', 'linux'],
    ['darwin', 'mac'],
    ['win32', 'windows'],
  ] as const)('calls %s %s', (platform, name) => expect(platformName(platform)).toBe(name));

  it('shows the page in the one window, in a package without developer tools', async () => {
    const { electron } = await started();
    const [window] = electron.windows;
    expect(electron.windows).toHaveLength(1);
    expect(window?.options.webPreferences).toMatchObject({
      preload: '/built/preload/index.cjs',
      sandbox: true,
      devTools: false,
    });
    expect(window?.webContents.loaded).toEqual(['app://daygrove/']);
    const page = await electron.sessions[0]?.handlers.get('app')?.({ url: 'app://daygrove/', method: 'GET' });
    expect(page?.status).toBe(200);
  });

  it('opens the small window by the shortcut, which may call only what is its own, and takes no event', async () => {
    const { electron, app } = await started();
    app.captureShortcut = 'Alt+J';
    app.emit('settings.changed', { ...DEFAULT_SETTINGS, captureShortcut: 'Alt+J' });
    // It waits out of sight.
    const small = electron.windows[1]!;
    small.emit('ready-to-show');
    expect(small.actions).not.toContain('show');
    electron.shortcuts.get('Alt+J')!();
    expect(small.actions).toContain('show');
    const invoke = electron.invokeHandlers.get('daygrove:invoke')!;
    const frame = senderFrame({ url: 'app://capture/capture.html', origin: 'app://capture' });
    await invoke({ sender: { id: small.webContents.id }, senderFrame: frame }, 'capture.state', {});
    expect(app.calls.at(-1)?.caller).toEqual({ origin: 'app://capture', isMainFrame: true, page: 'capture' });
    app.vault('unlocked');
    expect(small.webContents.sent).toEqual([]);
  });

  it('ends with its window, though a small one waits out of sight', async () => {
    const { electron, app } = await started();
    app.captureShortcut = 'Alt+J';
    app.emit('settings.changed', { ...DEFAULT_SETTINGS, captureShortcut: 'Alt+J' });
    expect(electron.windows).toHaveLength(2);
    electron.windows[0]!.close();
    expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    await settled();
    expect(electron.app.exits).toEqual([0]);
    expect(electron.shortcuts.size).toBe(0);
  });

  it('asks the portal for shortcuts on Wayland', async () => {
    const start = prepared([], 'linux', undefined, { XDG_SESSION_TYPE: 'wayland' });
    void start.run();
    expect(start.electron.app.switches).toContain('enable-features=GlobalShortcutsPortal');
  });

  it('has developer tools where the app is not packaged', async () => {
    const start = prepared();
    start.electron.app.isPackaged = false;
    start.electron.app.ready.resolve();
    await start.run();
    expect(start.electron.windows[0]?.options.webPreferences?.devTools).toBe(true);
  });

  it('secures every session and confines every web contents that ever comes up', async () => {
    const { electron } = await started();
    for (const session of electron.sessions) {
      expect(session.permissionCheck?.()).toBe(false);
      expect(session.lets('https://example.com/')).toBe(false);
    }
    const later = electron.session.fromPartition('another', { cache: true });
    expect(later.permissionCheck?.()).toBe(false);
    const contents = electron.windows[0]!.webContents;
    expect(contents.emitCancellable('will-navigate', 'https://example.com/')).toBe(true);
    expect(contents.windowOpenHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(electron.dialog.questions).toEqual([]);
  });

  it.each(['certificate-error', 'select-client-certificate', 'login'])('leaves no %s to Electron', (event) => {
    const { electron, run } = prepared();
    void run();
    let answers = 0;
    expect(electron.app.emitCancellable(event, {}, 'https://example.com/', () => (answers += 1))).toBe(true);
    expect(answers).toBe(1);
  });

  it('asks before a link of the page goes to the browser', async () => {
    const { electron } = await started();
    electron.dialog.answer = 1;
    expect(electron.windows[0]?.webContents.windowOpenHandler?.({ url: 'https://example.com/' })).toEqual({
      action: 'deny',
    });
    expect(electron.dialog.questions).toHaveLength(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(electron.opened).toEqual(['https://example.com/']);
  });

  it('carries calls in and events out', async () => {
    const { electron, app } = await started();
    const contents = electron.windows[0]!.webContents;
    const invoke = electron.invokeHandlers.get('daygrove:invoke')!;
    await invoke({ sender: { id: contents.id }, senderFrame: senderFrame() }, 'app.info', {});
    await invoke({ sender: { id: contents.id + 1 }, senderFrame: senderFrame() }, 'app.info', {});
    expect(app.calls.map(({ caller }) => caller.isMainFrame)).toEqual([true, false]);
    app.vault('locked', 'start');
    expect(contents.sent).toEqual([
      ['daygrove:event', 'vault.state', { state: 'locked', reason: 'start', retryAfterMs: 0 }],
    ]);
  });

  it.each([
    ['suspend', 'suspend'],
    ['lock-screen', 'screen-lock'],
    ['user-did-resign-active', 'screen-lock'],
  ])('locks on %s', async (event, reason) => {
    const { electron, app } = await started();
    electron.powerMonitor.emit(event);
    expect(app.locks).toEqual([reason]);
  });

  it('follows the theme, in the window too', async () => {
    const start = prepared();
    start.app.theme = 'dark';
    start.electron.app.ready.resolve();
    await start.run();
    const { electron, app } = start;
    expect(electron.nativeTheme.themeSource).toBe('dark');
    expect(electron.windows[0]?.options.backgroundColor).toBe('#16191a');
    app.theme = 'light';
    app.emit('settings.changed', { ...DEFAULT_SETTINGS, theme: 'light' });
    electron.nativeTheme.emit('updated');
    expect(electron.nativeTheme.themeSource).toBe('light');
    expect(electron.windows[0]?.actions).toEqual(['background #faf8f3']);
  });

  it('ends as a whole when the window of an open vault is closed: locked, closed, out', async () => {
    const { electron, app } = await started();
    app.vault('unlocked');
    electron.windows[0]?.close();
    await settled();
    expect(app.locks).toEqual(['person']);
    expect(app.closes).toBe(1);
    expect(electron.app.exits).toEqual([0]);
  });
});

/** As the app tells its host that a tray is wanted. */
const MENU = [{ type: 'text', label: 'Daygrove is locked' }] as const;

describe('the shell around the window', () => {
  it('follows links of the command line, of the system and of a second start, each once', async () => {
    const { electron, app } = await started(['daygrove://today']);
    expect(app.led).toEqual(['daygrove://today']);
    electron.app.emitCancellable('open-url', 'daygrove://new');
    electron.app.emitCancellable('second-instance', ['daygrove', 'daygrove://capture'], folder);
    electron.app.emitCancellable('second-instance', ['daygrove', '--quick-capture'], folder);
    expect(app.led).toEqual(['daygrove://today', 'daygrove://new', 'daygrove://capture', 'capture']);
  });

  it('has the claim to links before it is ready, as macOS wants it', () => {
    const { electron, run } = prepared([], 'darwin');
    void run();
    expect(electron.app.claims).toEqual([['daygrove']]);
  });

  it('goes on in the tray without its window, comes back, and ends where it is told to', async () => {
    const { electron, app, opened } = await started();
    electron.dialog.answer = 0;
    const { desk } = opened[0]!;
    desk!.showTray(MENU);
    app.vault('unlocked');
    const window = electron.windows[0]!;
    window.close();
    await settled();
    expect(window.actions).toEqual(['close', 'hide']);
    expect(app.locks).toEqual([]);
    expect(electron.app.exits).toEqual([]);
    electron.app.emitCancellable('second-instance', ['daygrove'], folder);
    expect(window.hidden).toBe(false);
    window.close();
    expect(window.hidden).toBe(true);
    desk!.quit();
    await settled();
    expect(app.locks).toEqual(['person']);
    expect(window.destroyed).toBe(true);
    expect(app.closes).toBe(1);
    expect(electron.app.exits).toEqual([0]);
  });

  it('on a Mac goes on in the dock, locked, and comes back by a click on it', async () => {
    const { electron, app } = await started([], 'darwin');
    app.vault('unlocked');
    const window = electron.windows[0]!;
    window.close();
    await settled();
    expect(app.locks).toEqual(['person']);
    expect(window.hidden).toBe(true);
    expect(window.webContents.loaded.slice(1)).toEqual(['app://curtain/', 'app://daygrove/']);
    electron.app.emit('activate');
    expect(window.hidden).toBe(false);
    electron.app.quit();
    await settled();
    expect(electron.app.exits).toEqual([0]);
  });

  it.each([
    [true, []],
    [false, ['minimize']],
  ])('started out of sight with a tray (%s) shows no window', async (hasTray, actions) => {
    const start = prepared(['--hidden']);
    if (hasTray) start.onOpen = ({ desk }) => desk!.showTray(MENU);
    start.electron.app.ready.resolve();
    await start.run();
    start.electron.windows[0]!.emit('ready-to-show');
    expect(start.electron.windows[0]!.actions).toEqual(actions);
  });

  it('on a Mac is out of sight when the system started it at the login', async () => {
    const start = prepared([], 'darwin');
    start.electron.app.loginItem = { ...start.electron.app.loginItem, wasOpenedAtLogin: true };
    start.electron.app.ready.resolve();
    await start.run();
    start.electron.windows[0]!.emit('ready-to-show');
    expect(start.electron.windows[0]!.actions).toEqual(['minimize']);
  });

  it('on Windows comes up by a click on a notification, also one of an earlier run, and not by its buttons', async () => {
    const { electron } = await started([], 'win32');
    expect(electron.app.actions).toContain('toasts {6C1B7A0E-93D5-4F0B-9C55-5C7C0F2A7D41}');
    electron.activateToast({ type: 'action' });
    expect(electron.windows[0]!.actions).toEqual([]);
    electron.activateToast({ type: 'click' });
    expect(electron.windows[0]!.actions).toEqual(['show', 'focus']);
  });

  it('puts the window where it stood', async () => {
    const profile = join(folder, 'placed');
    const first = await started(['--profile', profile]);
    first.electron.windows[0]!.normalBounds = { x: 300, y: 100, width: 950, height: 650 };
    first.electron.windows[0]!.close();
    const second = await started(['--profile', profile]);
    expect(second.electron.windows[0]!.options).toMatchObject({ x: 300, y: 100, width: 950, height: 650 });
  });
});

describe('a second start', () => {
  it('with the same profile ends with a line and opens nothing', async () => {
    const start = prepared();
    start.electron.app.lockIsFree = false;
    start.electron.app.ready.resolve();
    await start.run();
    expect(start.lines).toEqual(['Daygrove is already open with this profile. Its window is in front now.']);
    expect(start.electron.app.exits).toEqual([0]);
    expect(start.opened).toEqual([]);
    expect(start.electron.windows).toEqual([]);
  });

  it('brings the window of the first to the front', async () => {
    const { electron } = await started();
    const [window] = electron.windows;
    window!.minimized = true;
    electron.app.emitCancellable('second-instance', ['daygrove'], folder);
    expect(window?.actions).toEqual(['restore', 'show', 'focus']);
  });

  it('before the first has a window does nothing', () => {
    const { electron, run } = prepared();
    void run();
    expect(() => electron.app.emitCancellable('second-instance', ['daygrove'], folder)).not.toThrow();
  });
});

describe('a start that cannot be', () => {
  it('says what is wrong with a flag and touches nothing', async () => {
    const { electron, lines } = await started(['--time-zone', 'Nowhere/Land']);
    expect(lines[0]).toContain('--time-zone');
    expect(electron.app.exits).toEqual([2]);
    expect(electron.app.actions).toEqual([]);
  });

  it.each(['profile-in-use', 'profile-unusable'] as const)('says why: %s', async (reason) => {
    const { electron, lines } = await started([], 'linux', { ok: false, reason, detail: 'The reason.' });
    expect(lines).toEqual(['The reason.']);
    expect(electron.dialog.boxes[0]?.content).toBe('The reason.');
    expect(electron.app.exits).toEqual([1]);
    expect(electron.windows).toEqual([]);
  });

  it('says so where the profile cannot be a folder', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { electron, opened, lines } = await started(['--profile', file]);
    expect(lines[0]).toContain(file);
    expect(electron.app.exits).toEqual([1]);
    expect(opened).toEqual([]);
  });

  it('says that the page cannot be shown, and ends in order', async () => {
    const { electron, app } = await started();
    const contents = electron.windows[0]!.webContents;
    contents.onLoad = () => Promise.reject(new Error('ERR_FAILED'));
    contents.emit('render-process-gone');
    await settled();
    expect(electron.dialog.boxes).toHaveLength(1);
    expect(app.closes).toBe(1);
    expect(electron.app.exits).toEqual([0]);
  });
});
