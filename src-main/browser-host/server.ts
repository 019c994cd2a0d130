import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { err } from '../../src-shared/result.ts';
import type { App, Caller } from '../host.ts';
import { withTheme } from './page-files.ts';
import type { PageFiles } from './page-files.ts';
import { securityHeaders } from './security-headers.ts';
import { ENTRY_PATH, createSession } from './session.ts';
import type { Session } from './session.ts';
import {
  CAPTURE_SOCKET_PATH,
  INNER_FRAME_SOCKET_PATH,
  MAX_FRAME_BYTES,
  OPEN_ELSEWHERE,
  SOCKET_PATH,
  decodeFrame,
  encodeFrame,
  readCallFrame,
} from './wire.ts';
import type { PageFrame } from './wire.ts';

export interface HostServer {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** The address to open; its token is taken once. */
  readonly entryUrl: string;
  /**
   * Waits for calls that came in, then for `endApp`, then tells every page that the host has ended. Until then pages can still call, and hear
   * one event only: that they shall write down what is being typed. Waits at most `patienceMs` milliseconds for calls and for pages each.
   */
  close(endApp: () => Promise<void>, patienceMs: number): Promise<void>;
}

const ENTERED_HTML =
  '<!doctype html><title>Daygrove</title><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=/">';
const LOOPBACK = '127.0.0.1';
const GOING_AWAY = 1001;
const UNREADABLE = 1007;
/** Milliseconds that a page has to write what is being typed in it, before a newer page takes over. */
const TAKEOVER_PATIENCE_MS = 1000;

/** Serves the page and its socket on a port that the system chooses. Only this machine reaches it, and only with the session. */
export async function startServer(app: App, files: PageFiles): Promise<HostServer> {
  const http = createServer();
  http.listen(0, LOOPBACK);
  await once(http, 'listening');
  // A connection that could not be accepted is not the end of those that are.
  http.on('error', () => {});
  const { port } = http.address() as AddressInfo;
  const host = `${LOOPBACK}:${port}`;
  const origin = `http://${host}`;
  const session = createSession(port, randomBytes);

  http.on('request', (request, response) => answer(request, response, { host, origin, port, session, files, app }));

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  const conversation: Conversation = { app, running: new Set(), ending: false, page: null };
  http.on('upgrade', (request: IncomingMessage, stream: Socket, head: Buffer) => {
    // Whoever reaches the port may reset the connection at any moment; nobody else listens to a stream that is handed to an upgrade.
    stream.on('error', () => {});
    const isMainFrame = request.url === SOCKET_PATH;
    const isCapture = request.url === CAPTURE_SOCKET_PATH;
    const known = isMainFrame || isCapture || request.url === INNER_FRAME_SOCKET_PATH;
    // A page of another site may open a socket to any address; the browser tells whose page it is, and no page can forge that.
    const ours = request.headers.host === host && request.headers.origin === origin;
    if (!known || !ours || !session.holds(request.headers.cookie)) {
      stream.once('finish', () => stream.destroy());
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const page = isCapture ? 'capture' : 'main';
      const talk = converse(conversation, socket, { origin, isMainFrame: isMainFrame || isCapture, page });
      if (isMainFrame) void takeOver(conversation, talk);
      else talk.start();
    });
  });

  return {
    origin,
    entryUrl: origin + session.entryPath,
    async close(endApp, patienceMs) {
      conversation.ending = true;
      await within(patienceMs, Promise.all(conversation.running));
      await endApp();
      http.close();
      const closed = [...sockets.clients].map((socket) => once(socket, 'close'));
      for (const socket of sockets.clients) socket.close(GOING_AWAY);
      await within(patienceMs, Promise.all(closed));
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((settle) => (timer = setTimeout(settle, milliseconds)))]);
  clearTimeout(timer);
}

interface Site {
  readonly host: string;
  readonly origin: string;
  readonly port: number;
  readonly session: Session;
  readonly files: PageFiles;
  readonly app: Pick<App, 'theme' | 'words'>;
}

