import { HABIT_TABLES_FILE, HABIT_TABLES_HEAD, JSON_FORMAT } from '../../src-shared/domain/archive.ts';
import type { Tree } from './tree.ts';

const HEAD_BYTES = 400;
/** Enough to find it in a folder that holds little else. */
const MAX_LOOKED_AT = 20;

/** Whether this is what Daygrove itself wrote for other programs, and does not read back: its JSON, its habits as tables. */
export async function isOwnExport({ files }: Tree): Promise<boolean> {
  for (const file of files.filter(({ path }) => /\.(?:json|csv)$/i.test(path)).slice(0, MAX_LOOKED_AT)) {
    const head = new TextDecoder().decode(await file.head(HEAD_BYTES));
    if (file.path.endsWith(HABIT_TABLES_FILE) && head.startsWith(HABIT_TABLES_HEAD)) return true;
    if (new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${JSON_FORMAT}"`).test(head)) return true;
  }
  return false;
}
