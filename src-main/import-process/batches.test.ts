import { describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '../../src-shared/contract/attachments.ts';
import { checkInItem, entryItem } from '../features/imports/testing.ts';
import { sendBatches } from './batches.ts';
import type { ParsedItem } from './parsed.ts';
import { MEDIA_PIECE_BYTES, type WireItem } from './protocol.ts';

async function* give(...items: readonly ParsedItem[]): AsyncGenerator<ParsedItem> {
  yield* items;
}

function medium(key: string, ...parts: readonly (Uint8Array | Error)[]): ParsedItem {
  return {
    kind: 'media',
    media: { key, name: key, type: 'image/png', size: 1, width: null, height: null },
    async *bytes() {
      for (const part of parts) {
        if (part instanceof Error) throw part;
        yield part;
      }
    },
  };
}

async function batchesOf(items: AsyncIterable<ParsedItem>, wantsMedia = true, withMedia = true) {
  const batches: (readonly WireItem[])[] = [];
  let inFlight = 0;
  const summary = await sendBatches(items, {
    withMedia,
    send: async (batch) => {
      inFlight += 1;
      expect(inFlight).toBe(1);
      batches.push(batch);
      await Promise.resolve();
      inFlight -= 1;
      return wantsMedia;
    },
  });
  return { batches, items: batches.flat(), ...summary };
}

describe('the batches of an import', () => {
  it('are bounded in number and in size, and one is under way at a time', async () => {
    const small = Array.from({ length: 1200 }, (_, day) => checkInItem({ habitKey: 'a', day: String(day) }));
    const large = Array.from({ length: 5 }, (_, key) => entryItem({ key: String(key), body: 'x'.repeat(900_000) }));
    const { batches, items } = await batchesOf(give(...([...small, ...large] as ParsedItem[])));
    expect(items).toEqual([...small, ...large]);
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 203, 2]);
  });

  it('carry a medium in pieces behind the answer that it is wanted', async () => {
    const bytes = new Uint8Array(2 * MEDIA_PIECE_BYTES + 7).map((_, index) => index % 253);
    const { batches, problemTallies } = await batchesOf(
      give(medium('a', bytes.slice(0, 300_000), bytes.slice(300_000)), entryItem({ key: '1' }) as ParsedItem),
    );
    expect(problemTallies).toEqual([]);
    expect(batches[0]?.map(({ kind }) => kind)).toEqual(['media']);
    const rest = batches.slice(1).flat();
    expect(rest.map(({ kind }) => kind)).toEqual(['media-piece', 'media-piece', 'media-piece', 'media-end', 'entry']);
    const pieces = rest.flatMap((item) => (item.kind === 'media-piece' ? [item] : []));
    expect(pieces.map(({ index, bytes: piece }) => [index, piece.byteLength])).toEqual([
      [0, MEDIA_PIECE_BYTES],
      [1, MEDIA_PIECE_BYTES],
      [2, 7],
    ]);
    expect(Buffer.concat(pieces.map((piece) => piece.bytes)).equals(bytes)).toBe(true);
    // What it held, not what the file said.
    expect(rest.find(({ kind }) => kind === 'media-end')).toMatchObject({ media: { size: bytes.byteLength } });
  });

  it('do not read what is not wanted, neither known media nor any for a look', async () => {
    const untouched = (): ParsedItem => medium('a', new Error('was read'));
    const known = await batchesOf(give(untouched()), false);
    const look = await batchesOf(give(untouched()), true, false);
    for (const { items, problemTallies } of [known, look]) {
      expect(items.map(({ kind }) => kind)).toEqual(['media']);
      expect(problemTallies).toEqual([]);
    }
  });

  it.each([
    ['breaks in the middle', [new Uint8Array(300_000), new Error('cut')]],
    ['holds nothing', []],
    ['holds more than a vault takes', [new Uint8Array(MAX_ATTACHMENT_BYTES), new Uint8Array(1)]],
  ] as const)('name a medium that %s, and go on', async (_what, parts) => {
    const { items, problems } = await batchesOf(give(medium('a', ...parts), entryItem({ key: '1' }) as ParsedItem));
    expect(items.slice(-2)).toMatchObject([{ kind: 'media-end', media: null }, { kind: 'entry' }]);
    expect(problems).toEqual([{ item: 'medium 1', reason: 'media-unreadable' }]);
  });

  it('count problems apart', async () => {
    const { items, problems, problemTallies } = await batchesOf(
      give({ kind: 'problem', item: 'entry 3', reason: 'unreadable-date' }),
    );
    expect([items, problems]).toEqual([[], [{ item: 'entry 3', reason: 'unreadable-date' }]]);
    expect(problemTallies).toEqual([{ reason: 'unreadable-date', journal: null, count: 1 }]);
  });
});
