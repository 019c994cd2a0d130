import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { isBuildStale } from '../scripts/build-state.ts';
import { findElectron } from '../scripts/electron-binary.ts';
import { NO_BROWSER, ensureBrowser } from '../scripts/ensure-browser.ts';
import { makeReadyProfile } from './support/ready-profile.ts';
import { clearRuns } from './support/run-folders.ts';

const root = resolve(import.meta.dirname, '..');

export default async function setUp(config: FullConfig): Promise<void> {
  clearRuns();
  if (isBuildStale(root)) {
    const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { stdio: 'inherit' });
    if (build.status !== 0) throw new Error('The build failed.');
  }
  if ((await ensureBrowser()) === null) throw new Error(NO_BROWSER);
  await makeReadyProfile();
  if (config.projects.some((project) => project.name === 'electron') && findElectron() === null) {
    process.stdout.write(
      'Electron’s binary is not here (node_modules/electron/dist; `npx install-electron` fetches it): ' +
        'the specs of the project "electron" are skipped, not passed.\n',
    );
  }
}
