import { describe, expect, it } from 'vitest';
import { MAX_BODY_LENGTH } from '../../../src-shared/contract/entries.ts';
import { zip } from '../testing/day-one-samples.ts';
import { PICTURE } from '../testing/note-samples.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { markdownReaderIn } from './read-markdown.ts';

const reader = markdownReaderIn(() => 'Europe/Vienna');
/** In the evening of 10 June 2024, UTC. */
const MODIFIED = Date.UTC(2024, 5, 10, 20, 15);

type Files = Readonly<Record<string, string | Uint8Array>>;

async function read(files: Files, modifiedAt: number | null = MODIFIED): Promise<Collected & { reasons: string[] }> {
  const found = await collect(reader, sourceOf(files, modifiedAt));
  return {
    ...found,
    reasons: found.problems.map(
      ({ item, reason, count }) => `${item}${count === undefined ? '' : ` ${count}`}: ${reason}`,
    ),
  };
}

/** The one entry that a file is. */
async function entryOf(
  path: string,
  text: string,
  others: Files = {},
): Promise<Collected['entries'][number] & { reasons: string[] }> {
  const { entries, reasons } = await read({ [path]: text, ...others });
  expect(entries).toHaveLength(1);
  return { ...entries[0]!, reasons };
}

describe('the day of a note', () => {
  it.each([
    ['V/2024-05-01.md', undefined],
    ['V/20240501.md', undefined],
    ['V/01.05.2024.md', undefined],
    ['V/2024_05_01.md', undefined],
    ['V/2024/05/01.md', undefined],
    ['V/Daily/2024/05-May/01 A walk.md', 'A walk'],
    ['V/2024-05-01 A walk.md', 'A walk'],
    ['V/2024-05-01 - A walk.md', 'A walk'],
    ['V/2024-05-01_A walk.md', 'A walk'],
    ['V/Wednesday, May 1st 2024.md', undefined],
    ['V/May 1, 2024.md', undefined],
    ['V/1. Mai 2024 Spaziergang.md', 'Spaziergang'],
    ['V/A walk 2024-05-01.md', 'A walk'],
    ['V/journals/2024_05_01.md', undefined],
    ['V/2024-05-01.txt', undefined],
  ])('stands in the name %s', async (path, title) => {
    const entry = await entryOf(path, 'Words');
    expect([entry.day, entry.createdAt, entry.title, entry.body]).toEqual([
      '2024-05-01',
      '2024-05-01T10:00:00.000Z',
      title,
      'Words',
    ]);
    expect(entry.reasons).toEqual([]);
  });

  it.each([
    ['V/2024-05-01 14.30 A walk.md', '2024-05-01T12:30:00.000Z', 'A walk'],
    ['V/2024-05-01T1430.md', '2024-05-01T12:30:00.000Z', undefined],
    ['V/202405011430 A walk.md', '2024-05-01T12:30:00.000Z', 'A walk'],
    ['V/2024-05-01 14-30-05.md', '2024-05-01T12:30:05.000Z', undefined],
    ['V/2024-05-01 2024 in numbers.md', '2024-05-01T10:00:00.000Z', '2024 in numbers'],
  ])('stands with a time in the name %s', async (path, createdAt, title) => {
    const entry = await entryOf(path, 'Words');
    expect([entry.day, entry.createdAt, entry.title]).toEqual(['2024-05-01', createdAt, title]);
  });

  it.each<[string, string, string, string]>([
    ['a day', 'date: 2024-05-01', '2024-05-01', '2024-05-01T10:00:00.000Z'],
    ['a time', 'date: 2024-05-01 14:30', '2024-05-01', '2024-05-01T12:30:00.000Z'],
    ['a day in quotes', "date: '2024-05-01'", '2024-05-01', '2024-05-01T10:00:00.000Z'],
    ['a link', 'date: "[[2024-05-01]]"', '2024-05-01', '2024-05-01T10:00:00.000Z'],
    ['words', 'Date: Wednesday, May 1st 2024', '2024-05-01', '2024-05-01T10:00:00.000Z'],
    ['a number', 'date: 20240501', '2024-05-01', '2024-05-01T10:00:00.000Z'],
    ['milliseconds', 'created: 1714559400000', '2024-05-01', '2024-05-01T10:30:00.000Z'],
    ['seconds', 'created_at: 1714559400', '2024-05-01', '2024-05-01T10:30:00.000Z'],
    ['a moment', 'created: 2024-05-01T23:30:00Z', '2024-05-02', '2024-05-01T23:30:00.000Z'],
    [
      'a moment with its zone',
      'created: 2024-05-01T23:30:00Z\ntimezone: America/New_York',
      '2024-05-01',
      '2024-05-01T23:30:00.000Z',
    ],
    [
      'a day and a moment',
      'date: 2024-05-01\ncreated: 2024-05-02T00:30:00+02:00',
      '2024-05-01',
      '2024-05-01T22:30:00.000Z',
    ],
    ['a spaced name', 'date created: 2024-05-01 14:30', '2024-05-01', '2024-05-01T12:30:00.000Z'],
  ])('stands in its properties as %s', async (_what, property, day, createdAt) => {
    const entry = await entryOf('V/A note.md', `---\n${property}\n---\nWords`);
    expect([entry.day, entry.createdAt, entry.title, entry.body]).toEqual([day, createdAt, 'A note', 'Words']);
    expect(entry.reasons).toEqual([]);
  });

  it('is the day by which it is called, also where its file was made on another', async () => {
    const entry = await entryOf('V/2024-05-01.md', '---\ncreated: 2024-04-30 21:00\n---\nWords');
    expect([entry.day, entry.createdAt]).toEqual(['2024-05-01', '2024-04-30T19:00:00.000Z']);
    expect((await entryOf('V/2024-05-01.md', '---\ndate: 2024-05-03\n---\nWords')).day).toBe('2024-05-03');
  });

  it('stands in its first heading, which then is no title', async () => {
    const entry = await entryOf('V/Untitled.md', '# 1 May 2024\n\nWords');
    expect([entry.day, entry.title, entry.body, entry.reasons]).toEqual([
      '2024-05-01',
      undefined,
      '# 1 May 2024\n\nWords',
      [],
    ]);
  });

  it('is guessed from the file where nothing tells it, and is not where the file does not tell', async () => {
    const entry = await entryOf('V/A note.md', 'Words');
    expect([entry.day, entry.createdAt, entry.updatedAt]).toEqual([
      '2024-06-10',
      '2024-06-10T20:15:00.000Z',
      '2024-06-10T20:15:00.000Z',
    ]);
    expect(entry.reasons).toEqual(['entry 1: date-guessed']);
    expect((await read({ 'V/A note.md': 'Words' }, null)).reasons).toEqual(['entry 1: unreadable-date']);
  });

  it('says of a date that cannot be read that it was not', async () => {
    const entry = await entryOf('V/2024-05-01.md', '---\ndate: someday\n---\nWords');
    expect([entry.day, entry.reasons]).toEqual(['2024-05-01', ['entry 1, date: unreadable-date']]);
  });

  it('tells days from months by all the notes', async () => {
    const note = (date: string): string => `---\ndate: ${date}\n---\nWords`;
    const both = await read({ 'V/a.md': note('03/04/2024'), 'V/b.md': note('13/04/2024') });
    expect(both.entries.map(({ day }) => day)).toEqual(['2024-04-03', '2024-04-13']);
    const one = await read({ 'V/a.md': note('03/04/2024') });
    expect([one.entries[0]?.day, one.reasons]).toEqual(['2024-03-04', ['entry 1: date-guessed']]);
  });
});

