import { expect, it } from 'vitest';
import { BACKUP_PIECE_BYTES, type VerifyReport } from '../../../src-shared/contract/backups.ts';
import type { Client } from '../../../src-shared/contract/index.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { isWhole } from './is-whole.ts';
import { PIECE_BYTES, transferBackup } from './transfer-backup.ts';

it('sends pieces of the size that the contract takes', () => {
  expect(PIECE_BYTES).toBe(BACKUP_PIECE_BYTES);
});

it('carries a file in pieces, in their order, and stops between two of them', async () => {
  const bridge = createFakeBridge();
  const client = bridge as unknown as Client;
  const content = new Uint8Array(2 * PIECE_BYTES + 5).map((_, index) => index % 251);
  const shares: number[] = [];
  const sent = await transferBackup(
    client,
    new File([content], 'x'.repeat(500)),
    (share) => shares.push(share),
    () => false,
  );
  expect(sent.ok).toBe(true);
  const pieces = bridge.calls.filter(({ channel }) => channel === 'backups.append').map(({ payload }) => payload);
  expect(pieces.map((piece) => (piece as { offset: number }).offset)).toEqual([0, PIECE_BYTES, 2 * PIECE_BYTES]);
  const bytes = pieces.map((piece) => (piece as { bytes: Uint8Array<ArrayBuffer> }).bytes);
  expect(new Uint8Array(await new Blob(bytes).arrayBuffer())).toEqual(content);
  expect(shares.at(-1)).toBe(1);
  expect((bridge.calls[0]!.payload as { name: string }).name).toHaveLength(400);

  const stopped = await transferBackup(
    client,
    new File([content], 'b'),
    () => {},
    () => true,
  );
  expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('calls a vault whole only where there is nothing to say of it', () => {
  const whole: VerifyReport = {
    versions: 1,
    records: 1,
    unreadable: [],
    disagreeing: [],
    attachments: 0,
    incomplete: 0,
    pages: null,
    remedy: null,
  };
  expect(isWhole(whole)).toBe(true);
  expect(isWhole({ ...whole, pages: 0 })).toBe(true);
  expect(isWhole({ ...whole, pages: 1 })).toBe(false);
  expect(isWhole({ ...whole, incomplete: 1 })).toBe(false);
  expect(isWhole({ ...whole, unreadable: [{ kind: 'entry', current: 0, earlier: 1 }] })).toBe(false);
  expect(isWhole({ ...whole, disagreeing: [{ kind: 'habit', count: 1 }] })).toBe(false);
});
