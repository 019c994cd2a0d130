import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { idFromText } from '../../vault/record-id.ts';
import { deliver, openDevice, REPLICA } from '../../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { openVersion } from '../../vault/vault.ts';
import { value } from '../../testing/test-app.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { attachmentsHandlers } from './handlers.ts';
import { recordsOfFile, settleErasures } from './pieces.ts';

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

  it('may be described later where they came without a thumbnail, once', async () => {
    const id = await keep(new Uint8Array([7]));
    const describePicture = (thumbnail: Uint8Array<ArrayBuffer>) =>
      attachments['attachments.describe']({ id, width: 40, height: 30, thumbnail });
    value(await describePicture(new Uint8Array([1, 2])));
    value(await describePicture(new Uint8Array([9])));
    expect(value(await attachments['attachments.get']({ id }))).toMatchObject({
      attachment: { width: 40, height: 30, size: 1 },
      thumbnail: new Uint8Array([1, 2]),
    });
    const none = { id: randomUUID(), width: 1, height: 1, thumbnail: new Uint8Array([1]) };
    await expect(attachments['attachments.describe'](none)).rejects.toMatchObject({ error: { code: 'not-found' } });
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
    value(await entries['entries.remove']({ ids: [newer] }));
    value(await entries['entries.write']({ id: older, day: '2026-11-20', body: `[notes](attachment:${b})` }));
    const { items } = value(await attachments['attachments.list']({ after: null, limit: 10 }));
    expect(items.map(({ attachment }) => attachment.id)).toEqual([b]);
  });
});

describe('files of what is erased', () => {
  const held = async (id: string): Promise<number> => (await recordsOfFile(test.vault, id)).length;
  const versions = async (): Promise<number> => {
    let count = 0;
    for await (const version of test.vault.versions()) count += openVersion(test.keys, version)?.fields['data'] ? 1 : 0;
    return count;
  };

  it('go with it, unless they stand in another entry', async () => {
    const [own, shared, former] = [
      await keep(new Uint8Array(300 * 1024).fill(1)),
      await keep(new Uint8Array([2])),
      await keep(new Uint8Array([3])),
    ];
    const entry = await write(
      '2026-11-20',
      `![](attachment:${own}) ![](attachment:${shared}) ![](attachment:${former})`,
    );
    test.clock.advance(3_600_000);
    value(
      await entries['entries.write']({
        id: entry,
        day: '2026-11-20',
        body: `![](attachment:${own}) ![](attachment:${shared})`,
      }),
    );
    await write('2026-11-21', `![](attachment:${shared})`);
    expect(await versions()).toBe(4);
    value(await entries['entries.remove']({ ids: [entry] }));
    value(await entries['entries.erase']({ ids: [entry] }));
    expect(await versions()).toBe(1);
    value(await attachments['attachments.get']({ id: shared }));
    for (const id of [own, former]) {
      await expect(attachments['attachments.get']({ id })).rejects.toMatchObject({ error: { code: 'not-found' } });
    }
    expect(await held(own)).toBe(3);
  });

  it('are written once more by a device on which they are needed', async () => {
    const bytes = new Uint8Array(ATTACHMENT_PIECE_BYTES + 5).fill(6);
    const id = await keep(bytes);
    const unneeded = await keep(new Uint8Array([1]));
    const entry = await write('2026-11-20', `![](attachment:${id})`);
    await write('2026-11-20', 'the other had stood here');
    const other = await openDevice(join(test.folder, 'other.db'), test.keys);
    await deliver(test.vault, other.vault);
    // There the entry is in the trash for good; here somebody has put it back.
    await other.vault.commit([{ id: idFromText(entry), type: 'entry', fields: {}, deleted: true }]);
    await other.vault.erase([
      idFromText(entry),
      ...(await recordsOfFile(other.vault, id)),
      ...(await recordsOfFile(other.vault, unneeded)),
    ]);
    value(await entries['entries.write']({ id: entry, day: '2026-11-20', mood: 4 }));
    await deliver(other.vault, test.vault);
    await settleErasures(test.vault);
    expect(await test.vault.erasedHere()).toEqual(new Set());
    await deliver(test.vault, other.vault);
    await settleErasures(other.vault);
    for (const vault of [test.vault, other.vault]) {
      const there = attachmentsHandlers(vault);
      expect(value(await there['attachments.get']({ id })).attachment.size).toBe(bytes.byteLength);
      const pieces = [];
      for (const index of [0, 1]) pieces.push(value(await there['attachments.piece']({ id, index })).bytes);
      expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      await expect(there['attachments.get']({ id: unneeded })).rejects.toMatchObject({ error: { code: 'not-found' } });
      expect(value(await entriesHandlers(vault)['entries.get']({ id: entry })).mood).toBe(4);
    }
    await other.vault.close();
  });

  it('go whole, also where they had not arrived whole when they were erased', async () => {
    const id = await keep(new Uint8Array(3 * ATTACHMENT_PIECE_BYTES).fill(9));
    const entry = await write('2026-11-20', `![](attachment:${id})`);
    const other = await openDevice(join(test.folder, 'other.db'), test.keys);
    const { versions: all } = await test.vault.handOut(null, 100, 10_000_000);
    const [, , late] = await recordsOfFile(test.vault, id);
    const isLate = (version: { id: Uint8Array }): boolean => Buffer.from(version.id).equals(late!);
    await other.vault.receive(
      all.filter((version) => !isLate(version)),
      REPLICA,
      1,
    );
    await test.vault.receive(all, REPLICA, 1);
    const there = entriesHandlers(other.vault);
    value(await there['entries.remove']({ ids: [entry] }));
    value(await there['entries.erase']({ ids: [entry] }));
    await other.vault.receive(all, REPLICA, 2);
    await deliver(other.vault, test.vault);
    await settleErasures(test.vault);
    await deliver(test.vault, other.vault);
    await settleErasures(other.vault);
    for (const vault of [test.vault, other.vault]) {
      let boxes = 0;
      for await (const version of vault.versions()) boxes += version.box.byteLength;
      expect(boxes).toBeLessThan(10_000);
    }
    await other.vault.close();
  });
});
