import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from './electron-binary.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-electron-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('Electron’s binary', () => {
  it('is not there before it was fetched', () => {
    expect(findElectron(folder, {})).toBeNull();
  });

  it('is not there after a fetch that broke off', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(folder, {})).toBeNull();
  });

  it('is where the package says', () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron.exe'), '');
    writeFileSync(join(folder, 'path.txt'), 'electron.exe');
    expect(findElectron(folder, {})).toBe(join(folder, 'dist', 'electron.exe'));
  });

  it('is where the person says', () => {
    mkdirSync(join(folder, 'own'));
    writeFileSync(join(folder, 'own', 'electron'), '');
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'own') })).toBe(
      join(folder, 'own', 'electron'),
    );
    expect(findElectron(folder, { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'none') })).toBeNull();
    const app = join(folder, 'daygrove');
    expect(findElectron(folder, { DAYGROVE_ELECTRON_APP: app })).toBeNull();
    writeFileSync(app, '');
    expect(findElectron(folder, { DAYGROVE_ELECTRON_APP: app })).toBe(app);
  });
});
