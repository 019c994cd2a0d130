import { expect, it } from 'vitest';
import { OPENED_PIECE_BYTES } from '../../../src-shared/contract/opened-file.ts';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { OPENED_BYTES, readableFile } from './readable-file.ts';

const FILE = {
  id: '4a1f4a5e-9a83-4b8e-8c0f-1f9d1c6d3c11',
  kind: 'archive',
  name: 'a.daygrove',
  size: 9 * 1024 * 1024,
  modifiedAt: 7,
} as const;

it('asks for parts that main takes', () => expect(OPENED_BYTES).toBe(OPENED_PIECE_BYTES));

it('is read as every other file is, in as many parts as it needs', async () => {
  const bridge = createFakeBridge();
  const file = readableFile(createClient(bridge), FILE);
  expect(file).toMatchObject({ name: 'a.daygrove', size: FILE.size, lastModified: 7 });
  const bytes = await file.slice(1, FILE.size + 100).arrayBuffer();
  expect(bytes.byteLength).toBe(FILE.size - 1);
  expect(bridge.calls.map(({ payload }) => payload)).toEqual([
    { id: FILE.id, offset: 1, length: OPENED_BYTES },
    { id: FILE.id, offset: 1 + OPENED_BYTES, length: OPENED_BYTES },
    { id: FILE.id, offset: 1 + 2 * OPENED_BYTES, length: FILE.size - 1 - 2 * OPENED_BYTES },
  ]);
  expect((await file.slice(FILE.size, FILE.size + 1).arrayBuffer()).byteLength).toBe(0);
});

it('is an error where it is not there any more', async () => {
  const bridge = createFakeBridge();
  bridge.fail('opened-file.piece', { code: 'internal' });
  await expect(readableFile(createClient(bridge), FILE).slice(0, 4).arrayBuffer()).rejects.toThrow('moved or changed');
});
