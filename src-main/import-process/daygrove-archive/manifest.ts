import { z } from 'zod';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION, MANIFEST_FILE } from '../../../src-shared/domain/archive.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { Tree, TreeFile } from '../tree.ts';

const MAX_MANIFEST_BYTES = 8 * 1024 * 1024;
const HEAD_BYTES = 512;
/** Somebody may have packed the folder that the archive was unpacked to, and that in another. */
const MAX_FOLDERS = 3;

const manifestSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.number(),
  files: z.array(z.object({ name: z.string(), records: z.int().min(0).optional() })).catch([]),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a Daygrove archive, in the archive itself or in a folder of it; null: there is none. Never throws. */
export async function findManifest(tree: Tree): Promise<TreeFile | null> {
  const candidates = tree.files
    .filter(({ path }) => path === MANIFEST_FILE || path.endsWith(`/${MANIFEST_FILE}`))
    .filter(({ path }) => path.split('/').length <= MAX_FOLDERS + 1)
    .toSorted((one, other) => one.path.length - other.path.length)
    .slice(0, MAX_FOLDERS);
  for (const file of candidates) {
    const head = Buffer.from(await file.head(HEAD_BYTES)).toString('utf8');
    if (head.includes(`"${ARCHIVE_FORMAT}"`)) return file;
  }
  return null;
}

/**
 * What the manifest says; null where it cannot be read: everything else in the archive can be.
 * @throws AppFailure `import-too-new` for an archive whose meaning this version does not know
 */
export async function readManifest(file: TreeFile): Promise<Manifest | null> {
  let manifest: Manifest;
  try {
    const text = Buffer.from(await file.bytes(MAX_MANIFEST_BYTES)).toString('utf8');
    manifest = manifestSchema.parse(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch {
    return null;
  }
  if (manifest.version > ARCHIVE_VERSION) throw new AppFailure('import-too-new');
  return manifest;
}