describe('properties', () => {
  it('become what an entry has for them', async () => {
    const { reasons, key, ...entry } = await entryOf(
      'V/Journal/2024-05-01.md',
      `---
title: 2024.10
tags: [one, '#two', three/four, One, 2024]
updated: 2024-05-03T08:00:00Z
mood: 4
location: Vienna
pinned: yes
aliases: [x]
---

# A heading

Words #five
`,
    );
    expect(entry).toEqual({
      day: '2024-05-01',
      createdAt: '2024-05-01T10:00:00.000Z',
      zone: 'Europe/Vienna',
      updatedAt: '2024-05-03T08:00:00.000Z',
      title: '2024.10',
      body: '# A heading\n\nWords #five',
      tags: ['one', 'two', 'three/four', '2024'],
      starred: true,
      mood: 4,
      location: 'Vienna',
      journal: 'Journal',
    });
    expect([reasons, key]).toEqual([[], 'V/Journal/2024-05-01.md']);
  });

  it.each([
    ['tags: one, two words ,three', ['one', 'two words', 'three']],
    ['tags: one two', ['one', 'two']],
    ['tags: "#one #two"', ['one', 'two']],
    ['tags:\n  - one\n  - two words', ['one', 'two words']],
    ['tag: one', ['one']],
    ['tags: []', []],
    ['tags:', []],
  ])('knows tags in the form %j', async (line, tags) => {
    expect((await entryOf('V/2024-05-01.md', `---\n${line}\n---\nWords`)).tags).toEqual(tags);
  });

  it.each([
    ['mood: 3', { mood: 3 }],
    ['mood: "5"', { mood: 5 }],
    ['mood: great', { moodWord: 'great' }],
    ['mood: 8', { moodWord: '8' }],
    ['mood: 4/5', { moodWord: '4/5' }],
    ['mood:', {}],
  ])('knows a mood in the form %j', async (line, expected) => {
    const { mood, moodWord } = await entryOf('V/2024-05-01.md', `---\n${line}\n---\nWords`);
    expect({ ...(mood == null ? {} : { mood }), ...(moodWord === undefined ? {} : { moodWord }) }).toEqual(expected);
  });

  it('knows a place that is an object', async () => {
    const place = async (lines: string): Promise<string | undefined> =>
      (await entryOf('V/2024-05-01.md', `---\n${lines}\n---\nWords`)).location;
    expect(await place('location:\n  name: Vienna\n  lat: 48.2')).toBe('Vienna');
    expect(await place('location: [48.2, 16.4]')).toBe('48.2, 16.4');
  });

  it('stay below the text where an entry has no place for them', async () => {
    const { body, reasons } = await entryOf(
      'V/2024-05-01.md',
      '---\nsleep: 7\nweather:\n  sun: true\ntags: a\nempty:\n---\nWords\n',
    );
    expect(body).toBe('Words\n\n```yaml\nsleep: 7\nweather:\n  sun: true\n```');
    expect(reasons).toEqual([]);
  });

  it('are read where YAML would not take them, and every line is plain', async () => {
    const { title, tags, reasons } = await entryOf(
      'V/2024-05-01.md',
      '---\ntitle: One: two\ntags:\n- a\n- b\n---\nWords',
    );
    expect([title, tags, reasons]).toEqual(['One: two', ['a', 'b'], []]);
  });

  it.each([
    ['a list without an end', 'tags: [a, b'],
    ['a quote without an end', 'title: "a'],
    ['no YAML', 'title: a\n\t{{{\n'],
    [
      'a bomb of aliases',
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: {x: *a}',
    ],
    ['depth', `title: ${'['.repeat(20_000)}`],
  ])('leave the text whole where they are broken: %s', async (_what, lines) => {
    const text = `---\n${lines}\n---\nWords`;
    const { body, reasons, day } = await entryOf('V/2024-05-01.md', text);
    expect([body, reasons, day]).toEqual([text, ['entry 1, properties: unreadable-item'], '2024-05-01']);
  });

  it.each([
    ['a rule', '---\nWords\n---\nMore'],
    ['a rule without an end', '---\nWords: more'],
    ['properties behind a text', 'Words\n---\ntitle: a\n---'],
  ])('are not %s', async (_what, text) => {
    const { body, reasons } = await entryOf('V/2024-05-01.md', text);
    expect([body, reasons]).toEqual([text, []]);
  });

  it('of Logseq stand above the text, or in its first lines', async () => {
    const { tags, title, body } = await entryOf(
      'G/pages/Trip.md',
      'tags:: [[sea]], sun\ntitle:: The trip\nicon:: x\n- A block\n\t- One below\n\t  collapsed:: true\n',
      { 'G/logseq/config.edn': '{}' },
    );
    expect([tags, title, body]).toEqual([
      ['sea', 'sun'],
      'The trip',
      'icon:: x\n- A block\n\t- One below\n\t  collapsed:: true',
    ]);
  });
});

