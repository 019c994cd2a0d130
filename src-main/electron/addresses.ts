export const SCHEME = 'app';
export const PAGE_HOST = 'daygrove';
/** The only origin that is answered over IPC. */
export const PAGE_ORIGIN = `${SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;

/**
 * An empty page of another origin. Going there makes Chromium end the renderer that held an unlocked journal: a reload, or any
 * other page of our own origin, would keep the process and its memory.
 */
export const CURTAIN_HOST = 'curtain';
export const CURTAIN_URL = `${SCHEME}://${CURTAIN_HOST}/`;

/** A book while it is being printed, in a session of its own. */
export const BOOK_URL = `${SCHEME}://book/`;
