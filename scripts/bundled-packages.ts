/** Which packages a bundle is made of, as the bundler itself knows it: the list of licences and its test come from here. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

// The bundler compiles its own configuration, and this with it, into another folder: what it builds is where it runs (build.ts goes there).
const root = process.cwd();
const FOLDER = join(root, 'node_modules', '.cache', 'daygrove', 'bundled');

interface BundledFile {
  readonly type: 'chunk' | 'asset';
  readonly moduleIds?: readonly string[];
  readonly modules?: Readonly<Record<string, { readonly renderedLength: number }>>;
  readonly originalFileNames?: readonly string[];
}

/** The folder of the package that a module is from, relative to the project, with `/`; null: it is our own, or the bundler's. */
export function packageFolderOf(moduleId: string, projectRoot: string): string | null {
  const path = moduleId
    .replace(/^\0+/u, '')
    .replace(/[?#].*$/u, '')
    .replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at === -1) return null;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  const folder = `${path.slice(0, at)}/node_modules/${name}`;
  return relative(projectRoot, folder).split(sep).join('/');
}

/** A plugin that writes down of which packages a bundle is. `part` names the bundle, and its file. */
export function rememberBundledPackages(part: string) {
  return {
    name: 'remember-bundled-packages',
    generateBundle(_options: unknown, bundle: Readonly<Record<string, BundledFile>>): void {
      const folders = new Set<string>();
      for (const file of Object.values(bundle)) {
        const modules = Object.entries(file.modules ?? {})
          // A style sheet has no code of its own left, and its fonts are beside it.
          .filter(([id, { renderedLength }]) => renderedLength > 0 || /\.css(?:$|\?)/u.test(id))
          .map(([id]) => id);
        for (const id of [
          ...modules,
          ...(file.originalFileNames ?? []).map((name) => resolve(root, 'src-renderer', name)),
        ]) {
          const folder = packageFolderOf(id, root);
          if (folder !== null) folders.add(folder);
        }
      }
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, `${part}.json`), JSON.stringify([...folders].toSorted(), null, 1));
    },
  };
}

/** Before a build: what an earlier one wrote says nothing about it. */
export function forgetBundledPackages(): void {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Folders of packages, relative to the project, by the name of the bundle. */
export function readBundledPackages(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readdirSync(FOLDER).map((name) => [
      name.replace(/\.json$/u, ''),
      JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as string[],
    ]),
  );
}
