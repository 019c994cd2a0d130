import { FuseV1Options } from '@electron/fuses';
import { FileMatcher } from 'app-builder-lib/out/fileMatcher.js';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { loadConfigFromFile, type UserConfig } from 'electron-vite';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let builder: Configuration;
let vite: UserConfig;
let manifest: { readonly main: string; readonly dependencies: Readonly<Record<string, string>> };

beforeAll(async () => {
  builder = await getConfig(root, join(root, 'electron-builder.yml'), null);
  vite = (
    await loadConfigFromFile(
      { mode: 'production', command: 'build' },
      join(root, 'electron.vite.config.ts'),
      root,
      'silent',
    )
  ).config;
  manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}, 30_000);

/** Whether electron-builder, with its own matcher, would take this file of the project. */
function isPackaged(path: string): boolean {
  const patterns = [builder.files ?? []]
    .flat()
    .flatMap((files) => (typeof files === 'string' ? files : (files.filter ?? [])));
  const isModule = path.startsWith('node_modules/');
  // As in electron-builder: packages are taken as npm lists them, and only the exclusions hold for their files.
  const matcher = new FileMatcher(
    root,
    '',
    (pattern) => pattern,
    isModule
      ? ['**/*', ...patterns.filter((pattern) => pattern.startsWith('!'))]
      : ['!**/node_modules/**', ...patterns],
  );
  const file = statSync(join(root, 'package.json'));
  return matcher.createFilter()(join(root, path), Object.assign(file, isModule ? { moduleFullFilePath: path } : {}));
}

describe('electron-builder.yml', () => {
  it('is what this version of electron-builder understands', async () => {
    await expect(validateConfiguration(builder, new DebugLogger(false))).resolves.toBeUndefined();
  });

  it('sets every fuse that matters to us, and to the required side', () => {
    expect(builder.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
  });

  it('says why at every fuse, and leaves out none that Electron has and the builder can set', () => {
    const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n');
    for (const [name, value] of Object.entries(builder.electronFuses ?? {})) {
      const at = lines.findIndex((line) => line.trim().startsWith(`${name}:`));
      expect([name, lines[at - 1]?.trim()]).toEqual([name, expect.stringMatching(value ? /^# On: / : /^# Off: /)]);
    }
    const set = Object.keys(builder.electronFuses ?? {}).map((name) => name.toLowerCase());
    // The builder has no option for it, and Electron's own default is the careful one.
    const beyond = new Set(['wasmtraphandlers']);
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(known.map((name) => name.toLowerCase()).filter((name) => !set.includes(name) && !beyond.has(name))).toEqual(
      [],
    );
  });

  it('builds the packages of the three systems', () => {
    expect(builder.appId).toBe('app.daygrove.desktop');
    expect(builder.linux?.target).toEqual(['AppImage', 'deb']);
    expect(builder.mac?.target).toEqual(['dmg', 'zip']);
    expect(builder.win?.target).toEqual(['nsis']);
    expect(builder.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  it('packs everything into an asar, but not what the system itself must load', () => {
    expect(builder.asar).toBe(true);
    expect(builder.npmRebuild).toBe(false);
    expect(builder.asarUnpack).toEqual(['node_modules/@libsql/{darwin,linux,win32}-*/**']);
  });

  it.each([
    'out/main/index.js',
    'out/main/storage-process.js',
    'out/main/chunks/log-1234.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/figtree-1234.woff2',
    'node_modules/libsql/index.js',
    'node_modules/libsql/LICENSE',
    'node_modules/@libsql/linux-x64-gnu/index.node',
    'node_modules/@libsql/darwin-arm64/index.node',
    'node_modules/sql.js/dist/sql-wasm.js',
    'node_modules/sql.js/dist/sql-wasm.wasm',
    'node_modules/sql.js/package.json',
    'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    'node_modules/@fontsource-variable/newsreader/package.json',
    'node_modules/@fontsource-variable/newsreader/LICENSE',
  ])('takes %s', (path) => expect(isPackaged(path)).toBe(true));

  it.each([
    'src-main/electron/index.ts',
    'src-main/browser-host/main.ts',
    'src-renderer/index.html',
    'src-shared/result.ts',
    'e2e/specs/write.spec.ts',
    'bench/start.ts',
    'scripts/build.ts',
    'docs/ARCHITECTURE.md',
    'build/icon.svg',
    'test-results/trace.zip',
    'vitest.config.ts',
    'package-lock.json',
    '.github/workflows/check.yml',
    'out/browser-host/main.js',
    'out/browser-bridge/browser-bridge.js',
    'out/main/index.js.map',
    'out/renderer/assets/index.js.map',
    'node_modules/libsql/index.js.map',
    'node_modules/@libsql/linux-x64-musl/index.node',
    'node_modules/@libsql/linux-arm-musleabihf/index.node',
    'node_modules/sql.js/dist/sql-asm-debug.js',
    'node_modules/sql.js/dist/sqljs-all.zip',
    'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
    'node_modules/@fontsource-variable/newsreader/index.css',
  ])('leaves out %s', (path) => expect(isPackaged(path)).toBe(false));
});

describe('the build', () => {
  it('writes what package.json calls main', () => {
    const { outDir, rollupOptions } = vite.main?.build ?? {};
    const outputs = Object.keys(rollupOptions?.input as Record<string, string>).map((name) => `${outDir}/${name}.js`);
    expect(outputs).toContain(manifest.main);
    expect(outputs).toEqual(
      expect.arrayContaining(['out/main/storage-process.js', 'out/main/import-process.js', 'out/main/sync-process.js']),
    );
    expect(outputs.filter((path) => path.includes('browser'))).toEqual([]);
    expect(isPackaged(manifest.main)).toBe(true);
  });

  it('writes the preload where the window looks for it, and no source maps anywhere', () => {
    expect(vite.preload?.build?.outDir).toBe('out/preload');
    expect(vite.preload?.build?.rollupOptions?.output).toMatchObject({ format: 'cjs', entryFileNames: '[name].cjs' });
    expect([vite.main, vite.preload, vite.renderer].map((part) => part?.build?.sourcemap)).toEqual([
      false,
      false,
      false,
    ]);
    expect(resolve(vite.renderer?.build?.outDir ?? '')).toBe(join(root, 'out/renderer'));
  });

  it('leaves packages with native or WebAssembly files outside of the bundle, and so in the package', () => {
    const externalised = vite.main?.build?.externalizeDeps;
    const bundled = typeof externalised === 'object' ? (externalised.exclude ?? []) : [];
    for (const name of ['libsql', 'sql.js', '@fontsource-variable/newsreader']) {
      // electron-vite leaves the production dependencies outside, and electron-builder packs them.
      expect(Object.keys(manifest.dependencies)).toContain(name);
      expect(bundled).not.toContain(name);
    }
  });

  it('has an icon of its own, big enough for the three systems', () => {
    const png = readFileSync(join(root, 'build/icon.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
    expect(existsSync(join(root, 'build/icon.svg'))).toBe(true);
  });
});
