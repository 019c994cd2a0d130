import type { Readable, Writable } from 'node:stream';

type Params = Readonly<Record<string, unknown>>;

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** Chromium's DevTools protocol over two pipes: no port that somebody else could reach. */
export class DevtoolsPipe {
  readonly #input: Writable;
  readonly #waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  readonly #listeners = new Map<string, (params: Params) => void>();
  #nextId = 1;
  #failure: Error | null = null;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    let pieces: Buffer[] = [];
    output.on('data', (bytes: Buffer) => {
      let start = 0;
      for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
        pieces.push(bytes.subarray(start, end));
        const message = Buffer.concat(pieces).toString('utf8');
        pieces = [];
        start = end + 1;
        this.#receive(JSON.parse(message) as Answer);
      }
      if (start < bytes.byteLength) pieces.push(bytes.subarray(start));
    });
    const fail = (): void => this.end(new Error('The browser has ended.'));
    for (const stream of [input, output]) stream.on('error', fail);
    output.on('close', fail);
  }

  /** @throws Error where the browser refuses it, or ends */
  send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#input.write(
        `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
      );
    });
  }

  /** One listener an event. */
  on(event: string, listener: (params: Params) => void): void {
    this.#listeners.set(event, listener);
  }

  once(event: string): Promise<Params> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) reject(this.#failure);
      // Ended with everything else that waits.
      const id = -this.#nextId;
      this.#nextId += 1;
      this.#waiting.set(id, { resolve, reject });
      this.on(event, (params) => {
        this.#waiting.delete(id);
        resolve(params);
      });
    });
  }

  /** Whatever waits fails with this. */
  end(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
  }

  #receive({ id, method, params = {}, result = {}, error }: Answer): void {
    if (id === undefined) {
      this.#listeners.get(method ?? '')?.(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}
