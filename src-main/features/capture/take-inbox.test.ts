import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppFailure } from '../../../src-shared/result.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../../vault/keys.ts';
import { openTestVault, type TestVault } from '../../vault/testing/test-vault.ts';
import { Vault } from '../../vault/vault.ts';
import { LAST_MOMENT } from '../../../src-shared/domain/moment.ts';
import { entriesHandlers } from '../entries/handlers.ts';
import { projections } from '../../storage/service.ts';
import { encodeItem, type CapturedItem } from './captured-item.ts';
import { InboxDesk } from './inbox-desk.ts';
import { inboxFolder, listInboxItems, readInboxKey, writeInboxItem, writeInboxKey } from './inbox-files.ts';
import { inboxPublicKeys } from './inbox-open.ts';
import { sealToInbox } from './inbox-seal.ts';
import { keepCaptured, settleInboxKey, takeInbox } from './take-inbox.ts';

const DAY = '2026-11-21';
let test: TestVault;

beforeEach(async () => {
  test = await openTestVault();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await test.remove();
});

function item(text: string, more: Partial<CapturedItem> = {}): CapturedItem {
  return {
    format: 1,
    writtenAt: Date.parse(`${DAY}T20:00:00Z`),
    zone: 'Asia/Tokyo',
    day: DAY,
    text,
    mood: null,
    ...more,
  };
}

async function seal(plaintext: Uint8Array, id: string, keys = test.keys): Promise<Uint8Array> {
  const [publicKey] = await inboxPublicKeys(keys);
  const itemId = new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
  return sealToInbox(publicKey!, { vaultId: keys.vaultId, itemId }, plaintext);
}

/** Puts a thing into the inbox, as main does. */
async function put(
  text: string,
  id = randomUUID(),
  keys = test.keys,
  more: Partial<CapturedItem> = {},
): Promise<string> {
  await writeInboxItem(test.folder, id, await seal(encodeItem(item(text, more)), id, keys));
  return id;
}

async function bodies(): Promise<string[]> {
  const result = await entriesHandlers(test.vault)['entries.on-day']({ day: DAY });
  return result.ok ? result.value.entries.map(({ body }) => body).toSorted() : [];
}

const take = async () => takeInbox(test.vault, test.folder, await listInboxItems(test.folder));

