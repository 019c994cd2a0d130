import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import { idFromText } from '../../vault/record-id.ts';
import { entry } from '../../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { attachmentsHandlers } from '../attachments/handlers.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { checkInChange, checkInId } from '../habits/records.ts';
import { value } from '../../testing/test-app.ts';
import { checkArchived } from './archive-checks.ts';
import { recordChange } from './archive-records.ts';
import { NO_PROBLEMS } from './records.ts';
import { ImportDesk } from './desk.ts';
import { mediaItems, TAKE_ALL } from './testing.ts';

let place: TestVault;
beforeEach(async () => {
  place = await openTestVault();
});
afterEach(() => place.remove());

const ID = '0190a0a0-0000-4000-8000-00000000000a';
const OTHER = '0190a0a0-0000-4000-8000-00000000000b';
const ENTRY = { day: '2026-11-22', createdAt: 1, zone: 'UTC', body: 'Frost.' };

function record(type: string, fields: object, more: Partial<ParsedRecord> = {}): ParsedRecord {
  const given = fields as Record<string, unknown>;
  return { type, id: ID, naturalKey: null, deleted: false, writtenAt: 7, extras: {}, fields: given, ...more };
}

/** What becomes of each. */
async function takeIn(...records: ParsedRecord[]): Promise<string[]> {
  const desk = new ImportDesk(place.vault, async () => '2026-11-22');
  await desk.beginRun(randomUUID(), 'daygrove', TAKE_ALL);
  const outcomes: string[] = [];
  for (const each of records) {
    const versions = await place.vault.versionCount();
    await desk.take([{ kind: 'record', record: each }]);
    const isNew = (await place.vault.versionCount()) > versions;
    outcomes.push(checkArchived(each) ?? (isNew ? 'new' : 'there'));
  }
  await desk.finishRun(NO_PROBLEMS);
  return outcomes;
}

