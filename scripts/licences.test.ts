import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFolderOf } from './bundled-packages.ts';
import { licencesAsText, packedFolders, readLicences } from './licences.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daygrove-licences-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}
function install(folder: string, manifest: object, texts: Readonly<Record<string, string>> = {}): void {
  write(`${folder}/package.json`, { version: '1.0.0', license: 'MIT', ...manifest });
  for (const [name, text] of Object.entries(texts)) write(`${folder}/${name}`, text);
}

describe('the licences', () => {
  it('are read once, with all their texts, in the order of names', () => {
    install('node_modules/b', { name: 'b' }, { 'LICENSE.md': 'Words of b', NOTICE: 'Notice of b' });
    install('node_modules/@s/a', { name: '@s/a' }, { licence: 'Shared words\r\n' });
    install('node_modules/c', { name: 'c' }, { COPYING: 'Shared words' });
    const folders = ['node_modules/b', 'node_modules/c', 'node_modules/@s/a', 'node_modules/b'];
    const licences = readLicences(root, folders);
    expect(licences.packages.map(({ name }) => name)).toEqual(['@s/a', 'b', 'c']);
    expect(licences.texts).toEqual(['Words of b\n\nNotice of b', 'Shared words']);
    expect(licencesAsText(licences)).toContain('b 1.0.0\nMIT\n\nWords of b');
  });

  it('have the words of the standard, under the names of the authors, where a package leaves them out', () => {
    install('node_modules/a', { name: 'a', author: 'Ada' });
    install('node_modules/b', { name: 'b', license: 'ISC', authors: ['Bo', 'Cy'] });
    const { texts } = readLicences(root, ['node_modules/a', 'node_modules/b']);
    expect(texts[0]).toMatch(/^MIT License\n\nCopyright \(c\) Ada\n\nPermission is hereby granted/u);
    expect(texts[1]).toMatch(/^ISC License\n\nCopyright \(c\) Bo, Cy\n\nPermission to use/u);
  });

  it('are no guess: the build ends where there are no words, or not even a name', () => {
    install('node_modules/a', { name: 'a', license: 'Apache-2.0' });
    expect(() => readLicences(root, ['node_modules/a'])).toThrow('carries no text');
    install('node_modules/b', { name: 'b' });
    expect(() => readLicences(root, ['node_modules/b'])).toThrow('carries no text');
    install('node_modules/c', { name: 'c', license: undefined }, { LICENSE: 'Words' });
    expect(() => readLicences(root, ['node_modules/c'])).toThrow('names no licence');
  });
});

it('what is packed as it is: all that the dependencies need and that is here, and nothing of development', () => {
  write('package-lock.json', {
    packages: {
      '': { dependencies: { a: '1' }, devDependencies: { dev: '1' } },
      'node_modules/a': { dependencies: { b: '1' }, optionalDependencies: { away: '1', '@types/x': '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': { dependencies: { a: '1' } },
      'node_modules/away': {},
      'node_modules/@types/x': {},
      'node_modules/dev': {},
    },
  });
  for (const folder of ['a', 'a/node_modules/b', 'b', 'c', '@types/x', 'dev'])
    install(`node_modules/${folder}`, { name: folder });
  expect(packedFolders(root)).toEqual(['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
});

it.each([
  ['/p/node_modules/react/index.js', 'node_modules/react'],
  ['/p/node_modules/@tiptap/core/dist/a.js?v=1', 'node_modules/@tiptap/core'],
  ['/p/node_modules/a/node_modules/b/c.js', 'node_modules/a/node_modules/b'],
  ['\0/p/node_modules/a/c.js?commonjs-es-import', 'node_modules/a'],
  ['/p/src-main/app.ts', null],
  ['\0rolldown/runtime.js', null],
])('the package of %j is %s', (id, folder) => expect(packageFolderOf(id, '/p')).toBe(folder));
