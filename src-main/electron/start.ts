import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { openApp } from '../app.ts';
import { FlagError, parseFlags, type Flags } from '../flags.ts';
import type { CaptureShortcutState } from '../../src-shared/contract/capture.ts';
import { CHANGELOG_FILES } from '../../src-shared/domain/changelog.ts';
import { browserLanguageOf } from '../../src-shared/intl/choose-language.ts';
import type { App, PageKind } from '../host.ts';
import type { ChildKind } from '../processes/child.ts';
import { readLanguageAtOnce } from '../profile/settings-file.ts';
import { RELEASE_KEY } from '../updates/release-key.ts';
import { followLanguage, type MainSay, type MainWords } from '../words.ts';
import { originOf } from './addresses.ts';
import { registerAppScheme, serveRenderer } from './app-protocol.ts';
import { shellAbilities } from './abilities.ts';
import { ownArguments } from './arguments.ts';
import { askPortalForShortcuts, followCaptureShortcut, isWaylandSession } from './capture-shortcut.ts';
import { createCaptureWindow } from './capture-window.ts';
import { speakInChromium } from './chromium-language.ts';
import { closeGently } from './closing.ts';
import { createDesk, type ElectronDesk } from './desk.ts';
import type { ElectronApi, HostWindow } from './electron-api.ts';
import { createExternalLinks } from './external-links.ts';
import { answerCalls, forwardEvents } from './ipc.ts';
import { createKeyStorage } from './key-storage.ts';
import { keepWindowPlace } from './keep-window-place.ts';
import { claimLinks, followLaunch, Launches, launchOf } from './launches.ts';
import { setMenus } from './menus.ts';
import { createNotifier } from './notifier.ts';
import { showPage } from './page-renewal.ts';
import { lockWithTheMachine } from './power.ts';
import { ownAppImage } from './own-app-image.ts';
import { platformName } from './platform-name.ts';
import { quitWithTheWindow } from './quitting.ts';
import { confineContents, openSession, refuseIdentities, secureSession } from './session-security.ts';
import { followChosenTheme, paintWindow } from './theme.ts';
import { createPdfRenderer } from './print-pdf.ts';
import { createFolderDialog } from './folder-dialog.ts';
import { createSaveDialog } from './save-dialog.ts';
import { receiveOpenedFiles } from './opened-file.ts';
import { createUpdater } from './updater.ts';
import { ShellFile } from './shell-file.ts';
import { createStartAtLogin } from './start-at-login.ts';
import { createStaying } from './staying.ts';
import { followToasts, nameToasts } from './toasts.ts';
import { createUtilitySpawn } from './utility-child.ts';
import { createWindow, focusWindow, paperColor } from './window.ts';
import { placeWindow } from './window-state.ts';

/** As in electron-builder.yml: Windows groups windows and shortcuts by it. */
const APP_ID = 'app.daygrove.desktop';

/** Chromium keeps no copy of what it showed, sends no report of a crash, and has no errands of its own on the network. */
const CHROMIUM_SWITCHES = [
  'disable-http-cache',
  'disable-breakpad',
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'dns-prefetch-disable',
  'no-pings',
] as const;

export interface HostFiles {
  readonly preload: string;
  readonly rendererDirectory: string;
  readonly children: Readonly<Record<ChildKind, string>>;
  /** Beside the archive, in the package. */
  readonly resourcesDirectory: string;
  /** Where the changelogs of all languages are. */
  readonly changelogDirectory: string;
}

export interface StartOptions {
  readonly electron: ElectronApi;
  readonly openApp: typeof openApp;
  /** As Electron has it: the program, then everything else. */
  readonly argv: readonly string[];
  /** Where the program was started: a path among its arguments may begin there. */
  readonly workingDirectory: string;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly defaultProfileDirectory: string;
  readonly home: string;
  /** Full path of the program that runs. */
  readonly executable: string;
  readonly files: HostFiles;
  /** The system's clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** One line for whoever started the program in a terminal. */
  readonly say: (line: string) => void;
  /** Told what to ask for words from now on: whoever started this may have to say something too. */
  readonly onWords: (words: () => MainWords) => void;
}

/** What the person can ask of the app from outside of its window: by the tray, a link, a second start, a shortcut of the system's. */
export interface Desktop {
  /** Brings the small window of quick capture to the front, whether the vault is open or locked. */
  openCapture(): void;
}

/** Nothing where the system says nothing that is a locale. */
function systemLocale(said: string): { readonly locale?: string } {
  try {
    return { locale: new Intl.Locale(said).toString() };
  } catch {
    return {};
  }
}

/** The end of a start that cannot be, in a sentence for the person. */
function refuse({ electron, say }: StartOptions, inWords: MainSay, sentence: string): void {
  say(sentence);
  electron.dialog.showErrorBox(inWords('start.refused'), sentence);
  electron.app.exit(1);
}

