import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../src-main/browser-host/find-browser.ts';
import { findElectron, lookedForElectron } from './electron-binary.ts';

/** What this machine has of what the specs in Electron need. */
export interface ElectronMachine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the binary should be. */
  readonly lookedFor: string;
  /** Null: it is not there. */
  readonly binary: string | null;
  /** Whether Xvfb, a screen that nobody sees, is installed. */
  readonly hasXvfb: boolean;
  /** Names of shared libraries that the binary wants and the system has not. */
  readonly missingLibraries: readonly string[];
}

export type ElectronReadiness =
  | { readonly ready: true }
  /** In lines for a terminal: what is missing, how to get it, what will be run then. */
  | { readonly ready: false; readonly missing: readonly string[] };

const RUN = 'npm run e2e -- --project=electron';

/** What the specs in Electron still need on a machine. */
export function electronReadiness(machine: ElectronMachine): ElectronReadiness {
  const { platform, environment, lookedFor, binary, hasXvfb, missingLibraries } = machine;
  const missing: string[] = [];
  if (binary === null) {
    missing.push(
      `Electron’s binary: looked for ${lookedFor}`,
      '  Get it: npx install-electron (about 100 MB, from github.com/electron/electron/releases)',
      '  Or say where: ELECTRON_MIRROR=URL (another place to download from), ELECTRON_OVERRIDE_DIST_PATH=DIR (an unpacked Electron),',
      '  DAYGROVE_ELECTRON_APP=FILE (the program of a packaged TEST build, see docs/qa.md)',
    );
  }
  if (missingLibraries.length > 0) {
    missing.push(
      `Libraries of the system that ldd does not find for ${binary ?? lookedFor}: ${missingLibraries.join(', ')}`,
      '  Debian and Ubuntu: npx playwright install-deps chromium installs what Electron needs too',
    );
  }
  if (platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) {
    missing.push(
      'A display: neither DISPLAY nor WAYLAND_DISPLAY is set',
      hasXvfb ? `  Run it on one that nobody sees: xvfb-run -a ${RUN}` : `  Install xvfb, then: xvfb-run -a ${RUN}`,
    );
  }
  if (missing.length === 0) return { ready: true };
  return {
    ready: false,
    missing: [
      'NOT RUN in Electron. Missing here:',
      ...missing.map((line) => `  ${line}`),
      `Then \`${RUN}\` runs every spec of e2e/specs but those tagged @browser; with \`--list\` behind it, it names them.`,
    ],
  };
}

/** The libraries that stand without a place in what `ldd` writes. */
export function missingIn(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name);
}

function missingLibrariesOf(binary: string): string[] {
  try {
    return missingIn(execFileSync('ldd', [binary], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    // No ldd, or a binary that it cannot read: the start will tell.
    return [];
  }
}

/** This machine. */
export function thisMachine(): ElectronMachine {
  const { env, platform } = process;
  const binary = findElectron();
  return {
    platform,
    environment: env,
    lookedFor: lookedForElectron(),
    binary,
    hasXvfb: (env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, 'Xvfb'))),
    missingLibraries: platform === 'linux' && binary !== null ? missingLibrariesOf(binary) : [],
  };
}

/** Whether a command line of Playwright names the project `electron` itself, and does not just run all of them. */
export function asksForElectron(argv: readonly string[]): boolean {
  let inProjects = false;
  for (const argument of argv) {
    const value = /^--project=(.*)$/.exec(argument)?.[1];
    if (value === 'electron' || (inProjects && argument === 'electron')) return true;
    // Playwright takes several names behind one `--project`.
    if (argument.startsWith('-')) inProjects = argument === '--project';
  }
  return false;
}
