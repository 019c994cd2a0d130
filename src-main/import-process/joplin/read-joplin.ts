import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import { entryItems, placeOf } from '../entry-items.ts';
import { mediaName } from '../media-head.ts';
import type { ImportReader, ParsedItem, ProblemPlace } from '../parsed.ts';
import type { Tree } from '../tree.ts';
import { systemZone } from '../written-time.ts';
import { isDamage, isSet, itemOf, readCatalogue, type JoplinCatalogue } from './catalogue.ts';
import { NOTE, type JoplinItem } from './item.ts';
import { isJoplinExport, joplinMembers, type JoplinMember } from './members.ts';
import { readNote } from './note.ts';

/**
 * Joplin's JEX archive, or its RAW folder (docs/import-formats). It is read twice: a note may stand before the notebook, the tags and the files that it names.
 * @param zone in which the days of its notes are told: Joplin keeps moments only
 */
export function joplinReaderIn(zone: () => string): ImportReader {
  return { format: 'joplin', recognise: isJoplinExport, read: (tree) => readJoplin(tree, zone()) };
}

export const joplinReader = joplinReaderIn(systemZone);

async function* readJoplin(tree: Tree, zone: string): AsyncGenerator<ParsedItem> {
  const catalogue = await readCatalogue(tree);
  const seen = new Set<string>();
  const counts = { notes: 0, entries: 0, encrypted: 0 };
  try {
    for await (const member of joplinMembers(tree)) {
      if (member.role === 'resource') {
        if (!seen.has(`file ${member.id}`) && isWanted(member, catalogue)) yield mediaItem(member, catalogue);
        seen.add(`file ${member.id}`);
        continue;
      }
      const item = await itemOf(member).catch(unlessGone);
      if (item !== null && typeof item !== 'string' && item.type !== NOTE) continue;
      counts.notes += 1;
      const name = `entry ${counts.notes}`;
      const problem = (reason: ImportProblem['reason'], place: ProblemPlace = { item: name }): ParsedItem => ({
        kind: 'problem',
        ...place,
        reason,
      });
      if (item === null || typeof item === 'string') {
        yield problem(item ?? 'unreadable-item');
        continue;
      }
      const reason = seen.has(member.id) ? 'duplicate-in-file' : whyLeftOut(item);
      seen.add(member.id);
      if (reason === 'encrypted') counts.encrypted += 1;
      const note = reason ?? readNote(item, member.id, catalogue, zone);
      if (typeof note === 'string') {
        yield problem(note);
        continue;
      }
      const place = placeOf(note.draft, name);
      for (const { about, reason: why } of note.problems) {
        yield problem(why, about === null ? place : { ...place, item: `${name}, ${about}` });
      }
      counts.entries += 1;
      yield* entryItems(note.draft, name);
    }
  } catch (error) {
    if (!isDamage(error) || counts.notes === 0) throw error;
    // It is cut; what stands before the cut is whole.
    yield { kind: 'problem', item: `entry ${counts.notes + 1}`, reason: 'unreadable-item' };
  }
  if (counts.entries === 0 && counts.encrypted > 0) throw new AppFailure('import-encrypted');
}

/** Notes that somebody did not keep, or that cannot be read; null: it is taken. */
function whyLeftOut(item: JoplinItem): ImportProblem['reason'] | null {
  if (isSet(item, 'encryption_applied')) return 'encrypted';
  if (isSet(item, 'deleted_time')) return 'trashed-there';
  // The other wording of a note that is in the export as well.
  return isSet(item, 'is_conflict') ? 'duplicate-in-file' : null;
}

function isWanted(member: JoplinMember, catalogue: JoplinCatalogue): boolean {
  const isEncrypted = catalogue.resources.get(member.id)?.isEncrypted === true;
  return catalogue.wanted.has(member.id) && !isEncrypted && member.size > 0 && member.size <= MAX_ATTACHMENT_BYTES;
}

function mediaItem(member: JoplinMember, catalogue: JoplinCatalogue): ParsedItem {
  const { type, width, height } = catalogue.files.get(member.id)!;
  const name = mediaName(catalogue.resources.get(member.id)?.name || member.name);
  return {
    kind: 'media',
    media: { key: member.id, name, type, size: member.size, width, height },
    bytes: () => member.stream(),
  };
}

/** What went wrong with one file of a folder or zip; whatever is wrong with an archive is met again at its next file. */
function unlessGone(error: unknown): null {
  if (!isDamage(error)) throw error;
  return null;
}
