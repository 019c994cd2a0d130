import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { openApp } from '../app.ts';
import { FlagError, parseFlags } from '../flags.ts';
import type { Flags } from '../flags.ts';
import { NO_SANDBOX_NOTICE } from './chromium-flags.ts';
import { defaultProfileDirectory } from '../profile/default-profile.ts';
import { findBrowser } from './find-browser.ts';
import { CHILD_ENTRIES, createNodeSpawn } from './node-child.ts';
import { listPageFiles } from './page-files.ts';
import { startServer } from './server.ts';
import { takeScreenshot } from './screenshot.ts';
import { openWindow } from './window.ts';

const EXIT_FAILED = 1;
const EXIT_PROFILE_IN_USE = 2;
/** Milliseconds that the end of the host waits for its pages. */
const PATIENCE_MS = 3000;

const root = resolve(import.meta.dirname, '../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function run(flags: Flags): Promise<number> {
  const { platform, env } = process;
  const profileDirectory = resolve(
    flags.profile ?? defaultProfileDirectory({ platform, environment: env, home: homedir() }),
  );
  let files;
  try {
    files = listPageFiles(resolve(root, 'out/renderer'), resolve(root, 'out/browser-bridge/browser-bridge.js'));
    mkdirSync(profileDirectory, { recursive: true, mode: 0o700 });
  } catch (error) {
    complain(error instanceof Error ? error.message : 'Daygrove could not start.');
    return EXIT_FAILED;
  }

  let origin = '';
  const opened = await openApp({
    profileDirectory,
    clock: { offset: flags.clock === null ? 0 : flags.clock - Date.now(), zone: flags.timeZone },
    // DAYGROVE_CHILDREN=built: the specs run the code that the package will hold.
    spawnChild: createNodeSpawn(CHILD_ENTRIES[env['DAYGROVE_CHILDREN'] === 'built' ? 'built' : 'source']),
    host: 'browser',
    platform: platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux',
    version: (JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }).version,
    trustedOrigin: () => origin,
    animations: flags.animations,
    idleLockSeconds: flags.idleLockSeconds,
    // A suite unlocks hundreds of times; the floor is still the 64 MiB and three passes that the format demands.
    passphraseCost: env['DAYGROVE_PASSPHRASE_COST'] === 'floor' ? 'floor' : 'calibrated',
  });
  if (!opened.ok) {
    complain(opened.detail);
    return opened.reason === 'profile-in-use' ? EXIT_PROFILE_IN_USE : EXIT_FAILED;
  }

  const server = await startServer(opened.app, files);
  origin = server.origin;
  try {
    return await serveUntilEnd(flags, server.entryUrl);
  } finally {
    await server.close(() => opened.app.close(), PATIENCE_MS);
  }
}

/** Shows the page the way the flags ask for and waits until that is over, or until somebody ends the process. */
async function serveUntilEnd(flags: Flags, url: string): Promise<number> {
  const interrupted = new Promise<number>((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => settle(0));
  });
  if (flags.noOpen) {
    say(`daygrove-host ready ${url}`);
    return interrupted;
  }
  const executable = await findBrowser();
  const runningAsRoot = process.getuid?.() === 0;
  if (executable !== null && runningAsRoot && (flags.headless || hasDisplay())) complain(NO_SANDBOX_NOTICE);

  if (flags.screenshot !== null) {
    if (executable === null) {
      complain('There is no Chromium, Chrome or Edge to take a picture with.');
      return EXIT_FAILED;
    }
    await takeScreenshot({ executable, url, file: resolve(flags.screenshot), runningAsRoot });
    say(`Picture of the first screen: ${resolve(flags.screenshot)}`);
    return 0;
  }
  if (executable === null || flags.headless || !hasDisplay()) {
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
  const window = openWindow({ executable, url, runningAsRoot });
  const code = await Promise.race([interrupted, window.ended.then(() => 0)]);
  await window.close();
  return code;
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

try {
  const flags = parseFlags(process.argv.slice(2));
  process.exitCode = await run(flags);
} catch (error) {
  if (!(error instanceof FlagError)) throw error;
  complain(error.message);
  process.exitCode = EXIT_FAILED;
}
