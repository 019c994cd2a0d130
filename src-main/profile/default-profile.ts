import { posix, win32 } from 'node:path';

export interface ProfilePlace {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The profile folder when nobody names one: where each system keeps what an application must not lose. */
export function defaultProfileDirectory({ platform, environment, home }: ProfilePlace): string {
  switch (platform) {
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', 'Daygrove');
    case 'win32':
      return win32.join(environment['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Daygrove');
    default: {
      const data = environment['XDG_DATA_HOME'];
      // The XDG specification: a relative path is invalid and to be ignored.
      const base = data !== undefined && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share');
      return posix.join(base, 'daygrove');
    }
  }
}
