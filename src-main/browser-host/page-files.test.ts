import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPageFiles, withBridgeScript, withTheme } from './page-files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-page-files-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(
    join(folder, 'renderer', 'index.html'),
    '<head><script type="module" src="./assets/index.js"></script></head>',
  );
  writeFileSync(join(folder, 'renderer', 'assets', 'index.js'), 'export {}');
  writeFileSync(join(folder, 'bridge.js'), 'bridge');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = () => readPageFiles(join(folder, 'renderer'), join(folder, 'bridge.js'));

describe('the files of the page', () => {
  it('are the renderer’s and the bridge, with their types', () => {
    const files = read();
    expect([...files.keys()].toSorted()).toEqual(['/', '/assets/index.js', '/browser-bridge.js']);
    expect(files.get('/')?.type).toBe('text/html; charset=utf-8');
    expect(files.get('/assets/index.js')?.type).toBe('text/javascript; charset=utf-8');
  });

  it('stay what they were, whatever a build does meanwhile', () => {
    const files = read();
    rmSync(join(folder, 'renderer'), { recursive: true });
    writeFileSync(join(folder, 'bridge.js'), 'another bridge');
    expect(files.get('/assets/index.js')?.content.toString()).toBe('export {}');
    expect(files.get('/browser-bridge.js')?.content.toString()).toBe('bridge');
  });

  it('leave out links, which lead anywhere', () => {
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'renderer', 'assets', 'link.txt'));
    symlinkSync(folder, join(folder, 'renderer', 'up'));
    expect([...read().keys()].filter((path) => path.includes('link') || path.includes('up'))).toEqual([]);
  });

  it('have the bridge before the first script of the page', () => {
    const html = read().get('/')?.content.toString();
    expect(html).toBe(
      '<head><script src="/browser-bridge.js"></script><script type="module" src="./assets/index.js"></script></head>',
    );
    expect(() => withBridgeScript('<p>nothing</p>')).toThrow('no script');
  });

  it('have it in the page of quick capture too, which keeps its own address', () => {
    writeFileSync(join(folder, 'renderer', 'capture.html'), '<head><script src="./assets/capture.js"></script></head>');
    const files = read();
    expect(files.get('/capture.html')?.content.toString()).toBe(
      '<head><script src="/browser-bridge.js"></script><script src="./assets/capture.js"></script></head>',
    );
    expect(files.has('/index.html')).toBe(false);
  });

  it('are refused while something is not built', () => {
    rmSync(join(folder, 'bridge.js'));
    expect(read).toThrow('The bridge is not built.');
    rmSync(join(folder, 'renderer', 'index.html'));
    expect(read).toThrow('The renderer is not built.');
  });
});

describe('a served page', () => {
  const html = '<html lang="en"><head><meta name="color-scheme" content="light dark" /></head></html>';

  it('has the chosen theme from its first byte', () => {
    expect(withTheme(html, 'dark')).toBe(
      '<html data-theme="dark" lang="en"><head><meta name="color-scheme" content="dark" /></head></html>',
    );
    expect(withTheme(html, 'light')).toContain('content="light"');
  });

  it('follows the system where nothing was chosen', () => {
    expect(withTheme(html, 'system')).toBe(html);
  });
});
