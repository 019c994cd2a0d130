import { FuseV1Options } from '@electron/fuses';
import { FileMatcher } from 'app-builder-lib/out/fileMatcher.js';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';
import { loadConfigFromFile, type UserConfig } from 'electron-vite';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** As scripts/mac-addons.ts fetches them. */
const MAC_ADDONS = ['@libsql/darwin-arm64', '@libsql/darwin-x64'];
/** As src-main/vault/backup-files.ts writes it. */
const BACKUP_SUFFIX = '.daygrove-backup';

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
function isPackaged(path: string, platform = 'linux'): boolean {
  const patterns = [builder.files ?? []]
    .flat()
    .flatMap((files) => (typeof files === 'string' ? files : (files.filter ?? [])));
  const isModule = path.startsWith('node_modules/');
  // As in electron-builder: packages are taken as npm lists them, and only the exclusions hold for their files.
  const matcher = new FileMatcher(
    root,
    '',
    // The only one of the builder's macros that is used in them.
    (pattern) => pattern.replace('${platform}', platform),
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
    expect(builder.linux?.target).toEqual(['AppImage', 'deb', 'rpm']);
    expect(builder.mac?.target).toEqual([
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ]);
    expect(builder.win?.target).toEqual([{ target: 'nsis', arch: 'x64' }]);
    expect(builder.nsis?.deleteAppDataOnUninstall).toBe(false);
    // Exclusions of one system alone would make the builder take the whole project for it.
    for (const system of [builder.linux, builder.mac, builder.win]) expect(system).not.toHaveProperty('files');
  });

  it('signs for macOS with as little leave as there can be, by an identity that is not written here', () => {
    expect(builder.mac).toMatchObject({ hardenedRuntime: true, entitlements: 'build/mac/entitlements.plist' });
    expect(builder.mac).not.toHaveProperty('identity');
    expect(builder.mac).not.toHaveProperty('notarize');
    const plist = readFileSync(join(root, builder.mac!.entitlements!), 'utf8');
    expect([...plist.matchAll(/<key>([^<]*)<\/key>\s*<(\w+)\/>/gu)].map(([, key, value]) => [key, value])).toEqual([
      ['com.apple.security.cs.allow-jit', 'true'],
    ]);
  });

  it('keeps both addons of a universal app as they are, and joins everything else', () => {
    const pattern = builder.mac?.x64ArchFiles ?? '';
    const place = 'Contents/Resources/app.asar.unpacked/node_modules';
    for (const name of MAC_ADDONS) expect(matchesGlob(`${place}/${name}/index.node`, pattern)).toBe(true);
    expect(matchesGlob('Contents/MacOS/Daygrove', pattern)).toBe(false);
    expect(builder.mac?.mergeASARs ?? true).toBe(true);
  });

  it('lets nobody in between offer Windows a program that we did not sign, and uploads nothing', () => {
    expect(builder.win?.verifyUpdateCodeSignature).toBe(true);
    expect(builder.publish).toBeNull();
  });

  it('opens links and the two kinds of files that only Daygrove reads', () => {
    expect(builder.protocols).toEqual([{ name: 'Daygrove', schemes: ['daygrove'] }]);
    const associations = [builder.fileAssociations ?? []].flat();
    expect(associations.map(({ ext, mimeType }) => [ext, mimeType])).toEqual([
      [BACKUP_SUFFIX.slice(1), 'application/vnd.daygrove.backup'],
      ['daygrove', 'application/vnd.daygrove.archive+zip'],
    ]);
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
    'node_modules/sql.js/dist/sql-wasm.js',
    'node_modules/sql.js/dist/sql-wasm.wasm',
    'node_modules/sql.js/package.json',
    'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    'node_modules/@fontsource-variable/newsreader/package.json',
    'node_modules/@fontsource-variable/newsreader/LICENSE',
    'node_modules/electron-updater/out/main.js',
    'CHANGELOG.md',
    'CHANGELOG.de.md',
    'LICENSE',
  ])('takes %s', (path) => expect(isPackaged(path)).toBe(true));

  it('takes the addons of its own system, all of them, and of no other', () => {
    const addon = (name: string): string => `node_modules/@libsql/${name}/index.node`;
    for (const name of ['darwin-arm64', 'darwin-x64']) expect(isPackaged(addon(name), 'darwin')).toBe(true);
    expect(isPackaged(addon('win32-x64-msvc'), 'win32')).toBe(true);
    for (const name of ['darwin-arm64', 'win32-x64-msvc']) expect(isPackaged(addon(name), 'linux')).toBe(false);
    for (const name of ['linux-x64-gnu', 'win32-x64-msvc']) expect(isPackaged(addon(name), 'darwin')).toBe(false);
  });

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
    'node_modules/libsql/types/index.d.ts',
    'node_modules/electron-updater/README.md',
    'node_modules/@types/node/index.d.ts',
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
    expect(builder.linux?.icon).toBe('icons');
    expect(builder.mac?.icon).toBe('icon.icns');
    expect(builder.win?.icon).toBe('icon.ico');
    for (const path of ['icons', 'icon.icns', 'icon.ico', 'icon.svg']) {
      expect(existsSync(join(root, 'build', path))).toBe(true);
    }
  });
});
