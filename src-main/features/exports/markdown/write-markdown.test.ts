import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { markdownReader } from '../../../import-process/markdown/read-markdown.ts';
import { PICTURE } from '../../../import-process/testing/note-samples.ts';
import { collect, sourceOf } from '../../../import-process/testing/sources.ts';
import { dayItem, idOf, MemorySource, written } from '../testing/memory-source.ts';
import { frontMatter } from './front-matter.ts';
import { writeMarkdown } from './write-markdown.ts';

const decoder = new TextDecoder();
const PHOTO = idOf(50);
const NOTES = idOf(51);
const AWAY = idOf(52);

async function notes(source: MemorySource, options: Parameters<typeof written>[2] = {}) {
  const result = await written(writeMarkdown, source, options);
  const members = Object.entries(unzipSync(result.bytes));
  const folder = members[0]![0].split('/')[0]!;
  const inside = members.map(([name, bytes]) => {
    expect(name.startsWith(`${folder}/`)).toBe(true);
    return [name.slice(folder.length + 1), bytes] as const;
  });
  const notesOnly = inside.filter(([name]) => name !== 'README.md');
  const files = new Map(notesOnly.map(([name, bytes]) => [name, decoder.decode(bytes)] as const));
  return { ...result, files, members: new Map(inside), folder };
}

