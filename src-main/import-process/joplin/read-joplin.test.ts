import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { zip } from '../testing/day-one-samples.ts';
import {
  joplinFolder,
  joplinId,
  joplinItem,
  joplinNote,
  joplinResource,
  PICTURE,
  tar,
} from '../testing/note-samples.ts';
import { itemsInRange } from '../testing/parsed-items.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { readJoplinItem } from './item.ts';
import { joplinReaderIn } from './read-joplin.ts';

const reader = joplinReaderIn(() => 'Europe/Vienna');
const id = joplinId;

type Files = Readonly<Record<string, string | Uint8Array>>;

async function readJex(files: Files): Promise<Collected> {
  return collect(reader, sourceOf({ 'export.jex': await tar(files) }));
}

const problemsOf = ({ problems }: Collected): string[] => problems.map(({ item, reason }) => `${item}: ${reason}`);

/** Notes before what they name, as an archive may have them. */
const vault: Files = {
  [`${id(1)}.md`]: joplinNote(
    1,
    'A title',
    `See ![a *view*](:/${id(500)}) and [the paper](:/${id(501)} "Paper").\n\n<img src=":/${id(500)}" alt="again" width="300"/>\n\nid: 5\ntype_: 9 is how it [goes on](:/${id(2)}#there); [](:/${id(2)}).\n`,
    { parent_id: id(902) },
  ),
  [`${id(2)}.md`]: joplinNote(2, 'Another', '<p>Some <b>bold</b> words<img src=":/' + id(500) + '" alt="x"></p>', {
    markup_language: 2,
    user_created_time: '2024-05-01T22:30:00.000Z',
    latitude: '48.20817400',
    longitude: '16.37381900',
  }),
  [`${id(900)}.md`]: joplinFolder(900, 'Diary'),
  [`${id(901)}.md`]: joplinFolder(901, 'Travel'),
  [`${id(902)}.md`]: joplinFolder(902, 'Italy', 901),
  [`${id(700)}.md`]: joplinItem('sea', null, { id: id(700), parent_id: '', type_: 5 }),
  [`${id(701)}.md`]: joplinItem('in the sun', null, { id: id(701), parent_id: '', type_: 5 }),
  [`${id(800)}.md`]: joplinItem(null, null, { id: id(800), note_id: id(1), tag_id: id(700), type_: 6 }),
  [`${id(801)}.md`]: joplinItem(null, null, { id: id(801), note_id: id(1), tag_id: id(701), type_: 6 }),
  [`${id(802)}.md`]: joplinItem(null, null, { id: id(802), note_id: id(1), tag_id: id(799), type_: 6 }),
  [`${id(500)}.md`]: joplinResource(500, 'view.png'),
  [`${id(501)}.md`]: joplinResource(501, 'The paper.pdf', { mime: 'application/pdf' }),
  [`${id(502)}.md`]: joplinResource(502, 'nobody shows it.png'),
  [`resources/${id(500)}.png`]: PICTURE,
  [`resources/${id(501)}.pdf`]: '%PDF-1.7 a paper',
  [`resources/${id(502)}.png`]: PICTURE,
  [`${id(990)}.md`]: joplinItem(null, null, { id: id(990), item_id: id(1), type_: 13 }),
};

