/**
 * The licences of everything in the package: of the packages that the bundles are made of, of those that are packed as they are, and of Electron. Written at every build, from
 * what that build took, as a module that the page loads when somebody asks (its policy lets it fetch nothing), and as one text for the package.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Licences, PackageLicence } from '../src-shared/domain/licences.ts';
import { standardLicence } from './standard-licences.ts';

interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const TEXT_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/iu;
/** Packages of types hold nothing that runs, and are not packed. */
const NOT_PACKED = /^node_modules\/(?:@types\/|undici-types$|@libsql\/linux-.*-musl)/u;
/** The addon's packages are built from the sources of `libsql`, and leave the text to it. */
const ADDON = /^@libsql\/(?:darwin|linux|win32)-/u;

/** Folders, relative to `root`, of the packages that `dependencies` bring into the package as they are, and that are on this disk. */
export function packedFolders(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const found = new Set<string>();
  const waiting = Object.keys(lock.packages['']?.dependencies ?? {}).map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = resolvePackage(lock.packages, next.from, next.name);
    if (folder === null || found.has(folder) || NOT_PACKED.test(folder) || !existsSync(join(root, folder))) continue;
    found.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[folder] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) waiting.push({ name, from: folder });
  }
  return [...found].toSorted();
}

/** As Node looks for it: beside, then further up. */
function resolvePackage(packages: Readonly<Record<string, unknown>>, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}

/**
 * Reads the licences of the packages in these folders, each once, by name. Throws where a package says nothing about its licence, or carries no text of it: whoever adds such a
 * package has to look.
 */
export function readLicences(root: string, folders: Iterable<string>): Licences {
  const texts: string[] = [];
  const packages = new Map<string, PackageLicence>();
  for (const folder of new Set(folders)) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
      readonly name: string;
      readonly version: string;
      readonly license?: unknown;
      readonly author?: string | { readonly name: string };
      readonly authors?: readonly string[];
    };
    const { name, version, license, author, authors = [] } = manifest;
    if (typeof license !== 'string') throw new Error(`${folder} names no licence.`);
    const named = typeof author === 'object' ? author.name : author;
    const words =
      textIn(join(root, ADDON.test(name) ? 'node_modules/libsql' : folder)) ??
      standardLicence(license, named === undefined ? authors : [named]);
    if (words === null) throw new Error(`${folder} (${license}) carries no text of its licence.`);
    if (!texts.includes(words)) texts.push(words);
    packages.set(`${name} ${version}`, { name, version, licence: license, text: texts.indexOf(words) });
  }
  const inOrder = [...packages.values()].toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { packages: inOrder, texts };
}

/** All texts in a folder, one behind the other; null: there is none. */
function textIn(folder: string): string | null {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && TEXT_FILE.test(file.name),
  );
  const texts = files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name }) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length === 0 ? null : texts.join('\n\n');
}

/** The one text of the package. */
export function licencesAsText({ packages, texts }: Licences): string {
  const parts = packages.map(
    ({ name, version, licence, text }) => `${name} ${version}\n${licence}\n\n${texts[text] ?? ''}`,
  );
  const head =
    'Daygrove is made with the following works. Chromium and the works in it are listed in LICENSES.chromium.html, which lies beside the program ' +
    'or, on macOS, is shown under chrome://credits of any Chromium.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Writes `renderer/licences.js` and `LICENSES.txt` into the folder of the build. */
export function writeLicences(root: string, out: string, bundled: Iterable<string>): Licences {
  // Its binary is the program itself; the package here only names it.
  const licences = readLicences(root, [...bundled, ...packedFolders(root), 'node_modules/electron']);
  writeFileSync(join(out, 'renderer', 'licences.js'), `export default ${JSON.stringify(licences)};\n`);
  writeFileSync(join(out, 'LICENSES.txt'), licencesAsText(licences));
  return licences;
}
