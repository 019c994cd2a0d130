import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { expect as expectAtOnce } from '@playwright/test';
import type { Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBundledPackages } from '../../scripts/bundled-packages.ts';
import { isBuildStale } from '../../scripts/build-state.ts';
import type { Licences } from '../../src-shared/domain/licences.ts';
import { startBrowserHost } from '../hosts/browser-host.ts';
import { Lock } from '../pages/lock.ts';
import { Onboarding } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { makeDummyElectron } from './dummy-electron.ts';
import type { InstallerReport } from './pack.ts';

/** Without its own runner, Playwright waits five seconds: a busy machine needs longer. */
const expectPage = expectAtOnce.configure({ timeout: 60_000 });
const PASSPHRASE = 'leeks before the first frost';

const root = resolve(import.meta.dirname, '../..');
/** Bytes. What is packed today and a fifth: whoever brings more in shall notice. */
const LARGEST_ASAR = 14_000_000;
const LARGEST_ADDON = 14_000_000;

let folder: string;
let unpacked: string;
let asar: string;
/** The package's app as plain files, the native addon among them. */
let app: string;
let files: string[];
let installers: InstallerReport[];

function run(script: string, ...parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...parameters], {
    cwd: root,
    encoding: 'utf8',
    // electron-builder would look for signing identities, and for a newer version of itself.
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false', NO_UPDATE_NOTIFIER: '1', npm_config_offline: 'true' },
  });
  if (status !== 0)
    throw new Error(`${script} ended with ${String(status)}:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
  return stdout;
}

const isFile = (path: string): boolean => !('files' in statFile(asar, path.slice(1)));
const read = (path: string): Buffer => extractFile(asar, path.slice(1));
/** `@scope/name` or `name` of a path in node_modules. */
const packageOf = (path: string): string => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(path)?.[1] ?? '';

/** From the first screen to the Today page, by the page's own fields. */
async function firstDay(page: Page): Promise<void> {
  const onboarding = new Onboarding({ page });
  await onboarding.passphrase.fill(PASSPHRASE);
  await onboarding.again.fill(PASSPHRASE);
  // The dictionaries that measure it arrive a moment after the page.
  await expectPage(onboarding.strength).toContainText(/weak|fair|strong/iu);
  await onboarding.continue.click();
  const groups = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem');
  await groups.first().waitFor();
  const key = await groups.allInnerTexts();
  await page.getByRole('button', { name: 'I have it' }).click();
  await expectPage(onboarding.askedGroups).toHaveCount(2);
  for (const field of await onboarding.askedGroups.all()) {
    const name = (await field.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent)) ?? '';
    await field.fill(key[Number(/\d+/u.exec(name)?.[0]) - 1] ?? '');
  }
  await onboarding.makeVault.click();
  await onboarding.beginWith('Write a first entry');
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

const isLinux = process.platform === 'linux';
if (!isLinux)
  process.stdout.write(
    'Skipped: the package of this system. Only that for Linux can be packed with a dummy Electron.\n',
  );

describe.skipIf(!isLinux)('the package for Linux, with a dummy in the place of Electron', () => {
  beforeAll(() => {
    if (isBuildStale(root)) run('scripts/build.ts');
    folder = mkdtempSync(join(tmpdir(), 'daygrove-package-'));
    makeDummyElectron(join(folder, 'electron'));
    const report = join(folder, 'installers.json');
    run('e2e/packaging/pack.ts', join(folder, 'electron'), join(folder, 'dist'), report);
    installers = JSON.parse(readFileSync(report, 'utf8')) as InstallerReport[];
    unpacked = join(folder, 'dist', 'linux-unpacked');
    asar = join(unpacked, 'resources', 'app.asar');
    files = listPackage(asar, { isPack: false }).filter(isFile);
    app = join(folder, 'app');
    extractAll(asar, app);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what was built, what main loads at run time, and nothing else', () => {
    const known =
      /^\/(?:package\.json|CHANGELOG(?:\.de)?\.md|LICENSE|out\/(?:main|preload|renderer)\/.+|node_modules\/.+)$/u;
    expect(files.filter((path) => !known.test(path))).toEqual([]);
    for (const path of [
      '/out/main/index.js',
      '/out/main/storage-process.js',
      '/out/main/import-process.js',
      '/out/main/sync-process.js',
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/out/renderer/licences.js',
    ]) {
      expect(files).toContain(path);
    }
  });

  it('holds no tests, sources, source maps, fixtures or packages of development', () => {
    const unwanted =
      /\.map$|\.tsx?$|\.test\.|\.spec\.|\/(?:__tests__|tests?|fixtures|e2e|bench|src-main|src-renderer)\//u;
    expect(files.filter((path) => unwanted.test(path))).toEqual([]);
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    // The sync client has a use of its own for `ws`.
    const shared = new Set(['ws']);
    const packed = new Set(files.filter((path) => path.startsWith('/node_modules/')).map(packageOf));
    expect([...packed].filter((name) => name in devDependencies && !shared.has(name))).toEqual([]);
  });

  it('tells nothing of the machine that it was built on, and has no trace of the browser host', () => {
    const traces = [
      root,
      homedir().length > 1 ? `${homedir()}/` : '',
      folder,
      'daygrove-host ready',
      '--no-open',
    ].filter(Boolean);
    const found = files.flatMap((path) => {
      const bytes = read(path);
      return traces.filter((trace) => bytes.includes(trace)).map((trace) => `${path}: ${trace}`);
    });
    expect(found).toEqual([]);
    const ours = files.filter((path) => path.startsWith('/out/') && /\.(?:c?js|css)$/u.test(path));
    expect(ours.length).toBeGreaterThan(10);
    // The name of the comment is also a word in a parser; the comment itself begins its line.
    expect(ours.filter((path) => /^\/[/*]# sourceMappingURL=/mu.test(read(path).toString()))).toEqual([]);
  });

  it('says in its package.json what Electron must know, and no more', () => {
    const manifest = JSON.parse(read('/package.json').toString()) as Record<string, unknown>;
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    expect(manifest).toMatchObject({ name: 'daygrove', version, main: 'out/main/index.js', type: 'module' });
    for (const name of ['devDependencies', 'scripts', 'allowScripts', 'build'])
      expect(manifest[name] ?? null).toBeNull();
  });

  it('has the native addon outside of the archive, for this system alone, and it loads', () => {
    const addons = files.filter((path) => path.endsWith('.node'));
    expect(addons).toHaveLength(1);
    expect(statFile(asar, addons[0]!.slice(1))).toMatchObject({ unpacked: true });
    const outside = join(unpacked, 'resources', 'app.asar.unpacked', addons[0]!);
    expect(statSync(outside).size).toBeLessThan(LARGEST_ADDON);
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--eval', `const D = require('libsql'); console.log(new D(':memory:').prepare('select 6 * 7 as n').get().n)`],
      { cwd: app, encoding: 'utf8' },
    );
    expect([status, stdout.trim()]).toEqual([0, '42']);
  });

  it('names the licence of everything in it, with its words', async () => {
    const place = pathToFileURL(join(app, 'out', 'renderer', 'licences.js')).href;
    const { default: licences } = (await import(/* @vite-ignore */ place)) as { readonly default: Licences };
    const named = new Set(licences.packages.map(({ name }) => name));
    const packed = new Set(files.filter((path) => path.startsWith('/node_modules/')).map(packageOf));
    expect(packed.size).toBeGreaterThan(5);
    expect([...packed].filter((name) => !named.has(name))).toEqual([]);
    // By the bundler's own word of which packages' code is in which bundle.
    const bundles = readBundledPackages();
    expect([...bundles.keys()].toSorted()).toEqual(['main', 'preload', 'renderer', 'worker']);
    const bundled = [...bundles.values()].flat().map((path) => path.slice(path.lastIndexOf('node_modules/') + 13));
    expect(bundled.length).toBeGreaterThan(100);
    expect(bundled.filter((name) => !named.has(name))).toEqual([]);
    for (const name of [
      'electron',
      'react',
      'zod',
      '@tiptap/core',
      '@fontsource-variable/figtree',
      'dictionary-en',
      'libsql',
    ]) {
      expect(named).toContain(name);
    }
    const text = readFileSync(join(unpacked, 'resources', 'LICENSES.txt'), 'utf8');
    for (const { name, version } of licences.packages) expect(text).toContain(`\n${name} ${version}\n`);
    expect(licences.texts.filter((words) => words.length < 100 || !text.includes(words))).toEqual([]);
    // Electron brings Chromium's own beside the program.
    expect(readdirSync(unpacked)).toEqual(expect.arrayContaining(['LICENSES.chromium.html', 'LICENSE.electron.txt']));
  });

  it('has its fuses flipped in the program itself', async () => {
    const wire = await getCurrentFuseWire(join(unpacked, 'daygrove'));
    const state = (fuse: FuseV1Options): string => FuseState[wire[fuse] ?? FuseState.INHERIT];
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookies: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      file: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: 'DISABLE',
      cookies: 'ENABLE',
      nodeOptions: 'DISABLE',
      inspect: 'DISABLE',
      integrity: 'ENABLE',
      onlyAsar: 'ENABLE',
      snapshot: 'DISABLE',
      file: 'DISABLE',
    });
  });

  it('is no larger than it was', () => {
    const bytes = statSync(asar).size;
    process.stdout.write(`app.asar: ${(bytes / 1e6).toFixed(1)} MB in ${String(files.length)} files\n`);
    expect(bytes).toBeLessThan(LARGEST_ASAR);
  });

  it('brings its desktop file, its types of files, its icons and its page in a software centre into deb and rpm', () => {
    expect(installers).toHaveLength(2);
    for (const { arguments: parameters, desktopFile, mimeTypes } of installers) {
      const placed = parameters.filter((parameter) => parameter.includes('=/usr/share/'));
      const targets = placed.map((parameter) => parameter.slice(parameter.indexOf('=') + 1));
      expect(targets).toEqual(
        expect.arrayContaining([
          '/usr/share/metainfo/app.daygrove.desktop.metainfo.xml',
          '/usr/share/mime/packages/daygrove.xml',
          '/usr/share/applications/app.daygrove.desktop.desktop',
          ...[16, 24, 32, 48, 64, 128, 256, 512, 1024].map(
            (size) => `/usr/share/icons/hicolor/${String(size)}x${String(size)}/apps/daygrove.png`,
          ),
        ]),
      );
      const metainfo = placed.find((parameter) => parameter.includes('metainfo'))?.split('=')[0] ?? '';
      expect(existsSync(resolve(root, metainfo))).toBe(true);

      expect(desktopFile.split('\n')).toEqual(
        expect.arrayContaining([
          '[Desktop Entry]',
          'Name=Daygrove',
          'Exec=/opt/Daygrove/daygrove %U',
          'Icon=daygrove',
          'Categories=Office;',
          // Electron gives its windows the name of the desktop file.
          'StartupWMClass=app.daygrove.desktop',
          'MimeType=application/vnd.daygrove.backup;application/vnd.daygrove.archive+zip;x-scheme-handler/daygrove;',
          'Actions=new-entry;quick-capture;',
          '[Desktop Action new-entry]',
          'Exec=/opt/Daygrove/daygrove daygrove://new',
          '[Desktop Action quick-capture]',
          'Exec=/opt/Daygrove/daygrove daygrove://capture',
        ]),
      );
      for (const ending of ['daygrove-backup', 'daygrove'])
        expect(mimeTypes).toContain(`<glob pattern="*.${ending}"/>`);
    }
  });

  it('starts its own main, shows its window, writes an entry and ends in order', () => {
    const report = JSON.parse(run('e2e/packaging/run-packed-main.ts', app, join(folder, 'profile-main'))) as {
      readonly actions: readonly string[];
      readonly html: string;
    };
    expect(report).toMatchObject({
      page: 'app://daygrove/',
      status: 200,
      preload: join(app, 'out', 'preload', 'index.cjs'),
      body: 'Written by the packed app.',
      exits: [0],
    });
    expect(report.actions).toContain('show');
    expect(report.html).toBe(readFileSync(join(app, 'out', 'renderer', 'index.html'), 'utf8'));
  }, 60_000);

  it('runs its page and its children: a vault is made, an entry written, locked and read again', async () => {
    // Beside what was packed; what a person writes never meets it.
    for (const harness of ['browser-host', 'browser-bridge']) {
      cpSync(join(root, 'out', harness), join(app, 'out', harness), { recursive: true });
    }
    const runDirectory = join(folder, 'run');
    mkdirSync(runDirectory);
    const problems: string[] = [];
    const host = await startBrowserHost({
      runDirectory,
      profile: join(folder, 'profile-page'),
      clock: null,
      timeZone: null,
      idleLockSeconds: null,
      children: 'built',
      builtIn: app,
      start: 1,
      onPage: async (page) => {
        page.on('pageerror', (error) => problems.push(error.message));
      },
    });
    try {
      await firstDay(host.page);
      const today = new Today(host);
      await today.text().fill('Written in the packed page.');
      const lock = new Lock(host);
      // What is being typed is written first.
      await host.page.keyboard.press('ControlOrMeta+l');
      await expectPage(lock.heading).toBeVisible();
      await lock.unlock(PASSPHRASE);
      await expectPage(today.text()).toHaveText('Written in the packed page.');
    } finally {
      await host.quit();
    }
    expect(problems).toEqual([]);
  }, 120_000);
});
