import type { ElectronApi } from './electron-api.ts';

/**
 * By what Windows finds us again when one of our notifications is clicked. Electron's own changes with each run: a notification that an end without order left standing would
 * then lead nowhere.
 */
export const TOAST_CLSID = '{6C1B7A0E-93D5-4F0B-9C55-5C7C0F2A7D41}';

/** Before the first notification. */
export function nameToasts(app: Pick<ElectronApi['app'], 'setToastActivatorCLSID'>, platform: NodeJS.Platform): void {
  if (platform === 'win32') app.setToastActivatorCLSID(TOAST_CLSID);
}

/** A click on any of our notifications brings the window, also on one of an earlier run. Buttons are answered by the notification that they belong to. */
export function followToasts(
  { Notification }: Pick<ElectronApi, 'Notification'>,
  platform: NodeJS.Platform,
  focus: () => void,
): void {
  if (platform !== 'win32') return;
  Notification.handleActivation(({ type }) => {
    if (type === 'click') focus();
  });
}
