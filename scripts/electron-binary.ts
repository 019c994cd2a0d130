import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const packageDirectory = resolve(import.meta.dirname, '../node_modules/electron');

/** The npm package's folder says in path.txt what the binary is called on this system; before a download there is no such file. */
function electronPath(
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly path: string; readonly isKnown: boolean } {
  const packaged = environment['DAYGROVE_ELECTRON_APP'];
  if (packaged !== undefined && packaged !== '') return { path: packaged, isKnown: true };
  const pathFile = join(directory, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null;
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  return {
    path: join(override ?? join(directory, 'dist'), name ?? 'electron'),
    isKnown: override !== undefined || name !== null,
  };
}

/**
 * Where Electron's binary is, or null. Not `require('electron')`: that one downloads a hundred megabytes when the binary is missing.
 * DAYGROVE_ELECTRON_APP names the program of a packaged build instead.
 * @param directory the npm package's folder
 */
export function findElectron(
  directory = packageDirectory,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const { path, isKnown } = electronPath(directory, environment);
  return isKnown && existsSync(path) ? path : null;
}

/** Where it would be, whether or not it is there. */
export function lookedForElectron(
  directory = packageDirectory,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return electronPath(directory, environment).path;
}

/**
 * Tries to get the binary the way Electron's own package does. Its download retries for minutes where there is no network, so first a
 * question: does the place it comes from answer within `patienceMs` milliseconds? Only then the download, which may take its time.
 */
export async function fetchElectron(patienceMs: number): Promise<string | null> {
  const found = findElectron();
  if (found !== null) return found;
  const place = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
  } catch {
    return null;
  }
  process.stderr.write('Fetching Electron, once …\n');
  const download = spawn(process.execPath, [join(packageDirectory, 'install.js')], { stdio: 'ignore' });
  await new Promise<void>((settle) => {
    // Reachable, but slower than anybody waits for a first start.
    const timer = setTimeout(() => download.kill('SIGKILL'), 180_000);
    download.once('close', () => {
      clearTimeout(timer);
      settle();
    });
    download.once('error', () => settle());
  });
  return findElectron();
}
