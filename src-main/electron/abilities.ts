import type { DesktopAbilities } from '../../src-shared/contract/desktop.ts';

export interface AbilitiesOptions {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly hasNotifications: boolean;
  readonly hasStartAtLogin: boolean;
  /** Whether this copy can be replaced by a newer one by itself. */
  readonly hasUpdates: boolean;
}

/** What this host has of the desktop, and what this system has of it. The keychain is asked each time: session/desktop-handlers.ts. */
export function shellAbilities({
  platform,
  isPackaged,
  hasNotifications,
  hasStartAtLogin,
  hasUpdates,
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
    updates: hasUpdates ? 'available' : 'host-has-none',
    notifications: unless(hasNotifications),
    // Whether the person's keys are free is said beside them (`capture.shortcut`).
    captureShortcut: 'available',
    captureWindow: 'available',
  };
}
