import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AppFailure } from '../../../src-shared/result.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import type { ImportReader, ParsedCheckIn, ParsedEntry, ParsedHabit, ParsedMedia, ParsedRecord } from '../parsed.ts';
import type { ImportSource, SourceFile } from '../source.ts';
import { openTree } from '../tree.ts';
import { parsedItemSchema } from '../item-schema.ts';

function fileOf(path: string, content: string | Uint8Array, modifiedAt: number | null): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    modifiedAt,
    read: async (offset, length) => new Uint8Array(bytes.slice(offset, offset + length)),
  };
}

/** What a person chose, from memory: one file, or several by their paths. */
export function sourceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  modifiedAt: number | null = null,
): ImportSource {
  return { files: Object.entries(files).map(([path, content]) => fileOf(path, content, modifiedAt)) };
}

/** A real folder as a person would choose it: paths begin with its own name. */
export function folderSource(folder: string): ImportSource {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
  return {
    files: paths.map((path) => fileOf(relative(join(folder, '..'), path), readFileSync(path), statSync(path).mtimeMs)),
  };
}

export interface Collected {
  readonly habits: ParsedHabit[];
  readonly checkIns: ParsedCheckIn[];
  readonly entries: ParsedEntry[];
  readonly media: (ParsedMedia & { readonly bytes: Uint8Array })[];
  readonly records: ParsedRecord[];
  readonly problems: ImportProblem[];
}

/** Everything that a reader gives for a source, media with their bytes (a medium that breaks has none, and counts as a problem). Each item must fit `parsedItemSchema`. */
export async function collect(reader: ImportReader, source: ImportSource): Promise<Collected> {
  const found: Collected = { habits: [], checkIns: [], entries: [], media: [], records: [], problems: [] };
  for await (const item of reader.read(await openTree(source))) {
    parsedItemSchema.parse(item);
    if (item.kind === 'habit') found.habits.push(item.habit);
    else if (item.kind === 'check-in') found.checkIns.push(item.checkIn);
    else if (item.kind === 'entry') found.entries.push(item.entry);
    else if (item.kind === 'record') found.records.push(item.record);
    else if (item.kind === 'problem') {
      const { kind: _, ...problem } = item;
      found.problems.push(problem);
    } else {
      const pieces: Uint8Array[] = [];
      try {
        for await (const piece of item.bytes()) pieces.push(piece);
        found.media.push({ ...item.media, bytes: Buffer.concat(pieces) });
      } catch (error) {
        if (!(error instanceof AppFailure)) throw error;
        found.problems.push({ item: 'media', reason: 'media-unreadable' });
      }
    }
  }
  return found;
}
