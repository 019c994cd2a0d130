import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Bridge } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import { createSocketBridge } from './bridge-client.ts';
import type { BridgeEnd } from './bridge-client.ts';
import { readPageFiles } from './page-files.ts';
import { startServer } from './server.ts';
import type { HostServer } from './server.ts';
import { createStubApp } from './stub-app.ts';
import { CAPTURE_SOCKET_PATH, INNER_FRAME_SOCKET_PATH, MAX_FRAME_BYTES, SOCKET_PATH, encodeFrame } from './wire.ts';

const OUTSIDE = 'this stands beside the page, not in it';
const endNothing = (): Promise<void> => Promise.resolve();
let folder: string;
let server: HostServer;
let stub: ReturnType<typeof createStubApp>;
let answerLater: ((result: Result<unknown>) => void)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-server-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'renderer', 'index.html'),
    '<head><script type="module" src="./assets/index.js"></script></head>',
  );
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js'), 'export {}');
  writeFileSync(join(folder, 'bridge.js'), 'bridge');
  writeFileSync(join(folder, 'secret.txt'), OUTSIDE);
  answerLater = [];
  stub = createStubApp((_caller, channel, payload) => {
    if (channel === 'later') return new Promise((resolve) => answerLater.push(resolve));
    return Promise.resolve({ ok: true, value: payload });
  });
  server = await startServer(stub.app, readPageFiles(join(folder, 'renderer'), join(folder, 'bridge.js')));
});
afterEach(async () => {
  await server.close(endNothing, 1000);
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** With node:http, not fetch: fetch writes Host and Origin itself and tidies the path. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const call = request({ hostname, port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    call.on('error', reject);
    call.end();
  });
}

async function enter(): Promise<string> {
  const { headers } = await get(server.entryUrl.slice(server.origin.length));
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

function openSocket(headers: Record<string, string>, path = SOCKET_PATH): WebSocket {
  return new WebSocket(server.origin.replace('http', 'ws') + path, { headers, maxPayload: 0 });
}

async function refusal(headers: Record<string, string>, path = SOCKET_PATH): Promise<number | undefined> {
  const socket = openSocket(headers, path);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
  socket.on('error', () => {});
  socket.terminate();
  return response.statusCode;
}

interface OpenBridge {
  readonly bridge: Bridge;
  readonly socket: WebSocket;
  readonly ended: Promise<BridgeEnd>;
}

async function openBridge(path = SOCKET_PATH, cookie: string | null = null): Promise<OpenBridge> {
  const socket = openSocket({ cookie: cookie ?? (await enter()), origin: server.origin }, path);
  socket.binaryType = 'arraybuffer';
  let end = (_why: BridgeEnd): void => {};
  const ended = new Promise<BridgeEnd>((resolve) => (end = resolve));
  const bridge = createSocketBridge(
    {
      send: (bytes) => socket.send(bytes),
      onOpen: (listener) => void socket.on('open', listener),
      onMessage: (listener) => void socket.on('message', (data) => listener(data as ArrayBuffer)),
      onClose: (listener) => void socket.on('close', listener),
    },
    end,
  );
  return { bridge, socket, ended };
}

describe('the way in', () => {
  it('takes the token once, for a cookie that no script reads and no other site sends', async () => {
    const path = server.entryUrl.slice(server.origin.length);
    const first = await get(path);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await get(path)).status).toBe(403);
    expect((await get('/enter?token=')).status).toBe(403);
    expect((await get('/enter')).status).toBe(403);
  });

  it('does not redirect who comes from another page: the browser would keep the cookie back', async () => {
    const path = server.entryUrl.slice(server.origin.length);
    const { status, headers, body } = await get(path, { 'sec-fetch-site': 'cross-site' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain('<meta http-equiv="refresh" content="0;url=/">');
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    expect((await get('/', { cookie })).status).toBe(200);
    expect((await get(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is closed without the cookie, for the page and for every file', async () => {
    for (const path of ['/', '/assets/index.js', '/browser-bridge.js', '/nothing']) {
      expect((await get(path)).status).toBe(403);
      expect((await get(path, { cookie: 'daygrove=1' })).status).toBe(403);
    }
  });

  it('is closed to another name for this machine (DNS rebinding)', async () => {
    const cookie = await enter();
    const { port } = new URL(server.origin);
    for (const host of ['diary.example', `localhost:${port}`, `diary.example:${port}`, '127.0.0.1', '[::1]']) {
      expect((await get('/', { host, cookie })).status).toBe(403);
    }
    expect((await get('/', { cookie })).status).toBe(200);
  });

  it('is closed to another origin', async () => {
    const cookie = await enter();
    for (const origin of [
      'https://diary.example',
      'null',
      server.origin.replace('127.0.0.1', 'localhost'),
      `${server.origin}0`,
    ]) {
      expect((await get('/', { origin, cookie })).status).toBe(403);
    }
    expect((await get('/', { origin: server.origin, cookie })).status).toBe(200);
  });

  it('is open for reading only', async () => {
    const cookie = await enter();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect((await get('/', { cookie }, method)).status).toBe(405);
    }
    expect(await get('/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  it('listens on the loopback address only', () => {
    expect(new URL(server.origin).hostname).toBe('127.0.0.1');
  });
});

describe('what is served', () => {
  it('is the page with the bridge, never kept, under the product’s policy and our own socket', async () => {
    const { port } = new URL(server.origin);
    const { status, headers, body } = await get('/', { cookie: await enter() });
    expect(status).toBe(200);
    expect(body).toContain('<script src="/browser-bridge.js"></script><script type="module"');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
        `connect-src ws://127.0.0.1:${port}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('carries the same headers when it is a refusal', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
  });

  it('never leads out of the folder, however the path is spelt', async () => {
    const cookie = await enter();
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '..%5c',
      '\\..',
      '..\\',
      '%c0%ae%c0%ae',
      '%252e%252e',
      '',
      'assets',
      'secret.txt',
      'renderer',
      'bridge.js',
      '%00',
      'index.html',
      ';',
      '?',
      '#',
      'C:',
      '~',
      'etc',
      'passwd',
      '//',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 7 }),
        fc.constantFrom('/', '//', '/\\', '/%2f'),
        async (pieces, start) => {
          const path = start + pieces.join('/').replaceAll('#', '%23');
          const { status, body } = await get(path, { cookie });
          expect([200, 400, 403, 404]).toContain(status);
          expect(body).not.toContain(OUTSIDE);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('answers a broken request and goes on', async () => {
    const { hostname, port } = new URL(server.origin);
    const stream = connect(Number(port), hostname);
    stream.end('GET http://[ HTTP/1.1\r\nHost: \r\n\r\n');
    stream.resume();
    await once(stream, 'close');
    expect((await get('/', { cookie: await enter() })).status).toBe(200);
  });

  it('is there also when its files are not any more', async () => {
    const cookie = await enter();
    rmSync(join(folder, 'renderer'), { recursive: true });
    expect(await get('/assets/index.js', { cookie })).toMatchObject({ status: 200, body: 'export {}' });
  });

  it('is not put inside another page', async () => {
    const cookie = await enter();
    for (const destination of ['iframe', 'frame', 'embed', 'object']) {
      expect((await get('/', { cookie, 'sec-fetch-dest': destination })).status).toBe(403);
    }
  });
});

describe('the socket', () => {
  it('opens only for our page with our cookie', async () => {
    const cookie = await enter();
    const { origin } = server;
    expect(await refusal({ origin })).toBe(403);
    expect(await refusal({ origin, cookie: 'daygrove=1' })).toBe(403);
    expect(await refusal({ cookie })).toBe(403);
    expect(await refusal({ cookie, origin: 'https://diary.example' })).toBe(403);
    expect(await refusal({ cookie, origin: 'null' })).toBe(403);
    expect(await refusal({ cookie, origin, host: 'diary.example' })).toBe(403);
    expect(await refusal({ cookie, origin }, '/')).toBe(403);
    expect(stub.calls).toEqual([]);
    const socket = openSocket({ cookie, origin });
    await once(socket, 'open');
    socket.close();
  });

  it('is refused to programs that reset the connection, and the host goes on', async () => {
    const { hostname, port } = new URL(server.origin);
    const upgrade =
      `GET ${SOCKET_PATH} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';
    const reset = (text: string): Promise<unknown> => {
      const stream = connect(Number(port), hostname);
      stream.on('error', () => {});
      stream.on('connect', () => stream.write(text, () => stream.resetAndDestroy()));
      return once(stream, 'close');
    };
    const texts = [
      upgrade,
      upgrade + 'x'.repeat(100_000),
      upgrade.replace('/socket', '/'),
      'GET / HT',
      'x'.repeat(100_000),
    ];
    for (let round = 0; round < 40; round += 1) await Promise.all(texts.map(reset));
    expect((await get('/', { cookie: await enter() })).status).toBe(200);
  });

  it('that was refused is closed, whether or not the other side closes it', async () => {
    const { hostname, port } = new URL(server.origin);
    const stream = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    stream.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    stream.resume();
    await once(stream, 'end');
    const push = (): void => void stream.write('x', (error) => (error ? undefined : setImmediate(push)));
    push();
    // Nobody is left on the other side who would take it.
    await expect(once(stream, 'close')).rejects.toThrow(/EPIPE|ECONNRESET/);
  });

  it('carries calls to the app as the main frame of our origin, and bytes as bytes', async () => {
    const { bridge } = await openBridge();
    const payload = { bytes: new Uint8Array([0, 255, 7]), text: 'ä 漢 🌱', none: null };
    expect(await bridge.invoke('imports.append', payload)).toEqual({ ok: true, value: payload });
    expect(stub.calls).toEqual([
      [{ origin: server.origin, isMainFrame: true, page: 'main' }, 'imports.append', payload],
    ]);
  });

  it('tells the app when it is an inner frame that calls, and tells that frame nothing', async () => {
    const { bridge, socket } = await openBridge(INNER_FRAME_SOCKET_PATH);
    await bridge.invoke('app.info', {});
    expect(stub.calls).toEqual([[{ origin: server.origin, isMainFrame: false, page: 'main' }, 'app.info', {}]]);
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(data));
    stub.emit('vault.state', { state: 'locked' });
    await bridge.invoke('app.info', {});
    expect(heard).toHaveLength(1);
  });

  it('tells the app when it is the page of quick capture that calls, which hears nothing and takes over from nobody', async () => {
    const cookie = await enter();
    const main = await openBridge(SOCKET_PATH, cookie);
    await main.bridge.invoke('app.info', {});
    const { bridge, socket } = await openBridge(CAPTURE_SOCKET_PATH, cookie);
    await bridge.invoke('capture.state', {});
    expect(stub.calls.at(-1)?.[0]).toEqual({ origin: server.origin, isMainFrame: true, page: 'capture' });
    const heard: unknown[] = [];
    socket.on('message', (data) => heard.push(data));
    stub.emit('vault.state', { state: 'locked' });
    await bridge.invoke('capture.state', {});
    expect(heard).toHaveLength(1);
    expect(await main.bridge.invoke('app.info', {})).toMatchObject({ ok: true });
    expect(await refusal({ cookie: 'daygrove-1=x', origin: server.origin }, CAPTURE_SOCKET_PATH)).toBe(403);
    expect(await refusal({ cookie, origin: 'https://example.org' }, CAPTURE_SOCKET_PATH)).toBe(403);
  });

  it('carries events to the page', async () => {
    const { bridge } = await openBridge();
    await bridge.invoke('app.info', {});
    const heard = new Promise((resolve) => bridge.on('data.changed', resolve));
    stub.emit('data.changed', { domains: ['entries'] });
    expect(await heard).toEqual({ domains: ['entries'] });
  });

  it('lets a payload beyond the contract’s limit through to the router, which says why', async () => {
    const { bridge } = await openBridge();
    const bytes = new Uint8Array(9 * 1024 * 1024);
    expect((await bridge.invoke('imports.append', { bytes })).ok).toBe(true);
    expect(stub.calls).toHaveLength(1);
  });

  it('is closed by a frame that no bridge of ours would send, and the host goes on', async () => {
    const cookie = await enter();
    const headers = { cookie, origin: server.origin };
    const closeCodeFor = async (data: Uint8Array | string): Promise<number> => {
      const socket = openSocket(headers);
      await once(socket, 'open');
      socket.send(data);
      const [code] = (await once(socket, 'close')) as [number];
      return code;
    };
    expect(await closeCodeFor('["text"]')).toBe(1007);
    expect(await closeCodeFor(new Uint8Array([0xc1]))).toBe(1007);
    expect(await closeCodeFor(encodeFrame(['answer', 1, { ok: true, value: 1 }]))).toBe(1007);
    // {"__proto__": 1}
    expect(await closeCodeFor(new Uint8Array([0x93, 1, 0xa1, 97, 0x81, 0xa9, ...Buffer.from('__proto__'), 1]))).toBe(
      1007,
    );
    expect(await closeCodeFor(new Uint8Array(MAX_FRAME_BYTES + 1))).toBe(1009);
    expect(stub.calls).toEqual([]);
    expect((await get('/', { cookie })).status).toBe(200);
  });

  it('survives every sequence of bytes', async () => {
    const cookie = await enter();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
        const socket = openSocket({ cookie, origin: server.origin });
        await once(socket, 'open');
        socket.send(bytes);
        socket.close();
        await once(socket, 'close');
      }),
      { numRuns: 200 },
    );
    expect((await get('/', { cookie })).status).toBe(200);
  });

  it('answers internal when the answer cannot be carried', async () => {
    const odd = createStubApp(() => Promise.resolve({ ok: true, value: () => {} }));
    await server.close(endNothing, 1000);
    server = await startServer(odd.app, readPageFiles(join(folder, 'renderer'), join(folder, 'bridge.js')));
    const { bridge } = await openBridge();
    expect(await bridge.invoke('app.info', {})).toEqual({ ok: false, error: { code: 'internal' } });
  });

  it('answers internal when the app itself fails', async () => {
    const failing = createStubApp(() => Promise.reject(new Error('a bug')));
    await server.close(endNothing, 1000);
    server = await startServer(failing.app, readPageFiles(join(folder, 'renderer'), join(folder, 'bridge.js')));
    const { bridge } = await openBridge();
    expect(await bridge.invoke('app.info', {})).toEqual({ ok: false, error: { code: 'internal' } });
  });
});

describe('a newer page of the session', () => {
  it('takes over when the page before it has written what was being typed', async () => {
    const cookie = await enter();
    const first = await openBridge(SOCKET_PATH, cookie);
    first.bridge.on('app.flush', () => {
      void first.bridge.invoke('entries.write', {}).then(() => first.bridge.invoke('app.flushed', {}));
    });
    await first.bridge.invoke('app.info', {});
    const second = await openBridge(SOCKET_PATH, cookie);
    await second.bridge.invoke('entries.on-day', {});
    expect(await first.ended).toBe('open-elsewhere');
    // The app asked for no flush and hears of none.
    expect(stub.calls.map(([, channel]) => channel)).toEqual(['app.info', 'entries.write', 'entries.on-day']);
    expect(await first.bridge.invoke('entries.write', {})).toEqual({ ok: false, error: { code: 'internal' } });
    const heard = new Promise((resolve) => second.bridge.on('data.changed', resolve));
    stub.emit('data.changed', { domains: ['entries'] });
    expect(await heard).toEqual({ domains: ['entries'] });
  });

  it('does not wait for a page that says nothing, and takes nothing from it any more', async () => {
    const cookie = await enter();
    const first = await openBridge(SOCKET_PATH, cookie);
    await first.bridge.invoke('app.info', {});
    // It does not read either: it never learns that it is closed.
    first.socket.pause();
    const second = await openBridge(SOCKET_PATH, cookie);
    await second.bridge.invoke('second', {});
    first.socket.send(encodeFrame([99, 'late', {}]));
    for (let count = 0; count < 20; count += 1) await second.bridge.invoke('second', {});
    expect(stub.calls.map(([, channel]) => channel)).not.toContain('late');
    first.socket.terminate();
  });

  it('is the last of many that open at once', async () => {
    const cookie = await enter();
    const pages = await Promise.all(Array.from({ length: 4 }, () => openBridge(SOCKET_PATH, cookie)));
    for (const { bridge } of pages) bridge.on('app.flush', () => void bridge.invoke('app.flushed', {}));
    const ends: BridgeEnd[] = [];
    for (const { ended } of pages) void ended.then((why) => ends.push(why));
    await vi.waitFor(() => expect(ends).toHaveLength(3), { timeout: 10_000 });
    expect(ends).toEqual(['open-elsewhere', 'open-elsewhere', 'open-elsewhere']);
    expect(pages.filter(({ socket }) => socket.readyState === WebSocket.OPEN)).toHaveLength(1);
  });

  it('is none in an inner frame', async () => {
    const cookie = await enter();
    const { bridge } = await openBridge(SOCKET_PATH, cookie);
    const inner = await openBridge(INNER_FRAME_SOCKET_PATH, cookie);
    await inner.bridge.invoke('app.info', {});
    expect((await bridge.invoke('app.info', {})).ok).toBe(true);
  });
});

describe('the end of the host', () => {
  it('waits for calls that came in, then ends the app, then tells the page', async () => {
    const { bridge, ended } = await openBridge();
    const order: string[] = [];
    void ended.then(() => order.push('page'));
    const waiting = bridge.invoke('later', {});
    while (answerLater.length === 0) await bridge.invoke('app.info', {});
    const closing = server.close(async () => {
      order.push('app');
      // The page writes down what is being typed, and is answered.
      expect(await bridge.invoke('entries.write', {})).toEqual({ ok: true, value: {} });
      order.push('written');
    }, 60_000);
    expect(order).toEqual([]);
    answerLater.pop()?.({ ok: true, value: 'last' });
    expect(await waiting).toEqual({ ok: true, value: 'last' });
    await closing;
    await ended;
    expect(order).toEqual(['app', 'written', 'page']);
    expect(await bridge.invoke('app.info', {})).toEqual({ ok: false, error: { code: 'internal' } });
    await expect(get('/')).rejects.toThrow('ECONNREFUSED');
  });

  it('lets pages hear only that they shall write down what is being typed', async () => {
    const { bridge } = await openBridge();
    await bridge.invoke('app.info', {});
    const heard: string[] = [];
    for (const event of ['vault.state', 'app.flush']) bridge.on(event, () => heard.push(event));
    await server.close(async () => {
      stub.emit('app.flush', {});
      stub.emit('vault.state', { state: 'locked' });
      await bridge.invoke('app.flushed', {});
    }, 60_000);
    expect(heard).toEqual(['app.flush']);
  });

  it('does not wait for ever', async () => {
    const { bridge } = await openBridge();
    void bridge.invoke('later', {});
    while (answerLater.length === 0) await bridge.invoke('app.info', {});
    await server.close(endNothing, 50);
    await expect(get('/')).rejects.toThrow('ECONNREFUSED');
    answerLater.pop()?.({ ok: true, value: 1 });
  });
});
