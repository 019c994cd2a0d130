import { ENGLISH } from '../../testing/english-words.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppFailure, type Result } from '../../../src-shared/result.ts';
import { StorageService } from '../../storage/service.ts';
import type { StorageCall, StorageCalls, StorageMessage } from '../../storage/protocol.ts';
import { removeFolder, temporaryFolder, value } from '../../testing/test-app.ts';
import { writeArchive } from './archive/write-archive.ts';
import { archivedFiles } from './archive/testing.ts';
import { StorageExportSource } from './storage-source.ts';

/** The storage process's own service, asked as main asks it: by messages that are cloned. */
class Storage {
  running = true;
  readonly #service: StorageService;
  readonly #answers = new Map<number, (result: Result<unknown>) => void>();
  #nextId = 0;

  constructor(folder: string) {
    const clock = { offset: 0, zone: 'UTC' };
    const start = { kind: 'start', folder, clock, passphraseCost: 'floor', locale: 'en' } as const;
    const receive = (message: StorageMessage): void => {
      if (message.kind === 'reply') this.#answers.get(message.id)?.(structuredClone(message.result));
    };
    this.#service = new StorageService(start, receive, () => 'log');
  }

  ask(method: string, input: unknown): Promise<Result<unknown>> {
    this.#nextId += 1;
    const id = this.#nextId;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      void this.#service.receive({ kind: 'request', id, method: method as StorageCall, input: structuredClone(input) });
    });
  }

  call<C extends StorageCall>(method: C, input: StorageCalls[C]['input']): Promise<Result<StorageCalls[C]['output']>> {
    return this.ask(method, input) as Promise<Result<StorageCalls[C]['output']>>;
  }
}

let folder: string;
let storage: Storage;
const options = { say: ENGLISH.say, onProgress: () => {}, signal: new AbortController().signal };

beforeEach(async () => {
  folder = await temporaryFolder();
  storage = new Storage(folder);
  const { recoveryKey } = value(await storage.call('create', { passphrase: 'a bench of stone in the garden' }));
  value(await storage.call('confirm-recovery-key', { recoveryKey }));
});
afterEach(async () => {
  await storage.call('close', {});
  await removeFolder(folder);
});

async function write(id: string, body: string): Promise<void> {
  value(await storage.ask('entries.write', { id, day: '2026-11-22', body }));
}

function idOf(number: number): string {
  return `0190a0a0-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

test('an archive is written through the storage process, page by page, and saving goes on beside it', async () => {
  // More bytes than a page holds.
  for (let number = 0; number < 12; number += 1) await write(idOf(number), 'frost '.repeat(60_000 + number));
  for (let number = 12; number < 40; number += 1) await write(idOf(number), `Entry ${number}`);
  const chunks: Uint8Array[] = [];
  let written = false;
  const counts = await writeArchive(
    new StorageExportSource(storage),
    async (bytes) => {
      chunks.push(bytes.slice());
      if (written) return;
      written = true;
      await write(idOf(39), 'Changed meanwhile');
      await write(idOf(900), 'Begun meanwhile');
    },
    options,
  );
  expect(counts.records['entry']).toBe(40);
  const lines = archivedFiles(Buffer.concat(chunks)).get('entries.jsonl')!.text.trimEnd().split('\n');
  const entries = lines.map((line) => JSON.parse(line) as { id: string; fields: { body: string } });
  expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, number) => idOf(number)));
  expect(entries[11]!.fields.body.length).toBe(6 * 60_011);
  expect(entries[39]!.fields.body).toBe('Changed meanwhile');
});

test('a vault that is locked meanwhile ends it', async () => {
  await write(idOf(1), 'one');
  const source = new StorageExportSource(storage);
  await source.types();
  value(await storage.call('close', {}));
  await expect(writeArchive(source, async () => {}, options)).rejects.toMatchObject({
    error: { code: 'vault-locked' },
  });
  storage.running = false;
  await expect(new StorageExportSource(storage).types()).rejects.toThrow(AppFailure);
});
