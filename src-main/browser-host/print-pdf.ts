import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { LaidOutBook } from '../features/exports/book/write-book.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { DevtoolsPipe } from './devtools-pipe.ts';
import { withoutCoreDumps } from './without-core-dumps.ts';

export interface PrintOptions {
  readonly executable: string;
  readonly runningAsRoot: boolean;
  /** Where the browser's own folder is made. Nothing of the book comes there: it is an incognito page's. */
  readonly parentFolder: string;
  readonly signal: AbortSignal;
}

/** A name that no resolver knows. The one request to it is answered from memory, every other fails. */
const ADDRESS = 'https://book.invalid/';

/**
 * Prints a book with a browser without a window, without scripts and without a network, from memory into memory. The PDF comes back in one answer and not as a
 * stream: Chromium keeps its streams in temporary files.
 * @throws Error where the browser ends, or cannot; the signal's reason where it was aborted
 */
export async function printPdf(book: LaidOutBook, options: PrintOptions): Promise<Uint8Array> {
  const { executable, runningAsRoot, parentFolder, signal } = options;
  signal.throwIfAborted();
  const folder = await mkdtemp(join(parentFolder, 'daygrove-print-'));
  const flags = [
    ...chromiumFlags({ runningAsRoot }),
    `--user-data-dir=${folder}`,
    '--headless',
    '--remote-debugging-pipe',
    'about:blank',
  ];
  const [command, parameters] = withoutCoreDumps(executable, flags);
  const browser = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve());
    browser.once('error', () => resolve());
  });
  const pipe = new DevtoolsPipe(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const kill = (): void => void browser.kill('SIGKILL');
  const onAbort = (): void => {
    pipe.end(signal.reason as Error);
    kill();
  };
  signal.addEventListener('abort', onAbort);
  process.once('exit', kill);
  try {
    return await print(pipe, book);
  } finally {
    signal.removeEventListener('abort', onAbort);
    process.off('exit', kill);
    kill();
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function print(pipe: DevtoolsPipe, { html, picture }: LaidOutBook): Promise<Uint8Array> {
  const { browserContextId } = await pipe.send('Target.createBrowserContext');
  const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank', browserContextId });
  const session = (await pipe.send('Target.attachToTarget', { targetId, flatten: true }))['sessionId'] as string;
  const send = (method: string, params: Readonly<Record<string, unknown>> = {}) => pipe.send(method, params, session);
  const answer = async (requestId: string, url: string): Promise<void> => {
    const found = url === ADDRESS ? { bytes: html, type: 'text/html; charset=utf-8' } : await pictureAt(url);
    if (found === null) {
      await send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    const { bytes, type } = found;
    await send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'Content-Type', value: type }],
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    });
  };
  /** One at a time: a browser asks for all of them at once, and each may be large. */
  let turn: Promise<unknown> = Promise.resolve();
  const pictureAt = (url: string): ReturnType<LaidOutBook['picture']> => {
    const next = turn.then(() => (url.startsWith(ADDRESS) ? picture(url.slice(ADDRESS.length)) : null));
    turn = next.catch(() => {});
    return next;
  };
  pipe.on('Fetch.requestPaused', ({ requestId, request }) => {
    answer(requestId as string, (request as { url: string }).url).catch((error: unknown) => {
      // A source that fails fails the book; a request that is gone meanwhile went with the browser.
      pipe.end(error as Error);
    });
  });
  await send('Page.enable');
  await send('Emulation.setScriptExecutionDisabled', { value: true });
  await send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  const loaded = pipe.once('Page.loadEventFired');
  const { errorText } = await send('Page.navigate', { url: ADDRESS });
  if (errorText !== undefined) {
    loaded.catch(() => {});
    throw new Error(`The book did not load: ${String(errorText)}`);
  }
  await loaded;
  const { data } = await send('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsBase64',
  });
  return Buffer.from(data as string, 'base64');
}