describe('the title of a note', () => {
  it.each<[string, string, string, string | undefined, string]>([
    ['its name', 'A walk.md', 'Words', 'A walk', 'Words'],
    ['its name, and not again above the text', 'A walk.md', '# A walk\n\nWords', 'A walk', 'Words'],
    ['its heading, where the name is a form of it', 'a-walk.md', '# A walk!\nWords', 'A walk!', 'Words'],
    ['its heading, where the name says nothing', 'Untitled 3.md', '# A walk\nWords', 'A walk', 'Words'],
    ['its heading, where the name is a day', '2024-05-01.md', '\n# A walk #\nWords', 'A walk', 'Words'],
    ['its name, with another heading left alone', 'Walks.md', '# In May\nWords', 'Walks', '# In May\nWords'],
    [
      'nothing, where the heading is the day',
      '2024-05-01.md',
      '# Wednesday, May 1, 2024\nWords',
      undefined,
      '# Wednesday, May 1, 2024\nWords',
    ],
    [
      'nothing, where a smaller heading begins the text',
      '2024-05-01.md',
      '## Morning\nWords',
      undefined,
      '## Morning\nWords',
    ],
  ])('is %s', async (_what, name, text, title, body) => {
    const entry = await entryOf(`V/${name}`, text);
    expect([entry.title, entry.body]).toEqual([title, body]);
  });
});

