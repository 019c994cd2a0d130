import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { richTextToMarkdown } from './day-one/rich-text.ts';
import { unescapeMarkdown } from './day-one/unescape-markdown.ts';
import type { ParsedImport } from './parsed.ts';
import { readImport } from './read-import.ts';
import { hasRealFiles, realFile } from './testing/real-files.ts';
import { parsedImportSchema } from './testing/parsed-import-schema.ts';
import { zip } from './testing/day-one-samples.ts';

function read(name: string, bytes: Uint8Array): ParsedImport {
  const answer = readImport(name, bytes);
  if (answer.type === 'failed') throw new Error(answer.code);
  parsedImportSchema.parse(answer.parsed);
  expect(structuredClone(answer.parsed)).toEqual(answer.parsed);
  return answer.parsed;
}

describe.skipIf(!hasRealFiles())('files that other programs wrote', () => {
  it("Day One's export: 5 entries with their days, tags and stars", () => {
    const parsed = read('Dev Journal.json', realFile('day-one/Dev Journal.json'));
    expect(parsed.entries.map(({ key, day, zone, tags, starred }) => [key, day, zone, tags, starred])).toEqual([
      // All day: its moment is 16 April, 23:00 in UTC.
      [
        'DF8B32A3FE25400BBBB3A7BBFCD23CE7',
        '2024-04-17',
        'Europe/Dublin',
        ['another-dev-testing-tag', 'dev-testing-tag'],
        true,
      ],
      ['1461153D91EC48C180C606C853FBFD83', '2024-04-18', 'Europe/London', [], false],
      ['876E72B228F847379F296B1698CA3F61', '2024-04-19', 'Europe/London', [], false],
      ['479270F4CAD1429AB1564DB34D0FE337', '2024-04-19', 'Europe/London', [], false],
      ['959E7A13B3B649D681DC573DB7E07967', '2024-04-21', 'Europe/London', [], false],
    ]);
    expect(parsed.entries[0]).toMatchObject({
      createdAt: '2024-04-16T23:00:00.000Z',
      updatedAt: '2024-04-19T21:55:51.000Z',
    });
    expect(parsed.entries.some(({ body }) => body.includes('\\'))).toBe(false);
    expect(parsed.entries[2]?.body).toMatch(
      /^"This text is in quotes"\nThis-text-is-hyphenated\n\(This text is in parentheses\)\n\n/,
    );
    expect(parsed.entries[3]?.body).toContain('et.![Photo](dayone-moment://24BD79E9E42F4A4CA0C9F384F547B5BC). Nostrud');
    expect(parsed.entries[4]?.body).toBe(
      '![Video](dayone-moment:/video/6F9B2DC7EADE4242A80DC76470D2264E)\n\n![Audio](dayone-moment:/audio/08514236013D4E4A9389BFDC24A5F727)',
    );
    expect(parsed.problems).toEqual(
      [
        'entry 1, photo 1',
        'entry 4, photo 1',
        'entry 4, photo 2',
        'entry 4, video 1',
        'entry 5, video 1',
        'entry 5, audio 1',
      ].map((item) => ({ item, reason: 'media-left-out' })),
    );
    expect(read('export.zip', zip({ 'Dev Journal.json': realFile('day-one/Dev Journal.json') }))).toEqual(parsed);
  });

  it("Day One's export with one entry that is broken and doubled: the others, and a problem", () => {
    const parsed = read('Dev Journal One Invalid.json', realFile('day-one/Dev Journal One Invalid.json'));
    expect(parsed.entries.map(({ day }) => day)).toEqual([
      '2024-04-17',
      '2024-04-18',
      '2024-04-19',
      '2024-04-19',
      '2024-04-21',
    ]);
    expect(parsed.problems.filter(({ reason }) => reason !== 'media-left-out')).toEqual([
      { item: 'entry 6', reason: 'duplicate-in-file' },
    ]);
    expect(parsed.problemCount).toBe(6);
  });

  it("Day One's rich text says what its Markdown says", () => {
    const { entries } = JSON.parse(new TextDecoder().decode(realFile('day-one/Dev Journal.json'))) as {
      entries: { text: string; richText: string }[];
    };
    const tidy = (markdown: string): string => markdown.replace(/ +$/gm, '').replace(/\n{3,}/g, '\n\n');
    // The others' two forms differ in the file itself: by whole sentences, or by where a photo stands.
    for (const index of [0, 2, 4]) {
      const { text, richText } = entries[index]!;
      expect(tidy(unescapeMarkdown(richTextToMarkdown(richText)!))).toBe(tidy(unescapeMarkdown(text)));
    }
  });

  it('answers to cut and broken copies of them', () => {
    const file = fc.constantFrom('day-one/Dev Journal.json').map(realFile);
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(file, fc.double({ min: 0.05, max: 1, noNaN: true }), flips, (bytes, part, places) => {
        const broken = bytes.slice(0, Math.floor(bytes.length * part));
        for (const [at, bit] of places) broken[at % broken.length]! ^= 1 << bit;
        const answer = readImport('file', broken);
        const fault = answer.type === 'parsed' ? parsedImportSchema.safeParse(answer.parsed).error : undefined;
        expect(fault).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