/** The properties and the text of a note, as a reader of Markdown takes them apart. */
function taken(note: string | undefined): { properties: Record<string, unknown>; text: string } {
  const [, yaml, text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(note ?? '')!;
  return { properties: parse(yaml!) as Record<string, unknown>, text: text! };
}

describe('a Markdown folder', () => {
  it('is a note an entry, exactly so', async () => {
    const source = new MemorySource()
      .entry(idOf(1), '2026-11-25', 'First frost. #garden\n\n- [ ] leeks', {
        title: 'Cold: "very"',
        mood: 4,
        tags: ['winter'],
        location: 'Graz',
        starred: true,
      })
      .entry(idOf(2), '2025-01-02', '');
    const { files, counts, skipped } = await notes(source);
    expect([...files.keys()]).toEqual(['2025/2025-01-02.md', '2026/2026-11-25 Cold very.md']);
    expect(files.get('2026/2026-11-25 Cold very.md')).toBe(`---
title: 'Cold: "very"'
date: 2026-11-25
created: 2026-11-25T08:14:00+01:00
updated: 2026-11-24T13:00:00+01:00
zone: Europe/Vienna
mood: 4
mood_word: good
tags:
  - winter
  - garden
location: Graz
starred: true
id: ${idOf(1)}
---

First frost. #garden

- [ ] leeks
`);
    expect(files.get('2025/2025-01-02.md')).toBe(
      `---\ndate: 2025-01-02\ncreated: 2025-01-02T08:14:00+01:00\nupdated: 2026-11-24T13:00:00+01:00\nzone: Europe/Vienna\nid: ${idOf(2)}\n---\n`,
    );
    expect(counts).toEqual({ entries: 2, habits: 0, checkIns: 0, media: 0, inTrash: 0 });
    expect(skipped).toEqual([]);
  });

  it('names entries of one day apart, the earliest first', async () => {
    const source = new MemorySource()
      .entry(idOf(3), '2026-11-25', 'evening', { createdAt: Date.parse('2026-11-25T19:00:00Z') })
      .entry(idOf(4), '2026-11-25', 'morning', { createdAt: Date.parse('2026-11-25T06:00:00Z') })
      .entry(idOf(5), '2026-11-25', 'noon', { createdAt: Date.parse('2026-11-25T11:00:00Z'), title: 'FROST' })
      .entry(idOf(6), '2026-11-25', 'night', { createdAt: Date.parse('2026-11-25T22:00:00Z'), title: 'frost' });
    const { files } = await notes(source);
    const texts = Object.fromEntries([...files].map(([name, note]) => [name, taken(note).text.trim()]));
    expect(texts).toEqual({
      '2026/2026-11-25.md': 'morning',
      '2026/2026-11-25 2.md': 'evening',
      '2026/2026-11-25 FROST.md': 'noon',
      '2026/2026-11-25 frost 2.md': 'night',
    });
  });

  it('has its files beside it, once, and links that lead there', async () => {
    const bytes = new Uint8Array(300).map((_, index) => index % 251);
    const source = new MemorySource()
      .file(PHOTO, 'our (first) photo.JPG', 'image/jpeg', bytes)
      .file(NOTES, 'notes', 'text/plain', new TextEncoder().encode('by hand'))
      .file(AWAY, 'away.png', 'image/png', null)
      .file(idOf(53), 'of no entry.png', 'image/png', bytes)
      .entry(idOf(1), '2026-11-24', `![us](attachment:${PHOTO}) and [the notes](attachment:${NOTES})`)
      .entry(idOf(2), '2026-11-25', `![](attachment:${PHOTO} "title") ![](attachment:${AWAY}) \`](attachment:x)\``);
    const { files, members, counts, skipped } = await notes(source);
    expect([...files.keys()].filter((name) => name.startsWith('media/'))).toEqual([
      'media/our (first) photo.jpg',
      'media/notes.txt',
    ]);
    expect(members.get('media/our (first) photo.jpg')).toEqual(bytes);
    expect(taken(files.get('2026/2026-11-24.md')).text).toBe(
      '\n![us](../media/our%20%28first%29%20photo.jpg) and [the notes](../media/notes.txt)\n',
    );
    expect(taken(files.get('2026/2026-11-25.md')).text).toBe(
      `\n![](../media/our%20%28first%29%20photo.jpg "title") ![](attachment:${AWAY}) \`](attachment:x)\`\n`,
    );
    expect(counts).toMatchObject({ entries: 2, media: 2 });
    expect(skipped).toEqual([{ reason: 'media-missing', count: 1, items: [dayItem('2026-11-25')] }]);

    const plain = await notes(source, { withMedia: false });
    expect([...plain.files.keys()].some((name) => name.startsWith('media/'))).toBe(false);
    expect(plain.skipped).toEqual([]);
  });

  it('leaves out the trash, other days and other tags, and habits where a tag was asked for', async () => {
    const source = new MemorySource()
      .entry(idOf(1), '2026-11-23', 'a #Garden', {}, { deleted: true })
      .entry(idOf(2), '2026-11-24', 'b #gárden')
      .entry(idOf(3), '2026-11-24', 'c', { tags: ['GARDEN'] })
      .entry(idOf(4), '2026-11-20', 'd #garden')
      .habit(idOf(9), 'Weed');
    const { files, counts, skipped } = await notes(source, { from: '2026-11-21', tag: 'garden' });
    expect([...files.keys()]).toEqual(['2026/2026-11-24.md']);
    expect(taken(files.get('2026/2026-11-24.md')).text).toBe('\nc\n');
    expect(counts.entries).toBe(1);
    expect(skipped).toEqual([{ reason: 'in-trash', count: 1, items: [dayItem('2026-11-23')] }]);
  });

  it('has a note and a table for each habit', async () => {
    const habit = idOf(9);
    const source = new MemorySource()
      .habit(habit, 'Read', {
        kind: { type: 'amount', unit: 'pages', target: 20, direction: 'at-least' },
        schedule: { type: 'times-a-week', times: 3 },
        description: 'Anything | printed',
        startDay: '2026-11-24',
      })
      .checkIn(habit, '2026-11-24', 'done', 12, 'a | b\nc')
      .checkIn(habit, '2026-11-25', 'skipped');
    const { files, counts } = await notes(source);
    expect([...files.keys()]).toEqual(['habits/Read.md', 'habits/Read.csv']);
    expect(files.get('habits/Read.md')).toBe(`---
title: Read
kind: at least 20 pages
schedule: 3 times a week
start: 2026-11-24
id: ${habit}
---

Anything | printed

| Day | State | Amount | Note |
| --- | --- | --- | --- |
| 2026-11-25 | skipped |  |  |
| 2026-11-24 | partly done | 12 | a \\| b<br>c |
`);
    expect(files.get('habits/Read.csv')).toContain('2026-11-24,partly done,done,12,"a | b\nc"');
    expect(counts).toMatchObject({ habits: 1, checkIns: 2 });
  });

  it('is one folder, named like its file, that says what it is', async () => {
    const source = new MemorySource().entry(idOf(1), '2026-11-25', 'a #garden');
    const { folder, members } = await notes(source);
    expect(folder).toBe('Daygrove Markdown 2026-11-25');
    expect((await notes(source, { from: '2026-11-01', tag: 'garden' })).folder).toBe(
      'Daygrove Markdown garden 2026-11-01 to 2026-11-25',
    );
    const { properties, text } = taken(decoder.decode(members.get('README.md')));
    expect(properties).toEqual({ daygrove: 'readme' });
    expect(text).toContain('Open folder as vault');
  });

  it('has tags that Obsidian takes, and its own beside them', async () => {
    const tags = ['Sommer haus', 'a, b', '2024', 'work/plan', '!'];
    const source = new MemorySource()
      .entry(idOf(1), '2026-11-25', 'and #more', { tags })
      .entry(idOf(2), '2026-11-24', '', { tags: ['plain'] });
    const { files } = await notes(source);
    expect(taken(files.get('2026/2026-11-25.md')).properties).toMatchObject({
      tags: ['Sommer-haus', 'a-b', '_2024', 'work/plan', 'more'],
      daygrove_tags: [...tags, 'more'],
    });
    expect(taken(files.get('2026/2026-11-24.md')).properties).not.toHaveProperty('daygrove_tags');
  });

  it('comes back into Daygrove as it was: ids, tags, files, and no entry more', async () => {
    const source = new MemorySource()
      .file(PHOTO, 'us.png', 'image/png', PICTURE)
      .entry(idOf(1), '2026-11-25', `![us](attachment:${PHOTO})`, { tags: ['Sommer haus', '2024'], mood: 4 })
      .entry(idOf(2), '2026-11-24', 'words', { title: 'Frost' })
      .habit(idOf(9), 'Read');
    const { bytes } = await written(writeMarkdown, source);
    // Whatever the zip is called by then.
    const { entries, media, problems } = await collect(markdownReader, sourceOf({ 'moved.zip': bytes }));
    expect(
      entries.map(({ key, day, tags, title, journal }) => ({ key, day, tags, title: title ?? '', journal })),
    ).toEqual([
      { key: `id:${idOf(2)}`, day: '2026-11-24', tags: [], title: 'Frost', journal: undefined },
      { key: `id:${idOf(1)}`, day: '2026-11-25', tags: ['Sommer haus', '2024'], title: '', journal: undefined },
    ]);
    expect(media).toHaveLength(1);
    expect(problems.map(({ reason }) => reason)).toEqual(['kind-left-out']);
  });

  it('says what cannot be read and what is gone', async () => {
    const source = new MemorySource()
      .add('entry', idOf(1), { body: 'no day' })
      .add('entry', idOf(2), {})
      .add('entry', idOf(3), { body: 'no day' }, { deleted: true });
    expect((await notes(source)).skipped).toEqual([{ reason: 'unreadable', count: 1, items: [] }]);
  });

  it('can be read as UTF-8, whatever was written', async () => {
    const { files } = await notes(
      new MemorySource().entry(idOf(1), '2026-11-25', 'lone \uD800 half', { title: 'a\uDC00b' }),
    );
    expect([...files.keys()]).toEqual(['2026/2026-11-25 a\uFFFDb.md']);
    expect(taken(files.get('2026/2026-11-25 a\uFFFDb.md')).text).toBe('\nlone \uFFFD half\n');
  });
});

describe('the properties of a note', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      'yes',
      'null',
      '~',
      '1e3',
      '0x1F',
      '---',
      '...',
      '2026-11-25',
      '# no',
      'a: b',
      '- x',
      '[x',
      '{x',
      '!tag',
      '&a',
      '*a',
      '"',
      "'",
      '%',
      '@',
      '`',
      'on',
      '12:30:00',
      '1_000',
      '=',
      '<<',
    ),
  );

  it('come back from a reader of YAML as they were', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 4 }), (title, tags) => {
        const properties = { title, tags };
        for (const version of ['1.1', '1.2'] as const) {
          const [, yaml] = /^---\n([\s\S]*)---\n$/u.exec(frontMatter(properties))!;
          const back = (parse(yaml!, { version }) ?? {}) as { title?: string; tags?: string[] };
          expect(back.title ?? '').toBe(title);
          expect(back.tags ?? []).toEqual(tags);
        }
      }),
    );
  });

  it('end where they end: no title can close the fence', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('---', '\n', '...', 'a', ' ', '\r\n', '\u2028')), (parts) => {
        const note = `${frontMatter({ title: parts.join(''), id: 'x' })}text`;
        const [, yaml, rest] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(note)!;
        expect(rest).toBe('text');
        expect((parse(yaml!) as { id: string }).id).toBe('x');
      }),
    );
  });
});