it('says in which file of a folder a problem is found', async () => {
  const { problems } = await read({
    'Vault/Work/2024-02-29.md': 'Leap day. ![[lost.png]]',
    'Vault/Home/2024-03-01.md': 'Here.',
  });
  expect(problems).toEqual([
    {
      item: 'entry 2, file 1',
      reason: 'media-missing',
      day: '2024-02-29',
      journal: 'Work',
      path: 'Work/2024-02-29.md',
    },
  ]);
});

describe('links', () => {
  const media = {
    'V/files/View of a sea.png': PICTURE,
    'V/files/cafe\u0301.png': PICTURE,
    'V/Daily/near.png': PICTURE,
    'V/a/same.png': PICTURE,
    'V/b/same.png': PICTURE,
  };

  it('to files of the folder become the files', async () => {
    const {
      entries,
      media: found,
      reasons,
    } = await read({
      ...media,
      'V/Daily/2024-05-01.md':
        '![[View of a sea.png|400]] ![a sea](../files/View%20of%20a%20sea.png) ![[CAFÉ.png]] ![](near.png) <img alt="x" src="near.png"> [it](near.png)',
    });
    const keys = found.map(({ key }) => key);
    expect(found.map(({ name, type, width, height, size }) => [name, type, width, height, size])).toEqual(
      ['View of a sea.png', 'café.png', 'near.png'].map((name) => [name, 'image/png', 3, 2, PICTURE.length]),
    );
    expect(entries[0]?.body).toBe(
      `![Photo](import:${keys[0]}) ![a sea](import:${keys[0]}) ![Photo](import:${keys[1]}) ![Photo](import:${keys[2]}) ![x](import:${keys[2]}) it ![it](import:${keys[2]})`,
    );
    expect(reasons).toEqual(['files 2: kind-left-out']);
  });

  it('choose the nearest of files with one name', async () => {
    const { media: found, entries } = await read({ ...media, 'V/b/2024-05-01.md': '![[same.png]] ![[a/same.png]]' });
    // The same bytes under the same name are the same picture.
    expect(found).toHaveLength(1);
    expect(entries[0]?.body.match(/import:/g)).toHaveLength(2);
  });

  it('to notes become what they say', async () => {
    const { body, reasons } = await entryOf(
      'V/2024-05-01.md',
      '[[Other]] [[folder/Other|another]] [[Other#Part]] [[#Part]] [[2024-04-30]] ![[Other]] [b](Other%20note.md) [c](other.md "title") [[Other#^abc]] [web](https://a.b/c.md) [mail](mailto:a@b.c) [here](#part)',
    );
    expect(body).toBe(
      'Other another Other > Part Part 2024-04-30 Other b c Other [web](https://a.b/c.md) [mail](mailto:a@b.c) [here](#part)',
    );
    expect(reasons).toEqual([]);
  });

  it('to files that are not there become words, and are said', async () => {
    const { body, reasons } = await entryOf(
      'V/2024-05-01.md',
      '![[gone.png]] ![a view](also/gone.jpg) [paper](gone.pdf)',
    );
    expect(body).toBe('gone.png a view paper');
    expect(reasons).toEqual(
      ['entry 1, file 1', 'entry 1, file 2', 'entry 1, file 3'].map((item) => `${item}: media-missing`),
    );
  });

  it('stay as they are in code', async () => {
    const text = 'a `[[b]]` c\n\n```\n[[d]] ^e\n> [!note]\n```\n\n~~~md\n![[f.png]]\n~~~';
    expect((await entryOf('V/2024-05-01.md', text)).body).toBe(text);
  });

  it('of a single file have nothing to lead to', async () => {
    const { body, reasons } = await entryOf('2024-05-01.md', '![view](view.png)');
    expect([body, reasons]).toEqual(['view', ['entry 1, file 1: media-missing']]);
  });
});

