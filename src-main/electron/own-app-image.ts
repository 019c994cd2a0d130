import { realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';

export interface AppImageOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Full path of the program that runs. */
  readonly executable: string;
}

/**
 * The AppImage that this program runs from; null: it runs from none. APPIMAGE alone says nothing: every child of an AppImage inherits it, and a Daygrove of the deb that an
 * editor's terminal started would take the editor for itself. The program of an AppImage lies in the folder that APPDIR names, where the AppImage was mounted or unpacked.
 */
export function ownAppImage({ environment, executable }: AppImageOptions): string | null {
  const { APPIMAGE: file, APPDIR: folder } = environment;
  if (file === undefined || folder === undefined || !isAbsolute(file) || !isAbsolute(folder)) return null;
  return isWithin(executable, folder) ? file : null;
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(real(folder), real(path));
  // A root folder holds everything, and tells nothing.
  return way !== '' && !way.startsWith('..') && !isAbsolute(way) && real(folder) !== '/';
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
