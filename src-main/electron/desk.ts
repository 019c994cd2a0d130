import type { MenuItemConstructorOptions } from 'electron';
import type { Desk, TrayChoice, TrayItem } from '../host.ts';
import { createBadge } from './badge.ts';
import type { ElectronApi, HostImage, HostTray, HostWindow } from './electron-api.ts';
import { TRAY_PICTURES } from './tray-pictures.ts';
import { TITLE } from './window.ts';

export interface ElectronDesk extends Desk {
  /** Whether the tray is where a closed window is found again. */
  isInTray(): boolean;
  /** Follows the app's window from now on. */
  follow(window: HostWindow): void;
}

type TrayApi = Pick<ElectronApi, 'app' | 'Menu' | 'createTray' | 'nativeImage'>;

/** The three trees: on a Mac a template, which the system colours; elsewhere in a green that is seen on light and on dark panels. */
function trayImage({ nativeImage }: Pick<TrayApi, 'nativeImage'>, platform: NodeJS.Platform): HostImage {
  const pictures = TRAY_PICTURES[platform === 'darwin' ? 'mac' : platform === 'win32' ? 'windows' : 'linux'];
  const [first, ...others] = pictures.map(({ scaleFactor, png }) => ({
    scaleFactor,
    buffer: Buffer.from(png, 'base64'),
  }));
  const image = nativeImage.createFromBuffer(first!.buffer, { scaleFactor: first!.scaleFactor });
  for (const other of others) image.addRepresentation(other);
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}

/** A single & would underline the sign behind it. */
const literally = (label: string): string => label.replaceAll('&', '&&');

/** @param choose what is called for a line that was chosen */
export function trayTemplate(
  items: readonly TrayItem[],
  choose: (choice: TrayChoice) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.type) {
      case 'separator':
        return { type: 'separator' };
      case 'text':
        return { label: literally(item.label), enabled: false };
      case 'command':
        return { label: literally(item.label), click: () => choose(item.choice) };
      case 'tick':
        return {
          type: 'checkbox',
          label: literally(item.label),
          checked: item.isDone,
          click: () => choose(item.choice),
        };
    }
  });
}

/** What stands outside of the window in Electron. `windowOf`: null as long as there is none. */
export function createDesk(
  electron: TrayApi,
  platform: NodeJS.Platform,
  windowOf: () => HostWindow | null,
): ElectronDesk {
  let choose: (choice: TrayChoice) => void = () => {};
  const badge = createBadge(electron, platform, windowOf);
  // Held here: a tray that nobody holds is collected, and its icon with it.
  let tray: HostTray | null = null;

  const openTray = (): HostTray => {
    const opened = electron.createTray(trayImage(electron, platform));
    opened.setToolTip(TITLE);
    // On a Mac a click opens the menu.
    if (platform !== 'darwin') opened.on('click', () => choose({ type: 'open' }));
    return opened;
  };

  return {
    showTray(menu) {
      if (menu === null) {
        tray?.destroy();
        tray = null;
        return;
      }
      tray ??= openTray();
      tray.setContextMenu(electron.Menu.buildFromTemplate(trayTemplate(menu, (choice) => choose(choice))));
    },
    showBadge: (count, text) => badge.show(count, text),
    onChoice(listener) {
      choose = listener;
    },
    quit: () => electron.app.quit(),
    isInTray: () => tray !== null,
    follow: (window) => void window.on('show', () => badge.windowShown()),
  };
}
