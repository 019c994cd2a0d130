import type { BrowserWindowConstructorOptions } from 'electron';
import type { LaidOutBook, RenderPdf } from '../features/exports/book/write-book.ts';
import { BOOK_URL, SCHEME } from './addresses.ts';
import type { ElectronApi, HostSession } from './electron-api.ts';
import { securityHeaders } from './security-headers.ts';
import { secureSession } from './session-security.ts';
import { HARDENED_PAGE } from './hardened-page.ts';

/** Without `persist:` it lives in memory. Not the window's own: a book and the page cannot reach each other. */
export const BOOK_PARTITION = 'daygrove-book';

/** Milliseconds after which a book that is still being laid out is given up. */
export const PRINT_DEADLINE = 10 * 60_000;

/** Like the page's own, but for what may be asked for: the book is a document and runs nothing. */
const POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function bookWindowOptions(devTools: boolean): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: {
      partition: BOOK_PARTITION,
      javascript: false,
      ...HARDENED_PAGE,
      devTools,
    },
  };
}

function answer(status: number, type: string, body: Uint8Array): Response {
  const headers = { ...securityHeaders, 'Content-Security-Policy': POLICY, 'Content-Type': type };
  return new Response(new Uint8Array(body), { status, headers });
}

/** What the hidden window asks for, from memory; everything that is no part of the present book is refused. */
export function createBookProtocol(
  present: () => LaidOutBook | null,
): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  const refuse = (status: number): Response => answer(status, 'text/plain; charset=utf-8', new Uint8Array());
  return async ({ url, method }) => {
    const book = present();
    if (method !== 'GET') return refuse(405);
    if (book === null || !url.startsWith(BOOK_URL)) return refuse(404);
    if (url === BOOK_URL) return answer(200, 'text/html; charset=utf-8', book.html);
    const picture = await book.picture(url.slice(BOOK_URL.length));
    return picture === null ? refuse(404) : answer(200, picture.type, picture.bytes);
  };
}

/**
 * Prints books in a hidden window without scripts, without a network and without a file: its document comes from this process's memory over our own scheme, and the
 * PDF comes back into it.
 */
export function createPdfRenderer(
  { BrowserWindow, session }: Pick<ElectronApi, 'BrowserWindow' | 'session'>,
  { devTools }: { readonly devTools: boolean },
): RenderPdf {
  let current: LaidOutBook | null = null;
  let failure: unknown = null;
  let prepared: HostSession | null = null;

  /** Before the first window: the session's options have no effect on one that exists. */
  const prepare = (): void => {
    if (prepared !== null) return;
    prepared = session.fromPartition(BOOK_PARTITION, { cache: false });
    secureSession(prepared, devTools, (url) => url.startsWith(BOOK_URL));
    const protocol = createBookProtocol(() => current);
    prepared.protocol.handle(SCHEME, async (request) => {
      try {
        return await protocol(request);
      } catch (error) {
        failure ??= error;
        return new Response(null, { status: 500 });
      }
    });
  };

  return async (book, signal) => {
    signal.throwIfAborted();
    prepare();
    const window = new BrowserWindow(bookWindowOptions(devTools));
    const { promise: stopped, reject } = Promise.withResolvers<never>();
    // Only of interest where the printing itself has not ended.
    stopped.catch(() => {});
    const onAbort = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort);
    const deadline = setTimeout(() => reject(new Error('The book was not laid out in time.')), PRINT_DEADLINE);
    window.webContents.on('render-process-gone', () => reject(new Error('The book’s renderer has ended.')));
    current = book;
    failure = null;
    try {
      await Promise.race([window.webContents.loadURL(BOOK_URL), stopped]);
      const pdf = await Promise.race([
        window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
        stopped,
      ]);
      // A picture that could not be read is a source that failed, and the book with it.
      if (failure !== null) throw failure;
      return pdf;
    } finally {
      current = null;
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
