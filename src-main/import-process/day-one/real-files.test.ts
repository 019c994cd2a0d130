import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../../src-shared/result.ts';
import { zip } from '../testing/day-one-samples.ts';
import { hasRealFiles, realFile } from '../testing/real-files.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { dayOneReader } from './reader.ts';
import { richTextToMarkdown } from './rich-text.ts';
import { unescapeMarkdown } from './unescape-markdown.ts';

const JOURNAL = 'day-one/Dev Journal.json';
const MEDIA = [
  'photos/31c871f18f68d2fde4196ccba1f8ece1.jpeg',
  'photos/6b73e9bd86a91d3a7ead09268b0fb266.jpeg',
  'videos/d500d6789ff2c211af3f507b17be8e66.mp4',
  'audios/f35f41739499e70c6b2714e3a7d82d8c.m4a',
];

describe.skipIf(!hasRealFiles())('a real export of Day One', () => {
  const wholeZip = (): Promise<Collected> =>
    collect(
      dayOneReader,
      sourceOf({
        'export.zip': zip({
          'Dev Journal.json': realFile(JOURNAL),
          ...Object.fromEntries(MEDIA.map((path) => [path, realFile(`day-one/${path}`)])),
        }),
      }),
    );

  it('holds 5 entries with their days, tags, stars and places', async () => {
    const { entries } = await wholeZip();
    expect(entries.map(({ key, day, zone, tags, starred }) => [key, day, zone, tags, starred])).toEqual([
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
    expect(entries[0]).toMatchObject({
      createdAt: '2024-04-16T23:00:00.000Z',
      updatedAt: '2024-04-19T21:55:51.000Z',
      title: 'Header 1',
    });
    expect(entries[0]?.body).toMatch(/^## Header 2\n\n### Header 3/);
    expect(entries[0]?.location).toMatch(/^Eurpocar Dublin Airport Terminal 2, /);
    expect(entries[3]?.location).toMatch(/^London Eye, /);
    expect(entries.map(({ journal }) => journal)).toEqual(Array.from({ length: 5 }, () => undefined));
    expect(entries.some(({ body }) => body.includes('\\'))).toBe(false);
    expect(entries[2]?.body).toMatch(
      /^"This text is in quotes"\nThis-text-is-hyphenated\n\(This text is in parentheses\)\n\n/,
    );
  });

  it('brings its 4 media, byte for byte, and says which film is missing', async () => {
    const { entries, media, problems } = await wholeZip();
    expect(media.map(({ key, type, size, width, height }) => [key, type, size, width, height])).toEqual([
      ['31c871f18f68d2fde4196ccba1f8ece1', 'image/jpeg', 1_287_214, 1179, 2064],
      ['6b73e9bd86a91d3a7ead09268b0fb266', 'image/jpeg', 1_472_349, 1179, 1559],
      ['d500d6789ff2c211af3f507b17be8e66', 'video/mp4', 2_845_124, null, null],
      ['f35f41739499e70c6b2714e3a7d82d8c', 'audio/mp4', 47_063, null, null],
    ]);
    for (const { key, bytes } of media) expect(createHash('md5').update(bytes).digest('hex')).toBe(key);
    // One photo of two identifiers, in two entries.
    expect(entries[0]?.body).toContain('![Photo](import:31c871f18f68d2fde4196ccba1f8ece1)');
    expect(entries[3]?.body).toContain('et.![Photo](import:31c871f18f68d2fde4196ccba1f8ece1). Nostrud');
    expect(entries[4]?.body).toBe(
      '[Video](import:d500d6789ff2c211af3f507b17be8e66)\n\n[Audio](import:f35f41739499e70c6b2714e3a7d82d8c)',
    );
    expect(problems).toMatchObject([
      { item: 'entry 4, video 1', reason: 'media-missing' },
      { item: 'activity', reason: 'kind-left-out' },
    ]);
  });

  it('says the same as a folder', async () => {
    const paths = ['Dev Journal.json', ...MEDIA];
    const folder = Object.fromEntries(paths.map((path) => [`Export/${path}`, realFile(`day-one/${path}`)]));
    expect(await collect(dayOneReader, sourceOf(folder))).toEqual(await wholeZip());
  });

  it('comes without media as the JSON alone', async () => {
    const { entries, media, problems } = await collect(
      dayOneReader,
      sourceOf({ 'Dev Journal.json': realFile(JOURNAL) }),
    );
    expect(entries).toHaveLength(5);
    expect(entries[4]?.body).toBe('(Video)\n\n(Audio)');
    expect(media).toEqual([]);
    expect(problems.map(({ item }) => item)).toEqual([
      'entry 1, photo 1',
      'entry 4, photo 1',
      'entry 4, photo 2',
      'entry 4, video 1',
      'entry 5, video 1',
      'entry 5, audio 1',
      'activity',
    ]);
  });

  it('with one entry that is broken and doubled: the others, and a problem', async () => {
    const { entries, problems } = await collect(
      dayOneReader,
      sourceOf({ 'Dev Journal One Invalid.json': realFile('day-one/Dev Journal One Invalid.json') }),
    );
    expect(entries.map(({ day }) => day)).toEqual([
      '2024-04-17',
      '2024-04-18',
      '2024-04-19',
      '2024-04-19',
      '2024-04-21',
    ]);
    expect(problems.filter(({ reason }) => !/^(?:media-missing|kind-left-out)$/.test(reason))).toMatchObject([
      { item: 'entry 6', reason: 'duplicate-in-file' },
    ]);
  });

  it('says in its rich text what it says in its Markdown', () => {
    const { entries } = JSON.parse(new TextDecoder().decode(realFile(JOURNAL))) as {
      entries: { text: string; richText: string }[];
    };
    const tidy = (markdown: string): string => markdown.replace(/ +$/gm, '').replace(/\n{3,}/g, '\n\n');
    // The others' two forms differ in the file itself: by whole sentences, or by where a photo stands.
    for (const index of [0, 2, 4]) {
      const { text, richText } = entries[index]!;
      expect(tidy(unescapeMarkdown(richTextToMarkdown(richText)!))).toBe(tidy(unescapeMarkdown(text)));
    }
  });

  it('has an answer when it is cut or broken', async () => {
    const json = realFile(JOURNAL);
    const packed = zip({ 'Dev Journal.json': json, [MEDIA[3]!]: realFile(`day-one/${MEDIA[3]}`) });
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(json, packed),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        flips,
        async (bytes, part, places) => {
          const broken = bytes.slice(0, Math.floor(bytes.length * part));
          for (const [at, bit] of places) broken[at % broken.length]! ^= 1 << bit;
          const failure = await collect(dayOneReader, sourceOf({ file: broken })).then(
            () => null,
            (error: unknown) => error,
          );
          expect(failure === null || failure instanceof AppFailure).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
