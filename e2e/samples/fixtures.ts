import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportFile } from '../pages/import-dialog.ts';

/** Real files of other programs, beside the repository and not in it: their licences are not ours. */
const FIXTURES = resolve(import.meta.dirname, '../../../shared/fixtures');

export const NO_FIXTURES = 'The real sample files (../shared/fixtures) are not beside this copy.';

/** Null where the folder is not there. */
export function realFile(path: string): ImportFile | null {
  const file = resolve(FIXTURES, path);
  if (!existsSync(file)) return null;
  return { name: basename(file), mimeType: 'application/octet-stream', buffer: readFileSync(file) };
}
