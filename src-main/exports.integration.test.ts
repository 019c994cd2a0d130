import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../src-shared/contract/exports.ts';
import { createNodeSpawn } from './browser-host/node-child.ts';
import { habitDraft } from './features/habits/testing.ts';
import { loopBackupReader } from './import-process/loop-backup/reader.ts';
import { collect, sourceOf } from './import-process/testing/sources.ts';
import type { Child, ChildKind } from './processes/child.ts';
import {
  createVault,
  openTestApp,
  removeFolder,
  temporaryFolder,
  TESTED_CHILDREN,
  value,
  type TestApp,
} from './testing/test-app.ts';

let folder: string;
let out: string;
let test: TestApp;
let storage: Child[];
let asked: number;

beforeEach(async () => {
  folder = await temporaryFolder();
  out = await temporaryFolder();
  storage = [];
  asked = 0;
  const spawn = createNodeSpawn(TESTED_CHILDREN);
  test = await openTestApp(folder, {
    spawnChild: (kind: ChildKind) => {
      const child = spawn(kind);
      if (kind === 'storage') storage.push(child);
      return child;
    },
    clock: { offset: Date.parse('2026-11-25T08:00:00Z') - Date.now(), zone: 'Europe/Vienna' },
    choosePath: async (name) => {
      asked += 1;
      return join(out, `${String(asked)} ${name}`);
    },
  });
  await createVault(test.client);
});
afterEach(async () => {
  await test.app.close();
  await removeFolder(folder);
  await removeFolder(out);
});

const ALL = { from: null, to: null, tag: null } as const;
const HABIT = randomUUID();

async function fill(): Promise<void> {
  const { client } = test;
  const photo = randomUUID();
  value(await client.invoke('attachments.put-piece', { id: photo, index: 0, bytes: new Uint8Array([1, 2, 3]) }));
  const described = { id: photo, name: 'us.jpg', type: 'image/jpeg', size: 3, width: 1, height: 1, thumbnail: null };
  value(await client.invoke('attachments.finish', described));
  const write = async (day: string, body: string, tags: string[] = []): Promise<string> => {
    const id = randomUUID();
    value(await client.invoke('entries.write', { id, day, body, tags }));
    return id;
  };
  await write('2026-11-24', `Frost. ![us](attachment:${photo})`, ['Winter']);
  await write('2026-11-25', 'Thaw. #winter');
  await write('2025-01-01', `A new year. ![us](attachment:${photo})`);
  const gone = await write('2026-11-20', 'gone');
  value(await client.invoke('entries.remove', { ids: [gone] }));
  value(await client.invoke('habits.create', habitDraft({ id: HABIT, name: 'Read', startDay: '2026-11-20' })));
  value(
    await client.invoke('habits.check-in', { habitId: HABIT, day: '2026-11-24', mark: { type: 'done' }, note: 'well' }),
  );
  value(await client.invoke('templates.write', { id: randomUUID(), name: 'Week', body: '# Week' }));
  value(await client.invoke('searches.write', { id: randomUUID(), name: 'Frost', query: 'frost' }));
  value(await client.invoke('spelling.add', { word: 'Quindle' }));
  value(await client.invoke('preferences.change', { weekStart: 7 }));
}

async function run(format: ExportFormat, selection: Partial<Record<'from' | 'to' | 'tag', string>> = {}) {
  return value(await test.client.invoke('exports.run', { ...ALL, ...selection, format, withMedia: true }));
}

