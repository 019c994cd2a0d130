import { mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { CHANGELOG_FILES } from '../../src-shared/domain/changelog.ts';
import { readPlaceLink } from '../../src-shared/domain/place-link.ts';
import { AppFailure } from '../../src-shared/result.ts';
import { openApp } from '../app.ts';
import type { App } from '../host.ts';
import type { RenderPdf } from '../features/exports/book/write-book.ts';
import { openLink } from './open-link.ts';
import { FlagError, parseFlags } from '../flags.ts';
import type { Flags } from '../flags.ts';
import { NO_SANDBOX_NOTICE } from './chromium-flags.ts';
import { defaultProfileDirectory } from '../profile/default-profile.ts';
import { createDownloadPaths, downloadsFolder } from './downloads.ts';
import { findBrowser } from './find-browser.ts';
import { CHILD_ENTRIES, createNodeSpawn } from './node-child.ts';
import { endOnUncaught } from './last-resort.ts';
import { readPageFiles } from './page-files.ts';
import { printPdf } from './print-pdf.ts';
import { startServer } from './server.ts';
import { StandInKeychain } from './stand-in-keychain.ts';
import { windowFolderParent } from './window-folder.ts';
import { openWindow } from './window.ts';
import { languagesOfEnvironment } from '../words.ts';
import { browserLanguageOf } from '../../src-shared/intl/choose-language.ts';
import type { BrowserLanguage } from '../../src-shared/intl/choose-language.ts';

const EXIT_FAILED = 1;
const EXIT_PROFILE_IN_USE = 2;
/** Milliseconds that the end of the host waits for its pages. */
const PATIENCE_MS = 3000;
/** Milliseconds that a window has to end by itself when all is written. */
const WINDOW_PATIENCE_MS = 3000;
/** Milliseconds for an end in order after an error that nobody caught: above all patience and deadlines of that end together. */
const LAST_RESORT_PATIENCE_MS = 15_000;

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

/** Ends the app in order, once, whoever asks. Until the app runs there is nothing to end. */
let endApp = (): Promise<void> => Promise.resolve();

async function run(flags: Flags): Promise<number> {
  const { platform, env } = process;
  const profileDirectory = resolve(
    flags.profile ?? defaultProfileDirectory({ platform, environment: env, home: homedir() }),
  );
  let files;
  try {
    files = readPageFiles(resolve(root, 'out/renderer'), resolve(root, 'out/browser-bridge/browser-bridge.js'));
    mkdirSync(profileDirectory, { recursive: true, mode: 0o700 });
  } catch (error) {
    complain(error instanceof Error ? error.message : 'Daygrove could not start.');
    return EXIT_FAILED;
  }

  let origin = '';
  const executable = flags.noOpen ? null : await findBrowser();
  const systemLanguages = opensWindow(flags, executable) ? languagesForWindow() : null;
  const opened = await openApp({
    profileDirectory,
    clock: { offset: flags.clock === null ? 0 : flags.clock - Date.now(), zone: flags.timeZone },
    // DAYGROVE_CHILDREN=built: the specs run the code that the package will hold.
    spawnChild: createNodeSpawn(CHILD_ENTRIES[env['DAYGROVE_CHILDREN'] === 'built' ? 'built' : 'source']),
    host: 'browser',
    platform: platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux',
    version: (JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }).version,
    trustedOrigin: () => origin,
    forcedLanguage: flags.language,
    ...(systemLanguages === null ? {} : { systemLanguages }),
    animations: flags.animations,
    idleLockSeconds: flags.idleLockSeconds,
    openLink,
    changelog: (language) => readFile(resolve(root, CHANGELOG_FILES[language]), 'utf8'),
    choosePath: createDownloadPaths(async () =>
      flags.downloads === null
        ? downloadsFolder({ platform, environment: env, home: homedir() })
        : resolve(flags.downloads),
    ),
    renderPdf,
    ...(flags.keychain === null ? {} : { keyStorage: new StandInKeychain(resolve(flags.keychain)) }),
    // Text is dragged by the page; everything else of the desktop's is Electron's.
    abilities: () => ({ dragOut: 'available' }),
    ...(flags.chosenFolder === null ? {} : { chooseFolder: async () => resolve(flags.chosenFolder!) }),
    // A suite unlocks hundreds of times; the floor is still the 64 MiB and three passes that the format demands.
    passphraseCost: env['DAYGROVE_PASSPHRASE_COST'] === 'floor' ? 'floor' : 'calibrated',
  });
  if (!opened.ok) {
    complain(opened.detail);
    if (opened.reason === 'profile-in-use' && leadsSomewhere(flags)) complain(NOT_HANDED_OVER);
    return opened.reason === 'profile-in-use' ? EXIT_PROFILE_IN_USE : EXIT_FAILED;
  }

  if (flags.openFile !== null) await opened.app.openFile(resolve(flags.openFile));
  followFlags(flags, opened.app);
  const server = await startServer(opened.app, files);
  origin = server.origin;
  let ended: Promise<void> | null = null;
  endApp = () => (ended ??= server.close(() => opened.app.close(), PATIENCE_MS));
  try {
    // As the setting is now: a window keeps its language as long as it is open.
    const language = systemLanguages === null ? null : browserLanguageOf(opened.app.words.language);
    return await serveUntilEnd({ flags, url: server.entryUrl, executable, language });
  } finally {
    await endApp();
  }
}

