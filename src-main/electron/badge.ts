import type { ElectronApi, HostWindow } from './electron-api.ts';
import { BADGE_PICTURES } from './tray-pictures.ts';

export interface Badge {
  show(count: number, text: string): void;
  /** The window came into sight: Windows has given it a new button on the task bar, without the number. */
  windowShown(): void;
}

/** The number on the app's icon: in the dock, in a Linux panel that knows of it, and on Windows as a small picture on the task bar's. */
export function createBadge(
  { app, nativeImage }: Pick<ElectronApi, 'app' | 'nativeImage'>,
  platform: NodeJS.Platform,
  windowOf: () => HostWindow | null,
): Badge {
  let shown = 0;
  let said = '';

  const drawOverlay = (): void => {
    const window = windowOf();
    if (window === null || window.isDestroyed()) return;
    const png = BADGE_PICTURES[Math.min(shown, BADGE_PICTURES.length) - 1];
    if (png === undefined) {
      window.setOverlayIcon(null, '');
      return;
    }
    const image = nativeImage.createFromBuffer(Buffer.from(png[0], 'base64'), { scaleFactor: 1 });
    image.addRepresentation({ scaleFactor: 2, buffer: Buffer.from(png[1], 'base64') });
    window.setOverlayIcon(image, said);
  };

  return {
    show(count, text) {
      // Nothing where there was nothing: an app that never had a number does not ask the system for one.
      if (count === 0 && shown === 0) return;
      shown = count;
      said = text;
      if (platform === 'win32') drawOverlay();
      else app.setBadgeCount(count);
    },
    windowShown() {
      if (platform === 'win32' && shown > 0) drawOverlay();
    },
  };
}
