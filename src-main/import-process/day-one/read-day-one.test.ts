import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { entry, journal, zip } from '../testing/day-one-samples.ts';
import { parsedImportSchema } from '../testing/parsed-import-schema.ts';
import { parseJournals, readDayOne } from './read-day-one.ts';

const uuid = (number: number): string => number.toString(16).toUpperCase().padStart(32, '0');

function parse(...entries: readonly unknown[]) {
  const parsed = readDayOne(journal(...entries));
  parsedImportSchema.parse(parsed);
  expect(structuredClone(parsed)).toEqual(parsed);
  return parsed;
}

describe('readDayOne', () => {
  it('reads an entry', () => {
    const parsed = parse(
      entry({
        text: '# Out\\.\n\nA 30\\-minute walk\\!',
        starred: true,
        tags: ['walks', '#air', ' walks ', '', 5],
        isPinned: true,
      }),
    );
    expect(parsed).toEqual({
      format: 'day-one',
      habits: [],
      checkIns: [],
      entries: [
        {
          key: '0123456789ABCDEF0123456789ABCDEF',
          day: '2024-06-01',
          createdAt: '2024-06-01T09:30:00.000Z',
          zone: 'Europe/Vienna',
          updatedAt: '2024-06-01T10:00:00.000Z',
          body: '# Out.\n\nA 30-minute walk!',
          tags: ['walks', 'air'],
          starred: true,
        },
      ],
      problems: [],
      problemCount: 0,
    });
  });

  it('keeps empty entries, and those without a text', () => {
    const { entries, problems } = parse(
      entry({ uuid: uuid(1), text: '' }),
      entry({ uuid: uuid(2), text: undefined }),
      entry({ uuid: uuid(3), text: null, photos: [{ identifier: 'A' }] }),
      entry({ uuid: uuid(4), text: { not: 'a text' } }),
    );
    expect(entries.map(({ body }) => body)).toEqual(['', '', '', '']);
    expect(problems).toEqual([
      { item: 'entry 3, photo 1', reason: 'media-left-out' },
      { item: 'entry 4', reason: 'value-out-of-range' },
    ]);
  });

  it('takes the rich text where there is no text', () => {
    const richText = JSON.stringify({ contents: [{ text: 'From. Rich\n', attributes: { line: { header: 2 } } }] });
    const { entries, problems } = parse(entry({ text: undefined, richText }));
    expect(entries[0]?.body).toBe('## From. Rich');
    expect(problems).toEqual([{ item: 'entry 1', reason: 'text-from-rich-text' }]);
  });

  it('makes a problem of an entry that it cannot place, and goes on', () => {
    const { entries, problems } = parse(
      'no entry',
      null,
      [entry()],
      entry({ creationDate: 'yesterday' }),
      entry({ timeZone: 'Mars/Olympus', modifiedDate: 'later' }),
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ zone: 'UTC', updatedAt: '2024-06-01T09:30:00.000Z' });
    expect(problems).toEqual([
      { item: 'entry 1', reason: 'not-an-object' },
      { item: 'entry 2', reason: 'not-an-object' },
      { item: 'entry 3', reason: 'not-an-object' },
      { item: 'entry 4', reason: 'unreadable-date' },
      { item: 'entry 5', reason: 'unknown-zone' },
      { item: 'entry 5, modified', reason: 'unreadable-date' },
    ]);
  });

  it('keeps of doubled entries the one that was changed last', () => {
    const { entries, problems } = parse(
      entry({ text: 'first' }),
      entry({ text: 'same time', uuid: '01234567-89ab-cdef-0123-456789abcdef' }),
      entry({ text: 'later', modifiedDate: '2024-07-01T00:00:00Z' }),
    );
    expect(entries.map(({ body }) => body)).toEqual(['later']);
    expect(problems).toEqual([
      { item: 'entry 2', reason: 'duplicate-in-file' },
      { item: 'entry 1', reason: 'duplicate-in-file' },
    ]);
  });

  it('gives an entry without an id the same key each time, and another one another', () => {
    const keys = (...texts: string[]) =>
      parse(...texts.map((text) => entry({ uuid: undefined, text }))).entries.map(({ key }) => key);
    const [a, b] = keys('a', 'b');
    expect(a).not.toBe(b);
    expect(keys('b', 'a')).toEqual([b, a]);
  });

  it('cuts nothing off a text that is too long for one entry', () => {
    const text = `${'word '.repeat(1000)}\n`.repeat(300);
    const { entries, problems } = parse(entry({ text }));
    expect(entries.map(({ key }) => key)).toEqual(['', '/2'].map((part) => `0123456789ABCDEF0123456789ABCDEF${part}`));
    expect(entries.every(({ body }) => body.length <= MAX_BODY_LENGTH)).toBe(true);
    expect(entries.map(({ body }) => body).join('')).toBe(text);
    expect(problems).toEqual([{ item: 'entry 1', reason: 'value-out-of-range' }]);
  });

  it('reads every journal of a zip, and counts entries in each', () => {
    const parsed = readDayOne(
      zip({
        'Journal.json': journal(entry({ uuid: uuid(1) }), 'x'),
        'Export/Travel.JSON': journal(entry({ uuid: uuid(2) }), 'x'),
        'Broken.json': '{"metadata":{},"entries":[{"uuid":',
        'settings.json': '{"theme":"dark"}',
        '__MACOSX/._Journal.json': 'no JSON',
        'a/b/Deep.json': journal(entry({ uuid: uuid(3) })),
        'photos/a.jpeg': new Uint8Array([1, 2, 3]),
      }),
    );
    expect(parsed.entries.map(({ key }) => key)).toEqual([uuid(1), uuid(2)]);
    expect(parsed.problems).toEqual([
      { item: 'journal 1, entry 2', reason: 'not-an-object' },
      { item: 'journal 2, entry 2', reason: 'not-an-object' },
      { item: 'journal 3', reason: 'not-an-object' },
    ]);
  });

  it('takes any JSON for entries', () => {
    const value = (...likely: string[]) => fc.oneof(fc.constantFrom(...likely), fc.jsonValue());
    const almost = fc.record(
      {
        uuid: value(uuid(1), uuid(2)),
        creationDate: value('2024-06-01T09:30:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'),
        modifiedDate: value('2024-06-01T09:30:00Z'),
        timeZone: value('Europe/Vienna', 'GMT+1400', 'Pacific/Kiritimati'),
        isAllDay: fc.oneof(fc.boolean(), fc.jsonValue()),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        richText: fc.oneof(fc.json(), fc.jsonValue()),
        tags: fc.oneof(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue())), fc.jsonValue()),
        starred: fc.oneof(fc.boolean(), fc.jsonValue()),
        photos: fc.jsonValue(),
        location: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(almost, fc.jsonValue())), (entries) => {
        const parsed = parseJournals([{ entries: JSON.parse(JSON.stringify(entries)) as unknown[] }]);
        parsedImportSchema.parse(parsed);
        expect(structuredClone(parsed)).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });
});