describe('exports of an open vault', () => {
  it('are estimated from what it lists', async () => {
    await fill();
    const estimate = async (selection: object) =>
      value(await test.client.invoke('exports.estimate', { ...ALL, ...selection }));
    const files = { media: 1, mediaBytes: 3, pictures: 1, pictureBytes: 3, allMedia: 1, allMediaBytes: 3, inTrash: 1 };
    expect(await estimate({})).toEqual({
      entries: 3,
      habits: 1,
      checkIns: 1,
      ...files,
      firstDay: '2025-01-01',
      lastDay: '2026-11-25',
    });
    expect(await estimate({ tag: 'WINTER' })).toEqual({
      entries: 2,
      habits: 0,
      checkIns: 0,
      ...files,
      firstDay: '2026-11-24',
      lastDay: '2026-11-25',
    });
    expect(await estimate({ from: '2026-11-25' })).toMatchObject({
      entries: 1,
      checkIns: 0,
      media: 0,
      firstDay: '2026-11-25',
    });
    expect(await estimate({ from: '2027-01-01' })).toMatchObject({ entries: 0, firstDay: null, lastDay: null });
  });

  it('hold what they say, in every format', async () => {
    await fill();
    const formats = ['archive', 'markdown', 'json', 'csv', 'loop-csv', 'loop-backup', 'book-html'] as const;
    for (const format of formats) {
      const { path, bytes, isSaved } = await run(format);
      expect([format, isSaved]).toEqual([format, true]);
      expect((await readFile(path!)).byteLength).toBe(bytes);
    }
    const files = (await readdir(out)).toSorted();
    expect(files).toHaveLength(formats.length);
    const read = (number: number): Promise<Buffer> =>
      readFile(
        join(
          out,
          files.find((name) => name.startsWith(`${String(number)} `))!,
        ),
      );
    expect(Object.keys(unzipSync(await read(2)))).toEqual([
      'Daygrove Markdown 2026-11-25/media/us.jpg',
      'Daygrove Markdown 2026-11-25/2025/2025-01-01.md',
      'Daygrove Markdown 2026-11-25/2026/2026-11-24.md',
      'Daygrove Markdown 2026-11-25/2026/2026-11-25.md',
      'Daygrove Markdown 2026-11-25/habits/Read.md',
      'Daygrove Markdown 2026-11-25/habits/Read.csv',
      'Daygrove Markdown 2026-11-25/README.md',
    ]);
    // Record types are named alike here and where they are written.
    expect(JSON.parse((await read(3)).toString('utf8'))).toMatchObject({
      entries: [{ day: '2025-01-01' }, { day: '2026-11-24', tags: ['Winter'] }, { day: '2026-11-25' }],
      habits: [{ name: 'Read', checkIns: [{ day: '2026-11-24', mark: 'done', note: 'well' }] }],
      templates: [{ name: 'Week', body: '# Week' }],
      savedSearches: [{ name: 'Frost', query: 'frost' }],
      spellingWords: ['Quindle'],
      preferences: { weekStart: 7 },
      media: [{ name: 'us.jpg', bytes: 3 }],
    });
    expect(
      (await collect(loopBackupReader, sourceOf({ 'a.db': new Uint8Array(await read(6)) }))).habits.map(
        ({ name }) => name,
      ),
    ).toEqual(['Read']);
    expect((await read(7)).toString('utf8')).toContain('data:image/jpeg;base64,AQID');
    const { counts, skipped } = await run('markdown', { tag: 'winter' });
    expect(counts).toEqual({ entries: 2, habits: 0, checkIns: 0, media: 1, inTrash: 0 });
    expect(skipped).toEqual([]);
  });

  it('count in an archive what the dialog said: the trash apart, and every file', async () => {
    await fill();
    const habit = randomUUID();
    value(await test.client.invoke('habits.create', habitDraft({ id: habit, name: 'Gone', startDay: '2026-11-20' })));
    value(await test.client.invoke('habits.check-in', { habitId: habit, day: '2026-11-24', mark: { type: 'done' } }));
    value(await test.client.invoke('habits.remove', { id: habit }));
    const estimate = value(await test.client.invoke('exports.estimate', ALL));
    const { counts } = await run('archive');
    expect(counts).toEqual({ entries: 3, habits: 1, checkIns: 1, media: 1, inTrash: 2 });
    expect(counts).toEqual({
      entries: estimate.entries,
      habits: estimate.habits,
      checkIns: estimate.checkIns,
      media: estimate.allMedia,
      inTrash: estimate.inTrash,
    });
  });

  it('go on beside what is written meanwhile', async () => {
    await fill();
    for (let index = 0; index < 60; index += 1)
      value(
        await test.client.invoke('entries.write', {
          id: randomUUID(),
          day: '2026-11-01',
          body: `entry *${String(index)}*`,
        }),
      );
    const work = test.client.invoke('exports.run', { ...ALL, format: 'book-html', withMedia: true });
    const saved = value(
      await test.client.invoke('entries.write', { id: randomUUID(), day: '2026-11-25', body: 'meanwhile' }),
    );
    expect(saved.body).toBe('meanwhile');
    expect(await work).toMatchObject({ ok: true, value: { isSaved: true } });
  });

  it('end with the storage process and with a lock, and leave nothing', async () => {
    await fill();
    const locked = test.client.invoke('exports.run', { ...ALL, format: 'markdown', withMedia: true });
    value(await test.client.invoke('vault.lock', {}));
    const ended = await locked;
    expect(ended.ok ? 'saved' : ended.error.code).toMatch(/^(?:saved|vault-locked)$/u);
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await test.client.invoke('exports.run', { ...ALL, format: 'json', withMedia: true })).toMatchObject({
      error: { code: 'vault-locked' },
    });
    expect((await readdir(folder)).includes('half-written.json')).toBe(false);
  });

  it('fail in words where the storage process dies under them', async () => {
    await fill();
    const work = test.client.invoke('exports.run', { ...ALL, format: 'markdown', withMedia: true });
    storage.at(-1)!.kill();
    const ended = await work;
    expect(ended.ok ? 'saved' : ended.error.code).toMatch(/^(?:saved|storage-stopped|vault-locked)$/u);
    expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
