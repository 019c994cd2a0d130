import type { ElectronApplication, Page } from '@playwright/test';
import type { DenyingProxy } from '../support/denying-proxy.ts';
import type { Words } from '../../src-shared/intl/choose-language.ts';
import type { Chromium } from './chromium.ts';

export interface HostOptions {
  /** Everything that the app and its window may write lies below this folder. */
  readonly runDirectory: string;
  readonly profile: string;
  /** ISO instant at which the app's clock starts; null: the system's clock. */
  readonly clock: string | null;
  readonly timeZone: string | null;
  readonly idleLockSeconds: number | null;
  /** In the place of the person's; left out: theirs, which is the system's. */
  readonly language?: Words;
  /** Where exports go: outside of the run's folder, because what is written there is plain, as the person asked. */
  readonly downloads?: string;
  /** What the browser host answers when it should ask for a folder. */
  readonly chosenFolder?: string;
  /** The file that stands in for the system's keychain in the browser host. */
  readonly keychain?: string;
  /** An archive or a backup that the app is opened with. Of the browser host only. */
  readonly openedFile?: string;
  /** A link to a place that the app is started with. */
  readonly open?: string;
  /** Which code the host and its children run; only the browser host can run it from source, and does. */
  readonly children?: 'source' | 'built';
  /** The folder in whose `out` the built code is, with the browser host beside what was packed; left out: this project. */
  readonly builtIn?: string;
  /** The Chromium to open the page in; without it the page gets one of its own, as the product's window is. Of the browser host only. */
  readonly chromium?: () => Promise<Chromium>;
  /** The proxy that the host and the page's Chromium are told to ask for everything but the host itself. Of the browser host with a Chromium of its own only. */
  readonly proxy?: DenyingProxy;
  /** Folder for a trace of this start, and in Electron a video; left out: none, because they hold what is typed. */
  readonly evidence?: string;
  /** Of Node, for the process of the browser host. */
  readonly nodeFlags?: readonly string[];
  /** How often this run has been started before: names the files of this start. */
  readonly start: number;
  /** Called with the page before it loads anything of the app's. */
  readonly onPage: (page: Page) => Promise<void>;
}

/** How a second start on the same profile ended. */
export interface SecondStart {
  readonly exitCode: number | null;
  readonly output: string;
}

/** The running app in one of its two hosts. */
export interface RunningHost {
  readonly page: Page;
  /** Of the app's own process, which has no keys. */
  readonly mainProcessId: number;
  /** The only origin that the page may talk to. */
  readonly origin: string;
  /** Closes the window as a person does, and waits until every process has ended. */
  quit(): Promise<void>;
  /** Ends the app from outside (a signal, `app.quit`) while its window is open; the window may stay. */
  endApp(): Promise<void>;
  /** The plug: SIGKILL to the app's own process, its window and its children left to themselves. */
  pullPlug(): Promise<void>;
  startSecond(): Promise<SecondStart>;
  storageProcessIds(): Promise<number[]>;
}

/** What only the specs tagged @electron look at. */
export interface ElectronRunningHost extends RunningHost {
  readonly electronApp: ElectronApplication;
}

export function hostFlags({
  profile,
  clock,
  timeZone,
  idleLockSeconds,
  downloads,
  chosenFolder,
  keychain,
  openedFile,
  open,
  language,
}: HostOptions): string[] {
  return [
    '--profile',
    profile,
    '--no-animations',
    ...(clock === null ? [] : ['--clock', clock]),
    ...(timeZone === null ? [] : ['--time-zone', timeZone]),
    ...(idleLockSeconds === null ? [] : ['--idle-lock-seconds', String(idleLockSeconds)]),
    ...(downloads === undefined ? [] : ['--downloads', downloads]),
    ...(keychain === undefined ? [] : ['--keychain', keychain]),
    ...(open === undefined ? [] : ['--open', open]),
    ...(language === undefined ? [] : ['--language', language]),
    ...(chosenFolder === undefined ? [] : ['--chosen-folder', chosenFolder]),
    ...(openedFile === undefined ? [] : ['--open-file', openedFile]),
  ];
}
