import { err } from '../../src-shared/result.ts';
import type { App, Caller, PageKind } from '../host.ts';
import type { HostContents, HostIpc, InvokeEvent } from './electron-api.ts';
import { originOf } from './addresses.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './ipc-channels.ts';

const NOBODY: Caller = { origin: 'null', isMainFrame: false, page: 'capture' };

/** Our windows, by the ids of their web contents. */
export type Pages = ReadonlyMap<number, PageKind>;

/**
 * Who sent a message. Anything but a living frame of one of our windows, with a page of ours in it, is nobody: an empty document and a blob have the origin of
 * whoever made them.
 */
export function callerOf(event: InvokeEvent, pages: Pages): Caller {
  try {
    const frame = event.senderFrame;
    const page = pages.get(event.sender.id);
    if (frame === null || page === undefined || frame.detached || frame.isDestroyed()) return NOBODY;
    if (!frame.url.startsWith(`${originOf(page)}/`)) return NOBODY;
    return { origin: frame.origin, isMainFrame: frame.parent === null, page };
  } catch {
    // The frame went away between two of these questions, and Electron throws.
    return NOBODY;
  }
}

/** The one handler for calls from all pages. `pages` is read at each call: windows come and go. */
export function answerCalls(ipcMain: HostIpc, pages: Pages, app: Pick<App, 'handle'>): void {
  ipcMain.handle(INVOKE_CHANNEL, async (event, channel, payload) => {
    const caller = callerOf(event, pages);
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
