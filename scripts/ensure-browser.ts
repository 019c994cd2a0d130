import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../src-main/browser-host/find-browser.ts';

export const NO_BROWSER =
  'There is no browser to show Daygrove in. Install Chromium, Google Chrome or Microsoft Edge, or run `npx playwright install chromium`.';

/** A browser that is there, or that root on a Debian can install at once; null: neither (say NO_BROWSER). */
export async function ensureBrowser(): Promise<string | null> {
  const found = await findBrowser();
  if (found !== null) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  process.stderr.write('There is no browser. Installing Chromium with apt-get …\n');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  return findBrowser();
}
