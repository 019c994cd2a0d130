import { z } from 'zod';
import { habitSchema } from '../../../src-shared/contract/habits.ts';
import { importProblemSchema } from '../../../src-shared/contract/imports.ts';
import { daySchema } from '../../../src-shared/contract/values.ts';
import { AppFailure } from '../../../src-shared/result.ts';
import type { ImportReader, ParsedCheckIn, ParsedHabit } from '../parsed.ts';
import type { ImportSource } from '../source.ts';
import { openTree } from '../tree.ts';
import { collect, sourceOf, type Collected } from './sources.ts';

const trimmed = (text: string): boolean => text === text.trim();
const { shape } = habitSchema;
const keySchema = z.string().min(1).max(21_000);

/** What a habit and its check-ins must fit as they are: the contract's own ranges. Sharper in one way: a text that the contract would trim is refused. */
const habitItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('habit'),
    habit: z.strictObject({
      key: keySchema,
      name: shape.name.refine(trimmed),
      question: shape.question.refine(trimmed),
      description: shape.description.refine(trimmed),
      kind: shape.kind,
      schedule: shape.schedule,
      startDay: daySchema.nullable(),
      archived: z.boolean(),
      position: z.int().min(0),
      group: shape.group.refine(trimmed).optional(),
      colour: shape.colour.optional(),
      reminders: shape.reminders.optional(),
    }),
  }),
  z.strictObject({
    kind: z.literal('check-in'),
    checkIn: z.strictObject({
      habitKey: keySchema,
      day: daySchema,
      mark: z.enum(['done', 'missed', 'skipped']).nullable(),
      amount: z.number().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
      note: z.string().trim().min(1).max(2000).refine(trimmed).nullable(),
    }),
  }),
  importProblemSchema.extend({
    kind: z.literal('problem'),
    item: z.string().regex(/^(?:(?:habit|check-in|row|tick) [a-z0-9, -]+|file)$/),
  }),
]);

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
      const parsed = habitItemSchema.safeParse(item);
      if (!parsed.success) return parsed.error.message;
      if (parsed.data.kind === 'habit') {
        const { key, startDay } = parsed.data.habit;
        if (starts.has(key)) return 'a habit is there twice';
        starts.set(key, startDay);
      }
      if (parsed.data.kind === 'check-in') {
        const { habitKey, day } = parsed.data.checkIn;
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
