import { ENGLISH } from '../../../testing/english-words.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ATTACHMENT_PIECE_BYTES } from '../../../../src-shared/contract/attachments.ts';
import { AppFailure } from '../../../../src-shared/result.ts';
import { openTestVault, type TestVault } from '../../../vault/testing/test-vault.ts';
import { deliver, entry, openDevice } from '../../../vault/testing/test-devices.ts';
import { idFromText } from '../../../vault/record-id.ts';
import { attachmentsHandlers } from '../../attachments/handlers.ts';
import { checkInChange } from '../../habits/records.ts';
import { PreferencesBook } from '../../preferences/preferences.ts';
import { spellingHandlers } from '../../spelling/handlers.ts';
import { VaultExportSource } from '../vault-source.ts';
import { archiveBytes, archivedFiles } from './testing.ts';
import { writeArchive } from './write-archive.ts';

let testVault: TestVault;
beforeEach(async () => {
  testVault = await openTestVault();
});
afterEach(() => testVault.remove());

const ID = '0190a0a0-0000-7000-8000-00000000000a';
const FILE = '0190a0a0-0000-7000-8000-0000000000f1';

function linesOf(text: string | undefined): Record<string, unknown>[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function attach(id: string, size: number, name = 'Photo of us.JPG'): Promise<void> {
  const handlers = attachmentsHandlers(testVault.vault);
  for (let index = 0; index * ATTACHMENT_PIECE_BYTES < size; index += 1) {
    const bytes = new Uint8Array(Math.min(ATTACHMENT_PIECE_BYTES, size - index * ATTACHMENT_PIECE_BYTES)).fill(
      index + 1,
    );
    await handlers['attachments.put-piece']({ id, index, bytes });
  }
  await handlers['attachments.finish']({ id, name, type: 'image/jpeg', size, width: 2, height: 3, thumbnail: null });
}

describe('an archive', () => {
  test('of an empty vault has every file, and says so', async () => {
    const files = archivedFiles(await archiveBytes(testVault.vault));
    expect([...files.keys()]).toEqual([
      'README.md',
      'attachments.jsonl',
      'check-ins.jsonl',
      'entries.jsonl',
      'habits.jsonl',
      'pauses.jsonl',
      'preferences.jsonl',
      'saved-searches.jsonl',
      'spelling-words.jsonl',
      'templates.jsonl',
      'manifest.json',
    ]);
    const manifest = JSON.parse(files.get('manifest.json')!.text) as {
      format: string;
      version: number;
      files: unknown[];
    };
    expect(manifest).toMatchObject({ format: 'daygrove-archive', version: 1, media: { files: 0, bytes: 0 } });
    expect(manifest.files).toContainEqual({
      name: 'entries.jsonl',
      type: 'entry',
      records: 0,
      bytes: 0,
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
  });

  test('holds records as they stand, with what this version does not know, and the trash, and not what was erased', async () => {
    const { vault, clock } = testVault;
    const fields = {
      day: '2026-11-22',
      createdAt: 1,
      zone: 'UTC',
      body: 'Half a pair: \ud83c',
      newer: { a: [1, null] },
    };
    await vault.commit([{ id: idFromText(ID), type: 'entry', fields, extras: { shade: 'green' } }]);
    const trashed = idFromText('0190a0a0-0000-7000-8000-00000000000b');
    const erased = idFromText('0190a0a0-0000-7000-8000-00000000000c');
    await vault.commit([entry(trashed, 'gone'), entry(erased, 'for good')]);
    clock.advance(60_000);
    await vault.commit([
      { id: trashed, type: 'entry', fields: {}, deleted: true },
      { id: erased, type: 'entry', fields: {}, deleted: true },
    ]);
    await vault.erase([erased]);
    await vault.commit([{ id: new Uint8Array(16).fill(0x11), type: 'Dream/log', fields: { text: 'sea' } }]);
    const files = archivedFiles(await archiveBytes(vault));
    expect(linesOf(files.get('entries.jsonl')?.text)).toEqual([
      { id: ID, writtenAt: clock.now() - 60_000, extras: { shade: 'green' }, fields },
      {
        id: '0190a0a0-0000-7000-8000-00000000000b',
        writtenAt: clock.now(),
        deleted: true,
        fields: { day: '2026-11-24', createdAt: 1, zone: 'UTC', body: 'gone' },
      },
    ]);
    const other = [...files.keys()].find((name) => name.startsWith('other/'))!;
    expect(other).toMatch(/^other\/Dream_log\.[0-9a-f]{16}\.jsonl$/u);
    expect(linesOf(files.get(other)!.text)).toEqual([
      {
        id: '11111111-1111-1111-1111-111111111111',
        type: 'Dream/log',
        writtenAt: clock.now(),
        fields: { text: 'sea' },
      },
    ]);
  });

  test('has no id that is made from the key of this vault, nothing of a device and no bookkeeping', async () => {
    const { vault } = testVault;
    const habit = idFromText(ID);
    await vault.commit([
      checkInChange(vault, habit, '2026-11-23', { mark: 'done' }),
      checkInChange(vault, habit, '2026-11-21', { mark: 'missed' }),
      { id: vault.derivedId('device', vault.device), type: 'device', fields: { device: vault.device, name: 'Laptop' } },
      { id: new Uint8Array(16).fill(1), type: 'import', fields: {} },
      { id: new Uint8Array(16).fill(2), type: 'import-batch', fields: {} },
    ]);
    await new PreferencesBook(vault, 'en').change({ dayEndsAt: 180 });
    await spellingHandlers(vault)['spelling.add']({ word: 'Zwetschke' });
    const bytes = await archiveBytes(vault);
    const files = archivedFiles(bytes);
    expect(
      linesOf(files.get('check-ins.jsonl')?.text).map(({ fields, id }) => [(fields as { day: string }).day, id]),
    ).toEqual([
      ['2026-11-21', undefined],
      ['2026-11-23', undefined],
    ]);
    expect(linesOf(files.get('preferences.jsonl')?.text)).toEqual([
      { writtenAt: testVault.clock.now(), fields: { dayEndsAt: 180 } },
    ]);
    expect(linesOf(files.get('spelling-words.jsonl')?.text)).toEqual([
      { writtenAt: testVault.clock.now(), fields: { word: 'Zwetschke' } },
    ]);
    const all = [...files.values()].map(({ text }) => text).join('');
    expect(all).not.toContain(vault.device);
    expect([...files.keys()].filter((name) => name.startsWith('other/'))).toEqual([]);
  });

  test('holds files as they were, with their endings and not their names', async () => {
    await attach(FILE, ATTACHMENT_PIECE_BYTES + 10);
    const files = archivedFiles(await archiveBytes(testVault.vault));
    const media = files.get(`media/${FILE}.jpg`)!;
    expect(media.bytes.length).toBe(ATTACHMENT_PIECE_BYTES + 10);
    expect([media.bytes[0], media.bytes.at(-1)]).toEqual([1, 2]);
    const [line] = linesOf(files.get('attachments.jsonl')?.text);
    expect(line).toMatchObject({ id: FILE, media: `media/${FILE}.jpg`, fields: { name: 'Photo of us.JPG', width: 2 } });
    expect(line?.['sha256']).toMatch(/^[0-9a-f]{64}$/u);
  });

  test('says of a file that is not wholly here that it is not', async () => {
    await attach(FILE, ATTACHMENT_PIECE_BYTES + 10);
    await testVault.vault.erase([testVault.vault.derivedId('attachment-piece', FILE, '1')]);
    const counts = await writeArchive(new VaultExportSource(testVault.vault), async () => {}, {
      say: ENGLISH.say,
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    expect(counts).toMatchObject({ media: 0, missingMedia: 1, records: { attachment: 1 } });
    const files = archivedFiles(await archiveBytes(testVault.vault));
    expect(linesOf(files.get('attachments.jsonl')?.text)).toMatchObject([{ id: FILE, media: null }]);
    expect([...files.keys()].filter((name) => name.startsWith('media/'))).toEqual([]);
  });

  test('is the same from every device of a vault, whatever was written in which order', async () => {
    const other = await openDevice(`${testVault.folder}/other.db`, testVault.keys);
    const id = idFromText(ID);
    await testVault.vault.commit([entry(id, 'A first text of ours.')]);
    await deliver(testVault.vault, other.vault);
    const base = (await other.vault.current(id))!.revision;
    await testVault.vault.commit([{ id, type: 'entry', fields: { mood: 4, starred: true }, base }]);
    await other.vault.commit([{ id, type: 'entry', fields: { title: 'Ours', body: 'A second text of ours.' }, base }]);
    await deliver(other.vault, testVault.vault);
    await deliver(testVault.vault, other.vault);
    const here = await archiveBytes(testVault.vault);
    expect(here.equals(await archiveBytes(other.vault))).toBe(true);
    expect(linesOf(archivedFiles(here).get('entries.jsonl')?.text)).toMatchObject([
      { fields: { mood: 4, starred: true, title: 'Ours', body: 'A second text of ours.' } },
    ]);
    await other.vault.close();
  });
});

describe('writing one', () => {
  const source = (): VaultExportSource => new VaultExportSource(testVault.vault);

  test('says how far it is', async () => {
    await testVault.vault.commit([entry(idFromText(ID), 'one')]);
    await attach(FILE, 5);
    const seen: string[] = [];
    await writeArchive(source(), async () => {}, {
      say: ENGLISH.say,
      onProgress: (done, total) => seen.push(`${done}/${total}`),
      signal: new AbortController().signal,
    });
    expect(seen).toEqual(['0/3', '1/3', '2/3', '3/3', '3/3']);
  });

  test('ends when it is told to', async () => {
    await testVault.vault.commit([entry(idFromText(ID), 'one')]);
    const stop = new AbortController();
    const writing = writeArchive(source(), async () => stop.abort(), {
      say: ENGLISH.say,
      onProgress: () => {},
      signal: stop.signal,
    });
    await expect(writing).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });

  test('ends with what the sink or the source says', async () => {
    const options = { say: ENGLISH.say, onProgress: () => {}, signal: new AbortController().signal };
    const full = writeArchive(source(), () => Promise.reject(new AppFailure('disk-full')), options);
    await expect(full).rejects.toMatchObject({ error: { code: 'disk-full' } });
    const locked = source();
    locked.records = () => {
      throw new AppFailure('vault-locked');
    };
    await expect(writeArchive(locked, async () => {}, options)).rejects.toMatchObject({
      error: { code: 'vault-locked' },
    });
  });

  test('waits for the sink', async () => {
    await attach(FILE, 3 * 1024 * 1024);
    let open = 0;
    let most = 0;
    await writeArchive(
      source(),
      async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
        open -= 1;
      },
      { say: ENGLISH.say, onProgress: () => {}, signal: new AbortController().signal },
    );
    expect(most).toBe(1);
  });
});
