import { expect, it } from 'vitest';
import { idOf, MemorySource, written } from '../testing/memory-source.ts';
import { writeJson } from './write-json.ts';

const HABIT = idOf(9);
const PHOTO = idOf(50);

function sample(): MemorySource {
  return new MemorySource()
    .entry(idOf(2), '2026-11-25', `late "quoted"\n![](attachment:${PHOTO})`, { mood: 2 })
    .entry(idOf(1), '2026-11-24', 'early #garden', { title: 'T', starred: true })
    .file(PHOTO, 'p.jpg', 'image/jpeg', new Uint8Array(5))
    .file(idOf(51), 'elsewhere.jpg', 'image/jpeg', new Uint8Array(5))
    .habit(HABIT, 'Read')
    .checkIn(HABIT, '2026-11-24', 'done', null, 'well')
    .add('pause', idOf(20), { habit: null, from: '2026-01-01', to: null, reason: '' })
    .add('template', idOf(21), { name: 'Week', text: '# Week' })
    .add('template', idOf(22), { name: 'Old', text: '' }, { deleted: true })
    .add('saved-search', idOf(23), { name: 'Frost', text: 'frost mood:1' })
    .add('spelling-word', idOf(24), { word: 'Quindle' })
    .add('preferences', idOf(25), { dayEndsAt: 180, weekStart: 7 });
}

it('is one document that says what it is, the oldest entry first', async () => {
  const { text, counts } = await written(writeJson, sample());
  expect(JSON.parse(text)).toEqual({
    format: 'daygrove-json',
    version: 1,
    exportedAt: '2026-11-25T20:00:00.000Z',
    selection: { from: null, to: null, tag: null },
    entries: [
      {
        id: idOf(1),
        day: '2026-11-24',
        createdAt: '2026-11-24T08:14:00+01:00',
        updatedAt: '2026-11-24T13:00:00+01:00',
        zone: 'Europe/Vienna',
        title: 'T',
        body: 'early #garden',
        mood: null,
        tags: ['garden'],
        location: '',
        starred: true,
        media: [],
      },
      expect.objectContaining({ id: idOf(2), mood: 2, media: [PHOTO] }),
    ],
    media: [{ id: PHOTO, name: 'p.jpg', type: 'image/jpeg', bytes: 5 }],
    habits: [
      expect.objectContaining({
        id: HABIT,
        name: 'Read',
        schedule: { type: 'daily' },
        checkIns: [{ day: '2026-11-24', mark: 'done', amount: null, note: 'well' }],
      }),
    ],
    pauses: [{ id: idOf(20), habitId: null, from: '2026-01-01', to: null, reason: '' }],
    templates: [{ id: idOf(21), name: 'Week', body: '# Week' }],
    savedSearches: [{ id: idOf(23), name: 'Frost', query: 'frost mood:1' }],
    spellingWords: ['Quindle'],
    preferences: { dayEndsAt: 180, weekStart: 7 },
  });
  expect(counts).toEqual({ entries: 2, habits: 1, checkIns: 1, media: 0, inTrash: 0 });
});

it('holds entries alone where a tag was asked for', async () => {
  const { text } = await written(writeJson, sample(), { tag: 'garden' });
  const document = JSON.parse(text) as Record<string, unknown[]>;
  expect(Object.keys(document)).toEqual(['format', 'version', 'exportedAt', 'selection', 'entries', 'media']);
  expect(document['entries']).toHaveLength(1);
});

it('is a document of an empty vault too', async () => {
  const document = JSON.parse((await written(writeJson, new MemorySource())).text) as Record<string, unknown>;
  expect(document).toMatchObject({ entries: [], habits: [], preferences: { dayEndsAt: 0, weekStart: null } });
});

it('ends where it is cancelled', async () => {
  const abort = new AbortController();
  abort.abort();
  await expect(written(writeJson, sample(), { signal: abort.signal })).rejects.toMatchObject({
    error: { code: 'cancelled' },
  });
});
