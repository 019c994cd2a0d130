import type { DesktopAbilities } from '../../src-shared/contract/desktop.ts';

export interface AbilitiesOptions {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly hasNotifications: boolean;
  readonly hasStartAtLogin: boolean;
}

/** What this host has of the desktop, and what this system has of it. Those that other parts bring are added where they are brought. */
export function shellAbilities({
  platform,
  isPackaged,
  hasNotifications,
  hasStartAtLogin,
}: AbilitiesOptions): Partial<DesktopAbilities> {
  const unless = (has: boolean): 'available' | 'system-has-none' => (has ? 'available' : 'system-has-none');
  return {
    // Whether a Linux desktop shows it, Electron cannot tell.
    tray: 'available',
    badge: unless(platform === 'darwin' || platform === 'win32' || platform === 'linux'),
    // A copy that is not packaged has no place that the system could be told of.
    startAtLogin: isPackaged ? unless(hasStartAtLogin) : 'host-has-none',
    deepLinks: isPackaged ? 'available' : 'host-has-none',
    dragOut: 'available',
    menuBar: 'available',
    notifications: unless(hasNotifications),
    // Whether the person's keys are free is said beside them (`capture.shortcut`).
    captureShortcut: 'available',
    captureWindow: 'available',
  };
}