/** Everything that Electron takes only before it is ready. Answers false when this start has nothing more to do. */
function prepare(
  options: StartOptions,
  profileDirectory: string,
  inWords: MainSay,
  onLink: (url: string) => void,
): boolean {
  const { app, protocol } = options.electron;
  // What Chromium keeps for itself stays out of the person's own folder. Its lock is there too, so it is one for each profile.
  const chromium = join(profileDirectory, 'chromium');
  try {
    mkdirSync(chromium, { recursive: true, mode: 0o700 });
  } catch {
    refuse(options, inWords, inWords('start.folderUnusable', { folder: profileDirectory }));
    return false;
  }
  app.setPath('userData', chromium);
  app.setPath('sessionData', chromium);
  if (!app.requestSingleInstanceLock()) {
    options.say('Daygrove is already open with this profile. Its window is in front now.');
    app.exit(0);
    return false;
  }
  claimLinks(app, options.platform, options.executable, options.environment);
  // enableSandbox would take the switch off the command line again, and as root, or in a container, no window comes up then.
  if (options.argv.includes('--no-sandbox')) options.say('--no-sandbox: Chromium’s sandbox is off. Not for a diary.');
  else app.enableSandbox();
  for (const name of CHROMIUM_SWITCHES) app.commandLine.appendSwitch(name);
  if (options.platform === 'win32') app.setAppUserModelId(APP_ID);
  if (isWaylandSession(options.platform, options.environment)) askPortalForShortcuts(app.commandLine);
  nameToasts(app, options.platform);
  registerAppScheme(protocol);
  refuseIdentities(app);
  app.on('session-created', (session) => secureSession(session, !app.isPackaged));
  app.on('web-contents-created', (_event, contents) => confineContents(contents, onLink));
  return true;
}

interface CaptureOffer {
  readonly desktop: Desktop;
  readonly shortcutState: () => CaptureShortcutState;
  readonly holdsQuit: () => boolean;
}

/** Behind the window of the app: it uses its session. */
function offerCapture(
  options: StartOptions,
  app: App,
  pages: Map<number, PageKind>,
  mainWindow: HostWindow,
): CaptureOffer {
  const { electron, files, platform, environment } = options;
  const small = createCaptureWindow({
    electron,
    preload: files.preload,
    devTools: !electron.app.isPackaged,
    platform,
    words: () => app.words,
    pages,
  });
  const shortcutState = followCaptureShortcut({
    globalShortcut: electron.globalShortcut,
    electronApp: electron.app,
    app,
    isWayland: isWaylandSession(platform, environment),
    onPressed: () => small.open(),
    onListening: (isListening) => small.keepReady(isListening),
  });
  // One that nobody sees would keep the app from ending with its last window.
  mainWindow.on('closed', () => small.keepReady(false));
  return { desktop: { openCapture: () => small.open() }, shortcutState, holdsQuit: () => small.holdsQuit() };
}

interface WindowParts {
  readonly desk: ElectronDesk;
  readonly file: ShellFile;
  /** No window is to come up by itself. */
  readonly hidden: boolean;
  /** Who may call, by the ids of web contents. */
  readonly pages: Map<number, PageKind>;
  /** Whether the end of the app has to wait for the small window. */
  readonly holdsQuit: () => boolean;
}

function openWindow(
  { electron, files, platform, executable }: StartOptions,
  app: App,
  { desk, file, hidden, pages, holdsQuit }: WindowParts,
): HostWindow {
  const devTools = !electron.app.isPackaged;
  followChosenTheme(electron.nativeTheme, app);
  serveRenderer(openSession(electron.session, devTools), files.rendererDirectory);
  const window = createWindow(electron.BrowserWindow, {
    preload: files.preload,
    devTools,
    backgroundColor: paperColor(electron.nativeTheme),
    placement: placeWindow(file.memory.window, electron.screen.getAllDisplays(), electron.screen.getPrimaryDisplay()),
    show: hidden ? (desk.isInTray() ? 'tray' : 'minimised') : 'window',
  });
  keepWindowPlace(window, electron.screen, file);
  desk.follow(window);
  paintWindow(electron.nativeTheme, window);
  setMenus({ electron, platform: platformName(platform), devTools, app, window, program: executable });
  // Read once: the property of a destroyed web contents throws.
  const { id } = window.webContents;
  pages.set(id, 'main');
  window.on('closed', () => pages.delete(id));
  answerCalls(electron.ipcMain, pages, app);
  forwardEvents(window.webContents, app);
  lockWithTheMachine(electron.powerMonitor, app, platform);
  const { dialog } = electron;
  const staying = createStaying({
    window,
    dialog,
    app: electron.app,
    say: (message, values) => app.words.say(message, values),
    file,
    platform,
    isInTray: () => desk.isInTray(),
  });
  closeGently({ window, app, dialog, electronApp: electron.app, staying, holdsQuit });
  quitWithTheWindow(electron.app, app);
  return window;
}

/**
 * Starts the Electron host. What must happen before Electron is ready has happened when this returns its promise; the promise
 * resolves when the page is shown, or when the start has ended in words for the person.
 */
