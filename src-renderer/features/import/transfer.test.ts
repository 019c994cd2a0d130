import { expect, it } from 'vitest';
import { IMPORT_PIECE_BYTES, MAX_IMPORT_FILE_BYTES } from '../../../src-shared/contract/imports.ts';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { MAX_FILE_BYTES, PIECE_BYTES, transferFile } from './transfer.ts';

const PIECE = PIECE_BYTES;

function file(size: number): File {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) bytes[at] = at % 251;
  return new File([bytes], 'loop.db');
}

it('keeps to the sizes of the contract', () => {
  expect([PIECE_BYTES, MAX_FILE_BYTES]).toEqual([IMPORT_PIECE_BYTES, MAX_IMPORT_FILE_BYTES]);
});

it('carries a file in pieces that are the file again when they are put together', async () => {
  const bridge = createFakeBridge();
  const chosen = file(2 * PIECE + 5);
  const shares: number[] = [];
  const sent = await transferFile(createClient(bridge), chosen, {
    importId: 'an-import',
    onProgress: (share) => shares.push(share),
    isCancelled: () => false,
  });
  expect(sent.ok).toBe(true);
  const [opened, ...pieces] = bridge.calls.map(({ payload }) => payload as { offset: number; bytes: Uint8Array });
  expect(opened).toEqual({ importId: 'an-import', name: 'loop.db', size: chosen.size });
  expect(pieces.map(({ offset, bytes }) => [offset, bytes.byteLength])).toEqual([
    [0, PIECE],
    [PIECE, PIECE],
    [2 * PIECE, 5],
  ]);
  const carried = new Uint8Array(await new Blob(pieces.map(({ bytes }) => bytes.slice())).arrayBuffer());
  const original = new Uint8Array(await chosen.arrayBuffer());
  expect(carried.length === original.length && carried.every((byte, at) => byte === original[at])).toBe(true);
  expect(shares.at(-1)).toBe(1);
});

it('stops between two pieces', async () => {
  const bridge = createFakeBridge();
  let pieces = 0;
  const sent = await transferFile(createClient(bridge), file(2 * PIECE), {
    importId: 'an-import',
    onProgress: () => (pieces += 1),
    isCancelled: () => pieces > 0,
  });
  expect(sent).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(bridge.calls).toHaveLength(2);
});

it('says what the app says when it does not take a piece', async () => {
  const bridge = createFakeBridge();
  bridge.fail('imports.append', { code: 'too-large' });
  const sent = await transferFile(createClient(bridge), file(10), {
    importId: 'an-import',
    onProgress: () => undefined,
    isCancelled: () => false,
  });
  expect(sent).toEqual({ ok: false, error: { code: 'too-large' } });
});
