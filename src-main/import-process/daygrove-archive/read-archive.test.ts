import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ImportSource } from '../source.ts';
import { archiveFiles, entryLine, idOf, manifest, zipOf } from '../testing/archive-samples.ts';
import { collect, sourceOf, type Collected } from '../testing/sources.ts';
import { openTree } from '../tree.ts';
import { daygroveArchive } from './read-archive.ts';

function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Collected> {
  return collect(daygroveArchive, zip(files));
}

function zip(files: Readonly<Record<string, string | Uint8Array>>): ImportSource {
  return sourceOf({ 'archive.zip': zipOf(files) });
}

function bodies({ records }: Collected): unknown[] {
  return records.map(({ fields }) => fields['body']);
}

const WALK = { name: 'Walk', kind: { type: 'yes-no' }, schedule: { type: 'daily' }, startDay: '2026-11-01' };
const PHOTO = new Uint8Array([1, 2, 3, 4]);
const SHA = createHash('sha256').update(PHOTO).digest('hex');

function attachmentLine(number: number, media: unknown, sha256: string | null = SHA, size = PHOTO.length): string {
  const fields = { name: 'a.jpg', type: 'image/jpeg', size, width: 1, height: null };
  return JSON.stringify({ id: idOf(number), writtenAt: 5, media, sha256, fields });
}

describe('a Daygrove archive', () => {
  test('is recognised by its manifest, as a zip, as a folder, and in a folder of a zip', async () => {
    const files = archiveFiles({ 'entries.jsonl': entryLine(1) });
    const wrapped = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`My journal/${name}`, bytes]));
    const inZip = Object.fromEntries(Object.entries(wrapped).filter(([name]) => name !== 'manifest.json'));
    for (const source of [
      zip({ 'entries.jsonl': entryLine(1) }),
      sourceOf(wrapped),
      sourceOf({ 'x.zip': zipOf({ ...inZip, 'manifest.json': '{}' }) }),
    ]) {
      expect(await daygroveArchive.recognise(await openTree(source))).toBe(true);
      expect(bodies(await collect(daygroveArchive, source))).toEqual(['Entry 1']);
    }
  });

  test('is nothing else that has a manifest', async () => {
    for (const content of ['{"format":"obsidian"}', '', '[]']) {
      const tree = await openTree(zip({ 'manifest.json': content }));
      expect(await daygroveArchive.recognise(tree)).toBe(false);
    }
  });

  test('of a newer version is refused as a whole', async () => {
    const newer = zip({ 'manifest.json': manifest({ version: 2 }), 'entries.jsonl': entryLine(1) });
    await expect(collect(daygroveArchive, newer)).rejects.toMatchObject({ error: { code: 'import-too-new' } });
  });

  test('comes in an order in which nothing waits for what is behind it', async () => {
    const habit = idOf(7).replaceAll('-', '');
    const found = await read({
      'entries.jsonl': entryLine(1),
      'check-ins.jsonl': JSON.stringify({ writtenAt: 1, fields: { habit, day: '2026-11-22' } }),
      'habits.jsonl': JSON.stringify({ id: idOf(7), writtenAt: 1, fields: WALK }),
      'other/dream.jsonl': JSON.stringify({ id: idOf(8), type: 'dream', writtenAt: 1, deleted: true, fields: {} }),
    });
    expect(found.records.map(({ type, id, naturalKey, deleted }) => [type, id, naturalKey, deleted])).toEqual([
      ['habit', idOf(7), null, false],
      ['check-in', null, [habit, '2026-11-22'], false],
      ['entry', idOf(1), null, false],
      ['dream', idOf(8), null, true],
    ]);
    expect(found.problems).toEqual([]);
  });
});

