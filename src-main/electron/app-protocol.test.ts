import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol, listServedFiles, registerAppScheme, serveRenderer } from './app-protocol.ts';
import { RecordedSession, RecordingElectron } from './testing/recording-electron.ts';

/** Any code unit, halves of a pair among them. */
const CODE_UNIT = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const SECRET = 'what nobody may read';
let folder: string;
let answer: ReturnType<typeof createAppProtocol>;
const served = {
  '/index.html': '<!doctype html><title>Daygrove</title>',
  '/assets/page.js': 'export {};',
  '/assets/a b+é.css': 'a{}',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-protocol-'));
  for (const name of ['renderer/assets', 'renderer-beside']) mkdirSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(served)) writeFileSync(join(folder, 'renderer', path), text);
  for (const path of ['secret.txt', 'renderer-beside/secret.txt']) writeFileSync(join(folder, path), SECRET);
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'renderer', 'link.txt'));
  symlinkSync(folder, join(folder, 'renderer', 'up'), 'junction');
  answer = createAppProtocol(listServedFiles(join(folder, 'renderer')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string): Response => answer({ url, method: 'GET' });

describe('the app: scheme', () => {
  it('is registered as standard and secure and nothing more', () => {
    const electron = new RecordingElectron();
    registerAppScheme(electron.protocol);
    expect(electron.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  it('is answered by the session of our window', async () => {
    const session = new RecordedSession('daygrove', { cache: false });
    serveRenderer(session, join(folder, 'renderer'));
    const response = await session.handlers.get('app')?.({ url: 'app://daygrove/', method: 'GET' });
    expect(await response?.text()).toBe(served['/index.html']);
  });

  it.each([
    ['app://daygrove/', '/index.html', 'text/html; charset=utf-8'],
    ['app://daygrove/index.html', '/index.html', 'text/html; charset=utf-8'],
    ['app://daygrove/index.html?from=nowhere#there', '/index.html', 'text/html; charset=utf-8'],
    ['app://daygrove/assets/page.js', '/assets/page.js', 'text/javascript; charset=utf-8'],
    ['app://capture/assets/page.js', '/assets/page.js', 'text/javascript; charset=utf-8'],
    ['app://daygrove/assets/a%20b+%C3%A9.css', '/assets/a b+é.css', 'text/css; charset=utf-8'],
  ] as const)('answers %s with its file and type', async (url, path, type) => {
    const response = get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(served[path]);
  });

  it.each([
    'app://daygrove/secret.txt',
    'app://daygrove/../secret.txt',
    'app://daygrove/%2e%2e/secret.txt',
    'app://daygrove/..%2fsecret.txt',
    'app://daygrove/..%5csecret.txt',
    'app://daygrove/..\\secret.txt',
    'app://daygrove/assets/..%2f..%2fsecret.txt',
    'app://daygrove/%252e%252e%252fsecret.txt',
    'app://daygrove/..%2frenderer-beside%2fsecret.txt',
    'app://daygrove/link.txt',
    'app://daygrove/up/secret.txt',
    'app://daygrove/assets',
    'app://daygrove/assets/',
    'app://daygrove//index.html',
    'app://daygrove/INDEX.HTML',
    'app://daygrove/index.html%00',
    'app://daygrove/index.html%00.js',
    'app://daygrove/index.html.',
    'app://daygrove/index.html::$DATA',
    'app://daygrove/C:/Windows/win.ini',
    'app://daygrove/%2fetc%2fpasswd',
    'app://daygrove:80/index.html',
    'app://user@daygrove/index.html',
    'app://user:word@daygrove/index.html',
    'app://DAYGROVE.evil.example/index.html',
    'app://curtain/index.html',
    'app://capture/',
    'app://capture/index.html',
    'app://capture/../secret.txt',
    'app://capture:80/assets/page.js',
    'app:///index.html',
    'app:index.html',
    'file:///etc/passwd',
    'https://daygrove/index.html',
    'app://daygrove/index.html%20',
    'app://daygrove/index.html..',
    'app://daygrove/index.html/',
    'app://daygrove/index.html%2f..%2f..%2fsecret.txt',
    'app://daygrove/%2e%2e%2f%2e%2e%2fsecret.txt',
    'app://daygrove/%25252e%25252e%25252fsecret.txt',
    'app://daygrove/%c0%ae%c0%ae/secret.txt',
    'app://daygrove/%e0%80%ae/secret.txt',
    'app://daygrove/\uFF0E\uFF0E/secret.txt',
    'app://daygrove/%u002e%u002e/secret.txt',
    'app://daygrove/....//secret.txt',
    'app://daygrove/..;/secret.txt',
    'app://daygrove/%2f%2fexample.com%2fshare%2fsecret.txt',
    'app://daygrove/%5c%5cexample.com%5cshare%5csecret.txt',
    'app://daygrove/%5c%5c%3f%5cC:%5cWindows%5cwin.ini',
    'app://daygrove/C:%5cWindows%5cwin.ini',
    'app://daygrove/c%3a/Windows/win.ini',
    'app://daygrove/con',
    'app://daygrove/ASSETS/page.js',
    'app://daygrove/index~1.htm',
    'app://daygrove./index.html',
    'app://DAYGROVE/index.html',
    'app://book/',
    `app://daygrove/${'a/'.repeat(50_000)}`,
    `app://daygrove/${'../'.repeat(50_000)}secret.txt`,
    `app://daygrove/${'%2e%2e%2f'.repeat(50_000)}secret.txt`,
    'app://daygrove/%',
    'not an address',
    '',
  ])('refuses %.60s', async (url) => {
    const response = get(url);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('refuses %s', (method) => {
    expect(answer({ url: 'app://daygrove/', method }).status).toBe(405);
  });

  it('answers nothing but a listed file, however the address is spelt', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..', '.', '%2e%2e', '%2E.', '%252e%252e', '/', '//', '\\', '%2f', '%5c', '%00', '\0', '%c0%ae', '%ff', ':', '::$DATA', '~', '?', '#', '@', 'C:', 'file:',
        'secret.txt', 'renderer', 'renderer-beside', 'assets', 'page.js', 'index.html', 'link.txt', 'up', '%61ssets',
      ), // prettier-ignore
      fc.string({ unit: CODE_UNIT, maxLength: 6 }),
    );
    const host = fc.constantFrom(
      'daygrove',
      'curtain',
      'capture',
      'DAYGROVE',
      'daygrove:1',
      'x@daygrove',
      'daygrove.',
      '',
      '..',
      'evil.example',
    );
    const nothing = [''];
    const may = [...Object.values(served), await get('app://curtain/').text()];
    expect(may.at(-1)).not.toContain('<script');
    await fc.assert(
      fc.asyncProperty(host, fc.array(piece, { maxLength: 8 }), async (name, pieces) => {
        const response = get(`app://${name}/${pieces.join('')}`);
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
        const body = await response.text();
        expect(response.status === 200 ? may : nothing).toContain(body);
        expect(body).not.toContain(SECRET);
      }),
      { numRuns: 2000 },
    );
  });

  it('sends exactly the required policy, with refusals too', () => {
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'none'; " +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    const responses = [
      get('app://daygrove/'),
      get('app://daygrove/no'),
      get('app://curtain/'),
      answer({ url: '', method: 'POST' }),
    ];
    for (const { headers } of responses) {
      expect(headers.get('content-security-policy')).toBe(policy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  it('forgets a file that is no longer there', () => {
    const gone = join(folder, 'renderer', 'gone.js');
    writeFileSync(gone, '');
    const files = listServedFiles(join(folder, 'renderer'));
    rmSync(gone);
    expect(createAppProtocol(files)({ url: 'app://daygrove/gone.js', method: 'GET' }).status).toBe(404);
  });

  it('does not start without a renderer', () => {
    expect(() => listServedFiles(join(folder, 'renderer-beside'))).toThrow('not built');
  });

  it('has a link in its folder that would lead out if links were followed', () => {
    expect(readFileSync(join(folder, 'renderer', 'link.txt'), 'utf8')).toBe(SECRET);
  });
});
