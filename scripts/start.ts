/** `npm start`: builds what is stale, then opens Daygrove in Electron, or in the browser host where Electron cannot be had. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { withoutCoreDumps } from '../src-main/browser-host/without-core-dumps.ts';
import { FlagError, parseFlags } from '../src-main/flags.ts';
import type { Flags } from '../src-main/flags.ts';
import { isBuildStale } from './build-state.ts';
import { fetchElectron } from './electron-binary.ts';
import { NO_BROWSER, ensureBrowser } from './ensure-browser.ts';

const root = resolve(import.meta.dirname, '..');
/** Milliseconds that the first start waits for the place where Electron's binary comes from. */
const ELECTRON_PATIENCE_MS = 8000;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function readFlags(): Flags {
  try {
    return parseFlags(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/** Electron's binary, or the sentence that says why it is not Electron; null where nobody asked for a window. */
async function chooseElectron(flags: Flags): Promise<{ readonly binary: string } | { readonly why: string | null }> {
  if (flags.browser || flags.headless || flags.noOpen) return { why: null };
  const { env, platform } = process;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return { why: 'There is no display here for Electron: Daygrove runs in its browser host.' };
  }
  const binary = await fetchElectron(ELECTRON_PATIENCE_MS);
  if (binary !== null) return { binary };
  return { why: 'Electron’s binary is not here and could not be fetched: Daygrove runs in its browser host.' };
}

function run(command: string, parameters: readonly string[]): void {
  const child = spawn(command, parameters, { stdio: 'inherit' });
  // A terminal sends Ctrl+C to the child as well, and the child decides how to end; what only this process got is passed on.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

const flags = readFlags();
if (isBuildStale(root)) {
  say('Building …');
  // In a process of its own: the bundler sets NODE_ENV, and Daygrove would inherit it.
  const build = spawnSync(process.execPath, [resolve(root, 'scripts/build.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) process.exit(1);
}
const parameters = process.argv.slice(2);
const choice = await chooseElectron(flags);
if ('binary' in choice) {
  const asRoot = process.getuid?.() === 0;
  if (asRoot)
    say('Running as root: Electron starts without its sandbox. Fine for development in a container, not for a diary.');
  run(...withoutCoreDumps(choice.binary, [...(asRoot ? ['--no-sandbox'] : []), root, ...parameters]));
} else {
  if (choice.why !== null) say(choice.why);
  if (!flags.noOpen && (await ensureBrowser()) === null) say(NO_BROWSER);
  const host = resolve(root, 'src-main/browser-host/main.ts');
  run(...withoutCoreDumps(process.execPath, ['--disable-sigusr1', host, ...parameters]));
}
