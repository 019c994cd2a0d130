/**
 * What the packed main gets when it asks for `electron`: the recording stand-in, with children that are real processes, so that the packed code runs as far as it can without
 * Electron's binary.
 */
import { fork } from 'node:child_process';
import type { ForkOptions } from 'electron';
import type { ElectronApi, UtilityChild } from '../../src-main/electron/electron-api.ts';
import { RecordingElectron } from '../../src-main/electron/testing/recording-electron.ts';

export const recorded = new RecordingElectron();

function forkChild(modulePath: string, _arguments: string[], { env }: ForkOptions): UtilityChild {
  const child = fork(modulePath, {
    env: env as NodeJS.ProcessEnv,
    serialization: 'advanced',
    stdio: 'ignore',
    execArgv: [],
  });
  return {
    get pid() {
      return child.pid;
    },
    postMessage: (message) => void child.send(message as object),
    kill: () => child.kill('SIGKILL'),
    on: (event: string, listener: (argument: never) => void) => child.on(event, listener as () => void),
  };
}

export const {
  BrowserWindow,
  Menu,
  Notification,
  app,
  clipboard,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
}: ElectronApi = recorded;
export const utilityProcess = { fork: forkChild };
/** No tray is opened on the way that the packed main goes here; to open one would be an error, and is seen. */
export function Tray(): never {
  throw new Error('The stand-in has no tray.');
}