/** This host has no way into the one that runs: it would be a door for everybody else on this machine too. */
const NOT_HANDED_OVER = 'The place was not handed over to it: this host cannot. Go there in its window.';

function leadsSomewhere({ open, quickCapture }: Flags): boolean {
  return open !== null || quickCapture;
}

/** What a package gets from the system, a person types here. The place is opened behind the unlock. */
function followFlags({ open, quickCapture, hidden }: Flags, app: App): void {
  if (hidden) complain('--hidden: this host has no tray, so its window comes up.');
  if (open !== null) {
    if (readPlaceLink(open) === null) complain('--open: that leads nowhere. It wants a link like daygrove://today.');
    app.openLink(open);
  } else if (quickCapture) {
    app.capture();
  }
}

/** A browser of its own makes it: the window's belongs to the person, and its page must not be able to print what it likes. */
const renderPdf: RenderPdf = async (book, signal) => {
  const executable = await findBrowser();
  if (executable === null) throw new AppFailure('pdf-unavailable');
  const parentFolder = windowFolderParent(executable, homedir(), tmpdir());
  return printPdf(book, { executable, runningAsRoot: process.getuid?.() === 0, parentFolder, signal });
};

/** Whether the page comes up in a window of ours, and not in whatever browser a person opens the address with. */
function opensWindow(flags: Flags, executable: string | null): boolean {
  return !flags.noOpen && flags.screenshot === null && !flags.headless && executable !== null && hasDisplay();
}

/**
 * What the system is in, for a page that cannot ask its browser: a window of ours speaks the language of the setting. Null where only the
 * browser knows, and the window is left as the system is.
 */
function languagesForWindow(): readonly string[] | null {
  if (process.platform !== 'linux') return null;
  const languages = languagesOfEnvironment(process.env);
  // As Chromium has it where the environment names no language.
  return languages.length > 0 ? languages : ['en-US'];
}

interface Serving {
  readonly flags: Flags;
  /** With the token. */
  readonly url: string;
  /** Null where there is no browser, or none is wanted. */
  readonly executable: string | null;
  /** Of the window. */
  readonly language: BrowserLanguage | null;
}

/** Shows the page the way the flags ask for and waits until that is over, or until somebody ends the process. */
async function serveUntilEnd({ flags, url, executable, language }: Serving): Promise<number> {
  const interrupted = new Promise<number>((settle) => {
    // Not once: a terminal that is closed may say so twice, and the second word must not cut the end off.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => settle(0));
  });
  if (flags.noOpen) {
    say(`daygrove-host ready ${url}`);
    return interrupted;
  }
  const runningAsRoot = process.getuid?.() === 0;
  if (executable !== null && runningAsRoot && (flags.headless || hasDisplay())) complain(NO_SANDBOX_NOTICE);

  if (flags.screenshot !== null) {
    if (executable === null) {
      complain('There is no Chromium, Chrome or Edge to take a picture with.');
      return EXIT_FAILED;
    }
    try {
      // Only here: Playwright would be half of every start.
      const { takeScreenshot } = await import('./screenshot.ts');
      await takeScreenshot({ executable, url, file: resolve(flags.screenshot), runningAsRoot });
    } catch (error) {
      // The browser's own words: the vault was never open.
      complain(`There is no picture: ${error instanceof Error ? error.message : 'the browser failed.'}`);
      return EXIT_FAILED;
    }
    say(`Picture of the first screen: ${resolve(flags.screenshot)}`);
    return 0;
  }
  if (executable === null || !opensWindow(flags, executable)) {
    const why =
      executable === null
        ? 'There is no browser here'
        : flags.headless
          ? 'No window was asked for'
          : 'There is no display here';
    say(`${why}. Daygrove runs; open this address, it works once: ${url}`);
    say('Ctrl+C ends it.');
    return interrupted;
  }
  const parentFolder = windowFolderParent(executable, homedir(), tmpdir());
  const window = openWindow({ executable, url, runningAsRoot, parentFolder, language });
  const code = await Promise.race([interrupted, window.ended.then(() => 0)]);
  // First the app: only a page that lives can write down what is being typed. A window that hangs holds nothing up but itself.
  await endApp();
  await window.close(WINDOW_PATIENCE_MS);
  return code;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

// A terminal that is gone, a pipe that nobody reads: no reason to end, least of all without order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
// Node would open a debugger's port into this process. The diary passes through it.
process.on('SIGUSR1', () => {});
endOnUncaught({
  process,
  say: complain,
  endApp: () => endApp(),
  exit: (code) => process.exit(code),
  patienceMs: LAST_RESORT_PATIENCE_MS,
});

try {
  const flags = parseFlags(process.argv.slice(2));
  process.exitCode = await run(flags);
} catch (error) {
  if (!(error instanceof FlagError)) throw error;
  complain(error.message);
  process.exitCode = EXIT_FAILED;
}
