/**
 * `npm run package`: everything is built, then electron-builder packs it for the system it runs on. What is given behind `--` goes to electron-builder: `npm run package -- --dir`
 * stops before the installers.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { readChangelog } from '../src-shared/domain/changelog.ts';
import { buildAll } from './build.ts';
import { installMacAddons } from './mac-addons.ts';

const root = resolve(import.meta.dirname, '..');

await buildAll();
if (process.platform === 'darwin') {
  for (const name of await installMacAddons(root)) process.stdout.write(`Fetched ${name} for the universal app.\n`);
}
// electron-builder takes it into the lists of releases, where it is called so.
const [newest] = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
writeFileSync(join(root, 'build', 'release-notes.md'), newest?.notes ?? '');
const builder = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js');
// Whatever a build machine's environment says: publishing is the release workflow's, by hand.
const child = spawn(process.execPath, [builder, '--publish', 'never', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code ?? 1;
