import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDownloadPaths, downloadsFolder } from './downloads.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'daygrove-home-'));
});
afterEach(() => rm(home, { recursive: true }));

describe('the folder for downloads', () => {
  it.each([
    ['XDG_DOWNLOAD_DIR="$HOME/Heruntergeladenes"', (at: string) => join(at, 'Heruntergeladenes')],
    ['XDG_DOWNLOAD_DIR="/data/my \\"own\\" files"', () => '/data/my "own" files'],
    ['# XDG_DOWNLOAD_DIR="$HOME/x"', (at: string) => join(at, 'Downloads')],
    ['XDG_DOWNLOAD_DIR="$HOME/"', (at: string) => join(at, 'Downloads')],
    ['XDG_DOWNLOAD_DIR="relative"', (at: string) => join(at, 'Downloads')],
    ['', (at: string) => join(at, 'Downloads')],
  ])('on Linux by %j', async (line, expected) => {
    await mkdir(join(home, '.config'));
    await writeFile(join(home, '.config', 'user-dirs.dirs'), `XDG_DESKTOP_DIR="$HOME/Desktop"\n${line}\n`);
    expect(await downloadsFolder({ platform: 'linux', environment: {}, home })).toBe(expected(home));
  });

  it('elsewhere, and where nothing is said, is Downloads', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(await downloadsFolder({ platform, environment: {}, home })).toBe(join(home, 'Downloads'));
  });
});

describe('the place of a new file', () => {
  it('is one that no file has yet, in a folder that is made', async () => {
    const folder = join(home, 'a', 'Downloads');
    const choose = createDownloadPaths(async () => folder);
    expect(await choose('book.html')).toBe(join(folder, 'book.html'));
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'book.html'), '');
    await writeFile(join(folder, 'book 2.html'), '');
    expect(await choose('book.html')).toBe(join(folder, 'book 3.html'));
  });

  it('is refused where the folder is none', async () => {
    await writeFile(join(home, 'file'), '');
    await expect(createDownloadPaths(async () => join(home, 'file'))('a')).rejects.toMatchObject({ syscall: 'mkdir' });
  });
});
