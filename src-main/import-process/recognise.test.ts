import { describe, expect, it } from 'vitest';
import type { ImportSource } from './source.ts';
import { entry, journal, zip } from './testing/day-one-samples.ts';
import { loopBackup } from './testing/loop-samples.ts';
import {
  joplinFolder,
  joplinId,
  joplinNote,
  PICTURE,
  standardNote,
  standardNotes,
  tar,
} from './testing/note-samples.ts';
import { sourceOf } from './testing/sources.ts';
import { readers } from './readers.ts';
import { archiveFiles, entryLine } from './testing/archive-samples.ts';
import { databaseOf } from './testing/database-samples.ts';
import { openTree } from './tree.ts';

/** The formats that take it for theirs: every reader is asked, in no order. */
async function takers(source: ImportSource): Promise<string[]> {
  const tree = await openTree(source);
  const answers = await Promise.all(
    readers.map(async (reader) => ((await reader.recognise(tree)) ? [reader.format] : [])),
  );
  return answers.flat();
}

type Files = Readonly<Record<string, string | Uint8Array>>;

const jrnlEntry = { title: 'a', body: 'b', date: '2024-01-01', time: '09:00', tags: [], starred: false };
const raw = { [`${joplinId(1)}.md`]: joplinNote(1, 'T', 'B'), [`${joplinId(2)}.md`]: joplinFolder(2, 'F') };
const photos = Object.fromEntries(Array.from({ length: 1000 }, (_, number) => [`photos/${number}.jpg`, 'x']));
const journey = JSON.stringify({
  text: '<p>a</p>',
  date_journal: 1,
  id: '1-a',
  preview_text: 'a',
  mood: 1,
  lat: 1.7976931348623157e308,
});
const vault = {
  'V/.obsidian/app.json': '{}',
  'V/Daily/2024-05-01.md': 'Words',
  'V/a.png': PICTURE,
  'V/board.canvas': '{}',
};
const loopCsv = {
  'Habits.csv': 'Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,Walk,,,1,1,#FF0000\n',
  '001 Walk/Checkmarks.csv': 'Date,Value,Notes\n',
  'Checkmarks.csv': 'Date,Walk,\n',
};

const jrnl: readonly (readonly [string, Files])[] = [
  ['JSON', { 'journal.json': JSON.stringify({ tags: { '@a': 1 }, entries: [jrnlEntry] }, null, 2) }],
  ['JSON without tags', { 'x.json': JSON.stringify({ tags: {}, entries: [jrnlEntry] }) }],
  ['JSON without entries', { 'x.json': JSON.stringify({ tags: {}, entries: [] }, null, 2) }],
  [
    'JSON with more tags than one looks at',
    {
      'x.json': JSON.stringify({
        tags: Object.fromEntries(Array.from({ length: 9000 }, (_, n) => [`@${n}`, 1])),
        entries: [jrnlEntry],
      }),
    },
  ],
  ['JSON in a zip', { 'x.zip': zip({ 'journal.json': JSON.stringify({ tags: {}, entries: [jrnlEntry] }) }) }],
  [
    'JSON, a file an entry',
    { 'out/2024-01-01_a.json': JSON.stringify(jrnlEntry), 'out/2024-01-02_b.json': JSON.stringify(jrnlEntry) },
  ],
  ['text', { 'journal.txt': '[2020-08-31 14:32] Title. *\nBody\n' }],
  ['text without an ending', { journal: '\n[08/31/2020 02:32:00 PM] Title\n' }],
  ['a folder of days', { 'j/2020/08/31.txt': '[2020-08-31 14:32] Title\n', 'j/2020/09/01.txt': '[09:00] Title\n' }],
  ['text, a file an entry', { 'out/2020-08-31_title.txt': '[2020-08-31 14:32] Title\nBody' }],
  ['Markdown', { 'journal.md': '# 2020\n\n## August\n\n### 2020-08-31 14:32 Title\n\nBody\n' }],
  ['Markdown, a file an entry', { 'out/2020-08-31_title.md': '# 2020-08-31 14:32 Title\n\nBody\n ' }],
  [
    'YAML',
    { 'out/2020-08-31_title.md': '---\ntitle: T\ndate: 2020-08-31 14:32\nstarred: False\ntags: \nbody: |\t\n\tB\n...' },
  ],
];

