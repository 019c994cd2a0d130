import { badgeText } from '../session/tray-texts.ts';
import type { ElectronApi, HostWindow } from './electron-api.ts';
import { BADGE_PICTURES } from './tray-pictures.ts';

/**
 * The number on the app's icon: in the dock, in a Linux panel that knows of it, and on Windows as a small picture on the task bar's. Windows keeps that with the window, so
 * it is set again when the window is there.
 */
export function createBadge(
  { app, nativeImage }: Pick<ElectronApi, 'app' | 'nativeImage'>,
  platform: NodeJS.Platform,
  windowOf: () => HostWindow | null,
): (count: number) => void {
  let shown = 0;
  return (count) => {
    // Nothing where there was nothing: an app that never had a number does not ask the system for one.
    if (count === 0 && shown === 0) return;
    if (platform !== 'win32') {
      shown = count;
      app.setBadgeCount(count);
      return;
    }
    const window = windowOf();
    if (window === null || window.isDestroyed()) return;
    shown = count;
    const png = BADGE_PICTURES[Math.min(count, BADGE_PICTURES.length) - 1];
    if (png === undefined) window.setOverlayIcon(null, '');
    else {
      const image = nativeImage.createFromBuffer(Buffer.from(png[0], 'base64'), { scaleFactor: 1 });
      image.addRepresentation({ scaleFactor: 2, buffer: Buffer.from(png[1], 'base64') });
      window.setOverlayIcon(image, badgeText(count));
    }
  };
}
