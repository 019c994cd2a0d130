import { join } from 'node:path';
import { hostFlags } from './host.ts';
import type { HostOptions } from './host.ts';

/** What the launch depends on beside the options of a spec. */
export interface ElectronSurroundings {
  /** The project's folder. */
  readonly root: string;
  readonly executable: string;
  /** A packaged TEST build, which is its own app. Otherwise Electron's own binary, which is told where the app is. */
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly runsAsRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folder for videos, or null: none. What is typed is seen in them. */
  readonly evidence: string | null;
}

/** The part of Playwright's options for Electron that is used. */
export interface ElectronLaunch {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly cwd: string;
  /** Playwright switches the sandbox off on Linux unless it is told. As root it cannot be on. */
  readonly chromiumSandbox: boolean;
  readonly recordVideo?: { readonly dir: string };
}

export function electronLaunch(options: HostOptions, around: ElectronSurroundings): ElectronLaunch {
  const { root, executable, isPackaged, platform, runsAsRoot, environment, evidence } = around;
  const temporary = join(options.runDirectory, 'tmp');
  const netLog = join(options.runDirectory, 'records', `net-log-${String(options.start)}.json`);
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  // With it Electron's binary is a plain Node, and shows nothing.
  delete env['ELECTRON_RUN_AS_NODE'];
  return {
    executablePath: executable,
    args: [...(isPackaged ? [] : [root]), `--log-net-log=${netLog}`, ...hostFlags(options)],
    env: {
      ...env,
      // Whatever is left in a temporary folder, or in a home, is then in the marker search.
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      // A Mac without its person's home has no keychain, and Windows finds its own folders by other names.
      ...(platform === 'linux' ? { HOME: join(options.runDirectory, 'home') } : {}),
    },
    cwd: options.runDirectory,
    chromiumSandbox: !runsAsRoot,
    ...(evidence === null ? {} : { recordVideo: { dir: evidence } }),
  };
}

/** As a second start is made, beside Playwright: what Playwright adds to the first one's arguments and is not about driving it. */
export function secondStartArguments({ args, chromiumSandbox }: ElectronLaunch, platform: NodeJS.Platform): string[] {
  return [...(platform === 'linux' && !chromiumSandbox ? ['--no-sandbox'] : []), ...args];
}
