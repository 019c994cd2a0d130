/**
 * A test and development server for libSQL's offline sync: the protocol as the README beside this describes it, plain HTTP on 127.0.0.1, one token. What people use is
 * Turso Cloud.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { FRAME_BYTES, SyncStore } from './store.ts';

const MAX_FRAMES = 128;

export type RequestKind = 'info' | 'export' | 'pull' | 'push' | 'other';

export interface SeenRequest {
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** The connection is cut before anything was done. */
  | { readonly kind: 'reset-before' }
  /** It was done; the answer never arrives. */
  | { readonly kind: 'reset-after' }
  /** The answer is cut in the middle. */
  | { readonly kind: 'truncated' }
  /** A complete answer that is half as long as it should be. */
  | { readonly kind: 'short' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'redirect'; readonly location: string }
  /** A sign-in page, with 200. */
  | { readonly kind: 'html' }
  /** The answer names this generation in the place of the true one. */
  | { readonly kind: 'wrong-generation'; readonly generation: number }
  /** The body as a hostile server would give it. */
  | { readonly kind: 'tamper'; readonly body: (honest: Buffer) => Buffer };

export interface SyncServerOptions {
  readonly dir: string;
  readonly token: string;
  /** 0: any that is free. */
  readonly port?: number;
  /** Frames that were sent already: `strict` refuses them, `identical` takes them where they are the same. Which of them Turso Cloud does is not written down anywhere. */
  readonly overlap?: 'strict' | 'identical';
  /** A push to an earlier generation: a 400, or a conflict. */
  readonly oldGeneration?: 'error' | 'conflict';
  /** Rolls over by itself behind so many frames; 0: never. */
  readonly rollOverFrames?: number;
  readonly onRequest?: (request: SeenRequest) => void;
}

interface Held {
  readonly generation: number;
  readonly frames: readonly Buffer[];
}

interface Answer {
  readonly status: number;
  readonly type: 'application/json' | 'application/octet-stream' | 'text/html';
  readonly body: Buffer;
}

export class SyncServer {
  readonly #options: SyncServerOptions;
  readonly #store: SyncStore;
  readonly #http: Server;
  readonly #sockets = new Set<Socket>();
  /** Frames of a transaction whose end has not come yet. */
  readonly #held = new Map<string, Held>();
  #turn: Promise<unknown> = Promise.resolve();
  #token: string;
  /** Asked for each request; null: answer honestly. */
  fault: (request: SeenRequest) => Fault | null = () => null;

