import { access, mkdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, parse } from 'node:path';

export interface DownloadsSearch {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The person's own folder for what is downloaded: on Linux as their desktop has it, else `Downloads` in their home. */
export async function downloadsFolder({ platform, environment, home }: DownloadsSearch): Promise<string> {
  const usual = join(home, 'Downloads');
  if (platform === 'win32' || platform === 'darwin') return usual;
  const config = environment['XDG_CONFIG_HOME'];
  const folder = config !== undefined && isAbsolute(config) ? config : join(home, '.config');
  let text: string;
  try {
    text = await readFile(join(folder, 'user-dirs.dirs'), 'utf8');
  } catch {
    return usual;
  }
  const said = /^\s*XDG_DOWNLOAD_DIR="(?<path>(?:[^"\\]|\\.)*)"/mu.exec(text)?.groups?.['path'];
  if (said === undefined) return usual;
  const path = said.replaceAll(/\\(.)/gu, '$1').replace(/^\$HOME(?=\/|$)/u, home);
  // The home itself stands for: there is none.
  return isAbsolute(path) && path.replace(/\/+$/u, '') !== home ? path : usual;
}

/**
 * Where this host, which has no dialog to ask with, writes what is to leave the vault: a new file in that folder, made if it is not there, under a name that none has
 * there yet. The page never names a place.
 */
export function createDownloadPaths(folder: () => Promise<string>): (name: string) => Promise<string | null> {
  return async (name) => {
    const place = await folder();
    await mkdir(place, { recursive: true, mode: 0o700 });
    const { name: base, ext } = parse(name);
    for (let number = 1; ; number += 1) {
      const path = join(place, number === 1 ? name : `${base} ${String(number)}${ext}`);
      if (await isFree(path)) return path;
    }
  };
}

async function isFree(path: string): Promise<boolean> {
  try {
    await access(path);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    // A folder that cannot be looked into has no free name.
    throw error;
  }
}
