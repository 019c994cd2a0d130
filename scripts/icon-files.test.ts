import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readIcns, readIco, widthOfPng, writeIcns, writeIco } from './icon-files.ts';

const build = resolve(import.meta.dirname, '../build');
const read = (path: string): Buffer => readFileSync(join(build, path));

/** Whether there is something on the picture: its pixels are not all the same. */
function isDrawn(png: Buffer): boolean {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return new Set(inflateSync(Buffer.concat(parts))).size > 16;
}

describe('the icons', () => {
  it('of Linux are there in every size that desktops ask for', () => {
    const sizes = readdirSync(join(build, 'icons')).map((name) => {
      const png = read(join('icons', name));
      expect(name).toBe(`${String(widthOfPng(png))}x${String(widthOfPng(png))}.png`);
      expect(isDrawn(png)).toBe(true);
      return widthOfPng(png);
    });
    expect(sizes.toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024]);
  });

  it('of Windows are in one file', () => {
    const pictures = readIco(read('icon.ico'));
    expect(pictures.map(({ size }) => size).toSorted((a, b) => a - b)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    expect(pictures.every(({ png }) => isDrawn(png))).toBe(true);
  });

  it('of macOS are in one file, under the names that it looks for', () => {
    const pictures = readIcns(read('icon.icns'));
    expect(Object.fromEntries([...pictures].map(([type, { size }]) => [type, size]))).toEqual({
      icp4: 16,
      icp5: 32,
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });

  it('are small files', () => {
    const bytes = [
      'icon.ico',
      'icon.icns',
      ...readdirSync(join(build, 'icons')).map((name) => join('icons', name)),
    ].map((path) => read(path).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });

  it('come out of their files as they went in, and other files are refused', () => {
    const pictures = [16, 32, 64, 128, 256, 512, 1024].map((size) => ({
      size,
      png: read(`icons/${String(size)}x${String(size)}.png`),
    }));
    const small = pictures.filter(({ size }) => size <= 256);
    expect(readIco(writeIco(small))).toEqual(small);
    expect(readIcns(writeIcns(pictures)).get('ic10')).toEqual(pictures.at(-1));
    expect(() => writeIcns(small)).toThrow('512');
    expect(() => readIco(read('icon.icns'))).toThrow('.ico');
    expect(() => readIcns(read('icon.ico'))).toThrow('.icns');
  });
});
