import { AppFailure } from '../../../src-shared/result.ts';
import type { ImportReader, ParsedCheckIn, ParsedHabit, ParsedItem } from '../parsed.ts';
import type { ImportSource } from '../source.ts';
import { openTree } from '../tree.ts';
import { parsedItemSchema } from '../item-schema.ts';
import { collect, sourceOf, type Collected } from './sources.ts';

/** The contract trims what it checks; what a reader gives goes into a record as it is. */
function isTrimmed(item: ParsedItem): boolean {
  const texts: (string | null | undefined)[] = [];
  if (item.kind === 'habit') {
    const { name, question, description, group } = item.habit;
    texts.push(name, question, description, group);
  }
  if (item.kind === 'check-in') texts.push(item.checkIn.note);
  return texts.every((text) => text == null || (text === text.trim() && text.length <= 5000));
}

/**
 * What is wrong with what a reader makes of a source; null: nothing. A file that is refused is right too. Beyond the schema: a habit is said once and before its check-ins,
 * a day of a habit once, and no check-in lies before the day that its habit begins on.
 */
export async function faultOf(reader: ImportReader, source: ImportSource): Promise<string | null> {
  const starts = new Map<string, string | null>();
  const days = new Set<string>();
  try {
    const tree = await openTree(source);
    if (!(await reader.recognise(tree))) return null;
    for await (const item of reader.read(tree)) {
      const { error } = parsedItemSchema.safeParse(item);
      if (error !== undefined) return error.message;
      if (!isTrimmed(item)) return 'a text that a record does not hold so';
      if (item.kind === 'habit') {
        const { key, startDay } = item.habit;
        if (starts.has(key)) return 'a habit is there twice';
        starts.set(key, startDay);
      }
      if (item.kind === 'check-in') {
        const { habitKey, day } = item.checkIn;
        const start = starts.get(habitKey);
        if (start === undefined || start === null || day < start) return 'a check-in before its habit';
        if (days.has(`${habitKey}|${day}`)) return 'a day is there twice';
        days.add(`${habitKey}|${day}`);
      }
    }
    return null;
  } catch (error) {
    const code = error instanceof AppFailure ? error.error.code : null;
    return code === 'import-damaged' || code === 'import-too-new' ? null : String(error);
  }
}

/** What a reader gives for one file or several, checked. Throws what the reader throws. */
export async function readHabits(
  reader: ImportReader,
  files: Readonly<Record<string, string | Uint8Array>> | ImportSource,
): Promise<Collected> {
  const source =
    'files' in files && Array.isArray(files.files)
      ? (files as ImportSource)
      : sourceOf(files as Record<string, string | Uint8Array>);
  const fault = await faultOf(reader, source);
  if (fault !== null) throw new Error(fault);
  return collect(reader, source);
}

/** A check-in in one line: `2024-01-01 done 5.2 a note`. */
export function inShort({ day, mark, amount, note }: ParsedCheckIn): string {
  return [day, mark ?? '-', ...(amount === null ? [] : [String(amount)]), ...(note === null ? [] : [note])].join(' ');
}

/** The check-ins of each habit, in the order of the file, by name. */
export function daysByName({ habits, checkIns }: Pick<Collected, 'habits' | 'checkIns'>): Record<string, string[]> {
  const of = ({ key }: ParsedHabit): string[] => checkIns.filter(({ habitKey }) => habitKey === key).map(inShort);
  return Object.fromEntries(habits.map((habit) => [habit.name, of(habit)]));
}
