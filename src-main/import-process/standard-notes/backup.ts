import { textHead } from '../text-of-file.ts';
import type { Tree, TreeFile } from '../tree.ts';

/** A backup's one file: alone, or at the top of a zip or folder, beside `Items/` with the same notes once more. */
const NAME = /^(?:[^/]+\/)?[^/]*\.(?:txt|json)$/i;
const HEAD_BYTES = 64 * 1024;
const MAX_LOOKS = 10;

/** Any backup names the version of its protocol and a list of items that say their `content_type`. */
function isBackup(head: string): boolean {
  const start = head.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('{')) return false;
  const items = /"items"\s*:\s*\[\s*(?:\{|\])/.exec(start);
  if (items === null) return false;
  const after = start.slice(items.index);
  if (/^"items"\s*:\s*\[\s*\]/.test(after)) return /"version"\s*:\s*"00\d"/.test(start);
  return /"content_type"\s*:\s*"/.test(after);
}

/** Null: there is none. Never throws. */
export async function backupFileOf(tree: Tree): Promise<TreeFile | null> {
  const likely = tree.files.filter(({ path }) => tree.container === 'file' || NAME.test(path));
  // Its own name first, where many texts lie beside it.
  const named = likely.filter(({ path }) => /standard notes/i.test(path));
  for (const file of [...named, ...likely].slice(0, MAX_LOOKS)) {
    const head = await textHead(file, HEAD_BYTES);
    if (head !== null && isBackup(head)) return file;
  }
  return null;
}
