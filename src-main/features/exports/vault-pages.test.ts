import { afterEach, beforeEach, expect, test } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../../src-shared/contract/attachments.ts';
import { entry } from '../../vault/testing/test-devices.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { pieceId } from '../attachments/pieces.ts';
import { checkInChange } from '../habits/records.ts';
import { RECORDS_A_PAGE } from './export-pages.ts';
import { VaultPages } from './vault-pages.ts';
import { VaultExportSource } from './vault-source.ts';

let place: TestVault;
beforeEach(async () => {
  place = await openTestVault();
});
afterEach(() => place.remove());

/** An id whose first two bytes are a number, so that ids ascend with it. */
function idOf(number: number): Uint8Array {
  const id = new Uint8Array(16).fill(0x88);
  id.set([number >> 8, number & 0xff]);
  return id;
}

test('every record of a type comes once, in order, however many pages that takes', async () => {
  const { vault } = place;
  const count = 2 * RECORDS_A_PAGE + 300;
  await vault.commit(Array.from({ length: count }, (_, number) => entry(idOf(number), `Entry ${number}`)));
  await vault.commit([{ id: idOf(9000), type: 'dream', fields: {} }]);
  const source = new VaultExportSource(vault);
  expect(await source.types()).toEqual(['dream', 'entry']);
  expect([await source.count('entry'), await source.count('dream'), await source.count('habit')]).toEqual([
    count,
    1,
    0,
  ]);
  const bodies = (await Array.fromAsync(source.records('entry'))).map(({ fields }) => fields['body']);
  expect(bodies).toEqual(Array.from({ length: count }, (_, number) => `Entry ${number}`));
});

test('what is made of natural keys comes in the order of the keys', async () => {
  const { vault } = place;
  const days = Array.from({ length: 300 }, (_, at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
  await vault.commit(
    [2, 1].flatMap((habit) => days.map((day) => checkInChange(vault, idOf(habit), day, { mark: 'done' }))),
  );
  const found = await Array.fromAsync(new VaultExportSource(vault).records('check-in'));
  const keys = found.map(({ naturalKey }) => naturalKey!.join(' '));
  expect(keys).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(600);
});

test('the index opens no piece of a file', async () => {
  const { vault } = place;
  const id = '0190a0a0-0000-4000-8000-00000000000a';
  const data = Buffer.alloc(ATTACHMENT_PIECE_BYTES, 1).toString('base64');
  const pieces = [0, 1].map((index) => ({ id: pieceId(vault, id, index), type: 'attachment-piece', fields: { data } }));
  const size = 2 * ATTACHMENT_PIECE_BYTES;
  const attachment = {
    id: new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')),
    type: 'attachment',
    fields: { size },
  };
  await vault.commit([...pieces, attachment]);
  const asked: string[] = [];
  const read = vault.read;
  const watched = {
    all: (sql: string, ...args: Parameters<typeof read.all> extends [string, ...infer A] ? A : never) => {
      if (sql.startsWith('WITH wanted'))
        asked.push(...args.map((arg) => Buffer.from(arg as Uint8Array).toString('hex')));
      return read.all(sql, ...args);
    },
    first: read.first.bind(read),
  };
  Object.defineProperty(vault, 'read', { value: watched });
  const { types } = await new VaultPages(vault).index(null);
  expect(types).toEqual(['attachment']);
  expect(asked).toContain(id.replaceAll('-', ''));
  for (const piece of pieces) expect(asked).not.toContain(Buffer.from(piece.id).toString('hex'));
});

/** How often the vault is asked whether a record is there, while `work` goes on. */
async function looksOf(work: () => Promise<unknown>): Promise<number> {
  const { vault } = place;
  const has = vault.has.bind(vault);
  let looks = 0;
  Object.defineProperty(vault, 'has', {
    configurable: true,
    value: (id: Uint8Array) => {
      looks += 1;
      return has(id);
    },
  });
  await work();
  return looks;
}

test('descriptions of files that are not here cost no more than one look each, and no answer takes long', async () => {
  const { vault } = place;
  const count = 1200;
  // As an archive may bring them: each claims two hundred pieces.
  const fields = { name: 'a', type: 'image/png', size: 50 * 1024 * 1024, width: 1, height: 1 };
  for (let at = 0; at < count; at += 400)
    await vault.commit(
      Array.from({ length: 400 }, (_, number) => ({ id: idOf(at + number), type: 'attachment', fields })),
    );
  const pages = new VaultPages(vault);
  let first: Awaited<ReturnType<VaultPages['index']>> | null = null;
  expect(await looksOf(async () => (first = await pages.index(null)))).toBe(1000);
  // Saves come between it and the next.
  expect(first).toMatchObject({ types: [], next: new Uint8Array(0) });
  const source = new VaultExportSource(vault);
  expect(await looksOf(() => source.count('attachment'))).toBe(count);
  expect(await source.count('attachment')).toBe(count);
});

test('a piece behind a gap is no record of an export', async () => {
  const { vault } = place;
  const id = '0190a0a0-0000-4000-8000-00000000000a';
  const size = 3 * ATTACHMENT_PIECE_BYTES;
  await vault.commit([
    { id: pieceId(vault, id, 2), type: 'attachment-piece', fields: { data: 'AA==' } },
    { id: new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex')), type: 'attachment', fields: { size } },
  ]);
  expect(await new VaultExportSource(vault).types()).toEqual(['attachment']);
});

test('a record that does not open ends it: an export without it would look whole', async () => {
  const { vault } = place;
  await vault.commit([entry(idOf(1), 'one'), entry(idOf(2), 'two')]);
  const [version] = await Array.fromAsync(vault.versions());
  // As a lost page of the file would.
  const database = vault.read as unknown as { transact(statements: readonly object[]): Promise<void> };
  await database.transact([{ sql: 'UPDATE version SET box = zeroblob(200) WHERE id = ?', args: [version!.id] }]);
  await expect(new VaultExportSource(vault).types()).rejects.toMatchObject({ error: { code: 'vault-damaged' } });
});
