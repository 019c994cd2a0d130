import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, posix, win32 } from 'node:path';

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isExecutable: (path: string) => boolean;
}

const NAMES_ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/** Where a Chromium, Chrome or Edge may stand on this system, best first. */
export function browserCandidates({ platform, environment, home }: Omit<BrowserSearch, 'isExecutable'>): string[] {
  if (platform === 'win32') {
    const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    const inside = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return inside.flatMap((path) => bases.map((base) => win32.join(base, path)));
  }
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => posix.isAbsolute(folder))
    .flatMap((folder) => NAMES_ON_PATH.map((name) => posix.join(folder, name)));
  if (platform !== 'darwin') return [...onPath, '/snap/bin/chromium'];
  const bundles = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
  return [
    ...['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
      bundles.map((name) => posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    ),
    ...onPath,
  ];
}

/** The first candidate that can be run; null: there is none. */
export function findSystemBrowser(search: BrowserSearch): string | null {
  return browserCandidates(search).find((path) => search.isExecutable(path)) ?? null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system's browser, or the one that Playwright downloaded; null: there is neither. */
export async function findBrowser(): Promise<string | null> {
  const { platform, env } = process;
  const system = findSystemBrowser({ platform, environment: env, home: homedir(), isExecutable });
  if (system !== null) return system;
  const { chromium } = await import('playwright');
  const downloaded = chromium.executablePath();
  return isExecutable(downloaded) ? downloaded : null;
}