  private constructor(options: SyncServerOptions, store: SyncStore) {
    this.#options = options;
    this.#store = store;
    this.#token = options.token;
    this.#http = createServer((request, response) => {
      void this.#serve(request, response).catch(() => request.socket.destroy());
    });
    // A hanging answer must be able to hang.
    this.#http.requestTimeout = 0;
    this.#http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async start(options: SyncServerOptions): Promise<SyncServer> {
    const server = new SyncServer(options, await SyncStore.open(options.dir));
    await server.listen(options.port ?? 0);
    return server;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get generation(): number {
    return this.#store.generation;
  }

  /** Listens; again after `stop`, on the same port if it is given. */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', () => {
        this.#http.off('error', reject);
        resolve();
      });
    });
  }

  /** Refuses connections from here on; nothing is lost. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#http.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async close(): Promise<void> {
    if (this.#http.listening) await this.stop();
    await this.#inTurn(() => this.#store.close());
  }

  changeToken(token: string): void {
    this.#token = token;
  }

  rollOver(): Promise<void> {
    return this.#inTurn(() => this.#store.rollOver());
  }

  /** Everything is gone; the new, empty database begins at `generation`. */
  reset(generation = 1): Promise<void> {
    return this.#inTurn(() => this.#store.reset(generation));
  }

  snapshotTo(folder: string): Promise<void> {
    return this.#inTurn(() => this.#store.snapshotTo(folder));
  }

  /** An older state of this database, or another database. */
  restoreFrom(folder: string): Promise<void> {
    return this.#inTurn(() => this.#store.restoreFrom(folder));
  }

  frames(): Promise<number> {
    return this.#inTurn(async () => (await this.#store.frames()) ?? 0);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of request) {
      bytes += (part as Buffer).byteLength;
      if (bytes > MAX_FRAMES * FRAME_BYTES) {
        send(response, failure(413, 'too many frames'));
        return;
      }
      parts.push(part as Buffer);
    }
    const path = request.url ?? '/';
    const seen: SeenRequest = {
      kind: kindOf(request.method ?? '', path),
      method: request.method ?? '',
      path,
      headers: request.headers,
      body: Buffer.concat(parts),
    };
    this.#options.onRequest?.(seen);
    const fault = this.fault(seen);
    switch (fault?.kind) {
      case 'latency':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        break;
      case 'status':
        send(response, failure(fault.status, fault.body ?? 'as ordered'));
        return;
      case 'reset-before':
        request.socket.destroy();
        return;
      case 'hang':
        return;
      case 'redirect':
        response.writeHead(307, { location: fault.location }).end();
        return;
      case 'html':
        send(response, { status: 200, type: 'text/html', body: SIGN_IN_PAGE });
        return;
    }
    const answer = await this.#inTurn(() => this.#answer(seen));
    switch (fault?.kind) {
      case 'reset-after':
        request.socket.destroy();
        return;
      case 'truncated':
        response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.byteLength });
        response.write(answer.body.subarray(0, Math.floor(answer.body.byteLength / 2)), () => request.socket.destroy());
        return;
      case 'short':
        send(response, { ...answer, body: answer.body.subarray(0, Math.floor(answer.body.byteLength / 2)) });
        return;
      case 'wrong-generation':
        send(response, { ...answer, body: withGeneration(answer, fault.generation) });
        return;
      case 'tamper':
        send(response, { ...answer, body: fault.body(answer.body) });
        return;
    }
    send(response, answer);
  }

  async #answer({ kind, method, path, headers, body }: SeenRequest): Promise<Answer> {
    if (!this.#isAuthorized(headers.authorization)) return failure(401, 'unauthorized');
    // A prefix before the protocol's own path is allowed: clients append to what they were given.
    const [, generationText, startText, endText, baton] = match(path);
    const generation = Number(generationText);
    switch (kind) {
      case 'info':
        return json(200, { current_generation: this.#store.generation });
      case 'export': {
        const base = await this.#store.base(generation);
        return base === null
          ? failure(404, 'no such generation')
          : { status: 200, type: 'application/octet-stream', body: base };
      }
      case 'pull':
        return this.#pull(generation, Number(startText), Number(endText));
      case 'push':
        return this.#push(generation, Number(startText), Number(endText), baton ?? null, body);
      case 'other':
        return failure(404, `no such address: ${method}`);
    }
  }

  async #pull(generation: number, start: number, end: number): Promise<Answer> {
    if (start < 1 || end <= start) return failure(400, 'no such range');
    const count = await this.#store.frames(generation);
    if (count === null) return failure(404, 'no such generation');
    if (start > count) return json(400, { generation: this.#store.generation });
    const body = await this.#store.read(generation, start, Math.min(end, start + MAX_FRAMES));
    return { status: 200, type: 'application/octet-stream', body };
  }

  async #push(generation: number, start: number, end: number, baton: string | null, body: Buffer): Promise<Answer> {
    const count = end - start;
    if (start < 1 || count < 1 || count > MAX_FRAMES || body.byteLength !== count * FRAME_BYTES) {
      return failure(400, 'the body does not hold the frames of the address');
    }
    const current = this.#store.generation;
    const max = (await this.#store.frames(current)) ?? 0;
    if (generation !== current) {
      return this.#options.oldGeneration === 'conflict'
        ? json(200, { status: 'conflict', generation: current, max_frame_no: max })
        : failure(400, `Generation ID mismatch: ${generation}, current ${current}`);
    }
    const held = baton === null ? undefined : this.#held.get(baton);
    if (baton !== null) this.#held.delete(baton);
    const pending = held !== undefined && held.generation === generation ? held.frames : [];
    let frames = Array.from({ length: count }, (_, index) =>
      body.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
    );
    const next = max + pending.length + 1;
    if (start > next) return json(200, { status: 'ok', generation, max_frame_no: max });
    if (start < next) {
      const overlap = await this.#store.read(generation, start, Math.min(end, max + 1));
      const isSame =
        this.#options.overlap === 'identical' &&
        pending.length === 0 &&
        frames
          .slice(0, overlap.byteLength / FRAME_BYTES)
          .every((frame, index) => sameFrame(frame, overlap.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES)));
      if (!isSame) return json(200, { status: 'conflict', generation, max_frame_no: max });
      frames = frames.slice(overlap.byteLength / FRAME_BYTES);
    }
    const all = [...pending, ...frames];
    const whole = all.findLastIndex((frame) => frame.readUInt32BE(4) !== 0) + 1;
    if (whole > 0) await this.#store.append(all.slice(0, whole).map((frame) => Buffer.from(frame)));
    const nextBaton = randomBytes(8).toString('hex');
    if (whole < all.length) {
      this.#held.set(nextBaton, { generation, frames: all.slice(whole).map((frame) => Buffer.from(frame)) });
    }
    const limit = this.#options.rollOverFrames ?? 0;
    if (limit > 0 && whole === all.length && max + whole >= limit) await this.#store.rollOver();
    return json(200, { status: 'ok', generation, max_frame_no: end - 1, baton: nextBaton });
  }

  #isAuthorized(header: string | undefined): boolean {
    const given = Buffer.from(header ?? '');
    const wanted = Buffer.from(`Bearer ${this.#token}`);
    return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => {});
    return result;
  }
}

