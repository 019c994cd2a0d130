import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { isBuildStale } from '../scripts/build-state.ts';
import { asksForElectron, electronReadiness, thisMachine } from '../scripts/electron-ready.ts';
import { NO_BROWSER, ensureBrowser } from '../scripts/ensure-browser.ts';
import { makeReadyProfile } from './support/ready-profile.ts';
import { NOT_RUN, clearRuns } from './support/run-folders.ts';

const root = resolve(import.meta.dirname, '..');

export default async function setUp(): Promise<void> {
  const electron = electronReadiness(thisMachine());
  if (!electron.ready && asksForElectron(process.argv)) {
    process.stdout.write(`${electron.missing.join('\n')}\n`);
    // There is nothing to be searched: what lies there is of an earlier run.
    process.env[NOT_RUN] = 'yes';
    const failure = new Error('Not run: this machine lacks what is named above.');
    // A place in this file would be told as if it were to be mended here.
    failure.stack = failure.message;
    throw failure;
  }
  clearRuns();
  if (isBuildStale(root)) {
    const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' });
    if (build.status !== 0) throw new Error('The build failed.');
  }
  if ((await ensureBrowser()) === null) throw new Error(NO_BROWSER);
  await makeReadyProfile();
  if (!electron.ready) {
    process.stdout.write(
      'Not run in Electron, and counted as skipped: `npm run e2e -- --project=electron` says what is missing.\n',
    );
  }
}
