import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const out = resolve(import.meta.dirname, '../../out');

function filesOf(folder: string): { name: string; text: string }[] {
  return readdirSync(join(out, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ name: relative(join(out, folder), path), text: readFileSync(path, 'utf8') }));
}

const scriptsOf = (folder: string): { name: string; text: string }[] =>
  filesOf(folder).filter(({ name }) => /\.c?js$/.test(name));

const holders = (folder: string, needle: RegExp): string[] =>
  scriptsOf(folder)
    .filter(({ text }) => needle.test(text))
    .map(({ name }) => name);

test.describe('the built page', () => {
  // A name that zod gives its own objects, which no minifier takes away. Main does have it: the needle is a good one.
  test('holds no schema library', () => {
    expect(holders('renderer', /\b_zod\b/)).toEqual([]);
    expect(holders('main', /\b_zod\b/)).not.toEqual([]);
  });

  test('asks for nothing of Node or Electron', () => {
    const asking = /(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*["'](?:node:[a-z/]+|electron)["']/;
    expect(holders('renderer', asking)).toEqual([]);
    expect(holders('main', asking)).not.toEqual([]);
  });

  test('makes no code from text, and opens no connection', () => {
    expect(
      holders(
        'renderer',
        /\beval\(|\bFunction\(|\brequire\(|new WebSocket\(|new EventSource\(|\bXMLHttpRequest\b|\bsendBeacon\b|[^.\w]fetch\(|\bRTCPeerConnection\b|\bWebTransport\b/,
      ),
    ).toEqual([]);
  });

  test('carries its dictionary in one chunk of a worker, which nothing but a worker loads and which loads nothing', () => {
    // Lines of both word lists.
    const [worker, ...others] = scriptsOf('renderer').filter(({ text }) => /zucchini\/(?:SM|MS)(?:\\n|\n)/.test(text));
    expect(others).toEqual([]);
    expect(worker?.name).toMatch(/^assets\/spelling-worker-[^/]+\.js$/);
    const code = (worker?.text ?? '').replaceAll(/`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"/gs, '""');
    expect(code).toContain('postMessage');
    expect(code).not.toMatch(
      /\b(?:import|require)\b|\bfetch\(|importScripts|indexedDB|\beval\(|new Function\(|WebAssembly|createObjectURL/,
    );
    const loaders = scriptsOf('renderer').filter(({ text }) => text.includes(worker?.name.split('/')[1] ?? ''));
    expect(loaders).toHaveLength(1);
    expect(loaders[0]?.text).toMatch(/new Worker\(/);
    // Not before it is needed.
    expect(readFileSync(join(out, 'renderer', 'index.html'), 'utf8')).not.toContain('spelling-worker');
  });

  test('of the small window loads no editor and nothing of the journal', () => {
    const needle = /prosemirror|entries\.timeline/i;
    const html = readFileSync(join(out, 'renderer', 'capture.html'), 'utf8');
    const loaded = scriptsOf('renderer').filter(({ name }) => html.includes(name));
    expect(loaded.length).toBeGreaterThan(1);
    for (const { name, text } of loaded) {
      expect(needle.test(text), name).toBe(false);
      // What it loads of its own account is what its HTML names.
      for (const [, file = ''] of text.matchAll(/from\s*["'`]\.\/([^"'`]+)/g)) expect(html).toContain(file);
      // The words of the language that is wanted, and QA's own.
      for (const [, file = ''] of text.matchAll(/\bimport\(\s*([^)]*)/g))
        expect(file).toMatch(/^["'`]\.\/(?:en|de|pseudo)-[^/]+\.js["'`]$/);
    }
    expect(holders('renderer', needle)).not.toEqual([]);
  });

  test('names no address but those that are known, and are never asked for', () => {
    const KNOWN: readonly (readonly [prefix: string, because: string])[] = [
      ['http://www.w3.org/', 'names of XML namespaces'],
      ['https://react.dev/errors/', 'in an error of React: where it is explained'],
      ['https://formatjs.github.io/', 'in an error of react-intl: where it is explained'],
      ['https://prosemirror.net/docs/', 'in an error of ProseMirror: where it is explained'],
      ['libsql://daygrove-you.turso.io', 'in an empty field: what an address looks like'],
      ['https://feross.org', 'in a comment of a licence'],
    ];
    // The texts of the licences name addresses of their own; the page shows them as they stand, as text.
    const found = filesOf('renderer')
      .filter(({ name }) => /\.(?:js|css|html|svg|json)$/.test(name) && !name.endsWith('licences.js'))
      .flatMap(({ text }) => text.match(/\b(?:https?|wss?|ftp|libsql):\/\/[\w.-]+[^\s"'`<>)\\]*/g) ?? []);
    expect([...new Set(found)].filter((url) => !KNOWN.some(([prefix]) => url.startsWith(prefix)))).toEqual([]);
    expect(found.length).toBeGreaterThan(5);
  });

  test('loads its styles, typefaces and pictures from beside itself', () => {
    const files = filesOf('renderer');
    const urls = files
      .filter(({ name }) => /\.(?:css|html)$/.test(name))
      .flatMap(({ text }) =>
        [...text.matchAll(/(?:url\(\s*["']?|\b(?:src|href)=["'])([^"')]+)/g)].map((match) => match[1]),
      );
    expect(urls.length).toBeGreaterThan(3);
    expect(urls.filter((url) => !/^(?:\.\/|\.\.\/|\/assets\/|#)[\w./#-]*$/.test(url ?? ''))).toEqual([]);
    // What would keep something in clear, or be there without the page.
    expect(
      holders(
        'renderer',
        /\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|document\.cookie|serviceWorker|SharedWorker/,
      ),
    ).toEqual([]);
  });

  for (const page of ['index.html', 'capture.html'])
    test(`has no script, style or handler inside ${page}`, () => {
      const html = readFileSync(join(out, 'renderer', page), 'utf8').replaceAll(/<!--[\s\S]*?-->/g, '');
      expect(html).toMatch(/<script type="module"[^>]* src="\.\/assets\//);
      expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=|javascript:/i);
    });
});

test.describe('the built app', () => {
  test('holds nothing of the browser host', () => {
    for (const folder of ['main', 'preload', 'renderer']) {
      expect(holders(folder, /daygrove-host ready|browser-bridge/)).toEqual([]);
    }
  });

  test('has one preload, in CommonJS, that asks for Electron only', () => {
    expect(scriptsOf('preload').map(({ name }) => name)).toEqual(['index.cjs']);
    const asked = [...scriptsOf('preload')[0]!.text.matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1]);
    expect(asked).toEqual(['electron']);
  });
});
