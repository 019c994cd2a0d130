import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../src-shared/result.ts';
import { writeHabitsCsv } from '../features/exports/csv/write-habits-csv.ts';
import { writeJson } from '../features/exports/json/write-json.ts';
import { idOf, MemorySource, written } from '../features/exports/testing/memory-source.ts';
import type { FromImport, WireItem } from './protocol.ts';
import { readImport } from './read-import.ts';
import type { ImportSource } from './source.ts';
import { entry, journal, zip } from './testing/day-one-samples.ts';
import { loopBackup, loopDay } from './testing/loop-samples.ts';
import { parsedItemSchema } from './item-schema.ts';
import { sourceOf } from './testing/sources.ts';

const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
const samples = {
  loop: loopBackup(24, {
    habits: [{ id: 1, uuid: 'a', name: 'Read', freq_num: 3, freq_den: 7, type: 0 }],
    repetitions: Array.from({ length: 40 }, (_, day) => ({
      habit: 1,
      timestamp: loopDay('2024-01-01') + day * 86_400_000,
      value: 2,
    })),
  }),
  json: journal(entry(), entry({ uuid: undefined, text: undefined, richText: '{"contents":[{"text":"a"}]}' })),
  zip: zip({ 'Journal.json': journal(entry({ text: 'A day\\. '.repeat(400) })), 'photos/a.jpeg': new Uint8Array(300) }),
};

async function read(source: ImportSource) {
  const posted: Exclude<FromImport, { type: 'read' | 'batch' }>[] = [];
  const items: WireItem[] = [];
  await readImport(source, {
    withMedia: true,
    post: (message) => posted.push(message),
    send: async (batch) => {
      items.push(...batch);
      return true;
    },
  });
  return { posted, items };
}

/** null, or what is wrong with an answer: there is always one, and items are always in their ranges. */
async function faultOf(bytes: Uint8Array): Promise<string | null> {
  const { posted, items } = await read(sourceOf({ file: bytes }));
  for (const item of items) {
    if (item.kind === 'media-piece' || item.kind === 'media-end' || item.kind === 'media') continue;
    const parsed = parsedItemSchema.safeParse(item);
    if (!parsed.success) return parsed.error.message;
  }
  const last = posted.at(-1);
  if (last?.type === 'end') return null;
  const codes = ['import-unrecognised', 'import-damaged', 'import-encrypted', 'import-too-new'];
  return last?.type === 'failed' && codes.includes(last.code) ? null : JSON.stringify(last);
}

describe('reading an import', () => {
  it('says of what Daygrove wrote for others that it does not come back', async () => {
    const source = new MemorySource().habit(idOf(1), 'Read').checkIn(idOf(1), '2026-11-24', 'done');
    const json = await written(writeJson, source);
    const tables = await written(writeHabitsCsv, source);
    for (const files of [{ 'Daygrove.json': json.bytes }, { 'Daygrove habits.zip': tables.bytes }]) {
      expect((await read(sourceOf(files))).posted).toEqual([{ type: 'failed', code: 'import-own-export' }]);
    }
    expect((await read(sourceOf({ 'a.json': '{"format":"else"}' }))).posted).toMatchObject([
      { code: 'import-unrecognised' },
    ]);
  });

  it('says the format first, gives the items, and ends with what was wrong', async () => {
    const loop = await read(sourceOf({ 'a.db': samples.loop }));
    expect(loop.posted).toEqual([
      { type: 'recognised', format: 'loop-backup' },
      { type: 'end', problems: [], problemTallies: [] },
    ]);
    expect(loop.items).toHaveLength(41);
    const day = await read(sourceOf({ 'a.json': samples.json }));
    expect(day.posted).toMatchObject([
      { type: 'recognised', format: 'day-one' },
      { type: 'end', problemTallies: [{ count: 1 }], problems: [{ reason: 'text-from-rich-text' }] },
    ]);
  });

  it('calls a file of a known kind damaged when it is cut, and another unknown', async () => {
    const last = async (source: ImportSource) => (await read(source)).posted.at(-1);
    const damaged = { type: 'failed', code: 'import-damaged' };
    for (const bytes of [samples.loop, samples.zip]) {
      expect(await last(sourceOf({ a: bytes.slice(0, bytes.length * 0.8) }))).toEqual(damaged);
    }
    expect(await last(sourceOf({ 'Loop Habits Backup.db': samples.loop.slice(0, 512) }))).toEqual(damaged);
    for (const bytes of [new Uint8Array(), text('Dear diary'), text('{"habits":[]}')]) {
      expect(await last(sourceOf({ 'a.bin': bytes }))).toEqual({ type: 'failed', code: 'import-unrecognised' });
    }
  });

  it('says that a file is gone, and nothing of it', async () => {
    const files = [
      {
        path: 'a.json',
        size: 100,
        modifiedAt: null,
        read: () => Promise.reject(new AppFailure('not-found')),
      },
    ];
    expect((await read({ files })).posted).toEqual([{ type: 'failed', code: 'not-found' }]);
  });

  describe('of broken files', () => {
    const sample = fc.constantFrom(...Object.values(samples));

    it('answers random bytes, also behind a true beginning', async () => {
      const beginning = fc.constantFrom(
        'SQLite format 3\0',
        'PK\x03\x04',
        '{"metadata":{},"entries":[',
        '[2020-08-31 14:32] ',
        '---\ndate: ',
        'HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n',
        '',
      );
      await fc.assert(
        fc.asyncProperty(beginning, fc.uint8Array({ maxLength: 2000 }), async (head, tail) => {
          expect(await faultOf(Uint8Array.from([...text(head), ...tail]))).toBeNull();
        }),
        { numRuns: 200 },
      );
    });

    it('answers cut files and files with flipped bits', async () => {
      const part = fc.double({ min: 0, max: 1, noNaN: true });
      const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(sample, part, flips, async (bytes, share, places) => {
          const broken = bytes.slice(0, Math.ceil(bytes.length * share));
          for (const [at, bit] of places) if (broken.length > 0) broken[at % broken.length]! ^= 1 << bit;
          expect(await faultOf(broken)).toBeNull();
        }),
        { numRuns: 200 },
      );
    });

    // WebAssembly that was brought down by one file would fail every one after it.
    it('reads a sound file after all of these', async () => {
      expect((await read(sourceOf({ 'a.db': samples.loop }))).items).toHaveLength(41);
    });
  });
});
