import { expect, it, vi } from 'vitest';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import type { FakeBridge } from '../../testing/fake-bridge.ts';
import { serveFiles } from './file-server.ts';

const IMPORT = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

interface Piece {
  readonly importId: string;
  readonly readId: number;
  readonly bytes: Uint8Array | null;
}

function pieces({ calls }: FakeBridge): readonly Piece[] {
  return calls.filter(({ channel }) => channel === 'imports.piece').map(({ payload }) => payload as Piece);
}

function textOf({ bytes }: Piece): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

it('answers with the very part of the very file, and with what is left at its end', async () => {
  const bridge = createFakeBridge();
  serveFiles(createClient(bridge), IMPORT, [new File(['first file'], 'a.md'), new File(['second'], 'b.md')]);
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 7, file: 0, offset: 6, length: 3 });
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 8, file: 1, offset: 4, length: 100 });
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 9, file: 1, offset: 0, length: 1 });
  await vi.waitFor(() => expect(pieces(bridge)).toHaveLength(3));
  const byRead = new Map(pieces(bridge).map((piece) => [piece.readId, textOf(piece)]));
  expect([7, 8, 9].map((readId) => byRead.get(readId))).toEqual(['fil', 'nd', 's']);
});

it('reads nothing but the part that is wanted', async () => {
  const bridge = createFakeBridge();
  const file = new File(['x'.repeat(1000)], 'a.md');
  const slice = vi.spyOn(file, 'slice');
  const whole = vi.spyOn(file, 'arrayBuffer');
  serveFiles(createClient(bridge), IMPORT, [file]);
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 1, file: 0, offset: 10, length: 20 });
  await vi.waitFor(() => expect(pieces(bridge)).toHaveLength(1));
  expect(slice.mock.calls).toEqual([[10, 30]]);
  expect(whole).not.toHaveBeenCalled();
});

it('says with null that a file cannot be read any more, or was never there', async () => {
  const bridge = createFakeBridge();
  const moved = new File(['x'], 'moved.md');
  vi.spyOn(moved, 'slice').mockReturnValue({
    arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')),
  } as unknown as Blob);
  serveFiles(createClient(bridge), IMPORT, [moved]);
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 1, file: 0, offset: 0, length: 1 });
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 2, file: 5, offset: 0, length: 1 });
  await vi.waitFor(() => expect(pieces(bridge)).toHaveLength(2));
  expect(pieces(bridge).map(textOf)).toEqual([null, null]);
});

it('hears its own import only, and nothing once it is stopped', async () => {
  const bridge = createFakeBridge();
  const file = new File(['abc'], 'a.md');
  const stop = serveFiles(createClient(bridge), IMPORT, [file]);
  bridge.emit('imports.wanted', { importId: OTHER, readId: 1, file: 0, offset: 0, length: 1 });
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 2, file: 0, offset: 0, length: 1 });
  await vi.waitFor(() => expect(pieces(bridge)).toHaveLength(1));
  // Under way when it is stopped.
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 3, file: 0, offset: 0, length: 1 });
  stop();
  bridge.emit('imports.wanted', { importId: IMPORT, readId: 4, file: 0, offset: 0, length: 1 });
  // Begun later, answered later.
  serveFiles(createClient(bridge), OTHER, [file]);
  bridge.emit('imports.wanted', { importId: OTHER, readId: 5, file: 0, offset: 0, length: 1 });
  await vi.waitFor(() => expect(pieces(bridge).at(-1)?.readId).toBe(5));
  expect(pieces(bridge).map(({ readId }) => readId)).toEqual([2, 5]);
});