describe('lines that are wrong', () => {
  test('are named one by one, and the rest is read', async () => {
    const found = await read({
      'entries.jsonl': [
        entryLine(1),
        '{"id": broken',
        '',
        '[1]',
        '"text"',
        'null',
        entryLine(2, { writtenAt: 'yesterday' }),
        entryLine(3, { writtenAt: 1e300 }),
        entryLine(4, { id: '../../etc/passwd' }),
        entryLine(5, { fields: [] }),
        entryLine(6, { id: undefined }),
        entryLine(7, { deleted: 'yes' }),
        entryLine(8),
      ].join('\r\n'),
    });
    expect(bodies(found)).toEqual(['Entry 1', 'Entry 8']);
    expect(found.problems).toEqual([
      { item: 'entries, line 2', reason: 'unreadable-item' },
      ...[4, 5, 6].map((line) => ({ item: `entries, line ${line}`, reason: 'not-an-object' })),
      ...[7, 8, 9, 10, 11, 12].map((line) => ({ item: `entries, line ${line}`, reason: 'unreadable-item' })),
    ]);
  });

  test('with bytes that are no text keep what is text', async () => {
    const [before, after] = entryLine(1).split('Entry');
    const bytes = Buffer.concat([Buffer.from(`${before!}Ent`), Buffer.from([0xff, 0xc3]), Buffer.from(`ry${after!}`)]);
    const found = await read({ 'entries.jsonl': bytes });
    expect(bodies(found)).toEqual(['Ent\uFFFD\uFFFDry 1']);
    expect(found.problems).toEqual([{ item: 'entries, line 1', reason: 'unreadable-text' }]);
    // A replacement sign that a person wrote is none.
    const own = entryLine(2).replace('Entry', '\uFFFD');
    expect((await read({ 'entries.jsonl': own })).problems).toEqual([]);
  });

  test('that are too long, too deep or too many values are not parsed', async () => {
    const found = await read({
      'entries.jsonl': [
        'x'.repeat(17 * 1024 * 1024),
        '['.repeat(5_000_000),
        `[${'{},'.repeat(500_000)}{}]`,
        `{"id":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`,
        entryLine(1),
      ].join('\n'),
    });
    expect(bodies(found)).toEqual(['Entry 1']);
    expect(found.problems).toEqual(
      [1, 2, 3, 4].map((line) => ({ item: `entries, line ${line}`, reason: 'unreadable-item' })),
    );
  });

  test('that go on for ever are given up, and other files are read', async () => {
    const found = await read({
      'entries.jsonl': new Uint8Array(80 * 1024 * 1024),
      'habits.jsonl': new Uint8Array(3 * 1024 * 1024).fill(10),
      'pauses.jsonl': '{}\n'.repeat(20_000),
      'templates.jsonl': JSON.stringify({ id: idOf(1), writtenAt: 1, fields: { name: 'T' } }),
    });
    expect(found.records.map(({ type }) => type)).toEqual(['template']);
    expect(found.problems.filter(({ reason }) => reason === 'too-many').map(({ item }) => item)).toEqual([
      'habits, line 1000001',
      'pauses',
      'entries, line 1',
    ]);
    expect(found.problems.length).toBe(10_000 + 3);
  });

  test('of kinds that no archive holds are left out', async () => {
    const types = ['entry', 'device', 'attachment-piece', 'import', 'import-batch', undefined];
    const lines = types.map((type, at) => JSON.stringify({ id: idOf(at), type, writtenAt: 1, fields: {} }));
    const found = await read({ 'other/a b\nc.jsonl': lines.join('\n'), 'notes.txt': 'x', 'entries.jsonl/x': 'y' });
    expect(found.records).toEqual([]);
    expect(found.problems.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      ...[1, 2, 3, 4, 5].map((line) => `other file 1, line ${line}: kind-left-out`),
      'other file 1, line 6: unreadable-item',
      'file 1: kind-left-out',
      'file 2: kind-left-out',
    ]);
  });
});

describe('a manifest that lies', () => {
  test('hides nothing, and lines that are missing are said', async () => {
    const files = [
      { name: 'entries.jsonl', records: 3, sha256: '00' },
      { name: 'habits.jsonl', records: 1 },
      { name: '../../x', records: 7 },
    ];
    const found = await read({ 'manifest.json': manifest({ files }), 'entries.jsonl': entryLine(1) });
    expect(bodies(found)).toEqual(['Entry 1']);
    expect(found.problems).toEqual([
      { item: 'habits, behind line 0', reason: 'unreadable-item' },
      { item: 'entries, behind line 1', reason: 'unreadable-item' },
    ]);
  });

  test('or cannot be read, is a problem of its own', async () => {
    const found = await read({ 'manifest.json': '{"format":"daygrove-archive",', 'entries.jsonl': entryLine(1) });
    expect(bodies(found)).toEqual(['Entry 1']);
    expect(found.problems).toEqual([{ item: 'manifest', reason: 'unreadable-item' }]);
  });
});

