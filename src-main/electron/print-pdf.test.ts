import { beforeEach, describe, expect, it } from 'vitest';
import type { LaidOutBook } from '../features/exports/book/write-book.ts';
import { BOOK_PARTITION, bookWindowOptions, createBookProtocol, createPdfRenderer } from './print-pdf.ts';
import { PARTITION } from './session-security.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

const encoder = new TextEncoder();
const picture = { bytes: encoder.encode('a picture'), type: 'image/png' };
const book: LaidOutBook = {
  html: encoder.encode('<!doctype html><p>A day.</p>'),
  picture: async (address) => (address === 'media/1' ? picture : null),
};

let electron: RecordingElectron;
let abort: AbortController;
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
beforeEach(() => {
  electron = new RecordingElectron();
  abort = new AbortController();
});

describe('the window that lays a book out', () => {
  it('is never seen, runs nothing, and is of a session of its own that lives in memory', async () => {
    await createPdfRenderer(electron, { devTools: false })(book, abort.signal);
    const [window] = electron.windows;
    expect(window!.options).toEqual(bookWindowOptions(false));
    expect(window!.options).toMatchObject({
      show: false,
      webPreferences: {
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        devTools: false,
      },
    });
    expect(window!.options.webPreferences).not.toHaveProperty('preload');
    const [session] = electron.sessions;
    expect([session!.partition, session!.options]).toEqual([BOOK_PARTITION, { cache: false }]);
    expect(BOOK_PARTITION).not.toBe(PARTITION);
    expect(BOOK_PARTITION).not.toMatch(/^persist:/u);
    for (const url of ['app://book/', 'app://book/media/1']) expect([url, session!.lets(url)]).toEqual([url, true]);
    for (const url of [
      'app://daygrove/',
      'https://example.com/',
      'file:///etc/passwd',
      'app://bookx/',
      'data:text/html,x',
    ])
      expect([url, session!.lets(url)]).toEqual([url, false]);
    expect(session!.permissionCheck?.()).toBe(false);
    expect(session!.emitCancellable('will-download')).toBe(true);
  });

  it('prints with the pages that the book says, and is gone', async () => {
    const render = createPdfRenderer(electron, { devTools: false });
    expect(Buffer.from(await render(book, abort.signal)).toString()).toBe('%PDF');
    const [window] = electron.windows;
    expect(window!.webContents.loaded).toEqual(['app://book/']);
    expect(window!.webContents.printed).toMatchObject([{ preferCSSPageSize: true, generateDocumentOutline: true }]);
    expect(window!.destroyed).toBe(true);
    // A second book is printed in the same session.
    await render(book, abort.signal);
    expect(electron.sessions).toHaveLength(1);
    expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, true]);
  });

  it('answers what the book holds from memory, while it is printed and no longer', async () => {
    const render = createPdfRenderer(electron, { devTools: false });
    const seen: [number, string, string | null][] = [];
    const ask = async (url: string, method = 'GET'): Promise<void> => {
      const response = await electron.sessions[0]!.handlers.get('app')!({ url, method });
      seen.push([response.status, await response.text(), response.headers.get('Content-Security-Policy')]);
    };
    const work = render(book, abort.signal);
    const { promise: isAsked, resolve } = Promise.withResolvers<void>();
    electron.windows[0]!.webContents.onPrint = () => isAsked.then(() => new Uint8Array());
    await ask('app://book/');
    await ask('app://book/media/1');
    await ask('app://book/media/2');
    await ask('app://book/', 'POST');
    resolve();
    await work;
    await ask('app://book/');
    expect(seen.map(([status, text]) => [status, text])).toEqual([
      [200, '<!doctype html><p>A day.</p>'],
      [200, 'a picture'],
      [404, ''],
      [405, ''],
      [404, ''],
    ]);
    for (const [, , policy] of seen)
      expect(policy).toMatch(/^default-src 'none'; img-src 'self'; style-src 'unsafe-inline';/u);
  });

  it('is gone at once where it is cancelled, however far it is', async () => {
    const render = createPdfRenderer(electron, { devTools: false });
    const work = render(book, abort.signal);
    electron.windows[0]!.webContents.onPrint = () => new Promise(() => {});
    await settled();
    abort.abort(new Error('cancelled'));
    await expect(work).rejects.toThrow('cancelled');
    expect(electron.windows[0]!.destroyed).toBe(true);
    await expect(render(book, abort.signal)).rejects.toThrow('cancelled');
    expect(electron.windows).toHaveLength(1);
  });

  it('fails where its renderer ends, or a picture cannot be read', async () => {
    const render = createPdfRenderer(electron, { devTools: false });
    const work = render(book, abort.signal);
    electron.windows[0]!.webContents.onPrint = () => new Promise(() => {});
    await settled();
    electron.windows[0]!.webContents.emit('render-process-gone');
    await expect(work).rejects.toThrow('renderer has ended');

    const broken: LaidOutBook = { ...book, picture: () => Promise.reject(new Error('storage stopped')) };
    const second = render(broken, abort.signal);
    electron.windows[1]!.webContents.onPrint = async () => {
      const response = await electron.sessions[0]!.handlers.get('app')!({ url: 'app://book/media/1', method: 'GET' });
      expect(response.status).toBe(500);
      return new Uint8Array();
    };
    await expect(second).rejects.toThrow('storage stopped');
    expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true, true]);
  });
});

it('serves nothing where no book is printed', async () => {
  const response = await createBookProtocol(() => null)({ url: 'app://book/', method: 'GET' });
  expect(response.status).toBe(404);
});
