import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest, shippedPackages } from './shipped-packages.ts';

const root = resolve(import.meta.dirname, '..');

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const lock = read<Lockfile>('package-lock.json');
const manifest = read<Manifest>('package.json');
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that ask for no more than that they are passed on. */
const PERMISSIVE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', '(MIT OR CC0-1.0)']); // prettier-ignore

/** Others, by package, and why they may be here. */
const EXCEPTIONS: Readonly<Record<string, readonly [licence: string, because: string]>> = {
  '@fontsource-variable/figtree': ['OFL-1.1', 'a typeface: may be bundled, its licence beside it'],
  '@fontsource-variable/newsreader': ['OFL-1.1', 'a typeface: may be bundled, its licence beside it'],
  'dictionary-en': ['(MIT AND BSD)', 'a word list: both permissive, the texts are shipped in licences/'],
  'dictionary-en-gb': ['(MIT AND BSD)', 'a word list: both permissive, the texts are shipped in licences/'],
  'axe-core': ['MPL-2.0', 'tests only, unchanged'],
  lightningcss: ['MPL-2.0', 'a tool of the build, unchanged; nothing of it is in what it writes'],
  'caniuse-lite': ['CC-BY-4.0', 'data of a tool of the build; not shipped'],
  argparse: [
    'Python-2.0',
    'reads the list of releases for electron-updater; permissive, asks for its text and notice only',
  ],
  'sanitize-filename': ['WTFPL OR ISC', 'a tool of packaging; taken under ISC'],
  'truncate-utf8-bytes': ['WTFPL', 'a tool of packaging; permissive, not shipped'],
  'utf8-byte-length': ['(WTFPL OR MIT)', 'a tool of packaging; taken under MIT'],
};
const exceptionOf = (name: string): string | undefined =>
  EXCEPTIONS[name.startsWith('lightningcss-') ? 'lightningcss' : name]?.[0];

describe('every licence', () => {
  it('of an installed package is permissive, or named with a reason', () => {
    const others = locked
      .map(([path, { license }]) => [nameOf(path), license ?? 'none'] as const)
      .filter(([name, license]) => !PERMISSIVE.has(license) && exceptionOf(name) !== license);
    expect(others).toEqual([]);
    expect(locked.length).toBeGreaterThan(300);
  });

  it('that is named is still the reason for something', () => {
    const names = new Set(locked.map(([path]) => nameOf(path)));
    expect(Object.keys(EXCEPTIONS).filter((name) => !names.has(name))).toEqual([]);
  });

  it('of a shipped package is permissive by its own word, and may be shipped', () => {
    const shipped = shippedPackages(root);
    const mayShip = new Set(['@fontsource-variable/figtree', '@fontsource-variable/newsreader', 'dictionary-en', 'dictionary-en-gb', 'argparse']); // prettier-ignore
    const others = shipped
      .map((folder) => readManifest(folder))
      .filter(({ name, license }) => !PERMISSIVE.has(license ?? '') && !mayShip.has(name));
    expect(others.map(({ name, license }) => `${name} ${String(license)}`)).toEqual([]);
    // The list is one: what the page, main and the children are made of is on it.
    const names = shipped.map((folder) => readManifest(folder).name);
    expect(names).toEqual(
      expect.arrayContaining(['react', 'zod', 'libsql', 'prosemirror-model', 'sql.js', 'electron-log', 'hash-wasm']),
    );
    // Tools are not.
    for (const tool of ['vitest', 'typescript', 'playwright', 'electron-builder', 'axe-core'])
      expect(names).not.toContain(tool);
  });

  it('of a shipped package is the one that the lockfile knows', () => {
    const differing = shippedPackages(root)
      .map((folder) => ({ folder, said: readManifest(folder) }))
      .filter(
        ({ folder, said }) => lock.packages[relative(root, folder).replaceAll('\\', '/')]?.license !== said.license,
      );
    expect(differing.map(({ said }) => said.name)).toEqual([]);
  });

  it('of the words and typefaces lies where they lie', () => {
    for (const name of ['dictionary-en', 'dictionary-en-gb', 'nspell'])
      expect(readdirSync(join(root, 'node_modules', name)).map((file) => file.toLowerCase())).toContain('license');
    for (const name of ['figtree', 'newsreader'])
      expect(readdirSync(join(root, 'node_modules/@fontsource-variable', name))).toContain('LICENSE');
  });
});

describe('the lockfile', () => {
  it('names what package.json names, each in one exact version', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(wanted)) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
      expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
    const own = lock.packages[''] as unknown as Partial<Manifest>;
    expect([own.dependencies, own.devDependencies]).toEqual([manifest.dependencies, manifest.devDependencies]);
  });

  it('holds every package to its content, and to the registry', () => {
    expect(lock.lockfileVersion).toBe(3);
    const loose = locked.filter(
      ([, { integrity, resolved, link }]) =>
        link === true ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ||
        // Left out where it is what npm would ask anyway.
        (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('has no package that runs something when it is installed, but those that package.json decides about', () => {
    const running = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect(running.filter((name) => !Object.hasOwn(manifest.allowScripts, name))).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
    expect(allowed.map(([name]) => name).toSorted()).toEqual(['esbuild', 'node']);
  });

  it('is of packages that are here in that version', () => {
    const differing = shippedPackages(root).filter((folder) => {
      const path = relative(root, folder).replaceAll('\\', '/');
      return lock.packages[path]?.version !== readManifest(folder).version;
    });
    expect(differing).toEqual([]);
  });
});
