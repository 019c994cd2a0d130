import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zip } from '../testing/day-one-samples.ts';
import { itemsInRange } from '../testing/parsed-items.ts';
import { collect, sourceOf } from '../testing/sources.ts';
import { jrnlReaderIn } from './read-jrnl.ts';

const reader = jrnlReaderIn(() => 'Europe/Vienna');

type Row = readonly [
  day: string,
  createdAt: string,
  title: string | undefined,
  body: string,
  tags: string,
  starred: boolean,
];

async function read(
  files: Record<string, string | Uint8Array>,
): Promise<{ rows: Row[]; problems: string[]; keys: string[] }> {
  const { entries, problems } = await collect(reader, sourceOf(files));
  return {
    rows: entries.map(({ day, createdAt, title, body, tags, starred }) => [
      day,
      createdAt,
      title,
      body,
      tags.join(' '),
      starred,
    ]),
    problems: problems.map(({ item, reason }) => `${item}: ${reason}`),
    keys: entries.map(({ key }) => key),
  };
}

const json = (...entries: readonly unknown[]): string => JSON.stringify({ tags: { '@work': 2 }, entries }, null, 2);
const entry = {
  title: 'First day.',
  body: 'Line one\nline two @work',
  date: '2024-01-15',
  time: '09:30',
  tags: ['@work'],
  starred: true,
};

describe('the JSON of jrnl', () => {
  it('gives every entry, in the zone of this machine', async () => {
    const { rows, problems } = await read({
      'journal.json': json(entry, { ...entry, date: '2024-07-01', tags: [], starred: false }),
    });
    expect(rows).toEqual([
      ['2024-01-15', '2024-01-15T08:30:00.000Z', 'First day.', 'Line one\nline two @work', 'work', true],
      ['2024-07-01', '2024-07-01T07:30:00.000Z', 'First day.', 'Line one\nline two @work', '', false],
    ]);
    expect(problems).toEqual([]);
  });

  it('tells two entries of one minute apart, and knows one that stands there twice', async () => {
    const { keys, problems } = await read({ 'j.json': json(entry, { ...entry, body: 'Another' }, entry) });
    expect(new Set(keys).size).toBe(2);
    expect(problems).toEqual(['entry 3: duplicate-in-file']);
    // One that is added before them changes the key of none.
    const later = await read({ 'j.json': json({ ...entry, body: 'Earlier' }, entry, { ...entry, body: 'Another' }) });
    expect(later.keys.slice(1)).toEqual(keys);
  });

  it('goes on behind what is no entry', async () => {
    const { rows, problems } = await read({
      'j.json': json(
        7,
        { ...entry, date: 'someday' },
        { ...entry, date: '2024-02-30' },
        { title: 'No date' },
        { date: '2024-02-01' },
      ),
    });
    expect(rows).toEqual([['2024-02-01', '2024-02-01T11:00:00.000Z', undefined, '', '', false]]);
    expect(problems).toEqual([
      'entry 1: not-an-object',
      'entry 2: unreadable-date',
      'entry 3: unreadable-date',
      'entry 4: unreadable-date',
    ]);
  });

  it('keeps what stands before a cut', async () => {
    const whole = json(entry, { ...entry, title: 'Second' });
    const { rows, problems } = await read({ 'j.json': whole.slice(0, whole.lastIndexOf('"Second"')) });
    expect(rows).toHaveLength(1);
    expect(problems).toEqual(['entry 2: unreadable-item']);
  });

  it('reads one file an entry', async () => {
    const { rows } = await read({
      'export/2024-01-15_first-day.json': JSON.stringify(entry),
      'export/2024-01-16_second.json': JSON.stringify({ ...entry, date: '2024-01-16', title: 'Second' }),
    });
    expect(rows.map(([day, , title]) => `${day} ${title}`)).toEqual(['2024-01-15 First day.', '2024-01-16 Second']);
  });
});

