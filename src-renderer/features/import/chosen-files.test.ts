import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_FILES } from '../../../src-shared/contract/imports.ts';
import { MAX_FILES, chosenFiles, gatherFiles, mayBringImport } from './chosen-files.ts';
import type { DroppedEntry } from './chosen-files.ts';

type Tree = { readonly [name: string]: Tree | string };

/** A dropped file or folder, as the platform hands it over: names a hundred at a time. */
function dropped(name: string, content: Tree | string): DroppedEntry {
  if (typeof content === 'string') {
    return {
      isFile: true,
      isDirectory: false,
      name,
      file: (resolve: (file: File) => void) => resolve(new File([content], name)),
    } as unknown as DroppedEntry;
  }
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      const left = Object.entries(content).map(([child, inside]) => dropped(child, inside));
      return { readEntries: (resolve: (some: DroppedEntry[]) => void) => resolve(left.splice(0, 100)) };
    },
  } as unknown as DroppedEntry;
}

function notes(count: number): Tree {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`note ${String(at)}.md`, 'x']));
}

const gather = (entries: readonly DroppedEntry[]): ReturnType<typeof gatherFiles> =>
  gatherFiles(
    entries,
    () => undefined,
    () => false,
  );

async function pathsOf(entries: readonly DroppedEntry[]): Promise<readonly string[] | 'too-many'> {
  const files = await gather(entries);
  return files === 'too-many' ? files : files.map(({ path }) => path);
}

it('keeps to the number of files of the contract', () => {
  expect(MAX_FILES).toBe(MAX_IMPORT_FILES);
});

describe('files of a drop', () => {
  it('come from folders with everything below, under the name of the folder', async () => {
    const vault = dropped('Vault', { 'a.md': 'a', Daily: { '2024': { '2024-01-01.md': 'b' } }, 'z.md': 'c' });
    expect(await pathsOf([vault, new File(['x'], 'loose.txt')])).toEqual([
      'Vault/a.md',
      'Vault/Daily/2024/2024-01-01.md',
      'Vault/z.md',
      'loose.txt',
    ]);
  });

  it('come all, however many a folder holds', async () => {
    const found: number[] = [];
    const files = await gatherFiles(
      [dropped('Vault', notes(250))],
      (count) => found.push(count),
      () => false,
    );
    expect(files).toHaveLength(250);
    expect(found).toEqual([100, 200]);
  });

  it('are not what a program keeps for itself', async () => {
    const vault = dropped('Vault', {
      '.obsidian': { 'app.json': '{}' },
      '.git': { objects: { aa: 'x' } },
      'a.md': 'a',
      '.trash': { 'old.md': 'b' },
    });
    expect(await pathsOf([vault])).toEqual(['Vault/a.md', 'Vault/.trash/old.md']);
  });

  it('are too many in one folder, in many, and in folders of nothing but folders', async () => {
    expect(await gather([dropped('Vault', notes(MAX_FILES + 1))])).toBe('too-many');
    const half = notes(MAX_FILES / 2 + 1);
    expect(await gather([dropped('Vault', { one: half, two: half })])).toBe('too-many');
    const empty = Object.fromEntries(Array.from({ length: MAX_FILES + 1 }, (_, at) => [String(at), {}]));
    expect(await gather([dropped('Vault', empty)])).toBe('too-many');
  });

  it('come to an end in a folder that holds itself', async () => {
    const ring: Record<string, Tree | string> = { 'a.md': 'x' };
    ring['the same folder again, under a name that is quite long'] = ring as Tree;
    const files = await gather([dropped('Ring', ring)]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('stop being looked for when nobody wants them any more', async () => {
    let asked = 0;
    const files = await gatherFiles(
      [dropped('Vault', notes(50))],
      () => undefined,
      () => (asked += 1) > 10,
    );
    expect(files.length).toBeLessThan(15);
  });

  it('leave out what cannot be had, and keep the end of a path that is longer than any', async () => {
    const gone = {
      isDirectory: false,
      name: 'gone.md',
      file: (_: unknown, reject: (error: unknown) => void) => reject(new DOMException('gone')),
    } as unknown as DroppedEntry;
    const deep = dropped('d'.repeat(900), { ['e'.repeat(200)]: { 'a.md': 'x' } });
    const paths = await pathsOf([gone, deep]);
    expect(paths).toHaveLength(1);
    expect(paths[0]).toHaveLength(1000);
    expect(paths[0]).toMatch(/e\/a\.md$/u);
  });
});

it('takes the paths that a chosen folder gives its files', () => {
  const file = new File(['x'], 'a.md');
  const inside = Object.defineProperty(new File(['x'], 'b.md'), 'webkitRelativePath', { value: 'Vault/Daily/b.md' });
  const program = Object.defineProperty(new File(['x'], 'app.json'), 'webkitRelativePath', {
    value: 'Vault/.obsidian/app.json',
  });
  Object.defineProperty(file, 'webkitRelativePath', { value: '' });
  expect(chosenFiles([file, inside, program])).toEqual([
    { file, path: 'a.md' },
    { file: inside, path: 'Vault/Daily/b.md' },
  ]);
  expect(chosenFiles(Array.from({ length: MAX_FILES + 1 }, () => file))).toBe('too-many');
});

it('leaves pictures and recordings to the entries', () => {
  const drag = (...types: string[]): Pick<DataTransfer, 'items'> => ({
    items: types.map((type) => ({ kind: 'file', type })) as unknown as DataTransferItemList,
  });
  expect(mayBringImport(drag('image/jpeg', 'video/mp4'))).toBe(false);
  expect(mayBringImport(drag('application/pdf'))).toBe(false);
  // A folder has no type.
  expect(mayBringImport(drag(''))).toBe(true);
  expect(mayBringImport(drag('application/zip'))).toBe(true);
  expect(mayBringImport(drag('image/jpeg', 'text/markdown'))).toBe(true);
});
