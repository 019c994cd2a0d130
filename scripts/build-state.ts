import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'src-main',
  'src-renderer',
  'src-shared',
  'electron.vite.config.ts',
  'scripts/build.ts',
  'scripts/bundled-packages.ts',
  'scripts/licences.ts',
  'package-lock.json',
];
const OUTPUTS = [
  'out/main/index.js',
  'out/main/storage-process.js',
  'out/main/import-process.js',
  'out/main/sync-process.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/renderer/licences.js',
  'out/browser-bridge/browser-bridge.js',
  'out/browser-host/main.js',
];

/** True when out/ does not hold what the sources say: a part is missing, or a source is newer than the oldest part. */
export function isBuildStale(root: string): boolean {
  const outputs = OUTPUTS.map((path) => join(root, path));
  if (!outputs.every((path) => existsSync(path))) return true;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(root, path)) > oldest);
}

/** Milliseconds since the epoch of the last change below a path. Folders count: a file that was removed changed its folder. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}
