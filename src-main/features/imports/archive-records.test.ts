import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ParsedRecord } from '../../import-process/parsed.ts';
import { idFromText } from '../../vault/record-id.ts';
import { entry } from '../../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { attachmentsHandlers } from '../attachments/handlers.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { checkInChange, checkInId } from '../habits/records.ts';
import { value } from '../../testing/test-app.ts';
import { planArchive, planPieces } from './archive-records.ts';

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

async function takeIn(...records: ParsedRecord[]): Promise<string[]> {
  const plans = await planArchive(place.vault, records);
  await place.vault.commit(plans.flatMap((plan) => (plan.kind === 'new' ? [plan.change] : [])));
  return plans.map((plan) => (plan.kind === 'refused' ? plan.reason : plan.kind));
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
    const plans = await planArchive(
      place.vault,
      refused.map((each) => record(...each)),
    );
    expect(plans.map(({ kind }) => kind)).toEqual(refused.map(() => 'refused'));
  });

  test('of kinds that came later are taken in as they are', async () => {
    const id = 'ffffffff-0000-0000-0000-000000000001';
    expect(await takeIn(record('dream', { moon: [1] }, { id, deleted: true }))).toEqual(['new']);
    const found = await place.vault.record(new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')));
    expect(found).toMatchObject({ type: 'dream', deleted: true, fields: { moon: [1] } });
  });
});

test('a file of an archive is cut into the pieces that the vault would have made', async () => {
  const { vault } = place;
  const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, at) => at % 251));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
  }
  for await (const change of planPieces(vault, ID, chunks())) await vault.commit([change]);
  const handlers = attachmentsHandlers(vault);
  const fields = { name: 'a.bin', type: '', size: bytes.length, width: null, height: null, thumbnail: null };
  value(await handlers['attachments.finish']({ id: ID, ...fields }));
  const pieces: Uint8Array[] = [];
  for (const index of [0, 1, 2]) pieces.push(value(await handlers['attachments.piece']({ id: ID, index })).bytes);
  expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
});
