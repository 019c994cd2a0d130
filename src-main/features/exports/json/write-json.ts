import { z } from 'zod';
import { preferencesSchema } from '../../../../src-shared/contract/preferences.ts';
import { JSON_FORMAT } from '../../../../src-shared/domain/archive.ts';
import { attachedTo } from '../../entries/projection.ts';
import { entriesInOrder } from '../entries-in-order.ts';
import { localTime } from '../entry-times.ts';
import { ExportTally, type ExportJob, type ExportOutcome } from '../export-job.ts';
import { PREFERENCES_RECORD } from '../habit-histories.ts';
import { isWholeVault } from '../selection.ts';
import { TextOut } from '../text-out.ts';
import { habitsWithDays, readFiles, readHabits, readPauses, type ExportedEntry } from '../vault-content.ts';

/** The first line of the file says which of these it is; docs/exports.md describes it. */
export const JSON_VERSION = 1;

const TEMPLATE_RECORD = 'template';
const SAVED_SEARCH_RECORD = 'saved-search';
const SPELLING_WORD_RECORD = 'spelling-word';

const namedTextSchema = z.looseObject({ name: z.string().min(1), text: z.string().catch('') });
const wordSchema = z.looseObject({ word: z.string().min(1) });
const chosenSchema = z.object({
  dayEndsAt: preferencesSchema.shape.dayEndsAt.catch(0),
  weekStart: preferencesSchema.shape.weekStart.catch(null),
});

function entryValue({ id, day, createdAt, updatedAt, zone, title, body, ...rest }: ExportedEntry): unknown {
  const { mood, tags, location, starred } = rest;
  const times = { createdAt: localTime(createdAt, zone), updatedAt: localTime(updatedAt, zone) };
  return { id, day, ...times, zone, title, body, mood, tags, location, starred, media: attachedTo(body) };
}

/** One JSON document: UTF-8, an element a line. Media are listed and not in it. */
export async function writeJson(job: ExportJob): Promise<ExportOutcome> {
  const { source, selection, now } = job;
  const tally = new ExportTally(job);
  const out = new TextOut(job.sink);
  const head = { format: JSON_FORMAT, version: JSON_VERSION, exportedAt: new Date(now).toISOString(), selection };
  await out.write(`{\n${Object.entries(head).map(member).join(',\n')}`);

  const named = new Set<string>();
  await writeList(out, 'entries', async function* () {
    for await (const entry of entriesInOrder(source, selection, tally)) {
      for (const id of attachedTo(entry.body)) named.add(id);
      yield entryValue(entry);
      tally.add('entries');
    }
  });
  await writeList(out, 'media', async function* () {
    const files = await readFiles(source);
    for (const { id, name, type, size } of files.values()) if (named.has(id)) yield { id, name, type, bytes: size };
  });
  if (isWholeVault(selection)) {
    await writeList(out, 'habits', async function* () {
      const habits = await readHabits(source, tally);
      for await (const { habit, checkIns } of habitsWithDays(source, habits, selection)) {
        const days = checkIns.map(({ day, mark, amount, note }) => ({ day, mark, amount, note }));
        yield { ...habit, checkIns: days };
        tally.add('habits');
        tally.add('checkIns', checkIns.length);
      }
    });
    await writeList(out, 'pauses', async function* () {
      yield* await readPauses(source);
    });
    await writeList(out, 'templates', () => namedTexts(job, TEMPLATE_RECORD, 'body'));
    await writeList(out, 'savedSearches', () => namedTexts(job, SAVED_SEARCH_RECORD, 'query'));
    await writeList(out, 'spellingWords', async function* () {
      for await (const { deleted, fields } of source.records(SPELLING_WORD_RECORD)) {
        const parsed = wordSchema.safeParse(fields);
        if (!deleted && parsed.success) yield parsed.data.word;
      }
    });
    await out.write(`,\n${member(['preferences', await preferences(job)])}`);
  }
  await out.write('\n}\n');
  await out.end();
  return tally.outcome();
}

async function* namedTexts({ source }: ExportJob, type: string, text: string): AsyncGenerator<unknown> {
  for await (const { id, deleted, fields } of source.records(type)) {
    const parsed = namedTextSchema.safeParse(fields);
    if (!deleted && parsed.success) yield { id, name: parsed.data.name, [text]: parsed.data.text };
  }
}

async function preferences({ source }: ExportJob): Promise<z.infer<typeof chosenSchema>> {
  for await (const { fields } of source.records(PREFERENCES_RECORD)) return chosenSchema.parse(fields);
  return chosenSchema.parse({});
}

function member([name, value]: readonly [string, unknown]): string {
  return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}

/** One more member of the document. */
async function writeList(out: TextOut, name: string, values: () => AsyncIterable<unknown>): Promise<void> {
  await out.write(`,\n  ${JSON.stringify(name)}: [`);
  let separator = '\n';
  for await (const value of values()) {
    await out.write(`${separator}    ${JSON.stringify(value)}`);
    separator = ',\n';
  }
  await out.write(separator === '\n' ? ']' : '\n  ]');
}
