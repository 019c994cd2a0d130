import { CAPTURE_ORIGIN, CURTAIN_URL, PAGE_URL } from './addresses.ts';
import type { CancellableEvent, ElectronApi, HostApplication, HostContents, HostSession } from './electron-api.ts';

/** Without `persist:` it lives in memory: no cookie, storage or cache of the page reaches the disk. */
export const PARTITION = 'daygrove';

/** `devTools` lets the developer tools' own pages load; they do not exist in a package. */
function mayLoad(url: string, devTools: boolean): boolean {
  if (url.startsWith(PAGE_URL) || url.startsWith(`blob:${PAGE_URL}`) || url === CURTAIN_URL) return true;
  if (url.startsWith(`${CAPTURE_ORIGIN}/`)) return true;
  return devTools && url.startsWith('devtools://');
}

/** Answers a question of Electron's, whose last value is the function that takes the answer. Left alone, some of them choose the first device that there is. */
function answerWith(...answer: unknown[]): (event: CancellableEvent, ...values: unknown[]) => void {
  return (event, ...values) => {
    event.preventDefault();
    const callback = values.at(-1);
    if (typeof callback === 'function') Reflect.apply(callback, undefined, answer);
  };
}

/** What Electron asks the app and not a session: no certificate is trusted that the system does not trust, none is shown, and nobody signs in. */
export function refuseIdentities(app: Pick<HostApplication, 'on'>): void {
  app.on('certificate-error', answerWith(false));
  app.on('select-client-certificate', answerWith());
  app.on('login', answerWith());
}

/** Every permission is refused, asked or merely checked, nothing is downloaded and no request leaves for the network. */
export function secureSession(
  session: HostSession,
  devTools: boolean,
  isOurs: (url: string) => boolean = (url) => mayLoad(url, devTools),
): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.setBluetoothPairingHandler((_details, callback) => callback({ confirmed: false }));
  session.on('select-hid-device', answerWith());
  session.on('select-serial-port', answerWith(''));
  session.on('select-usb-device', answerWith());
  session.on('select-webauthn-account', answerWith());
  session.on('file-system-access-restricted', answerWith('deny'));
  // Chromium fetches its dictionaries from the network.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOurs(url) }));
}

/** The session of our window. It must exist before the window does: the cache option has no effect on an existing session. */
export function openSession(session: ElectronApi['session'], devTools: boolean): HostSession {
  const own = session.fromPartition(PARTITION, { cache: false });
  secureSession(own, devTools);
  return own;
}

/**
 * For every web contents, of whatever kind: it stays where main put it and opens nothing. `onLink` is told where a link that wanted
 * a window of its own was going.
 */
export function confineContents(contents: HostContents, onLink: (url: string) => void): void {
  const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
  // Only navigations that the page begins come here; loadURL by main does not.
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.on('select-bluetooth-device', answerWith(''));
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
}
