import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Settings } from '../../src-shared/contract/app.ts';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

/** Path in the address (`/assets/index-abc.js`) to what is answered. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const BRIDGE_PATH = '/browser-bridge.js';
/** The page of quick capture: in Electron a window of its own. */
const CAPTURE_PATH = '/capture.html';

/** Puts the bridge before a page's first script. Throws when the page has none: it would stay blank without a word. */
export function withBridgeScript(html: string): string {
  const at = html.indexOf('<script');
  if (at < 0) throw new Error('The built page has no script.');
  return `${html.slice(0, at)}<script src="${BRIDGE_PATH}"></script>${html.slice(at)}`;
}

/**
 * A page in the person's theme from its first byte: before its style sheet is there and before it has asked for the settings it has the right paper, or a dark theme on a
 * light system would begin with white. Electron's windows have a colour of their own for that.
 */
export function withTheme(html: string, theme: Settings['theme']): string {
  if (theme === 'system') return html;
  return html
    .replace('<html ', `<html data-theme="${theme}" `)
    .replace('name="color-scheme" content="light dark"', `name="color-scheme" content="${theme}"`);
}

/**
 * Reads what may be served, once: a build beside a running host must not mix two pages, nor take a file away. A path in a request is
 * looked up here and never becomes a path on the disk, so no spelling of `..` leads out of the folder. Links are left out: they lead
 * anywhere. Throws when the renderer or the bridge is not built.
 */
export function readPageFiles(rendererDirectory: string, bridgeFile: string): PageFiles {
  const files = new Map<string, PageFile>();
  const from = (path: string): PageFile => ({
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    content: readFileSync(path),
  });
  const walk = (folder: string): void => {
    // Not readdir's own recursion: that one follows links to folders.
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.set(`/${relative(rendererDirectory, path).split(sep).join('/')}`, from(path));
    }
  };
  if (existsSync(rendererDirectory)) walk(rendererDirectory);
  const index = files.get('/index.html');
  if (index === undefined) throw new Error('The renderer is not built.');
  const bridged = ({ type, content }: PageFile): PageFile => ({
    type,
    content: Buffer.from(withBridgeScript(content.toString('utf8'))),
  });
  files.delete('/index.html');
  files.set('/', bridged(index));
  const capture = files.get(CAPTURE_PATH);
  if (capture !== undefined) files.set(CAPTURE_PATH, bridged(capture));
  if (!existsSync(bridgeFile)) throw new Error('The bridge is not built.');
  files.set(BRIDGE_PATH, from(bridgeFile));
  return files;
}
