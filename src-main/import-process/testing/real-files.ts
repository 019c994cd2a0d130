import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../../shared/fixtures');

/** Whether the files that other programs wrote are here; they are no part of this repository. Says so where they are not. */
export function hasRealFiles(): boolean {
  const there = existsSync(folder);
  if (!there)
    process.stdout.write('SKIPPED: tests on real files of other programs, because ../shared/fixtures is not there.\n');
  return there;
}

export function realFolder(path: string): string {
  return resolve(folder, path);
}

export function realFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(folder, path)));
}