function match(path: string): (string | undefined)[] {
  const exported = /\/export\/(\d+)$/.exec(path);
  if (exported !== null) return [...exported];
  const synced = /\/sync\/(\d+)\/(\d+)\/(\d+)(?:\/([^/]+))?$/.exec(path);
  return synced === null ? [] : [...synced];
}

function kindOf(method: string, path: string): RequestKind {
  if (method === 'GET' && path.endsWith('/info')) return 'info';
  if (method === 'GET' && /\/export\/\d+$/.test(path)) return 'export';
  if (method === 'GET' && /\/sync\/\d+\/\d+\/\d+$/.test(path)) return 'pull';
  if (method === 'POST' && /\/sync\/\d+\/\d+\/\d+(\/[^/]+)?$/.test(path)) return 'push';
  return 'other';
}

/** Page number, size and page; salts and checksums belong to whoever wrote the frame down. */
function sameFrame(one: Buffer, other: Buffer): boolean {
  return one.subarray(0, 8).equals(other.subarray(0, 8)) && one.subarray(24).equals(other.subarray(24));
}

function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: Buffer.from(JSON.stringify(value)) };
}

function failure(status: number, error: string): Answer {
  return json(status, { error });
}

function withGeneration(answer: Answer, generation: number): Buffer {
  if (answer.type !== 'application/json') return answer.body;
  const value = JSON.parse(answer.body.toString()) as Record<string, unknown>;
  const name = 'current_generation' in value ? 'current_generation' : 'generation';
  return Buffer.from(JSON.stringify({ ...value, [name]: generation }));
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.byteLength }).end(body);
}

/** As long as two frames, the length at which libSQL's client takes a page for frames (libsql-failures.md, H2). */
const SIGN_IN_PAGE = Buffer.from(
  `<!doctype html><title>Hotel Wi-Fi</title><p>Please sign in.</p>`.padEnd(2 * FRAME_BYTES, ' '),
);