describe('taking in', () => {
  it.each([Number.MAX_SAFE_INTEGER, 8.64e15, LAST_MOMENT + 1])(
    'takes nothing with a time that is none (%s), which anybody may have sealed: it stays, is counted, and the journal is read as before',
    async (writtenAt) => {
      await put('mine');
      await put('not mine', randomUUID(), test.keys, { writtenAt });
      expect(await take()).toMatchObject({ taken: 1, unreadable: 1, waiting: 0 });
      expect(await bodies()).toEqual(['mine']);
      expect(await listInboxItems(test.folder)).toHaveLength(1);
    },
  );

  it('takes the last moment that there is', async () => {
    await put('late', randomUUID(), test.keys, { writtenAt: LAST_MOMENT });
    expect(await take()).toMatchObject({ taken: 1, unreadable: 0 });
    expect(await bodies()).toEqual(['late']);
  });

  it('makes an entry of each thing, of its own moment, and leaves nothing in the inbox', async () => {
    await put('one');
    await put('two');
    expect(await take()).toMatchObject({ taken: 2, unreadable: 0, waiting: 0 });
    expect(await bodies()).toEqual(['one', 'two']);
    const listed = await entriesHandlers(test.vault)['entries.on-day']({ day: DAY });
    expect(listed.ok && listed.value.entries[0]).toMatchObject({
      zone: 'Asia/Tokyo',
      createdAt: '2026-11-21T20:00:00.000Z',
      updatedAt: '2026-11-21T20:00:00.000Z',
    });
    expect(await listInboxItems(test.folder)).toEqual([]);
  });

  it('cut off between the entry and the deletion makes no second one', async () => {
    const id = await put('once');
    const kept = await readFile(join(inboxFolder(test.folder), `${id}.sealed`));
    await take();
    await writeInboxItem(test.folder, id, kept);
    expect((await take()).taken).toBe(1);
    expect(await bodies()).toEqual(['once']);
    expect(await listInboxItems(test.folder)).toEqual([]);
  });

  it('leaves alone what became of the entry since: changed, in the trash, erased', async () => {
    const handlers = entriesHandlers(test.vault);
    const captured = item('as it was');
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await keepCaptured(test.vault, id, captured);
    const listed = await handlers['entries.on-day']({ day: DAY });
    const [changed, removed, erased] = listed.ok ? listed.value.entries.map(({ id }) => id) : [];
    await handlers['entries.write']({ id: changed!, day: DAY, body: 'changed' });
    await handlers['entries.remove']({ ids: [removed!, erased!] });
    await handlers['entries.erase']({ ids: [erased!] });
    for (const id of ids) await keepCaptured(test.vault, id, captured);
    expect(await bodies()).toEqual(['changed']);
    const trash = await handlers['entries.trash']({});
    expect(trash.ok && trash.value.total).toBe(1);
  });

  it('keeps what does not open, and what is not ours, and counts it', async () => {
    const whole = await put('whole');
    const bytes = await readFile(join(inboxFolder(test.folder), `${whole}.sealed`));
    const broken = Uint8Array.from(bytes);
    broken[60]! ^= 1;
    await writeInboxItem(test.folder, randomUUID(), broken);
    // Whole, in the place of another.
    await writeInboxItem(test.folder, randomUUID(), bytes);
    await writeInboxItem(test.folder, randomUUID(), new Uint8Array(0));
    await writeInboxItem(test.folder, randomUUID(), new Uint8Array(2 * 1024 * 1024));
    const newer = randomUUID();
    await writeInboxItem(test.folder, newer, await seal(Buffer.from('{"format":2}'), newer));
    const noText = randomUUID();
    await writeInboxItem(test.folder, noText, await seal(Buffer.from([0xff, 0xfe]), noText));
    await mkdir(join(inboxFolder(test.folder), `${randomUUID()}.sealed`));
    await writeFile(join(inboxFolder(test.folder), 'notes.txt'), 'not ours');
    const other = deriveKeys(newVaultKey(), newVaultId());
    await put('theirs', randomUUID(), other);
    const report = await take();
    expect(report).toMatchObject({ taken: 1, unreadable: 7, waiting: 0 });
    expect([...report.otherVaults]).toEqual([[Buffer.from(other.vaultId).toString('hex'), 1]]);
    expect(await bodies()).toEqual(['whole']);
    expect(await listInboxItems(test.folder)).toHaveLength(8);
    expect(await readFile(join(inboxFolder(test.folder), 'notes.txt'), 'utf8')).toBe('not ours');
  });

  it('that the disk refuses leaves the thing where it is, and the next one takes it in', async () => {
    await put('later');
    vi.spyOn(test.vault, 'commit').mockRejectedValueOnce(new AppFailure('disk-full'));
    const desk = new InboxDesk(test.folder, () => {});
    const look = async (): Promise<number> => {
      await desk.begin();
      return desk.take(test.vault, 10);
    };
    expect(await look()).toBe(0);
    expect(await desk.report(test.vault)).toMatchObject({ taken: 0, waiting: 1 });
    expect(await listInboxItems(test.folder)).toHaveLength(1);
    expect(await look()).toBe(1);
    expect(await desk.report(test.vault)).toMatchObject({ taken: 1, waiting: 0 });
    // Told once.
    expect(await desk.report(test.vault)).toMatchObject({ taken: 0 });
    expect(await bodies()).toEqual(['later']);
  });

  it('of many is done in parts, and told in one number', async () => {
    for (let n = 0; n < 5; n += 1) await put(`thing ${n}`);
    await writeInboxItem(test.folder, randomUUID(), new Uint8Array(3));
    const desk = new InboxDesk(test.folder, () => {});
    await desk.begin();
    const parts: number[] = [];
    while (desk.left > 0) {
      expect(await desk.report(test.vault)).toMatchObject({ taken: 0, isTaking: true });
      parts.push(await desk.take(test.vault, 4));
    }
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(5);
    expect(parts).toHaveLength(2);
    expect(await desk.report(test.vault)).toMatchObject({ taken: 5, isTaking: false, unreadable: 1 });
    // Another look counts what stayed anew, and not twice.
    await desk.begin();
    await desk.take(test.vault, 4);
    expect(await desk.report(test.vault)).toMatchObject({ taken: 0, unreadable: 1 });
  });

  it('into a damaged vault says that it is', async () => {
    await put('later');
    vi.spyOn(test.vault, 'commit').mockRejectedValueOnce(new AppFailure('vault-damaged'));
    await expect(take()).rejects.toThrow('vault-damaged');
    expect(await listInboxItems(test.folder)).toHaveLength(1);
  });

  it('opens what was sealed under a key from before a renewal, into one entry for both keys', async () => {
    const before = newVaultKey();
    const vaultId = newVaultId();
    const renewed = deriveKeys(newVaultKey(), vaultId, [before]);
    const vault = await Vault.open(join(test.folder, 'renewed.db'), renewed, test.clock, projections);
    try {
      const id = randomUUID();
      await put('before', id, deriveKeys(before, vaultId));
      expect((await takeInbox(vault, test.folder, await listInboxItems(test.folder))).taken).toBe(1);
      await put('before', id, renewed);
      expect((await takeInbox(vault, test.folder, await listInboxItems(test.folder))).taken).toBe(1);
      const listed = await entriesHandlers(vault)['entries.on-day']({ day: DAY });
      expect(listed.ok && listed.value.entries).toHaveLength(1);
      // A key from before is no stranger's.
      const [, earlier] = await inboxPublicKeys(renewed);
      await writeInboxKey(test.folder, { vaultId, publicKey: earlier! });
      expect(await settleInboxKey(vault, test.folder)).toBe(false);
      expect((await readInboxKey(test.folder))?.publicKey).toEqual((await inboxPublicKeys(renewed))[0]);
    } finally {
      await vault.close();
    }
  });
});

