import { closeSync, mkdirSync, openSync, readSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Bytes. Distributions' scripts that start a snap are a few lines. */
const SCRIPT_BYTES = 4096;

/** Whether this is, or starts, the snap of Chromium, whose /tmp is not ours. */
export function isSnap(executable: string): boolean {
  if (executable.startsWith('/snap/')) return true;
  try {
    if (basename(realpathSync(executable)) === 'snap') return true;
    const file = openSync(executable, 'r');
    try {
      const bytes = Buffer.alloc(SCRIPT_BYTES);
      const start = bytes.toString('latin1', 0, readSync(file, bytes));
      return start.startsWith('#!') && start.includes('/snap/bin/');
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

/** Where a window's folder can be made so that both this process and the browser see it. */
export function windowFolderParent(executable: string, home: string, temporary: string): string {
  if (process.platform !== 'linux' || !isSnap(executable)) return temporary;
  const own = join(home, 'snap', 'chromium', 'common');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return own;
}
