import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_IMPORT_FILE_BYTES } from '../../src-shared/contract/imports.ts';
import { readImport, recognise } from './read-import.ts';
import { entry, journal, zip } from './testing/day-one-samples.ts';
import { loopBackup, loopDay } from './testing/loop-samples.ts';
import { parsedImportSchema } from './testing/parsed-import-schema.ts';

const text = (content: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(content);
const samples = {
  loop: loopBackup(25, {
    habits: [1, 2, 3].map((id) => ({
      id,
      name: `Habit ${id}`,
      uuid: `u${id}`,
      type: id === 3 ? 1 : 0,
      target_value: 5,
      freq_num: 1,
      freq_den: id,
    })),
    repetitions: [1, 2, 3].flatMap((habit) =>
      Array.from({ length: 40 }, (_, day) => ({
        habit,
        timestamp: loopDay('2024-01-01') + day * 86_400_000,
        value: 2,
        notes: '',
      })),
    ),
  }),
  json: journal(entry(), entry({ uuid: undefined, text: undefined, richText: '{"contents":[{"text":"a"}]}' })),
  zip: zip({ 'Journal.json': journal(entry({ text: 'A day\\. '.repeat(400) })), 'photos/a.jpeg': new Uint8Array(300) }),
};

/** Any file has an answer, and a result is always in the contract's ranges: null, or what is wrong with it. */
function faultOf(bytes: Uint8Array): string | null {
  const answer = readImport('file', bytes);
  if (answer.type === 'parsed') return parsedImportSchema.safeParse(answer.parsed).error?.message ?? null;
  return ['import-unrecognised', 'import-damaged'].includes(answer.code) ? null : answer.code;
}

describe('recognise', () => {
  it('knows files by what they hold, whatever they are called', () => {
    expect(recognise('Loop Habits Backup 2024-01-01 120000.db', samples.loop)).toBe('loop-backup');
    expect(recognise('photo.jpeg', samples.loop)).toBe('loop-backup');
    expect(recognise('Journal.json', samples.json)).toBe('day-one');
    expect(recognise('x', text('\uFEFF\n { "entries" : [ ] }'))).toBe('day-one');
    expect(recognise('x', zip({ 'Export/Journal.json': samples.json }))).toBe('day-one');
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a text', text('Dear diary, "entries": [')],
    ['another JSON', text('{"habits":[]}')],
    ['entries that are no list', text('{"metadata":{},"entries":{}}')],
    ['a jrnl export', text('{"tags":{"@a":1},"entries":[{"title":"a","body":"","date":"2024-01-01","time":"09:00"}]}')],
    ['a zip without a journal', zip({ 'photos/a.jpeg': new Uint8Array(9), 'a/b/c.json': samples.json })],
    ['a SQLite file of somebody else', loopBackupWithout('Repetitions')],
  ])('does not know %s', (_what, bytes) => {
    expect(recognise('Journal.json', bytes)).toBeNull();
    expect(readImport('Journal.json', bytes)).toEqual({ type: 'failed', code: 'import-unrecognised' });
  });

  function loopBackupWithout(table: string): Uint8Array {
    const bytes = samples.loop.slice();
    const latin = new TextDecoder('latin1').decode(bytes);
    const other = latin.replaceAll(table, 'x'.repeat(table.length));
    return Uint8Array.from(other, (character) => character.charCodeAt(0));
  }
});

describe('readImport', () => {
  it('reads both kinds', () => {
    expect(readImport('a.db', samples.loop)).toMatchObject({
      type: 'parsed',
      parsed: { format: 'loop-backup', problemCount: 0 },
    });
    expect(readImport('a.json', samples.json)).toMatchObject({ type: 'parsed', parsed: { format: 'day-one' } });
    expect(readImport('a.zip', samples.zip)).toMatchObject({ type: 'parsed', parsed: { format: 'day-one' } });
  });

  it('calls a file of a known kind damaged when it is cut', () => {
    for (const bytes of [samples.loop, samples.json, samples.zip]) {
      expect(readImport('a', bytes.slice(0, bytes.length * 0.8))).toEqual({ type: 'failed', code: 'import-damaged' });
    }
    expect(readImport('Loop Habits Backup.db', samples.loop.slice(0, 512))).toEqual({
      type: 'failed',
      code: 'import-damaged',
    });
  });

  it('refuses a file that is larger than an import may be', () => {
    const large = new Uint8Array(MAX_IMPORT_FILE_BYTES + 1);
    large.set(samples.json);
    expect(readImport('a.json', large)).toEqual({ type: 'failed', code: 'import-damaged' });
  });

  it('refuses a journal that is small in its zip and huge outside of it', () => {
    const bytes = zip({ 'Journal.json': `{"entries":[],"metadata":"${' '.repeat(20_000_000)}"}` });
    // A small one stands for a huge one: the limit is the claim, and the claim is raised here.
    const view = new DataView(bytes.buffer);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint32(directory + 24, MAX_IMPORT_FILE_BYTES + 1, true);
    expect(readImport('a.zip', bytes)).toEqual({ type: 'failed', code: 'import-damaged' });
  });

  describe('with broken files', () => {
    const sample = fc.constantFrom(...Object.values(samples));

    it('answers random bytes, also behind a true beginning', () => {
      const beginning = fc.constantFrom('', 'SQLite format 3\0', 'PK\x03\x04', '{"metadata":{},"entries":[');
      fc.assert(
        fc.property(beginning, fc.uint8Array({ maxLength: 2000 }), (head, tail) => {
          expect(faultOf(Uint8Array.from([...text(head), ...tail]))).toBeNull();
        }),
        { numRuns: 300 },
      );
    });

    it('answers cut files', () => {
      fc.assert(
        fc.property(sample, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) => {
          expect(faultOf(bytes.slice(0, Math.floor(bytes.length * part)))).toBeNull();
        }),
        { numRuns: 200 },
      );
    });

    it('answers files with flipped bits', () => {
      const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 20 });
      fc.assert(
        fc.property(sample, flips, (bytes, places) => {
          const broken = bytes.slice();
          for (const [at, bit] of places) broken[at % broken.length]! ^= 1 << bit;
          expect(faultOf(broken)).toBeNull();
        }),
        { numRuns: 400 },
      );
    });

    // WebAssembly that was brought down by one file would fail every one after it.
    it('reads a sound file after all of these', () => {
      expect(readImport('a.db', samples.loop).type).toBe('parsed');
    });
  });
});
