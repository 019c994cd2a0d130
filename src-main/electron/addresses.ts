import type { PageKind } from '../host.ts';

export const SCHEME = 'app';
export const PAGE_HOST = 'daygrove';
/** The origin of the main page. */
export const PAGE_ORIGIN = `${SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;

/**
 * The small window's page is of another origin: where Chromium has no room for another renderer it puts pages of one origin into one, and the small window, which a lock leaves
 * open, would keep the memory of the journal's page alive.
 */
export const CAPTURE_HOST = 'capture';
export const CAPTURE_ORIGIN = `${SCHEME}://${CAPTURE_HOST}`;

/** The origins that are answered over IPC, each to its own window. */
export function originOf(page: PageKind): string {
  return page === 'capture' ? CAPTURE_ORIGIN : PAGE_ORIGIN;
}

/**
 * An empty page of another origin. Going there makes Chromium end the renderer that held an unlocked journal: a reload, or any
 * other page of our own origin, would keep the process and its memory.
 */
export const CURTAIN_HOST = 'curtain';
export const CURTAIN_URL = `${SCHEME}://${CURTAIN_HOST}/`;

/** A book while it is being printed, in a session of its own. */
export const BOOK_URL = `${SCHEME}://book/`;
