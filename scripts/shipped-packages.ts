/** Which packages of npm a person gets with Daygrove, be it as they are or inside a bundle. For tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\(|@import)\s*['"]((?:@[\w.-]+\/)?\w[\w./-]*)['"]/g;

/** Nothing is left of these when the code runs. */
const TYPES_ONLY = /^(?:import|export) type [^;]*;/gm;

/** `@scope/name/file` to `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** Packages that the product's own code imports (Node's own have a colon in their names); those of tests, and of the browser host, which is never packed, are left out. */
function importedPackages(root: string): Set<string> {
  const packages = new Set<string>();
  for (const folder of ['src-main', 'src-renderer', 'src-shared']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = name.replaceAll('\\', '/');
      if (!/\.(?:tsx?|css)$/.test(path) || /\.test\.tsx?$|(?:^|\/)testing|^browser-host\//.test(path)) continue;
      for (const [, specifier = ''] of readFileSync(join(root, folder, path), 'utf8')
        .replaceAll(TYPES_ONLY, '')
        .matchAll(IMPORT))
        if (specifier !== 'electron') packages.add(packageOf(specifier));
    }
  }
  return packages;
}

/** Where Node finds a package from another one's folder; null: it is not installed, as one for another system. */
function folderOf(name: string, from: string, root: string): string | null {
  for (let folder = from; folder.length >= root.length; folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === root) break;
  }
  return null;
}

/** Folders of all packages that are shipped: what the product imports, what `dependencies` names, and all that those need. */
export function shippedPackages(root: string): string[] {
  const { dependencies = {} } = readManifest(root);
  const folders = new Set<string>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const folder = folderOf(name, from, root);
    if (folder === null && !isOptional) throw new Error(`${name} is not installed.`);
    if (folder === null || folders.has(folder)) return;
    folders.add(folder);
    const manifest = readManifest(folder);
    const optional = manifest.optionalDependencies ?? {};
    for (const needed of Object.keys(manifest.dependencies ?? {})) add(needed, folder, needed in optional);
    for (const needed of Object.keys(optional)) add(needed, folder, true);
  };
  for (const name of [...importedPackages(root), ...Object.keys(dependencies)]) add(name, root, false);
  return [...folders].toSorted();
}
