import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What Chromium 156 asks of its own accord under all the flags that we know of (who is signed in, a list of models). They are left to the product's own rule, by which no name
 * is ever resolved: that they come to nothing is in Chromium's network log. An errand that is not among them is an answer for a person to look at.
 */
const ERRANDS = ['accounts.google.com', 'update.googleapis.com'];

/** A proxy that gives nothing to anybody. Whoever asks it has asked for the network. */
export class DenyingProxy {
  /** Each request in the words of its first line, and the target of each tunnel, which for https is the server's name. */
  readonly asked: string[] = [];
  /** `http://127.0.0.1:PORT` */
  address = '';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(`${String(request.method)} ${String(request.url)}`);
      response.writeHead(403).end();
    });
    this.#server.on('connect', (request, socket) => {
      this.asked.push(`CONNECT ${String(request.url)}`);
      // Whoever asked may have gone by now.
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  }

  static async start(): Promise<DenyingProxy> {
    const proxy = new DenyingProxy();
    await new Promise<void>((settle) => proxy.#server.listen(0, '127.0.0.1', settle));
    proxy.address = `http://127.0.0.1:${String((proxy.#server.address() as AddressInfo).port)}`;
    return proxy;
  }

  /** What Node, and most other programs, are told of a proxy by; not even this machine is left out. */
  get environment(): NodeJS.ProcessEnv {
    const names = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
    return {
      ...Object.fromEntries(names.map((name) => [name, this.address])),
      NO_PROXY: '',
      no_proxy: '',
      NODE_USE_ENV_PROXY: '1',
    };
  }

  /**
   * Chromium's flags of the product, with this proxy in the place of none. Chromium by itself asks no proxy for this machine: that is taken back, but for one address. Names that
   * go to the proxy are not looked for by Chromium, so that the product's rule about them hides none.
   * @param direct HOST:PORT of the only server that is spoken to without the proxy
   */
  chromiumFlags(product: readonly string[], direct: string): string[] {
    return [
      ...product.filter((flag) => flag !== '--no-proxy-server'),
      `--proxy-server=${this.address}`,
      `--proxy-bypass-list=${['<-loopback>', direct, ...ERRANDS].join(';')}`,
    ];
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((settle) => this.#server.close(settle));
  }
}
