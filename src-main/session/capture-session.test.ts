import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import { MAX_CAPTURE_BYTES, MAX_INBOX_ITEMS } from '../../src-shared/domain/capture.ts';
import { err, ok, type ErrorCode, type Result } from '../../src-shared/result.ts';
import { inboxFolder, listInboxItems, writeInboxKey } from '../features/capture/inbox-files.ts';
import { inboxSuite } from '../features/capture/inbox-seal.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import { CaptureSession } from './capture-session.ts';

const WORDS = 'quindlefrost zephyrkettle';
const vaultId = new Uint8Array(randomBytes(16));
let folder: string;
let publicKey: Uint8Array;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-capture-'));
  const { kem } = inboxSuite();
  publicKey = new Uint8Array(await kem.serializePublicKey((await kem.generateKeyPair()).publicKey));
  await writeFile(join(folder, 'vault.json'), JSON.stringify({ vaultId: Buffer.from(vaultId).toString('base64') }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Setup {
  readonly capture: CaptureSession;
  /** What the storage process was asked. */
  readonly calls: { readonly method: string; readonly input: unknown }[];
  enter(state: VaultState['state']): void;
  write(text: string, id?: string, mood?: number | null): Promise<string>;
}

function setup(state: VaultState['state'] = 'locked', answer: () => Result<unknown> = () => ok({})): Setup {
  let now = state;
  const calls: { method: string; input: unknown }[] = [];
  const call = async (method: string, input: unknown): Promise<Result<unknown>> => {
    calls.push({ method, input });
    return method === 'capture-keep' ? answer() : ok({});
  };
  const capture = new CaptureSession({
    folder,
    storage: { call: call as StorageClient['call'] },
    session: {
      get state() {
        return { state: now, reason: null, retryAfterMs: 0 };
      },
      get unlocked() {
        return now === 'unlocked';
      },
      heed: (result) => result,
    },
    clock: { now: () => Date.parse('2026-11-22T23:30:00Z'), zone: () => 'Europe/Vienna' },
    dayEndsAt: async () => 60,
    settings: () => ({ theme: 'dark', language: 'de', lessMotion: false, captureShortcut: null }),
    language: { forced: null, ofSystem: ['en-GB'] },
    platform: 'mac',
    animations: true,
    shortcutState: () => 'taken',
  });
  return {
    capture,
    calls,
    enter: (next) => (now = next),
    async write(text, id = randomUUID(), mood = null) {
      const result = await capture.handlers['capture.write']({ id, text, mood: mood as never });
      return result.ok ? result.value.keptIn : result.error.code;
    },
  };
}

const writeKey = (change: Partial<{ vaultId: Uint8Array; publicKey: Uint8Array }> = {}): Promise<void> =>
  writeInboxKey(folder, { vaultId, publicKey, ...change });
async function way({ capture }: Setup): Promise<string> {
  const state = await capture.handlers['capture.state']({});
  return state.ok ? state.value.way : state.error.code;
}

describe('locked', () => {
  it('a thing is one sealed file of its owner’s, and no process is asked for anything', async () => {
    await writeKey();
    const session = setup();
    const id = randomUUID();
    expect(await way(session)).toBe('inbox');
    expect(await session.write(WORDS, id)).toBe('inbox');
    expect(session.calls).toEqual([]);
    const path = join(inboxFolder(folder), `${id}.sealed`);
    expect((await readFile(path)).includes('quindlefrost')).toBe(false);
    expect((await readdir(inboxFolder(folder))).toSorted()).toEqual([`${id}.sealed`, 'public-key.json'].toSorted());
    // Windows has other rights, and gives a number all the same.
    expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  });

  it('the same thing sent again takes its own place', async () => {
    await writeKey();
    const session = setup();
    const id = randomUUID();
    await session.write(WORDS, id);
    await session.write(WORDS, id.toUpperCase());
    expect(await listInboxItems(folder)).toEqual([id]);
  });

  it('many at once are all there', async () => {
    await writeKey();
    const session = setup();
    const kept = await Promise.all(Array.from({ length: 20 }, (_, n) => session.write(`thing ${n}`)));
    expect(new Set(kept)).toEqual(new Set(['inbox']));
    expect(await listInboxItems(folder)).toHaveLength(20);
  });

  it('what was half written by an end is no item', async () => {
    await writeKey();
    await writeFile(join(inboxFolder(folder), `${randomUUID()}.sealed.new`), 'half');
    expect(await listInboxItems(folder)).toEqual([]);
  });

  it('what is too long, or one too many, is refused, and nothing of it is there', async () => {
    await writeKey();
    const session = setup();
    expect(await session.write('x'.repeat(MAX_CAPTURE_BYTES))).toBe('inbox');
    expect(await session.write('ä'.repeat(MAX_CAPTURE_BYTES / 2 + 1))).toBe('capture-too-long');
    const again = randomUUID();
    await session.write(WORDS, again);
    await Promise.all(
      Array.from({ length: MAX_INBOX_ITEMS - 2 }, () =>
        writeFile(join(inboxFolder(folder), `${randomUUID()}.sealed`), 'x'),
      ),
    );
    expect(await session.write('one more')).toBe('capture-full');
    // It has its place already.
    expect(await session.write(WORDS, again)).toBe('inbox');
    expect(await listInboxItems(folder)).toHaveLength(MAX_INBOX_ITEMS);
  });

  it.each<[string, () => Promise<void>]>([
    ['there is no key yet', async () => {}],
    ['the key is of another vault', () => writeKey({ vaultId: new Uint8Array(16) })],
    [
      'the vault’s own id cannot be read',
      async () => {
        await writeKey();
        await writeFile(join(folder, 'vault.json'), '{');
      },
    ],
    [
      'the key is no key',
      async () => {
        await mkdir(inboxFolder(folder));
        await writeFile(join(inboxFolder(folder), 'public-key.json'), '{"format":1}');
      },
    ],
  ])('one unlock is asked for where %s', async (_name, prepare) => {
    await prepare();
    const session = setup();
    expect(await way(session)).toBe('needs-unlock');
    expect(await session.write(WORDS)).toBe('capture-needs-unlock');
    expect(await listInboxItems(folder)).toEqual([]);
  });

  it('a key for which every secret is zero seals nothing', async () => {
    await writeKey({ publicKey: new Uint8Array(32) });
    expect(await setup().write(WORDS)).toBe('capture-needs-unlock');
    expect(await listInboxItems(folder)).toEqual([]);
  });

  it('the second copy of the envelope says whose the vault is, too', async () => {
    await writeKey();
    await writeFile(join(folder, 'vault.copy.json'), await readFile(join(folder, 'vault.json')));
    await rm(join(folder, 'vault.json'));
    expect(await setup().write(WORDS)).toBe('inbox');
  });

  // Root writes everywhere, and Windows has other rights.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder that takes nothing is told (skipped as root, and on Windows)',
    async () => {
      await writeKey();
      await chmod(inboxFolder(folder), 0o500);
      expect(await setup().write(WORDS)).toBe('profile-read-only');
      await chmod(inboxFolder(folder), 0o700);
      expect(await setup().write(WORDS)).toBe('inbox');
    },
  );

  it.skipIf(process.platform === 'win32')(
    'a place that cannot be written to is told, and leaves nothing half (not on Windows)',
    async () => {
      await writeKey();
      const id = randomUUID();
      await mkdir(join(inboxFolder(folder), `${id}.sealed`));
      expect(await setup().write(WORDS, id)).toBe('profile-read-only');
      expect((await readdir(inboxFolder(folder))).filter((name) => name.endsWith('.new'))).toEqual([]);
    },
  );
});

describe('open', () => {
  it('a thing goes to the storage process, with the day, zone and moment of now', async () => {
    const session = setup('unlocked');
    const id = randomUUID();
    expect(await way(session)).toBe('journal');
    expect(await session.write(WORDS, id, 4)).toBe('journal');
    expect(session.calls).toEqual([
      {
        method: 'capture-keep',
        input: {
          id,
          item: {
            format: 1,
            writtenAt: Date.parse('2026-11-22T23:30:00Z'),
            zone: 'Europe/Vienna',
            // The day ends at one.
            day: '2026-11-22',
            text: WORDS,
            mood: 4,
          },
        },
      },
    ]);
    expect(await listInboxItems(folder)).toEqual([]);
  });

  it.each<[ErrorCode, string]>([
    ['storage-stopped', 'inbox'],
    ['vault-locked', 'inbox'],
    ['vault-damaged', 'inbox'],
    ['disk-full', 'disk-full'],
    ['internal', 'internal'],
  ])('where the storage process answers %s, it is %s', async (code, kept) => {
    await writeKey();
    const session = setup('unlocked', () => {
      session.enter('locked');
      return err(code);
    });
    expect(await session.write(WORDS)).toBe(kept);
    expect(await listInboxItems(folder)).toHaveLength(kept === 'inbox' ? 1 : 0);
  });

  it('what was sealed while the vault was on its way to be open is looked for at once', async () => {
    await writeKey();
    const session = setup();
    const writing = session.write(WORDS);
    session.enter('unlocked');
    session.capture.unlocked();
    await writing;
    await expect.poll(() => session.calls.some(({ method }) => method === 'inbox-take')).toBe(true);
  });
});

it('without a vault nothing is kept', async () => {
  const session = setup('absent');
  expect(await way(session)).toBe('absent');
  expect(await session.write(WORDS)).toBe('vault-absent');
  expect(await session.capture.handlers['capture.inbox']({})).toEqual(err('vault-locked'));
});

it('a page is told what it has to know to look as it should, and how the shortcut is', async () => {
  const { capture } = setup();
  expect(await capture.handlers['capture.state']({})).toEqual(
    ok({
      way: 'needs-unlock',
      theme: 'dark',
      languageSetting: 'de',
      language: { forced: null, ofSystem: ['en-GB'] },
      platform: 'mac',
      animations: true,
    }),
  );
  expect(await capture.handlers['capture.shortcut']({})).toEqual(ok({ state: 'taken' }));
});
