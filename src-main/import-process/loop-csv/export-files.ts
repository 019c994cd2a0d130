import { csvHeader } from '../csv/records.ts';
import type { Tree, TreeFile } from '../tree.ts';

/** The files of one export, wherever in the tree it lies: people unpack it, and pack it again with a folder around it. */
export interface ExportFiles {
  readonly habits: TreeFile;
  /** Position in `Habits.csv`, from 1 -> the check-ins of that habit. */
  readonly checkmarks: ReadonlyMap<number, TreeFile>;
  /** All habits side by side. */
  readonly table: TreeFile | undefined;
}

const HABITS = 'habits.csv';

export function exportFiles(tree: Tree): ExportFiles | null {
  const depth = (file: TreeFile): number => file.path.split('/').length;
  const habits = tree.files
    .filter(({ path }) => path.toLowerCase() === HABITS || path.toLowerCase().endsWith(`/${HABITS}`))
    .reduce<TreeFile | undefined>(
      (best, each) => (best === undefined || depth(each) < depth(best) ? each : best),
      undefined,
    );
  if (habits === undefined) return null;
  const base = habits.path.slice(0, habits.path.length - HABITS.length);
  const checkmarks = new Map<number, TreeFile>();
  let table: TreeFile | undefined;
  for (const file of tree.files) {
    if (!file.path.startsWith(base)) continue;
    const path = file.path.slice(base.length);
    // The name behind the number is cut and cleaned, and may be empty: the number alone says which habit it is.
    const [, number] = /^(\d{3,6})(?: [^/]*)?\/checkmarks\.csv$/i.exec(path) ?? [];
    if (number !== undefined && !checkmarks.has(Number(number))) checkmarks.set(Number(number), file);
    if (path.toLowerCase() === 'checkmarks.csv') table = file;
  }
  return { habits, checkmarks, table };
}

/** Whether `Habits.csv` is Loop's: others may call a table so too. */
export async function isLoopExport(tree: Tree): Promise<boolean> {
  const files = exportFiles(tree);
  if (files === null) return false;
  const header = await csvHeader(files.habits);
  return header.includes('name') && (header.includes('frequencynumerator') || header.includes('numrepetitions'));
}