describe('what only Obsidian understands', () => {
  it('becomes Markdown, or stays', async () => {
    const { body } = await entryOf(
      'V/2024-05-01.md',
      'A line ^abc-1\n\n> [!note] Look *here*\n> words\n\n> [!WARNING]-\n> words\n\n%%a comment%% ==marked== #tag #nested/tag x^2\n\n^def\n\n- [ ] task',
    );
    expect(body).toBe(
      'A line\n\n> **Look *here***\n> words\n\n> **Warning**\n> words\n\n%%a comment%% ==marked== #tag #nested/tag x^2\n\n\n\n- [ ] task',
    );
  });

  it('leaves out settings, templates and canvases, and says how many', async () => {
    const { entries, reasons } = await read({
      'V/.obsidian/app.json': '{}',
      'V/.obsidian/plugins/x/README.md': 'x',
      'V/.trash/old.md': 'x',
      'V/Templates/Daily.md': '# {{date}}',
      'V/board.canvas': '{}',
      'V/drawing.md': '---\nexcalidraw-plugin: parsed\n---\nx',
      'V/2024-05-01.md': 'Words',
    });
    expect(entries.map(({ key }) => key)).toEqual(['V/2024-05-01.md']);
    expect(reasons).toEqual(['files 3: kind-left-out', 'files 1: trashed-there']);
  });
});

describe('journals and keys', () => {
  it('come from the folder below the one that was chosen', async () => {
    const { entries } = await read({
      'V/2024-05-01.md': 'a',
      'V/Work/2024-05-01.md': 'b',
      'V/Private/Deep/2024-05-01.md': 'c',
      'V/2024/05/02.md': 'd',
    });
    expect(entries.map(({ journal, key }) => [journal, key])).toEqual([
      [undefined, 'V/2024-05-01.md'],
      [undefined, 'V/2024/05/02.md'],
      ['Private', 'V/Private/Deep/2024-05-01.md'],
      ['Work', 'V/Work/2024-05-01.md'],
    ]);
  });

  it('are the same in a zip of the folder', async () => {
    const files = { 'V/Work/2024-05-01.md': 'b', 'V/2024-05-02.md': 'a' };
    const folder = await read(files);
    const packed = await read({ 'V.zip': zip(files) });
    const summary = ({ entries }: Collected): unknown[] =>
      entries.map(({ key, journal, day, body }) => [key, journal, day, body]);
    expect(summary(packed)).toEqual(summary(folder));
  });

  it('keep two files apart that are called by the same day', async () => {
    const one = await entryOf('2024-05-01.md', 'Of the one diary');
    const other = await entryOf('2024-05-01.md', 'Of the other diary');
    expect(one.key).not.toBe(other.key);
    // What is written behind its beginning does not make another entry of it.
    const long = 'x'.repeat(300);
    expect((await entryOf('2024-05-01.md', long)).key).toBe((await entryOf('2024-05-01.md', `${long}more`)).key);
  });

  it('are the id of our own export, also where somebody copied a note with its id', async () => {
    const note = '---\ndate: 2024-05-01\nid: 0190c2f4-0000-7000-8000-000000000001\n---\n';
    const { entries } = await read({ 'V/a.md': `${note}a`, 'V/b.md': `${note}b` });
    expect(entries.map(({ key, body }) => [key, body])).toEqual([
      ['id:0190c2f4-0000-7000-8000-000000000001', 'a'],
      ['V/b.md', 'b'],
    ]);
  });
});

