import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CAPTURE_HOST, CURTAIN_HOST, PAGE_HOST, SCHEME } from './addresses.ts';
import type { ElectronApi, HostSession } from './electron-api.ts';
import { securityHeaders } from './security-headers.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Without a colour of its own: the window's shows through. */
const CURTAIN_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Daygrove</title></head><body></body></html>';

/** Path in an address (`/assets/index.js`) to path on the disk. */
export type ServedFiles = ReadonlyMap<string, string>;

/**
 * Lists what may be served, once, at the start. Links are left out: they lead anywhere. Throws when the renderer is not built.
 * Folder by folder, because Electron's `fs` does not promise `recursive` inside an asar archive.
 */
export function listServedFiles(rendererDirectory: string): ServedFiles {
  const files = new Map<string, string>();
  const list = (directory: string, address: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) list(path, `${address}${entry.name}/`);
      else if (entry.isFile()) files.set(`${address}${entry.name}`, path);
    }
  };
  list(rendererDirectory, '/');
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('The renderer is not built.');
  files.set('/', index);
  return files;
}

function answer(status: number, type: string, body: Uint8Array<ArrayBuffer> | string): Response {
  return new Response(body, { status, headers: { ...securityHeaders, 'Content-Type': type } });
}

const refuse = (status: number): Response => answer(status, 'text/plain; charset=utf-8', '');

/**
 * Answers requests of the `app:` scheme. The path of a request is looked up in the list and never becomes a path on the disk, so no
 * spelling of `..`, of a separator, a drive or a stream leads out of the renderer's folder.
 */
export function createAppProtocol(files: ServedFiles): (request: Pick<Request, 'url' | 'method'>) => Response {
  return ({ url, method }) => {
    if (method !== 'GET') return refuse(405);
    let path: string;
    let address: URL;
    try {
      address = new URL(url);
      path = decodeURIComponent(address.pathname);
    } catch {
      return refuse(400);
    }
    if (address.protocol !== `${SCHEME}:` || address.username !== '' || address.password !== '') return refuse(404);
    if (address.host === CURTAIN_HOST && path === '/') return answer(200, MIME_TYPES['.html'] ?? '', CURTAIN_PAGE);
    // What the pages share, and not the journal's page: nothing of it belongs there.
    const isSmall = address.host === CAPTURE_HOST && path !== '/' && path !== '/index.html';
    const file = address.host === PAGE_HOST || isSmall ? files.get(path) : undefined;
    if (file === undefined) return refuse(404);
    try {
      return answer(200, MIME_TYPES[extname(file)] ?? 'application/octet-stream', new Uint8Array(readFileSync(file)));
    } catch {
      return refuse(404);
    }
  };
}

/** Must run before Electron is ready. No fetch, no service worker, no way around the CSP: the page needs none of them. */
export function registerAppScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

export function serveRenderer(session: Pick<HostSession, 'protocol'>, rendererDirectory: string): void {
  session.protocol.handle(SCHEME, createAppProtocol(listServedFiles(rendererDirectory)));
}
