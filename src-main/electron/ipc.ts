import { err } from '../../src-shared/result.ts';
import type { App, Caller } from '../host.ts';
import type { HostContents, HostIpc, InvokeEvent } from './electron-api.ts';
import { PAGE_URL } from './addresses.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './ipc-channels.ts';

const NOBODY: Caller = { origin: 'null', isMainFrame: false };

/**
 * Who sent a message. Anything but a living frame of the web contents `ours`, with our page in it, is nobody: an empty document and a blob have the origin of
 * whoever made them.
 */
export function callerOf(event: InvokeEvent, ours: number): Caller {
  try {
    const frame = event.senderFrame;
    if (frame === null || event.sender.id !== ours || frame.detached || frame.isDestroyed()) return NOBODY;
    if (!frame.url.startsWith(PAGE_URL)) return NOBODY;
    return { origin: frame.origin, isMainFrame: frame.parent === null };
  } catch {
    // The frame went away between two of these questions, and Electron throws.
    return NOBODY;
  }
}

/** The one handler for calls from the page. */
export function answerCalls(ipcMain: HostIpc, contents: Pick<HostContents, 'id'>, app: Pick<App, 'handle'>): void {
  // Read once: the property of a destroyed web contents throws.
  const ours = contents.id;
  ipcMain.handle(INVOKE_CHANNEL, async (event, channel, payload) => {
    const caller = callerOf(event, ours);
    try {
      return await app.handle(caller, channel, payload);
    } catch {
      // Electron would carry the error's message into the page.
      return err('internal');
    }
  });
}

/** Passes the app's events to the page. Returns the function that ends it. */
export function forwardEvents(
  contents: Pick<HostContents, 'isDestroyed' | 'send'>,
  app: Pick<App, 'onEvent'>,
): () => void {
  return app.onEvent((event, payload) => {
    if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event, payload);
  });
}