export async function startHost(options: StartOptions): Promise<void> {
  const { electron } = options;
  let flags: Flags;
  try {
    flags = parseFlags(ownArguments(options.argv));
  } catch (error) {
    options.say(error instanceof FlagError ? error.message : 'Unreadable arguments.');
    electron.app.exit(2);
    return;
  }
  const profileDirectory = resolve(flags.profile ?? options.defaultProfileDirectory);
  let window: HostWindow | null = null;
  let offered: CaptureOffer | null = null;
  const windowOf = (): HostWindow | null => window;
  const systemLanguages = electron.app.getPreferredSystemLanguages();
  // Until the app is there, which says what it is then.
  const setting = readLanguageAtOnce(join(profileDirectory, 'settings.json'));
  let words = followLanguage({ setting: () => setting, forced: flags.language, languages: systemLanguages });
  options.onWords(() => words());
  const inWords: MainSay = (id, values) => words().say(id, values);
  const { shell, dialog } = electron;
  const openLink = createExternalLinks({ shell, dialog, say: inWords }, windowOf);
  const focus = (): void => {
    if (window !== null) focusWindow(window);
  };
  if (!prepare(options, profileDirectory, inWords, (url) => void openLink(url))) return;
  const hasSpoken = speakInChromium({
    commandLine: electron.app.commandLine,
    platform: options.platform,
    environment: options.environment,
    language: browserLanguageOf(words().language),
  });
  const launches = new Launches(electron.app, launchOf(options.argv));
  electron.app.on('activate', focus);

  const giveOpenedFiles = receiveOpenedFiles(electron.app, options.argv, options.workingDirectory);

  await electron.app.whenReady();
  hasSpoken();
  followToasts(electron, options.platform, focus);
  const notifier = createNotifier(electron, options.platform);
  const desk = createDesk(electron, options.platform, windowOf);
  const appImage = ownAppImage(options);
  const startAtLogin = createStartAtLogin({
    ...options,
    appImage,
    app: electron.app,
    profile: flags.profile === null ? null : profileDirectory,
  });
  const updater = createUpdater({
    electron,
    platform: options.platform,
    appImage,
    resourcesDirectory: options.files.resourcesDirectory,
    releaseKey: RELEASE_KEY,
    load: () => import('./electron-updater.ts'),
  });
  const opened = await options.openApp({
    profileDirectory,
    clock: { offset: flags.clock === null ? 0 : flags.clock - options.now(), zone: flags.timeZone },
    spawnChild: createUtilitySpawn({
      utilityProcess: electron.utilityProcess,
      entries: options.files.children,
      environment: options.environment,
    }),
    host: 'electron',
    platform: platformName(options.platform),
    version: electron.app.getVersion(),
    ...systemLocale(electron.app.getSystemLocale()),
    trustedOrigin: originOf,
    forcedLanguage: flags.language,
    systemLanguages,
    animations: flags.animations && !electron.systemPreferences.getAnimationSettings().prefersReducedMotion,
    idleLockSeconds: flags.idleLockSeconds,
    passphraseCost: 'calibrated',
    openLink,
    clipboard: electron.clipboard,
    choosePath: createSaveDialog(electron, windowOf),
    renderPdf: createPdfRenderer(electron, { devTools: !electron.app.isPackaged }),
    chooseFolder: createFolderDialog(electron, windowOf),
    focusWindow: focus,
    keyStorage: createKeyStorage(electron.safeStorage, options.platform),
    updater,
    changelog: (language) => readFile(join(options.files.changelogDirectory, CHANGELOG_FILES[language]), 'utf8'),
    captureShortcut: () => offered?.shortcutState() ?? 'off',
    quickCapture: () => offered?.desktop.openCapture(),
    ...(notifier === null ? {} : { notifier }),
    desk,
    ...(startAtLogin === null ? {} : { startAtLogin }),
    abilities: () =>
      shellAbilities({
        platform: options.platform,
        isPackaged: electron.app.isPackaged,
        hasNotifications: notifier !== null,
        hasStartAtLogin: startAtLogin !== null,
        hasUpdates: updater.unavailable === null,
      }),
  });
  if (!opened.ok) {
    refuse(options, inWords, opened.detail);
    return;
  }
  const { app } = opened;
  words = () => app.words;
  giveOpenedFiles(app);
  const pages = new Map<number, PageKind>();
  window = openWindow(options, app, {
    desk,
    file: new ShellFile(join(profileDirectory, 'shell.json')),
    // A Mac starts what it starts at a login without arguments of ours.
    pages,
    holdsQuit: () => offered?.holdsQuit() ?? false,
    hidden: flags.hidden || (options.platform === 'darwin' && electron.app.getLoginItemSettings().wasOpenedAtLogin),
  });
  offered = offerCapture(options, app, pages, window);
  launches.attach(followLaunch(app, focus));
  await showPage({
    contents: window.webContents,
    app,
    onFailure: () => {
      dialog.showErrorBox(inWords('window.failed'), inWords('window.failedDetail'));
      electron.app.quit();
    },
  });
}
