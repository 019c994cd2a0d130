import type { Platform } from '../../src-shared/actions/shortcut.ts';

/** What the page and the words know a system by. */
export function platformName(platform: NodeJS.Platform): Platform {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