const standard: readonly (readonly [string, Files])[] = [
  ['a backup', { 'b.txt': standardNotes(standardNote('a', {})) }],
  ['a backup without a note', { 'b.txt': standardNotes() }],
  [
    'the zip',
    {
      'b.zip': zip({
        'Items/Note/a.txt': 'A text',
        'Standard Notes Backup and Import File.txt': standardNotes(standardNote('a', {})),
      }),
    },
  ],
  [
    'the zip, unpacked',
    {
      'b/Items/Note/a.txt': 'A text',
      'b/Standard Notes Backup and Import File.txt': standardNotes(standardNote('a', {})),
    },
  ],
  [
    'an encrypted backup',
    {
      'b.txt': JSON.stringify({
        version: '004',
        keyParams: { x: 1 },
        items: [{ uuid: 'a', content_type: 'Note', content: '004:x' }],
      }),
    },
  ],
];

const markdown: readonly (readonly [string, Files])[] = [
  ['a file', { 'A walk.md': '# A walk' }],
  ['a file with properties', { 'x.markdown': '---\ntitle: a\n---\nWords' }],
  ['a folder', { 'V/a.md': 'Words', 'V/b.md': '' }],
  ['a zip', { 'V.zip': zip({ 'a.md': 'Words', 'b/c.md': 'Words' }) }],
  ['a vault of Obsidian', vault],
  [
    'a vault of Obsidian, with more files of other kinds than notes',
    { ...vault, 'V/a.csv': '', 'V/b.docx': '', 'V/c.xlsx': '' },
  ],
  ['a graph of Logseq', { 'G/logseq/config.edn': '{}', 'G/journals/2024_05_01.md': '- a', 'G/assets/a.png': PICTURE }],
  ['one dated note among 1,000 photos', { 'V.zip': zip({ ...photos, '2024-05-01.md': 'Words' }) }],
  ['a diary of plain texts', { 'D/2024-05-01.txt': 'Words', 'D/2024-05-02.txt': 'Words' }],
  [
    'our own export',
    {
      'D.zip': zip({
        '2026/2026-11-25 Frost.md': '---\ndate: 2026-11-25\n---\n',
        'media/a.png': PICTURE,
        'habits/Walk.md': '---\n---\n',
        'habits/Walk.csv': 'Day\n',
      }),
    },
  ],
  ['notes beside a read-me', { 'V/README.md': 'x', 'V/a.md': 'Words' }],
];

const joplin: readonly (readonly [string, () => Promise<ImportSource>])[] = [
  ['JEX', async () => sourceOf({ 'export.jex': await tar(raw) })],
  [
    'JEX with a folder around everything',
    async () =>
      sourceOf({
        'export.tar': await tar(Object.fromEntries(Object.entries(raw).map(([path, text]) => [`x/${path}`, text]))),
      }),
  ],
  ['RAW', async () => sourceOf(Object.fromEntries(Object.entries(raw).map(([path, text]) => [`RAW/${path}`, text])))],
  ['RAW in a zip', async () => sourceOf({ 'raw.zip': zip(raw) })],
];

const classic = 'J.dayone/entries/0123456789ABCDEF0123456789ABCDEF.doentry';
const strangers: readonly (readonly [string, () => Promise<ImportSource>])[] = [
  ['nothing', async () => sourceOf({ 'a.md.bin': '' })],
  ['a picture', async () => sourceOf({ 'a.png': PICTURE })],
  ['a picture that is called a note', async () => sourceOf({ 'a.md': PICTURE })],
  ['a text', async () => sourceOf({ 'a.txt': 'Dear diary, [2020-08-31 14:32] what a day' })],
  ['a text with brackets', async () => sourceOf({ 'a.txt': '[see] there' })],
  ['another JSON', async () => sourceOf({ 'a.json': '{"habits":[],"items":[{"id":1}],"tags":{}}' })],
  ['Day One Classic', async () => sourceOf({ [classic]: '<?xml version="1.0"?><plist/>' })],
  ['photos', async () => sourceOf({ 'p.zip': zip(photos) })],
  ['one word beside 1,000 photos', async () => sourceOf({ 'p.zip': zip({ ...photos, 'notes.md': 'Words' }) })],
  [
    'source code',
    async () =>
      sourceOf({ 'p/README.md': '# p', 'p/docs/a.md': 'x', 'p/src/a.ts': '', 'p/src/b.ts': '', 'p/src/c.ts': '' }),
  ],
  ['an archive of other files', async () => sourceOf({ 'a.tar': await tar({ 'a.md': 'Words', 'b.txt': 'x' }) })],
  ['a tar that is cut in its first header', async () => sourceOf({ 'a.jex': (await tar(raw)).slice(0, 300) })],
  ['settings alone', async () => sourceOf({ 'V/.obsidian/app.json': '{}' })],
];