describe('the key in the folder', () => {
  const key = () => readInboxKey(test.folder);
  const desk = () => new InboxDesk(test.folder, () => {});

  it('is written where there is none, and left as it is where it is right', async () => {
    expect(await key()).toBeNull();
    expect(await settleInboxKey(test.vault, test.folder)).toBe(false);
    const [own] = await inboxPublicKeys(test.keys);
    expect(await key()).toEqual({ vaultId: new Uint8Array(test.keys.vaultId), publicKey: own });
    expect(await settleInboxKey(test.vault, test.folder)).toBe(false);
    expect((await desk().report(test.vault)).keyChangedAt).toBeNull();
  });

  it('that somebody else put there is mended, and told until it was read, over an end of the process', async () => {
    await settleInboxKey(test.vault, test.folder);
    const right = await key();
    await writeInboxKey(test.folder, { vaultId: test.keys.vaultId, publicKey: new Uint8Array(32).fill(9) });
    await desk().settleKey(test.vault);
    expect(await key()).toEqual(right);
    await test.reopen();
    expect((await desk().report(test.vault)).keyChangedAt).toBe('2026-11-22T08:14:00.000Z');
    await desk().dismissKeyChange(test.vault);
    await test.reopen();
    expect((await desk().report(test.vault)).keyChangedAt).toBeNull();
  });

  it.each([
    [
      'of another vault',
      () => writeInboxKey(test.folder, { vaultId: newVaultId(), publicKey: new Uint8Array(32).fill(9) }),
    ],
    ['that cannot be read', () => writeFile(join(inboxFolder(test.folder), 'public-key.json'), '{')],
  ])('%s, to which nothing is ever sealed, is mended without a word', async (_name, write) => {
    await settleInboxKey(test.vault, test.folder);
    const right = await key();
    await write();
    expect(await settleInboxKey(test.vault, test.folder)).toBe(false);
    expect(await key()).toEqual(right);
  });

  it('that cannot be written keeps nobody out', async () => {
    await writeFile(inboxFolder(test.folder), 'a file where the folder should be');
    const logged: string[] = [];
    const broken = new InboxDesk(test.folder, (event) => logged.push(event));
    await broken.settleKey(test.vault);
    expect(logged).toEqual(['inbox-failed']);
    await broken.begin();
    expect(await broken.take(test.vault, 10)).toBe(0);
  });
});