describe('the text of jrnl', () => {
  it('begins an entry at each date, and takes its first line for the title', async () => {
    const { rows, problems } = await read({
      'journal.txt': `[2020-08-31 14:32] A title. *
With a body @home,
[not a date] at the beginning of a line

[2020-09-01 09:15:30 AM] One line. And more of it. @work
[2020-09-01 12:00:00 AM] Midnight
[2020-09-01 09:15:30 PM] Evening

`,
    });
    expect(rows).toEqual([
      [
        '2020-08-31',
        '2020-08-31T12:32:00.000Z',
        'A title.',
        'With a body @home,\n[not a date] at the beginning of a line',
        'home',
        true,
      ],
      ['2020-09-01', '2020-09-01T07:15:30.000Z', 'One line.', 'And more of it. @work', 'work', false],
      ['2020-09-01', '2020-08-31T22:00:00.000Z', 'Midnight', '', '', false],
      ['2020-09-01', '2020-09-01T19:15:30.000Z', 'Evening', '', '', false],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['[08/31/2020 02:32 PM] ', '2020-08-31T12:32:00.000Z'],
    ['[31.08.2020 14:32] ', '2020-08-31T12:32:00.000Z'],
    ['[31/08/2020 14:32] ', '2020-08-31T12:32:00.000Z'],
    ['[Monday, August 31 2020 at 14:32] ', '2020-08-31T12:32:00.000Z'],
    ['[31 Aug 2020 14:32] ', '2020-08-31T12:32:00.000Z'],
    ['[2020-08-31T14:32:00] ', '2020-08-31T12:32:00.000Z'],
    ['[2020-08-31] ', '2020-08-31T10:00:00.000Z'],
  ])('knows a date like %s', async (head, createdAt) => {
    const { rows } = await read({ 'journal.txt': `${head}Title\nBody\n` });
    expect(rows).toEqual([['2020-08-31', createdAt, 'Title', 'Body', '', false]]);
  });

  it('tells days from months by the whole journal', async () => {
    const days = async (text: string): Promise<[string[], string[]]> => {
      const { rows, problems } = await read({ 'j.txt': text });
      return [rows.map(([day]) => day), problems];
    };
    // A 13 is no month.
    expect(await days('[03/04/2020 10:00] a\n[13/04/2020 10:00] b\n')).toEqual([['2020-04-03', '2020-04-13'], []]);
    // A journal goes forward.
    expect(await days('[03/04/2020 10:00] a\n[01/05/2020 10:00] b\n[02/06/2020 10:00] c\n')).toEqual([
      ['2020-04-03', '2020-05-01', '2020-06-02'],
      [],
    ]);
    expect(await days('[03/04/2020 10:00] a\n')).toEqual([['2020-03-04'], ['entry 1: date-guessed']]);
  });

  it('reads a folder of days, also where an entry says only its time', async () => {
    const { rows, problems } = await read({
      'journal/2020/08/31.txt': '[2020-08-31 14:32] First\nBody\n',
      'journal/2020/09/01.txt': '[09:15] Second\n[21:15] Third\n',
      'journal/2020/09/notes.txt': 'Something else',
      'journal/2020/09/02.txt': '',
    });
    expect(rows.map(([day, createdAt, title]) => [day, createdAt, title])).toEqual([
      ['2020-08-31', '2020-08-31T12:32:00.000Z', 'First'],
      ['2020-09-01', '2020-09-01T07:15:00.000Z', 'Second'],
      ['2020-09-01', '2020-09-01T19:15:00.000Z', 'Third'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is the same entry in JSON and in text', async () => {
    const text = await read({ 'j.txt': '[2024-01-15 09:30:00 AM] First day. *\nLine one\nline two @work\n' });
    const other = await read({ 'j.json': json(entry) });
    expect(text.keys).toEqual(other.keys);
  });

  it('says where bytes are no text', async () => {
    const bytes = Buffer.from('[2020-08-31 14:32] Caf\xe9\n', 'latin1');
    const { rows, problems } = await read({ 'j.txt': bytes });
    expect(rows[0]?.[2]).toBe('Caf\uFFFD');
    expect(problems).toEqual(['file 1: unreadable-text']);
  });

  it('keeps a title that is too long in the text', async () => {
    const title = 'word '.repeat(100).trim();
    const { rows } = await read({ 'j.txt': `[2020-08-31 14:32] ${title}\nBody\n` });
    expect(rows[0]?.[2]).toMatch(/^(?:word ){50,59}word…$/);
    expect(rows[0]?.[3]).toBe(`${title}\n\nBody`);
  });
});

describe('what jrnl exports as Markdown', () => {
  it('reads one file with years and months', async () => {
    const { rows } = await read({
      'journal.md':
        '# 2020\n\n## August\n\n### 2020-08-31 14:32 First.\n\nBody\n\n#### A heading of its own\n \n## September\n\n### 2020-09-01 09:15 Second\n ',
    });
    expect(rows.map(([day, createdAt, title, body]) => [day, createdAt, title, body])).toEqual([
      ['2020-08-31', '2020-08-31T12:32:00.000Z', 'First.', 'Body\n\n# A heading of its own'],
      ['2020-09-01', '2020-09-01T07:15:00.000Z', 'Second', ''],
    ]);
  });

  it('reads one file an entry, with properties or without', async () => {
    const { rows, problems } = await read({
      'out/2020-08-31_first.md': '# 2020-08-31 14:32 First: a start\n\nBody\n ',
      'out/2020-09-01_second.md':
        '---\ntitle: Second: of two\ndate: 2020-09-01 09:15\nstarred: True\ntags: home, work\nbody: |\t\n\t\n\tOne\n\t\n\t## Two\n...',
    });
    expect(rows).toEqual([
      ['2020-08-31', '2020-08-31T12:32:00.000Z', 'First: a start', 'Body', '', false],
      ['2020-09-01', '2020-09-01T07:15:00.000Z', 'Second: of two', 'One\n\n# Two', 'home work', true],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('with broken files', () => {
  const samples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    json: { 'j.json': json(entry, entry, { ...entry, time: '10:00' }) },
    text: { 'j.txt': '[2020-08-31 14:32] A. *\nB @c\n\n[08/31/2020 02:32 PM] D\nE\n' },
    days: { 'j/2020/08/31.txt': '[14:32] A\nB\n', 'j/2020/09/01.txt': '[09:15] C\n' },
    yaml: { 'o/2020-09-01_a.md': '---\ntitle: A\ndate: 2020-09-01 09:15\nstarred: True\ntags: x\nbody: |\t\n\tB\n...' },
  };

  it('answers copies with cuts and changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(samples)),
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 10, 34, 44, 91, 93, 123, 125))), {
          maxLength: 12,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (sample, changes, part) => {
          const files = Object.entries(samples[sample]!).map(([path, text]) => {
            const bytes = new TextEncoder().encode(text);
            for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
            return [path, part > 0.5 ? bytes : bytes.slice(0, Math.ceil(bytes.length * part * 2))] as const;
          });
          expect(await itemsInRange(reader, sourceOf(Object.fromEntries(files)))).toEqual(expect.anything());
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['brackets', `[2020-01-01 10:00] a\n${'['.repeat(300_000)}`],
    ['a title without an end', `[2020-01-01 10:00] ${'. '.repeat(200_000)}`],
    ['spaces', `[2020-01-01 10:00] a${' '.repeat(300_000)}b`],
    ['tags', `[2020-01-01 10:00] a\n${'@'.repeat(300_000)}`],
    ['lines', `[2020-01-01 10:00] a${'\n'.repeat(300_000)}`],
    ['headings', `# 2020\n\n## May\n\n### 2020-05-01 10:00 a\n${'#'.repeat(300_000)}`],
    ['a heading', `# 2020\n\n## May\n\n### 2020-05-01 10:00 ${' '.repeat(30_000)}a\n`],
  ])('takes no time over %s', async (_what, text) => {
    const start = performance.now();
    expect(await itemsInRange(reader, sourceOf({ 'j.md': text }))).not.toBe(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('says of a file without an entry that it is damaged, and of an archive inside of which all is well nothing', async () => {
    expect(await itemsInRange(reader, sourceOf({ 'j.json': '{"tags":{},"entries":[1,2' }))).toBe('import-damaged');
    expect(await itemsInRange(reader, sourceOf({ 'a.zip': zip({ 'j/journal.json': json(entry) }) }))).toBe(1);
  });
});