/** What the readers of habits and of journals take for theirs. */
const others: readonly (readonly [string, string, () => ImportSource])[] = [
  ['day-one', 'JSON', () => sourceOf({ 'Journal.json': journal(entry()) })],
  ['day-one', 'a zip', () => sourceOf({ 'e.zip': zip({ 'Journal.json': journal(entry()), 'photos/a.jpeg': 'x' }) })],
  ['day-one', 'a folder', () => sourceOf({ 'E/Journal.json': journal(entry()), 'E/photos/a.jpeg': 'x' })],
  ['journey', 'a zip', () => sourceOf({ 'j.zip': zip({ '1-a.json': journey, '1-a-b.jpg': 'x' }) })],
  ['journey', 'a folder', () => sourceOf({ 'j/1-a.json': journey, 'j/1-a-b.jpg': 'x' })],
  [
    'loop-backup',
    'a backup',
    () => sourceOf({ 'photo.jpeg': loopBackup(25, { habits: [{ id: 1, name: 'a' }], repetitions: [] }) }),
  ],
  ['loop-csv', 'a zip', () => sourceOf({ 'Loop.zip': zip(loopCsv) })],
  [
    'habitbull',
    'CSV',
    () => sourceOf({ 'h.csv': 'HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText\n' }),
  ],
  [
    'tickmate',
    'a database',
    () =>
      sourceOf({
        'tickmate.db': databaseOf({
          tracks: { columns: '_id INTEGER PRIMARY KEY, name TEXT', rows: [[1, 'Walk']] },
          ticks: {
            columns: '_id INTEGER PRIMARY KEY, _track_id INTEGER, year INTEGER, month INTEGER, day INTEGER',
            rows: [],
          },
        }),
      }),
  ],
  [
    'rewire',
    'a database',
    () =>
      sourceOf({
        'rewire.db': databaseOf({
          habits: { columns: '_id INTEGER PRIMARY KEY, name TEXT, schedule INTEGER', rows: [[1, 'Walk', 0]] },
          checkins: { columns: '_id INTEGER PRIMARY KEY, habit_id INTEGER, date INTEGER, type INTEGER', rows: [] },
          reminders: { columns: '_id INTEGER PRIMARY KEY, habit_id INTEGER, time INTEGER', rows: [] },
        }),
      }),
  ],
  ['daygrove', 'an archive', () => sourceOf({ 'd.zip': zip(archiveFiles({ 'entries.jsonl': entryLine(1) })) })],
  [
    'daygrove',
    'an archive with a read-me of Markdown',
    () =>
      sourceOf({ 'd.zip': zip({ ...archiveFiles({ 'entries.jsonl': entryLine(1) }), 'README.md': '# What this is' }) }),
  ],
];

describe('the readers', () => {
  it.each(jrnl)('know jrnl: %s', async (_what, files) => {
    expect(await takers(sourceOf(files))).toEqual(['jrnl']);
  });
  it.each(standard)('know Standard Notes: %s', async (_what, files) => {
    expect(await takers(sourceOf(files))).toEqual(['standard-notes']);
  });
  it.each(markdown)('know Markdown: %s', async (_what, files) => {
    expect(await takers(sourceOf(files))).toEqual(['markdown']);
  });
  it.each(joplin)('know Joplin: %s', async (_what, source) => {
    expect(await takers(await source())).toEqual(['joplin']);
  });
  it.each(others)('know %s: %s', async (format, _what, source) => {
    expect(await takers(source())).toEqual([format]);
  });
  it.each(strangers)('do not take %s', async (_what, source) => {
    expect(await takers(await source())).toEqual([]);
  });
});
