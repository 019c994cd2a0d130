import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * What Electron offers and Daygrove never uses, by its name in the code: an option can be tested by its value, an absence only by reading. Each with the files that
 * may name it.
 */
const NEVER: readonly (readonly [what: RegExp, because: string, but: readonly string[]])[] = [
  [/crashReporter/, 'a crash dump is the memory of a diary, and goes nowhere', []],
  [/desktopCapturer/, 'the screen is nobody’s business', []],
  [/\.executeJavaScript|\.insertCSS|executeJavaScriptInIsolatedWorld/, 'code from text, past the policy', []],
  [/\.openDevTools|\.debugger\b|remote-debugging/, 'a way into the page', ['browser-host/print-pdf.ts']],
  [/\.openPath|showItemInFolder|\.moveItemToTrash/, 'what a file does when it is opened is not ours to say', []],
  [/\.openExternal/, 'one way out, behind one question', ['electron/external-links.ts']],
  [/loadFile\(|['"`]file:\/\//, 'pages come from app:', []],
  [/registerFileProtocol|registerHttpProtocol|interceptProtocol|protocol\.intercept|unhandle\(/, 'one handler of one scheme', []],
  [/bypassCSP|allowServiceWorkers|supportFetchAPI|corsEnabled|allowExtensions|codeCache/, 'privileges that the page has no use for', []],
  [/loadExtension|addBlockedExtension/, 'no extension', []],
  [/ignore-certificate-errors|disable-web-security|disable-site-isolation|allow-file-access/, 'switches that open', []],
  [/no-sandbox/, 'only as root, in development, said aloud', ['electron/start.ts', 'browser-host/chromium-flags.ts']],
  [/ipcMain\.(?:on|once|handleOnce)\(|ipcRenderer\.(?:send|sendSync|sendToHost|postMessage)\(/, 'one invoke, one on', []],
  [/BrowserView\b|WebContentsView|<webview/, 'no page inside of the page', []],
  [/nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true/, 'the opposite of hardened-page.ts', []],
  [/createThumbnailFromPath|addRecentDocument/, 'no name of a file in the system’s lists', []],
  [/child_process.*\bfork\b|\bfork\(.*runAsNode/, 'with the fuse off it would not work', []],
]; // prettier-ignore

const root = resolve(import.meta.dirname, '..');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !/(?:^|\/)testing/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8').replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '') }));

describe('the code of main never', () => {
  it.each(NEVER)('uses %s', (what, _because, but) => {
    const users = sources.filter(({ text }) => what.test(text)).map(({ name }) => name);
    expect(users.toSorted()).toEqual(but.toSorted());
  });

  it('gets Electron by any other way than the entry and the preload', () => {
    const importers = sources.filter(({ text }) => /^import (?!type\b)[^;]*from 'electron'/m.test(text));
    expect(importers.map(({ name }) => name).toSorted()).toEqual(['electron/index.ts', 'electron/preload.ts']);
  });

  it('is read as a whole', () => {
    expect(sources.length).toBeGreaterThan(150);
  });
});
