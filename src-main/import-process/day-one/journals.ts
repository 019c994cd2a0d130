import { MAX_IMPORT_FILE_BYTES } from '../../../src-shared/contract/imports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { isObject } from './json-values.ts';
import { inflate, inflateHead, isZipFile, readZipDirectory, type ZipMember } from './zip-directory.ts';

/** More than anybody keeps, and few enough to look into each. */
const MAX_JOURNALS = 1000;
/** How much of a file is looked at to tell whether it is a journal. */
const HEAD_BYTES = 256 * 1024;

/** One journal of the export, in the file's order. `entries` is null where the file is a journal but cannot be read. */
export interface Journal {
  readonly entries: readonly unknown[] | null;
}

function decode(bytes: Uint8Array): string {
  // Removes a byte order mark; bytes that are no UTF-8 become U+FFFD instead of stopping everything.
  return new TextDecoder().decode(bytes);
}

/**
 * Whether a JSON text begins as a Day One journal does: an object with an array `entries`, which is empty, stands beside
 * `metadata`, or holds Day One's own names (jrnl's export has `entries` too, and is something else).
 */
function beginsAsJournal(head: string): boolean {
  if (!/^\s*\{/.test(head)) return false;
  const entries = /"entries"\s*:\s*\[\s*(\])?/.exec(head);
  if (entries === null) return false;
  return entries[1] !== undefined || /"(?:metadata|creationDate|creationDevice)"\s*:/.test(head);
}

/** JSON files at the root of the archive or one folder down; a second folder would be somebody's collection, not an export. */
function isJournalName(name: string): boolean {
  const path = name.replaceAll('\\', '/').replace(/^\.\//, '').split('/');
  const file = path.at(-1)!;
  // macOS adds `__MACOSX/._Journal.json`, which is no JSON.
  return path.length <= 2 && path[0] !== '__MACOSX' && !file.startsWith('.') && /\.json$/i.test(file);
}

function journalMembers(bytes: Uint8Array): ZipMember[] {
  const candidates = readZipDirectory(bytes).filter((member) => isJournalName(member.name));
  if (candidates.length > MAX_JOURNALS) throw new AppFailure('import-damaged');
  return candidates.filter((member) => beginsAsJournal(decode(inflateHead(member, HEAD_BYTES))));
}

/** Whether a file is a Day One export, by what it holds: the JSON itself or a zip with it. */
export function isDayOneExport(bytes: Uint8Array): boolean {
  if (!isZipFile(bytes)) return beginsAsJournal(decode(bytes.subarray(0, HEAD_BYTES)));
  try {
    return journalMembers(bytes).length > 0;
  } catch {
    // An archive that cannot be listed: its first member still says whose it is.
    return /^PK\x03\x04[^]{26}(?:[^/\\]+\.json|(?:photos|videos|audios|pdfs)\/)/.test(
      new TextDecoder('latin1').decode(bytes.subarray(0, 512)),
    );
  }
}

/** Throws `import-damaged` where no journal of the file can be read, or where it would take more memory than an import may have. */
export function readJournals(bytes: Uint8Array): Journal[] {
  const journals = isZipFile(bytes) ? readZipped(bytes) : [{ entries: entriesOf(bytes) }];
  if (journals.every((journal) => journal.entries === null)) throw new AppFailure('import-damaged');
  return journals;
}

function readZipped(bytes: Uint8Array): Journal[] {
  let left = MAX_IMPORT_FILE_BYTES;
  return journalMembers(bytes).map((member) => {
    const content = inflate(member, left);
    left -= content.length;
    return { entries: entriesOf(content) };
  });
}

function entriesOf(bytes: Uint8Array): readonly unknown[] | null {
  let root: unknown;
  try {
    root = JSON.parse(decode(bytes));
  } catch {
    return null;
  }
  return isObject(root) && Array.isArray(root['entries']) ? root['entries'] : null;
}
