import type { ParsedEntry, ParsedImport } from '../parsed.ts';
import { ProblemLog } from '../problem-log.ts';
import { readEntry, type ReadEntry } from './entry.ts';
import { readJournals, type Journal } from './journals.ts';
import { isObject } from './json-values.ts';

interface Found {
  readonly item: string;
  readonly read: ReadEntry;
}

/** Reads a Day One export: a journal's JSON or the zip with one or more of them. Throws `import-damaged`. */
export function readDayOne(bytes: Uint8Array): ParsedImport {
  return parseJournals(readJournals(bytes));
}

/** What Day One's journals say. One bad entry is a problem of its own and never stops the rest. */
export function parseJournals(journals: readonly Journal[]): ParsedImport {
  const problems = new ProblemLog();
  const found = new Map<string, Found>();
  for (const [journalIndex, journal] of journals.entries()) {
    const prefix = journals.length > 1 ? `journal ${journalIndex + 1}, ` : '';
    if (journal.entries === null) problems.add(`journal ${journalIndex + 1}`, 'not-an-object');
    for (const [index, value] of (journal.entries ?? []).entries()) {
      const item = `${prefix}entry ${index + 1}`;
      const read = isObject(value) ? readEntry(value) : 'not-an-object';
      if (typeof read === 'string') {
        problems.add(item, read);
        continue;
      }
      const other = found.get(read.key);
      if (other === undefined) {
        found.set(read.key, { item, read });
        continue;
      }
      // The one that was changed last stays; with the same time the first.
      const isNewer = read.parts[0]!.updatedAt > other.read.parts[0]!.updatedAt;
      problems.add(isNewer ? other.item : item, 'duplicate-in-file');
      if (isNewer) found.set(read.key, { item, read });
    }
  }
  const entries: ParsedEntry[] = [];
  for (const { item, read } of found.values()) {
    entries.push(...read.parts);
    for (const { about, reason } of read.problems) problems.add(about === null ? item : `${item}, ${about}`, reason);
  }
  return { format: 'day-one', habits: [], checkIns: [], entries, ...problems.summary() };
}