describe('our own Markdown export', () => {
  it('comes back', async () => {
    const { entries, media, reasons } = await read({
      'Daygrove 2026-11-26.zip': zip({
        '2026/2026-11-25 The first frost.md': `---
title: "The first frost: again"
date: 2026-11-25
created: 2026-11-25T07:14:05+01:00
updated: 2026-11-26T21:00:00+01:00
zone: Europe/Vienna
mood: 4
mood_word: good
tags:
  - garden
  - winter days
location: Vienna
starred: true
id: 0190c2f4-0000-7000-8000-000000000001
---

Words

![view](../media/view.png)
`,
        'media/view.png': PICTURE,
        'habits/Walk.md':
          '---\ntitle: Walk\nkind: yes or no\nschedule: every day\nstart: 2026-01-01\nid: 0190c2f4-0000-7000-8000-000000000002\n---\n\n| Day |\n| --- |\n',
        'habits/Walk.csv': 'Day\n',
      }),
    });
    expect(entries).toEqual([
      {
        key: 'id:0190c2f4-0000-7000-8000-000000000001',
        day: '2026-11-25',
        createdAt: '2026-11-25T06:14:05.000Z',
        zone: 'Europe/Vienna',
        updatedAt: '2026-11-26T20:00:00.000Z',
        title: 'The first frost: again',
        body: `Words\n\n![view](import:${media[0]?.key})`,
        tags: ['garden', 'winter days'],
        starred: true,
        mood: 4,
        location: 'Vienna',
      },
    ]);
    expect(reasons).toEqual(['files 2: kind-left-out']);
  });
});

describe('texts of any kind', () => {
  it('are read in the encodings that editors write', async () => {
    expect((await entryOf('V/2024-05-01.md', '\uFEFFWörds\r\nmore\r\n')).body).toBe('Wörds\nmore');
    const utf16 = await read({ 'V/2024-05-01.md': Buffer.from('\uFEFFWörds', 'utf16le') });
    expect([utf16.entries[0]?.body, utf16.reasons]).toEqual(['Wörds', []]);
    const latin = await read({ 'V/2024-05-01.md': Buffer.from('W\xf6rds', 'latin1') });
    expect([latin.entries[0]?.body, latin.reasons]).toEqual(['W\uFFFDrds', ['entry 1: unreadable-text']]);
  });

  it('are entries where they are empty', async () => {
    expect(await entryOf('V/2024-05-01.md', '')).toMatchObject({ body: '', reasons: [] });
  });

  it('go on in a next entry where they are too long', async () => {
    const { entries, reasons } = await read({ 'V/2024-05-01.md': `${'x'.repeat(999)}\n`.repeat(2500) });
    expect(entries.map(({ key, body }) => [key, body.length])).toEqual([
      ['V/2024-05-01.md', MAX_BODY_LENGTH],
      ['V/2024-05-01.md/2', MAX_BODY_LENGTH],
      ['V/2024-05-01.md/3', 99_999],
    ]);
    expect(reasons).toEqual(['entry 1: text-split']);
  });
});
