import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { value } from '../../testing/test-app.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { attachmentsHandlers } from './handlers.ts';

let test: TestVault;
let attachments: ReturnType<typeof attachmentsHandlers>;
let entries: ReturnType<typeof entriesHandlers>;

beforeEach(async () => {
  test = await openTestVault('2026-11-22T08:14:00Z');
  attachments = attachmentsHandlers(test.vault);
  entries = entriesHandlers(test.vault);
});
afterEach(() => test.remove());

async function keep(
  bytes: Uint8Array,
  fields: { name?: string; thumbnail?: Uint8Array<ArrayBuffer> } = {},
): Promise<string> {
  const id = randomUUID();
  for (let index = 0; index * ATTACHMENT_PIECE_BYTES < bytes.byteLength; index += 1) {
    const start = index * ATTACHMENT_PIECE_BYTES;
    value(
      await attachments['attachments.put-piece']({
        id,
        index,
        bytes: bytes.slice(start, start + ATTACHMENT_PIECE_BYTES),
      }),
    );
  }
  const { name = 'garden.jpg', thumbnail = null } = fields;
  const described = { id, name, type: 'image/jpeg', size: bytes.byteLength, width: 640, height: 480 };
  expect(value(await attachments['attachments.finish']({ ...described, thumbnail }))).toEqual(described);
  return id;
}

async function write(day: string, body: string): Promise<string> {
  const id = randomUUID();
  value(await entries['entries.write']({ id, day, body }));
  return id;
}

describe('attachments', () => {
  it('come back byte by byte, of any length around a piece’s', async () => {
    for (const length of [1, ATTACHMENT_PIECE_BYTES - 1, ATTACHMENT_PIECE_BYTES, 2 * ATTACHMENT_PIECE_BYTES + 77]) {
      const bytes = new Uint8Array(randomBytes(length));
      const id = await keep(bytes);
      const read: Uint8Array[] = [];
      for (let index = 0; index * ATTACHMENT_PIECE_BYTES < length; index += 1) {
        read.push(value(await attachments['attachments.piece']({ id, index })).bytes);
      }
      expect(Buffer.concat(read).equals(bytes)).toBe(true);
    }
  });

  it('keep what describes them, and their thumbnail', async () => {
    const thumbnail = new Uint8Array([1, 2, 0, 255]);
    const id = await keep(new Uint8Array([7]), { name: 'Übersicht 漢.png', thumbnail });
    expect(value(await attachments['attachments.get']({ id }))).toEqual({
      attachment: { id, name: 'Übersicht 漢.png', type: 'image/jpeg', size: 1, width: 640, height: 480 },
      thumbnail,
    });
  });

  it('are none until every piece is there, each as long as it has to be', async () => {
    const id = randomUUID();
    const finish = (size: number) =>
      attachments['attachments.finish']({
        id,
        name: '',
        type: 'text/plain',
        size,
        width: null,
        height: null,
        thumbnail: null,
      });
    await expect(finish(3)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await attachments['attachments.put-piece']({ id, index: 0, bytes: new Uint8Array(3) });
    await expect(finish(4)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await expect(attachments['attachments.get']({ id })).rejects.toMatchObject({ error: { code: 'not-found' } });
    expect((await finish(3)).ok).toBe(true);
  });

  it('do not change once they are finished', async () => {
    const id = await keep(new Uint8Array([1, 2, 3]));
    await attachments['attachments.put-piece']({ id, index: 0, bytes: new Uint8Array([9]) });
    expect(value(await attachments['attachments.piece']({ id, index: 0 })).bytes).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('are listed by the entries that hold them, the newest days first, page by page', async () => {
    const [a, b, c] = [
      await keep(new Uint8Array([1])),
      await keep(new Uint8Array([2])),
      await keep(new Uint8Array([3])),
    ];
    const older = await write('2026-11-20', `![Pond](attachment:${a}) and [notes](attachment:${b})`);
    const newer = await write('2026-11-21', `![](attachment:${c})`);
    // Named in a text, and no attachment of this vault: nothing to show.
    await write('2026-11-22', `![](attachment:${randomUUID()}) ![](attachment:00000000-1111-f222-0333-444444444444)`);
    const pages = [];
    for (let after: string | null = null; ;) {
      const page: { items: { attachment: { id: string }; entry: string; day: string }[]; next: string | null } = value(
        await attachments['attachments.list']({ after, limit: 2 }),
      );
      pages.push(page.items.map(({ attachment, entry, day }) => [attachment.id, entry, day]));
      after = page.next;
      if (after === null) break;
    }
    expect(pages).toEqual([
      [
        [c, newer, '2026-11-21'],
        [a, older, '2026-11-20'],
      ],
      [[b, older, '2026-11-20']],
    ]);
    value(await entries['entries.remove']({ id: newer }));
    value(await entries['entries.write']({ id: older, day: '2026-11-20', body: `[notes](attachment:${b})` }));
    const { items } = value(await attachments['attachments.list']({ after: null, limit: 10 }));
    expect(items.map(({ attachment }) => attachment.id)).toEqual([b]);
  });
});