describe('records of an archive', () => {
  test('keep the times at which they were written and thrown away', async () => {
    const gone = Date.parse('2020-03-04T05:06:07.000Z');
    expect(await takeIn(record('entry', ENTRY, { deleted: true, writtenAt: gone }))).toEqual(['new']);
    const { entries } = value(await entriesHandlers(place.vault)['entries.trash']({}));
    expect(entries).toMatchObject([
      { id: ID, removedAt: '2020-03-04T05:06:07.000Z', updatedAt: '2020-03-04T05:06:07.000Z' },
    ]);
  });

  test('are one version, and what is written right behind them is another', async () => {
    await takeIn(record('entry', ENTRY));
    await entriesHandlers(place.vault)['entries.write']({ id: ID, day: ENTRY.day, body: 'Frost and leeks.' });
    const history = [...(await place.vault.history(idFromText(ID))).values()];
    expect(history.map(({ fields }) => fields['body']).toSorted()).toEqual(['Frost and leeks.', 'Frost.']);
  });

  test('whose id is here already are left as they are, changed, thrown away, erased or of another kind', async () => {
    const { vault } = place;
    await vault.commit([
      entry(idFromText(ID), 'mine'),
      { id: idFromText(OTHER), type: 'template', fields: { name: 'T' } },
    ]);
    expect(await takeIn(record('entry', ENTRY), record('entry', ENTRY, { id: OTHER }))).toEqual(['there', 'there']);
    expect((await vault.record(idFromText(ID)))?.fields['body']).toBe('mine');
    await vault.commit([{ id: idFromText(ID), type: 'entry', fields: {}, deleted: true }]);
    await vault.erase([idFromText(ID)]);
    expect(await takeIn(record('entry', ENTRY))).toEqual(['there']);
  });

  test('that come twice are taken once', async () => {
    expect(await takeIn(record('entry', ENTRY), record('entry', { ...ENTRY, body: 'again' }))).toEqual([
      'new',
      'there',
    ]);
  });

  test('find the ids of this vault by what they say, whatever key came with them', async () => {
    const { vault } = place;
    const habit = idFromText(ID);
    const change = checkInChange(vault, habit, '2026-11-22', { mark: 'done' });
    const lie = record('check-in', change.fields, { id: null, naturalKey: ['x', '1999-01-01'] });
    expect(await takeIn(lie)).toEqual(['new']);
    expect((await vault.record(checkInId(vault, habit, '2026-11-22')))?.fields).toEqual(change.fields);
    const tick = record('check-in', change.fields, { id: null });
    const day = (each: string) => record('check-in', { ...change.fields, day: each }, { id: null });
    expect(await takeIn(tick, day('2026-11-21'))).toEqual(['there', 'new']);
    expect(await takeIn(record('entry', ENTRY, { id: null }))).toEqual(['unreadable-item']);
  });

  test('cannot say what only a vault says', async () => {
    const extras = {
      shade: 'green',
      erases: ['00'],
      alsoBased: ['11'],
      base: 'x',
      format: 9,
      type: 'habit',
      sitting: 1,
    };
    const own = ['device', 'attachment-piece', 'import', 'import-batch'].map((type) => record(type, {}, { id: OTHER }));
    expect(await takeIn(record('entry', ENTRY, { extras }), ...own)).toEqual([
      'new',
      ...own.map(() => 'kind-left-out'),
    ]);
    expect(await place.vault.record(idFromText(ID))).toEqual({
      shade: 'green',
      format: 1,
      type: 'entry',
      base: null,
      sitting: 0,
      writtenAt: 7,
      deleted: false,
      fields: ENTRY,
    });
  });

  test('that no list could show are refused', async () => {
    const refused: readonly (readonly [string, object, Partial<ParsedRecord>?])[] = [
      ['entry', { ...ENTRY, day: 'someday' }],
      ['entry', { ...ENTRY, createdAt: 1e300 }],
      ['entry', { ...ENTRY, createdAt: 8.64e15 }],
      ['entry', { ...ENTRY, updatedAt: -8.64e15 }],
      ['entry', { ...ENTRY, title: 'x'.repeat(1000) }],
      ['entry', { ...ENTRY, zone: '' }],
      ['entry', { ...ENTRY, tags: Array.from({ length: 5000 }, () => 't') }],
      ['entry', ENTRY, { writtenAt: 8.64e15 }],
      ['entry', ENTRY, { id: '11111111-1111-1111-1111-111111111111' }],
      ['entry', ENTRY, { id: 'x' }],
      ['habit', { name: 'Walk' }],
      ['check-in', { habit: 'x', day: '2026-11-22' }],
      ['pause', { habit: null, from: 1 }],
      ['template', { name: 'x'.repeat(200), text: '' }],
      ['saved-search', { name: 'x', text: 'x'.repeat(500) }],
      ['spelling-word', { word: '' }],
      ['attachment', { name: 'a', size: 1e12 }],
      ['attachment', { name: 'a', size: 1, thumbnail: 'AAAA'.repeat(100_000) }],
    ];
    for (const each of refused.map((one) => record(...one))) {
      expect(checkArchived(each)).not.toBeNull();
      expect(recordChange(place.vault, each)).toBeNull();
    }
  });

  test('of kinds that came later are taken in as they are', async () => {
    const id = 'ffffffff-0000-0000-0000-000000000001';
    expect(await takeIn(record('dream', { moon: [1] }, { id, deleted: true }))).toEqual(['new']);
    const found = await place.vault.record(new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')));
    expect(found).toMatchObject({ type: 'dream', deleted: true, fields: { moon: [1] } });
  });
});

test('a file of an archive is described as it was there, and nothing else is taken for its description', async () => {
  const { vault } = place;
  const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, at) => at % 251));
  const fields = { name: 'a.jpg', type: 'image/jpeg', size: bytes.length, thumbnail: 'AAAA', addedAt: 3, newer: [1] };
  const desk = new ImportDesk(vault, async () => '2026-11-22');
  await desk.beginRun(randomUUID(), 'daygrove', TAKE_ALL);
  const take = async (key: string, described: ParsedRecord): Promise<void> => {
    for (const item of mediaItems(key, bytes)) {
      const isLast = item.kind === 'media-end' && item.media !== null;
      await desk.take([isLast ? { ...item, media: { ...item.media!, record: described } } : item]);
    }
  };
  await take(ID, record('attachment', fields));
  await take(OTHER, record('attachment', fields));
  await desk.finishRun(NO_PROBLEMS);
  expect(await vault.record(idFromText(ID))).toMatchObject({ writtenAt: 7, fields });
  // The id of the file is not the one that the record says.
  expect(await vault.record(idFromText(OTHER))).toMatchObject({
    writtenAt: place.clock.now(),
    fields: { thumbnail: null },
  });
  const pieces: Uint8Array[] = [];
  for (const index of [0, 1, 2]) {
    pieces.push(value(await attachmentsHandlers(vault)['attachments.piece']({ id: ID, index })).bytes);
  }
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});

test('an archive can be taken back', async () => {
  const { vault } = place;
  const desk = new ImportDesk(vault, async () => '2026-11-22');
  const importId = randomUUID();
  await desk.beginRun(importId, 'daygrove', TAKE_ALL);
  const kept = record('entry', ENTRY, { id: OTHER });
  const records = [
    record('entry', ENTRY),
    record('entry', ENTRY, { id: '0190a0a0-0000-4000-8000-00000000000c', deleted: true }),
    kept,
    record('check-in', { habit: 'a'.repeat(32), day: '2026-11-22' }, { id: null }),
  ];
  await desk.take(records.map((each) => ({ kind: 'record', record: each })));
  await desk.finishRun(NO_PROBLEMS);
  place.clock.advance(1000);
  await vault.commit([{ id: idFromText(OTHER), type: 'entry', fields: { mood: 4 } }]);
  while ((await desk.takeBack(importId, 'taken-back')).left > 0);
  const entries = await vault.read.all('SELECT hex(id) AS id FROM entry');
  expect(entries.map((row) => row.id)).toEqual([OTHER.replaceAll('-', '').toUpperCase()]);
});
