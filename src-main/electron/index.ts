import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
} from 'electron';
import type { NativeImage } from 'electron';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { openApp } from '../app.ts';
import { defaultProfileDirectory } from '../profile/default-profile.ts';
import { mainWords, type MainWords } from '../words.ts';
import { endOnUncaught } from './last-resort.ts';
import { startHost } from './start.ts';

// Beside this file's bundle: out/main, out/preload, out/renderer.
const built = (path: string): string => resolve(import.meta.dirname, '..', path);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

// Before the system's languages are asked for, which may be what fails.
let words = (): MainWords => mainWords({ words: 'en', locale: 'en-GB', direction: 'ltr' });
endOnUncaught({ process, dialog, app, say, words: () => words() });

// Not awaited: Electron becomes ready only when this module has been evaluated, and startHost waits for that.
void startHost({
  electron: {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    globalShortcut,
    ipcMain,
    Menu,
    nativeImage,
    nativeTheme,
    Notification,
    powerMonitor,
    protocol,
    safeStorage,
    // A getter, because Electron's screen module is not there before it is ready.
    get screen() {
      return screen;
    },
    session,
    shell,
    systemPreferences,
    createTray: (image) => new Tray(image as NativeImage),
    utilityProcess,
  },
  openApp,
  argv: process.argv,
  workingDirectory: process.cwd(),
  platform: process.platform,
  environment: process.env,
  defaultProfileDirectory: defaultProfileDirectory({
    platform: process.platform,
    environment: process.env,
    home: homedir(),
  }),
  home: homedir(),
  executable: process.execPath,
  files: {
    preload: built('preload/index.cjs'),
    rendererDirectory: built('renderer'),
    children: {
      storage: built('main/storage-process.js'),
      import: built('main/import-process.js'),
      sync: built('main/sync-process.js'),
    },
    resourcesDirectory: process.resourcesPath,
    changelogDirectory: built('..'),
  },
  now: Date.now,
  say,
  onWords: (given) => {
    words = given;
  },
});