describe('files of an archive', () => {
  test('come with what describes them', async () => {
    const found = await read({
      'attachments.jsonl': attachmentLine(1, `media/${idOf(1)}.jpg`),
      [`media/${idOf(1)}.jpg`]: PHOTO,
    });
    const { bytes, record, ...described } = found.media[0]!;
    expect([...bytes]).toEqual([1, 2, 3, 4]);
    expect(described).toEqual({ key: idOf(1), name: 'a.jpg', type: 'image/jpeg', size: 4, width: 1, height: null });
    expect(record).toMatchObject({ type: 'attachment', id: idOf(1), writtenAt: 5, fields: { name: 'a.jpg' } });
    expect(found.records).toEqual([]);
  });

  test('that were not here when the archive was written are described still', async () => {
    const found = await read({ 'attachments.jsonl': attachmentLine(1, null, null) });
    expect([found.media.length, found.records.length, found.problems.length]).toEqual([0, 1, 0]);
  });

  test('are found by the name that they must have, and by no other', async () => {
    const other = `media/${idOf(9)}.jpg`;
    const found = await read({
      'attachments.jsonl': [
        attachmentLine(1, '../../../etc/passwd'),
        attachmentLine(2, other),
        attachmentLine(3, `media/../${idOf(3)}.jpg`),
        attachmentLine(4, `media/${idOf(4)}.jpg`),
        attachmentLine(5, `media/${idOf(5)}.jpg`, SHA, 3),
        attachmentLine(6, `media/${idOf(6)}.jpg`, SHA, 60 * 1024 * 1024),
        attachmentLine(7, `media/${idOf(7)}.jpg`),
        attachmentLine(7, `media/${idOf(7)}.jpg`),
      ].join('\n'),
      [other]: PHOTO,
      [`media/${idOf(5)}.jpg`]: PHOTO,
      [`media/${idOf(6)}.jpg`]: new Uint8Array(60 * 1024 * 1024),
      [`media/${idOf(7)}.jpg`]: PHOTO,
    });
    expect(found.media.map(({ key }) => key)).toEqual([idOf(7)]);
    expect(found.problems.map(({ item, reason }) => [item, reason])).toEqual([
      ['attachments, line 1', 'unreadable-item'],
      ['attachments, line 2', 'unreadable-item'],
      ['attachments, line 3', 'unreadable-item'],
      ['attachments, line 4', 'media-missing'],
      ['attachments, line 5', 'media-unreadable'],
      ['attachments, line 6', 'media-too-large'],
      ['attachments, line 8', 'duplicate-in-file'],
      ['medium 1', 'kind-left-out'],
    ]);
  });

  test('that are not what was put in break at their end', async () => {
    const source = zip({
      'attachments.jsonl': [
        attachmentLine(1, `media/${idOf(1)}.jpg`, '00'.repeat(32)),
        attachmentLine(2, `media/${idOf(2)}.jpg`),
      ].join('\n'),
      [`media/${idOf(1)}.jpg`]: PHOTO,
      [`media/${idOf(2)}.jpg`]: PHOTO,
    });
    const outcomes: string[] = [];
    for await (const item of daygroveArchive.read(await openTree(source))) {
      if (item.kind !== 'media') continue;
      const outcome = await Array.fromAsync(item.bytes()).then(
        () => 'whole',
        () => 'broken',
      );
      outcomes.push(`${item.media.key} ${outcome}`);
    }
    expect(outcomes).toEqual([`${idOf(1)} broken`, `${idOf(2)} whole`]);
  });

  test('stand twice under one name: the first counts', async () => {
    const two = zipOf({ 'entries.jsonl': entryLine(1), 'entriez.jsonl': entryLine(2) });
    const twice = Buffer.from(Buffer.from(two).toString('latin1').replaceAll('entriez', 'entries'), 'latin1');
    const found = await collect(daygroveArchive, sourceOf({ 'a.zip': twice }));
    expect(bodies(found)).toEqual(['Entry 1']);
    expect(found.problems).toEqual([]);
  });

  test('that are broken in the zip keep the lines before the break', async () => {
    const lines = Array.from({ length: 4000 }, (_, at) => entryLine(at)).join('\n');
    const whole = zipOf({ 'entries.jsonl': lines, 'templates.jsonl': '' });
    const at = Buffer.from(whole).indexOf('entries.jsonl') + 20_000;
    whole.fill(0xaa, at, at + 50);
    const found = await collect(daygroveArchive, sourceOf({ 'a.zip': whole }));
    expect(found.records.length).toBeGreaterThan(100);
    expect(found.records.length).toBeLessThan(4000);
    expect(found.problems.at(-1)?.item).toMatch(/^entries, behind line \d+$/u);
  });
});