function answer(request: IncomingMessage, response: ServerResponse, site: Site): void {
  const say = (status: number, text: string, headers: Record<string, string> = {}): void => {
    response.writeHead(status, {
      ...securityHeaders(site.port),
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    });
    response.end(text);
  };
  // A name that somebody pointed at 127.0.0.1 (DNS rebinding) arrives with that name as its Host.
  if (request.headers.host !== site.host) return say(403, 'Wrong host.');
  const { origin } = request.headers;
  if (origin !== undefined && origin !== site.origin) return say(403, 'Wrong origin.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET.', { Allow: 'GET, HEAD' });
  const url = URL.parse(request.url ?? '', site.origin);
  if (url === null) return say(400, 'Unreadable address.');

  if (url.pathname === ENTRY_PATH) {
    const cookie = site.session.enter(url.searchParams.get('token') ?? '');
    if (cookie === null) return say(403, site.app.words.say('tab.usedAddress'));
    // Led here by a page that is not ours (the window's entry file), the browser would keep the strict cookie back all through a redirect.
    // A page of ours that goes on by itself is a new beginning.
    if (request.headers['sec-fetch-site'] === 'cross-site') {
      const type = 'text/html; charset=utf-8';
      return say(200, withTheme(ENTERED_HTML, site.app.theme), { 'Content-Type': type, 'Set-Cookie': cookie });
    }
    return say(303, '', { Location: '/', 'Set-Cookie': cookie });
  }
  if (!site.session.holds(request.headers.cookie)) {
    return say(403, site.app.words.say('tab.noSession'));
  }
  const destination = request.headers['sec-fetch-dest'];
  if (destination === 'iframe' || destination === 'frame' || destination === 'embed' || destination === 'object') {
    return say(403, 'Not inside another page.');
  }
  const file = site.files.get(url.pathname);
  if (file === undefined) return say(404, 'Not found.');
  response.writeHead(200, { ...securityHeaders(site.port), 'Content-Type': file.type });
  if (request.method === 'HEAD') response.end();
  else if (file.type.startsWith('text/html')) response.end(withTheme(file.content.toString('utf8'), site.app.theme));
  else response.end(file.content);
}

interface Conversation {
  readonly app: App;
  /** Calls that are not answered yet. */
  readonly running: Set<Promise<void>>;
  ending: boolean;
  /** The newest page's. */
  page: Talk | null;
}

/** One socket's part in it. */
interface Talk {
  /** From here on its calls are taken, and it hears events. */
  start(): void;
  /** Lets the page write down what is being typed in it, and closes the socket. Settles when nothing more comes from it. */
  retire(): Promise<void>;
}

/** Two pages that edit one entry would write over each other: the newest page gets the session, when the one before it has written. */
async function takeOver(conversation: Conversation, talk: Talk): Promise<void> {
  const before = conversation.page;
  conversation.page = talk;
  await before?.retire();
  talk.start();
}

function converse(conversation: Conversation, socket: WebSocket, caller: Caller): Talk {
  const { app, running } = conversation;
  let unsubscribe = (): void => {};
  let begin = (): void => {};
  const begun = new Promise<void>((settle) => (begin = settle));
  let state: 'open' | 'retiring' | 'retired' = 'open';
  let finish = (): void => {};
  const finished = new Promise<void>((settle) => (finish = settle));

  const send = (frame: PageFrame): void => {
    if (socket.readyState === socket.OPEN) socket.send(encodeFrame(frame));
  };
  socket.pause();
  socket.on('close', () => {
    unsubscribe();
    finish();
  });
  // A frame beyond maxPayload or a broken one: ws closes with the fitting code by itself, and 'close' follows.
  socket.on('error', () => {});
  socket.on('message', (data, isBinary) => {
    let frame;
    try {
      frame = isBinary ? readCallFrame(decodeFrame(data as Buffer)) : null;
    } catch {
      frame = null;
    }
    if (frame === null) {
      socket.close(UNREADABLE);
      return;
    }
    const [id, channel, payload] = frame;
    // It had its time; what still comes would be written over what the newer page writes.
    if (state === 'retired') return;
    // The word is for us: the app did not ask for it.
    if (state === 'retiring' && channel === 'app.flushed') {
      finish();
      return;
    }
    const call = app
      .handle(caller, channel, payload)
      .then((result) => send(['answer', id, result]))
      .catch(() => send(['answer', id, err('internal')]))
      .finally(() => running.delete(call));
    running.add(call);
  });

  return {
    start() {
      begin();
      socket.resume();
      if (!caller.isMainFrame || caller.page !== 'main' || socket.readyState !== socket.OPEN) return;
      unsubscribe = app.onEvent((name, payload) => {
        // A page that hears of the lock shows a lock screen, and it is gone in the next moment.
        if (!conversation.ending || name === 'app.flush') send(['event', name, payload]);
      });
    },
    async retire() {
      await begun;
      state = 'retiring';
      send(['event', 'app.flush', {}]);
      await within(TAKEOVER_PATIENCE_MS, finished);
      state = 'retired';
      unsubscribe();
      socket.close(OPEN_ELSEWHERE);
    },
  };
}
