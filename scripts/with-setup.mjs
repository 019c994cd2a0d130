// Makes a fresh copy ready, then runs a script of ours under the project's own Node: `node scripts/with-setup.mjs FILE [ARGUMENTS]`.
// So the README needs no "first run npm ci". Plain JavaScript for Node 20 and nothing from node_modules: it runs where neither Node 24
// nor a package is there yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.daygrove-install');
const lockHash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash) return true;
  // npm writes this file last: somebody ran npm by hand, to its end, after the lock file changed.
  const installed = join(modules, '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs;
}

function installPackages() {
  const parameters = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  // npm tells its scripts where it is and which Node runs it: not the one in node_modules, which npm ci is about to remove.
  const { npm_execpath: npm, npm_node_execpath: nodeOfNpm } = process.env;
  if (npm !== undefined && nodeOfNpm !== undefined) return spawnSync(nodeOfNpm, [npm, ...parameters], options);
  return spawnSync('npm', parameters, { ...options, shell: process.platform === 'win32' });
}

if (!isInstalled()) {
  if (process.platform === 'win32' && existsSync(modules)) {
    // The Node that runs this very line is in node_modules, and Windows removes no program that runs.
    console.error('package-lock.json has changed. Run `npm ci` first.');
    process.exit(1);
  }
  console.error('Installing packages …');
  const install = installPackages();
  if (install.status !== 0) {
    console.error(`${install.stdout ?? ''}${install.stderr ?? ''}${install.error?.message ?? ''}`.trim());
    console.error('npm ci failed: the packages could not be installed.');
    process.exit(install.status ?? 1);
  }
}
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== lockHash) writeFileSync(stampFile, lockHash);

const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const script = spawn(node, process.argv.slice(2), { cwd: root, stdio: 'inherit' });
// A terminal sends Ctrl+C to the script as well, and the script decides how to end; what only this process got is passed on.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => script.kill(signal));
script.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
script.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