describe('joplinReader', () => {
  it('gives notes with their notebooks, tags, places and files', async () => {
    const found = await readJex(vault);
    expect(problemsOf(found)).toEqual([]);
    expect(found.entries).toEqual([
      {
        key: id(1),
        day: '2024-05-01',
        createdAt: '2024-05-01T07:30:15.250Z',
        zone: 'Europe/Vienna',
        updatedAt: '2024-05-02T07:00:00.000Z',
        title: 'A title',
        body: `See ![a *view*](import:${id(500)}) and [the paper](import:${id(501)}).\n\n![again](import:${id(500)})\n\nid: 5\ntype_: 9 is how it goes on; Another.`,
        tags: ['sea', 'in the sun'],
        starred: false,
        journal: 'Travel/Italy',
      },
      {
        key: id(2),
        // Half past midnight where it is read.
        day: '2024-05-02',
        createdAt: '2024-05-01T22:30:00.000Z',
        zone: 'Europe/Vienna',
        updatedAt: '2024-05-02T07:00:00.000Z',
        title: 'Another',
        body: `Some **bold** words![x](import:${id(500)})`,
        tags: [],
        starred: false,
        location: '48.20817, 16.37382',
        journal: 'Diary',
      },
    ]);
    expect(found.media).toEqual([
      {
        key: id(500),
        name: 'view.png',
        type: 'image/png',
        size: PICTURE.length,
        width: 3,
        height: 2,
        bytes: Buffer.from(PICTURE),
      },
      {
        key: id(501),
        name: 'The paper.pdf',
        type: 'application/pdf',
        size: 16,
        width: null,
        height: null,
        bytes: Buffer.from('%PDF-1.7 a paper'),
      },
    ]);
  });

  it('reads the same from a folder, from a zip of it, and with a folder around everything', async () => {
    const found = await readJex(vault);
    const below = Object.fromEntries(Object.entries(vault).map(([path, content]) => [`Export/${path}`, content]));
    const sources = [sourceOf(below), sourceOf({ 'raw.zip': zip(vault) }), sourceOf({ 'e.jex': await tar(below) })];
    for (const source of sources) {
      expect(await reader.recognise(await openTree(source))).toBe(true);
      const other = await collect(reader, source);
      expect(other.entries.toSorted((a, b) => (a.key < b.key ? -1 : 1))).toEqual(found.entries);
      expect(other.media).toHaveLength(2);
    }
  });

  it('leaves out what is encrypted, in the trash, or the other side of a conflict, and says so', async () => {
    const found = await readJex({
      [`${id(1)}.md`]: joplinNote(1, 'Taken', ''),
      [`${id(2)}.md`]: joplinItem(null, null, {
        id: id(2),
        encryption_cipher_text: 'JED01…',
        encryption_applied: 1,
        type_: 1,
      }),
      [`${id(3)}.md`]: joplinNote(3, 'Trashed', '', { deleted_time: 1_714_550_000_000 }),
      [`${id(4)}.md`]: joplinNote(4, 'Conflict', '', { is_conflict: 1, conflict_original_id: id(1) }),
      [`${id(5)}.md`]: joplinNote(5, 'Kept', '', { deleted_time: 0 }),
      [`${id(6)}.md`]: 'no item at all',
      [`${id(7)}.md`]: joplinNote(7, 'No date', '', {
        user_created_time: '',
        created_time: '',
        user_updated_time: 'soon',
        updated_time: '',
      }),
      [`${id(8)}.md`]: joplinNote(8, 'Changed only', '', { user_created_time: '', created_time: '' }),
    });
    expect(found.entries.map(({ title, createdAt }) => [title, createdAt])).toEqual([
      ['Taken', '2024-05-01T07:30:15.250Z'],
      ['Kept', '2024-05-01T07:30:15.250Z'],
      ['Changed only', '2024-05-02T07:00:00.000Z'],
    ]);
    expect(problemsOf(found)).toEqual([
      'entry 2: encrypted',
      'entry 3: trashed-there',
      'entry 4: duplicate-in-file',
      'entry 6: unreadable-item',
      'entry 7: unreadable-date',
      'entry 8: date-guessed',
    ]);
  });

  it('says of an export that is encrypted as a whole that it is', async () => {
    const locked = joplinItem(null, null, {
      id: id(2),
      encryption_cipher_text: 'JED01…',
      encryption_applied: 1,
      type_: 1,
    });
    expect(await itemsInRange(reader, sourceOf({ 'e.jex': await tar({ [`${id(2)}.md`]: locked }) }))).toBe(
      'import-encrypted',
    );
  });

  it('says which files are missing, too large, empty or encrypted, and keeps their words', async () => {
    const found = await readJex({
      [`${id(1)}.md`]: joplinNote(
        1,
        'T',
        `![gone](:/${id(500)}) ![](:/${id(501)}) [locked](:/${id(502)}) ![](:/${id(503)}) ![gone](:/${id(500)})`,
      ),
      [`${id(501)}.md`]: joplinResource(501, 'large.bin'),
      [`${id(502)}.md`]: joplinResource(502, 'x', { encryption_blob_encrypted: 1 }),
      [`${id(503)}.md`]: joplinResource(503, 'empty.png'),
      [`resources/${id(501)}.bin`]: new Uint8Array(MAX_ATTACHMENT_BYTES + 1),
      [`resources/${id(502)}.crypted`]: 'JED01',
      [`resources/${id(503)}.png`]: '',
    });
    expect(found.entries[0]?.body).toBe('gone large.bin locked empty.png gone');
    expect(problemsOf(found)).toEqual([
      'entry 1, file 1: media-missing',
      'entry 1, file 2: media-too-large',
      'entry 1, file 3: encrypted',
      'entry 1, file 4: media-unreadable',
    ]);
    expect(found.media).toEqual([]);
  });

  it('shows a task with its box, and where a page was clipped from', async () => {
    const found = await readJex({
      [`${id(1)}.md`]: joplinNote(1, 'Buy bread', 'At the corner', {
        is_todo: 1,
        todo_due: 1_714_600_000_000,
        todo_completed: 1_714_590_000_000,
      }),
      [`${id(2)}.md`]: joplinNote(2, 'Open', '', { is_todo: 1 }),
      [`${id(3)}.md`]: joplinNote(3, 'Page', 'Words', { source_url: 'https://example.com/a' }),
    });
    expect(found.entries.map(({ body }) => body)).toEqual([
      '- [x] Buy bread (2024-05-01)\n\nAt the corner',
      '- [ ] Open',
      'Words\n\n<https://example.com/a>',
    ]);
  });

  it('ends with notebooks that stand in each other', async () => {
    const found = await readJex({
      [`${id(1)}.md`]: joplinNote(1, 'T', 'B'),
      [`${id(900)}.md`]: joplinFolder(900, 'a', 901),
      [`${id(901)}.md`]: joplinFolder(901, 'b', 900),
    });
    expect(found.entries[0]?.journal).toBe('b/a');
  });

  it('goes on in a next entry where a note is too long', async () => {
    const found = await readJex({ [`${id(1)}.md`]: joplinNote(1, 'Long', `${'x'.repeat(99)}\n`.repeat(15_000)) });
    expect(found.entries.map(({ key, body }) => [key, body.length])).toEqual([
      [id(1), MAX_BODY_LENGTH],
      [`${id(1)}/2`, 15_000 * 100 - 1 - MAX_BODY_LENGTH],
    ]);
    expect(problemsOf(found)).toEqual(['entry 1: text-split']);
  });

  it('keeps what stands before the cut of an archive', async () => {
    const bytes = await tar({ [`${id(1)}.md`]: joplinNote(1, 'One', 'a'), [`${id(2)}.md`]: joplinNote(2, 'Two', 'b') });
    const found = await collect(reader, sourceOf({ 'e.jex': bytes.slice(0, 2000) }));
    expect(found.entries.map(({ title }) => title)).toEqual(['One']);
    expect(problemsOf(found)).toEqual(['entry 2: unreadable-item']);
  });

  it('answers broken archives', async () => {
    const bytes = await tar(vault);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        async (changes, part) => {
          const broken = bytes.slice(0, Math.floor(bytes.length * Math.min(1, part)));
          for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
          expect(await itemsInRange(reader, sourceOf({ 'e.jex': broken }))).toEqual(expect.anything());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers folders with broken items', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(vault)), fc.nat(), fc.nat(255), async (path, at, byte) => {
        const bytes = Buffer.from(vault[path]!);
        bytes[at % bytes.length] = byte;
        expect(await itemsInRange(reader, sourceOf({ ...vault, [path]: new Uint8Array(bytes) }))).toEqual(
          expect.any(Number),
        );
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['pictures', '![a](:/'.repeat(50_000)],
    ['tags', '<img '.repeat(60_000)],
    ['sources', '<img src=":/'.repeat(30_000)],
    ['escapes', `[${'\\'.repeat(300_000)}`],
    ['colons', `${':'.repeat(1000)}\n`.repeat(300)],
  ])('takes no time over %s', async (_what, body) => {
    const start = performance.now();
    const source = sourceOf({ 'e.jex': await tar({ [`${id(1)}.md`]: joplinNote(1, 'T', body) }) });
    expect(await itemsInRange(reader, source)).toBe(1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('readJoplinItem', () => {
  it('takes the properties from the end', () => {
    const item = readJoplinItem('Title\n\nLine\n\nid: not this\n\nid: 1\ntype_: 1\n')!;
    expect([item.title, item.body, item.type, item.properties.get('id')]).toEqual([
      'Title',
      'Line\n\nid: not this',
      1,
      '1',
    ]);
  });

  it.each([
    ['', 'no title', '\n\nBody\n\ntype_: 1'],
    ['Title', '', 'Title\n\ntype_: 1'],
    ['', '', '\n\ntype_: 1'],
    ['', '', 'type_: 1'],
    ['Title', 'Second line\nthird', 'Title\nSecond line\nthird\n\ntype_: 1'],
    ['Title', '\nBody', 'Title\n\n\nBody\n\ntype_: 1'],
  ])('tells the title %j from the text', (title, _body, text) => {
    expect(readJoplinItem(text)?.title).toBe(title);
  });

  it('is nothing without a type', () => {
    expect(readJoplinItem('A text\n\nid: 1')).toBeNull();
    expect(readJoplinItem('A text')).toBeNull();
    expect(readJoplinItem('')).toBeNull();
  });
});
