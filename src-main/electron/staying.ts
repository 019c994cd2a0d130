import type { HostApplication, HostDialog, HostWindow } from './electron-api.ts';
import type { MainSay } from '../words.ts';
import { platformName } from './platform-name.ts';
import type { ShellFile } from './shell-file.ts';

/** Where the app is still to be found when its window is closed. */
export type StayPlace = 'tray' | 'dock';

export interface Staying {
  /** Null: closing the window ends the app. */
  where(): StayPlace | null;
  /** Takes the window out of sight; the first time into the tray it says so. */
  hide(where: StayPlace): void;
}

export interface StayingOptions {
  readonly window: HostWindow;
  readonly dialog: Pick<HostDialog, 'showMessageBox'>;
  readonly app: Pick<HostApplication, 'quit'>;
  readonly say: MainSay;
  readonly file: ShellFile;
  readonly platform: NodeJS.Platform;
  readonly isInTray: () => boolean;
}

function hideWindow(window: HostWindow): void {
  if (!window.isFullScreen()) {
    window.hide();
    return;
  }
  // Hidden as it is, a Mac would keep its black space.
  window.once('leave-full-screen', () => window.hide());
  window.setFullScreen(false);
}

/** A window that is closed and an app that goes on: in the tray where that is wanted, and on a Mac in the dock, as there every app does. */
export function createStaying({ window, dialog, app, say, file, platform, isInTray }: StayingOptions): Staying {
  let telling = false;

  const tell = async (): Promise<void> => {
    telling = true;
    try {
      const { response } = await dialog.showMessageBox(window, {
        type: 'info',
        message: say('staying.message'),
        // Electron cannot tell whether a Linux desktop shows icons of the tray at all.
        detail: say('staying.detail', { platform: platformName(platform) }),
        buttons: [say('staying.ok'), say('staying.quit')],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      });
      file.change({ toldOfTray: true });
      if (response === 1) app.quit();
      else if (!window.isDestroyed()) hideWindow(window);
    } finally {
      telling = false;
    }
  };

  return {
    where: () => (isInTray() ? 'tray' : platform === 'darwin' ? 'dock' : null),
    hide(where) {
      if (where === 'dock' || file.memory.toldOfTray) hideWindow(window);
      else if (!telling) void tell();
    },
  };
}
