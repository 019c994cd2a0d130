import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jrnlReaderIn } from './jrnl/read-jrnl.ts';
import { markdownReaderIn } from './markdown/read-markdown.ts';
import { itemsInRange } from './testing/parsed-items.ts';
import { hasRealFiles, realFile } from './testing/real-files.ts';
import { collect, sourceOf } from './testing/sources.ts';
import { openTree } from './tree.ts';

const zone = (): string => 'Europe/Vienna';
const jrnl = jrnlReaderIn(zone);
const markdown = markdownReaderIn(zone);

describe.skipIf(!hasRealFiles())('notes of other programs', () => {
  it('a JSON export of jrnl', async () => {
    const source = sourceOf({ 'jrnl-sample.json': realFile('jrnl/jrnl-sample.json') });
    expect(await jrnl.recognise(await openTree(source))).toBe(true);
    const { entries, problems } = await collect(jrnl, source);
    expect(problems).toEqual([]);
    expect(entries.map(({ day, createdAt, title, tags, starred }) => [day, createdAt, title, tags, starred])).toEqual([
      ['2024-01-15', '2024-01-15T08:30:00.000Z', 'First Day', ['personal'], false],
      ['2024-01-16', '2024-01-16T13:00:00.000Z', 'Project Meeting', ['work'], true],
      ['2024-01-17', '2024-01-17T17:45:00.000Z', 'Weekend Plans', ['personal'], false],
    ]);
    expect(entries[0]?.body).toBe("Started using jrnl today. It's pretty neat for quick journaling.");
  });

  it('a folder of Markdown, with properties and without', async () => {
    const names = ['md-with-frontmatter.md', 'test.md'];
    const files = Object.fromEntries(names.map((name) => [`markdown/${name}`, realFile(`markdown/${name}`)]));
    const source = sourceOf(files, Date.UTC(2024, 5, 10, 20, 15));
    expect(await markdown.recognise(await openTree(source))).toBe(true);
    const { entries, problems } = await collect(markdown, source);
    expect(entries.map(({ body: _body, ...entry }) => entry)).toEqual([
      {
        key: 'markdown/md-with-frontmatter.md',
        day: '2013-06-06',
        createdAt: '2013-06-06T09:00:00.001Z',
        zone: 'Europe/Vienna',
        updatedAt: '2014-05-16T10:30:00.001Z',
        title: 'A beautiful morning',
        tags: ['wonderful', 'journal'],
        starred: true,
      },
      {
        key: 'markdown/test.md',
        day: '2024-06-10',
        createdAt: '2024-06-10T20:15:00.000Z',
        zone: 'Europe/Vienna',
        updatedAt: '2024-06-10T20:15:00.000Z',
        title: 'test',
        tags: [],
        starred: false,
      },
    ]);
    expect(entries.map(({ body }) => body.length)).toEqual([3107, 3107]);
    expect(problems.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      'entry 1, file 1: media-missing',
      'entry 2: date-guessed',
      'entry 2, file 1: media-missing',
    ]);
  });

  it('answers broken copies of them', async () => {
    const sample = fc.constantFrom(
      ['jrnl/jrnl-sample.json', jrnl] as const,
      ['markdown/md-with-frontmatter.md', markdown] as const,
    );
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        sample,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        changes,
        async ([path, reader], part, flips) => {
          const whole = realFile(path);
          const broken = whole.slice(0, Math.floor(whole.length * part));
          for (const [at, bit] of flips) broken[at % broken.length]! ^= 1 << bit;
          const source = sourceOf({ [path.split('/')[1]!]: broken }, 1.7e12);
          expect(await itemsInRange(reader, source)).toEqual(expect.anything());
        },
      ),
      { numRuns: 100 },
    );
  });
});
