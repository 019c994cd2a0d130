import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuildStale } from './build-state.ts';

let root: string;

function write(path: string, seconds: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
  utimesSync(join(root, path), seconds, seconds);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daygrove-build-'));
  write('src-main/vault/keys.ts', 1000);
  for (const folder of ['src-main', 'src-main/vault']) utimesSync(join(root, folder), 1000, 1000);
  for (const path of [
    'main/index.js',
    'main/storage-process.js',
    'main/import-process.js',
    'main/sync-process.js',
    'preload/index.cjs',
    'renderer/index.html',
    'renderer/licences.js',
  ]) {
    write(`out/${path}`, 2000);
  }
  write('out/browser-bridge/browser-bridge.js', 2000);
  write('out/browser-host/main.js', 2000);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('whether out/ must be built', () => {
  it('not while every part is newer than every source', () => {
    expect(isBuildStale(root)).toBe(false);
  });

  it('when a source changed, deep down', () => {
    write('src-main/vault/keys.ts', 3000);
    expect(isBuildStale(root)).toBe(true);
  });

  it('when a source was removed', () => {
    rmSync(join(root, 'src-main/vault/keys.ts'));
    expect(isBuildStale(root)).toBe(true);
  });

  it('when a package changed', () => {
    write('package-lock.json', 3000);
    expect(isBuildStale(root)).toBe(true);
  });

  it('when a part is missing', () => {
    rmSync(join(root, 'out/preload/index.cjs'));
    expect(isBuildStale(root)).toBe(true);
  });
});
