import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zip } from '../testing/day-one-samples.ts';
import { standardNote, standardNotes, standardTag } from '../testing/note-samples.ts';
import { itemsInRange } from '../testing/parsed-items.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { standardNotesReaderIn } from './read-standard-notes.ts';

const reader = standardNotesReaderIn(() => 'Europe/Vienna');

async function read(...items: readonly unknown[]): Promise<Collected & { reasons: string[] }> {
  const found = await collect(reader, sourceOf({ 'backup.txt': standardNotes(...items) }));
  return { ...found, reasons: found.problems.map(({ item, reason }) => `${item}: ${reason}`) };
}

async function bodyOf(content: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { entries } = await read(standardNote('a', content), standardNote('b', { title: 'The other note' }));
  return entries.find(({ key }) => key === 'a')?.body;
}

const superText = (...children: readonly unknown[]): string => JSON.stringify({ root: { type: 'root', children } });
const text = (words: string, format = 0): unknown => ({ type: 'text', text: words, format });

describe('standardNotesReader', () => {
  it('gives notes with their tags, stars and times', async () => {
    const sn = 'org.standardnotes.sn';
    const { entries, reasons } = await read(
      standardNote('a', { title: 'First', text: 'One\n\ntwo' }),
      standardNote('b', { appData: { [sn]: { pinned: true, archived: true } } }),
      standardTag('t1', 'travel', ['a']),
      standardTag('t2', 'italy', ['a', 'b'], 't1'),
      standardTag('t3', 'old.style', ['b']),
      standardTag('t4', 'old', []),
      standardTag('t5', 'v1.0', ['b']),
      { uuid: 'c', content_type: 'SN|Component', content: { name: 'An editor' } },
    );
    expect(reasons).toEqual([]);
    expect(entries).toEqual([
      {
        key: 'a',
        day: '2024-05-02',
        createdAt: '2024-05-01T22:30:00.000Z',
        zone: 'Europe/Vienna',
        updatedAt: '2024-05-02T07:00:00.000Z',
        title: 'First',
        body: 'One\n\ntwo',
        tags: ['travel', 'travel/italy'],
        starred: false,
      },
      {
        key: 'b',
        day: '2024-05-02',
        createdAt: '2024-05-01T22:30:00.000Z',
        zone: 'Europe/Vienna',
        updatedAt: '2024-05-03T00:00:00.000Z',
        title: 'A title',
        body: 'A text',
        tags: ['travel/italy', 'old/style', 'v1.0'],
        starred: true,
        journal: 'Archived',
      },
    ]);
  });

  it('reads the zip as it is given, and looks at no note twice', async () => {
    const backup = standardNotes(standardNote('a', {}));
    const source = sourceOf({
      'Standard Notes Backup - Wed May 1 2024.zip': zip({
        'Items/Note/A title-abc.txt': 'A text',
        'Items/Tag/x.txt': '{}',
        'Standard Notes Backup and Import File.txt': backup,
      }),
    });
    expect(await reader.recognise(await openTree(source))).toBe(true);
    expect((await collect(reader, source)).entries.map(({ key }) => key)).toEqual(['a']);
  });

  it('leaves out what is in the trash or a second factor, and says so', async () => {
    const tokens = JSON.stringify([{ service: 'Bank', account: 'me', secret: 'JBSWY3DPEHPK3PXP' }]);
    const { entries, reasons } = await read(
      standardNote('a', { trashed: true }),
      standardNote('b', { noteType: 'authentication' }),
      standardNote('c', { text: tokens }),
      standardNote('d', { text: tokens, noteType: 'plain-text', trashed: true }),
      standardNote('e', { editorIdentifier: 'org.standardnotes.token-vault' }),
      standardNote('f', {}, { deleted: true }),
      standardNote('g', {}),
      standardNote('g', {}),
      { ...standardNote('h', {}), content: 5 },
      standardNote('i', {}, { created_at: 'x', created_at_timestamp: 0, updated_at: null, updated_at_timestamp: null }),
      standardNote('j', { appData: null }, { created_at: '1970-01-01T00:00:00.000Z', created_at_timestamp: 0 }),
      standardNote('k', { references: [{ uuid: 'z', content_type: 'SN|File' }] }),
      { uuid: 'z', content_type: 'SN|File', content: { name: 'x.png' } },
    );
    expect(reasons).toEqual([
      'entry 1: trashed-there',
      'entry 2: kind-left-out',
      'entry 3: kind-left-out',
      'entry 4: kind-left-out',
      'entry 5: kind-left-out',
      'entry 7: duplicate-in-file',
      'entry 8: unreadable-item',
      'entry 11, file 1: media-missing',
    ]);
    expect(entries.map(({ key, createdAt }) => [key, createdAt])).toEqual([
      ['g', '2024-05-01T22:30:00.000Z'],
      ['i', '2024-05-02T07:00:00.000Z'],
      ['j', '2024-05-03T00:00:00.000Z'],
      ['k', '2024-05-01T22:30:00.000Z'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('JBSWY');
  });

  it('tells notes and tags without an id by what they say, and takes each', async () => {
    const nameless = (content: Readonly<Record<string, unknown>>, more = {}): Record<string, unknown> => {
      const { uuid: _, ...note } = standardNote('', content, more);
      return note;
    };
    const file = [
      nameless({ title: 'One', text: 'a' }),
      nameless({ title: 'Two', text: 'a' }),
      nameless({ title: 'One', text: 'b' }),
      nameless({ title: 'One', text: 'a' }, { created_at: '2024-05-04T10:00:00.000Z' }),
      nameless({ title: 'One', text: 'a' }),
      standardNote('z', {}),
      standardTag('', 'travel', ['z', '']),
      standardTag('', 'italy', ['z']),
    ];
    const { entries, reasons } = await read(...file);
    expect(reasons).toEqual(['entry 5: duplicate-in-file']);
    expect(entries.map(({ title, body, tags }) => [title, body, tags])).toEqual([
      ['One', 'a', []],
      ['Two', 'a', []],
      ['One', 'b', []],
      ['One', 'a', []],
      ['A title', 'A text', ['travel', 'italy']],
    ]);
    const keys = entries.map(({ key }) => key);
    expect(new Set(keys).size).toBe(5);
    // The same when the file is read again, in whatever order.
    const again = await read(...file.toReversed());
    expect(again.entries.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });

  it('says of an encrypted backup that it is', async () => {
    const locked = {
      uuid: 'a',
      content_type: 'Note',
      content: '004:abc',
      enc_item_key: '004:def',
      created_at: '2024-05-01T22:30:00.000Z',
    };
    const source = sourceOf({ 'b.txt': JSON.stringify({ version: '004', keyParams: {}, items: [locked] }) });
    expect(await reader.recognise(await openTree(source))).toBe(true);
    expect(await itemsInRange(reader, source)).toBe('import-encrypted');
  });

  it('keeps what stands before a cut', async () => {
    const whole = standardNotes(standardNote('a', { title: 'One' }), standardNote('b', { title: 'Two' }));
    const found = await collect(reader, sourceOf({ 'b.txt': whole.slice(0, whole.indexOf('"Two"')) }));
    expect(found.entries.map(({ title }) => title)).toEqual(['One']);
    expect(found.problems).toEqual([{ item: 'entry 2', reason: 'unreadable-item' }]);
  });
});

describe('the editors of Standard Notes', () => {
  it.each([
    ['plain text', { text: 'a <b> *c*' }, 'a <b> *c*'],
    ['rich text', { noteType: 'rich-text', text: '<h1>Head</h1><p>a <strong>b</strong></p>' }, '# Head\n\na **b**'],
    [
      'rich text of an old editor',
      { editorIdentifier: 'org.standardnotes.plus-editor', text: '<p>a <em>b</em></p>' },
      'a *b*',
    ],
    ['code', { noteType: 'code', text: 'a ``` b\n' }, '````\na ``` b\n````'],
    ['tasks', { noteType: 'task', text: '- [ ] a\n- [x] b' }, '- [ ] a\n- [x] b'],
    [
      'a checklist',
      {
        noteType: 'task',
        text: JSON.stringify({
          groups: [{ name: 'Home', tasks: [{ description: 'a & b', completed: true }, { description: 'c' }] }],
        }),
      },
      '## Home\n\n- [x] a & b\n- [ ] c',
    ],
    [
      'a sheet',
      {
        noteType: 'spreadsheet',
        text: JSON.stringify({
          sheets: [
            {
              name: 'S',
              rows: [
                {
                  cells: [
                    { value: 'a', index: 0 },
                    { value: 2, index: 1 },
                  ],
                },
                { cells: [{ value: 'b', index: 1 }] },
              ],
            },
          ],
        }),
      },
      '## S\n\n| a | 2 |\n| - | - |\n| | b |',
    ],
  ])('reads %s', async (_what, content, expected) => {
    expect(await bodyOf(content)).toBe(expected);
  });

  it('reads Super notes', async () => {
    const body = await bodyOf({
      noteType: 'super',
      text: superText(
        { type: 'heading', tag: 'h2', children: [text('Head')] },
        {
          type: 'paragraph',
          children: [
            text('a '),
            text('b', 1),
            text(' '),
            text('c', 2),
            text(' '),
            text('d', 16),
            { type: 'linebreak' },
            text('e <f>'),
          ],
        },
        {
          type: 'list',
          listType: 'check',
          children: [
            { type: 'listitem', checked: true, children: [text('done')] },
            { type: 'listitem', checked: false, children: [text('open')] },
          ],
        },
        { type: 'list', listType: 'number', start: 3, children: [{ type: 'listitem', children: [text('three')] }] },
        { type: 'quote', children: [text('said')] },
        {
          type: 'code',
          language: 'js',
          children: [{ type: 'code-highlight', text: 'x' }, { type: 'linebreak' }, text('y')],
        },
        { type: 'horizontalrule' },
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: 'https://example.com', children: [text('link')] },
            text(' '),
            { type: 'snbubble', itemUuid: 'b' },
          ],
        },
      ),
    });
    expect(body).toBe(
      '## Head\n\na **b** *c* `d`\ne \\<f>\n\n- [x] done\n- [ ] open\n\n3. three\n\n> said\n\n```js\nx\ny\n```\n\n---\n\n[link](https://example.com) The other note',
    );
  });

  it('keeps a text whose form it cannot read, and says so', async () => {
    const { entries, reasons } = await read(standardNote('a', { noteType: 'super', text: '{"root":5}' }));
    expect(entries[0]?.body).toBe('```\n{"root":5}\n```');
    expect(reasons).toEqual(['entry 1, text: unreadable-item']);
  });

  it('comes to an end with Super notes that are nested without end', async () => {
    const depth = 5000;
    const deep = `{"root":{"type":"root","children":[${'{"type":"quote","children":['.repeat(depth)}{"type":"text","text":"deep"}${']}'.repeat(depth)}]}}`;
    expect(await bodyOf({ noteType: 'super', text: deep })).toContain('deep');
  });
});

describe('with broken files', () => {
  const whole = standardNotes(
    standardNote('a', {
      noteType: 'super',
      text: superText({ type: 'heading', tag: 'h1', children: [text('x', 31)] }),
    }),
    standardNote('b', { noteType: 'spreadsheet', text: '{"sheets":[{"rows":[{"cells":[{"value":1}]}]}]}' }),
    standardTag('t', 'a.b', ['a', 'b'], 't'),
  );

  it('answers cuts and changed bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(34, 44, 58, 91, 93, 123, 125, 48))), {
          maxLength: 10,
        }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        async (changes, part) => {
          const bytes = new TextEncoder().encode(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          const broken = bytes.slice(0, Math.ceil(bytes.length * Math.min(1, part)));
          expect(await itemsInRange(reader, sourceOf({ 'b.txt': broken }))).toEqual(expect.anything());
        },
      ),
      { numRuns: 120 },
    );
  });

  it('answers items of any shape', async () => {
    const key = fc.constantFrom(
      'uuid',
      'content',
      'content_type',
      'title',
      'text',
      'references',
      'appData',
      'org.standardnotes.sn',
      'created_at',
      'noteType',
      'root',
      'children',
      'type',
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 1, depthSize: 'xsmall' }),
      fc.constantFrom('Note', 'Tag', 'super', 'a', '2024-05-01T22:30:00.000Z', '{"root":{"children":[{}]}}'),
    );
    const item = fc.dictionary(
      key,
      fc.oneof(value, fc.dictionary(key, fc.oneof(value, fc.array(fc.dictionary(key, value))))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 4 }), async (items) => {
        const source = sourceOf({ 'b.txt': standardNotes(standardNote('z', {}), ...items) });
        expect(await itemsInRange(reader, source)).toEqual(expect.any(Number));
      }),
      { numRuns: 120 },
    );
  });
});
