import { join } from 'node:path';
import type { StartAtLogin } from '../host.ts';
import { createAutostartFile } from './autostart-file.ts';
import type { ElectronApi } from './electron-api.ts';

export interface StartAtLoginOptions {
  readonly app: Pick<ElectronApi['app'], 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** Full path of the program that runs. */
  readonly executable: string;
  /** The AppImage that it runs from; null: it is none. */
  readonly appImage: string | null;
  readonly home: string;
  /** What the person gave as --profile, made whole; null: the usual one. */
  readonly profile: string | null;
}

/**
 * The system's own list of what starts at a login; no setting of ours, because the person changes it there too. Null where there is none for us: a copy that is not packaged, and
 * the closed rooms of Flatpak and snap, whose files nobody at the login looks at.
 */
export function createStartAtLogin(options: StartAtLoginOptions): StartAtLogin | null {
  const { app, platform, environment, executable, appImage, home, profile } = options;
  if (!app.isPackaged) return null;
  const args = ['--hidden', ...(profile === null ? [] : ['--profile', profile])];
  switch (platform) {
    case 'darwin':
      return {
        isOn: async () => app.getLoginItemSettings().openAtLogin,
        set: async (isOn) => app.setLoginItemSettings({ openAtLogin: isOn }),
      };
    case 'win32': {
      const path = environment['PORTABLE_EXECUTABLE_FILE'] ?? executable;
      // As setLoginItemSettings wants them: they become one line.
      const quoted = args.map((argument) => (/\s/u.test(argument) ? `"${argument}"` : argument));
      return {
        isOn: async () => {
          const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ path, args: quoted });
          // Switched off in the Task Manager it is on the list still.
          return openAtLogin && executableWillLaunchAtLogin;
        },
        set: async (isOn) => app.setLoginItemSettings({ openAtLogin: isOn, enabled: isOn, path, args: quoted }),
      };
    }
    case 'linux':
    case 'freebsd':
    case 'openbsd': {
      if (environment['FLATPAK_ID'] !== undefined || environment['SNAP'] !== undefined) return null;
      const configured = environment['XDG_CONFIG_HOME'];
      const config = configured?.startsWith('/') === true ? configured : join(home, '.config');
      return createAutostartFile(join(config, 'autostart'), [appImage ?? executable, ...args]);
    }
    default:
      return null;
  }
}
