import { CURTAIN_URL, PAGE_URL } from './addresses.ts';
import type { ElectronApi, HostContents, HostSession } from './electron-api.ts';

/** Without `persist:` it lives in memory: no cookie, storage or cache of the page reaches the disk. */
export const PARTITION = 'daygrove';

/** `devTools` lets the developer tools' own pages load; they do not exist in a package. */
function mayLoad(url: string, devTools: boolean): boolean {
  if (url.startsWith(PAGE_URL) || url.startsWith(`blob:${PAGE_URL}`) || url === CURTAIN_URL) return true;
  return devTools && url.startsWith('devtools://');
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
  contents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
}
