import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const root = resolve(import.meta.dirname, '..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, LockedPackage>> };
const installed = Object.entries(packages).filter(([path]) => path !== '');

it('every package comes from the registry, with the checksum of its content', () => {
  expect(installed.length).toBeGreaterThan(100);
  // No address: the registry that npm is set to. Whichever that is, the checksum decides.
  const others = installed.filter(
    ([, { resolved, integrity, link }]) =>
      (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) ||
      link === true ||
      integrity?.startsWith('sha512-') !== true,
  );
  expect(others.map(([path]) => path)).toEqual([]);
});

it('every package that we ask for is asked for in one version', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('only packages that were looked at may run something when they are installed', () => {
  // `node` is a program, and brings it; esbuild checks its own. Whatever else wants to must be written down as allowed or refused first.
  const wanting = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  const names = wanting.map((path) => path.split('node_modules/').at(-1)!);
  expect(names.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  const allowed = Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed);
  expect(allowed.map(([name]) => name)).toEqual(['node', 'esbuild']);
});
