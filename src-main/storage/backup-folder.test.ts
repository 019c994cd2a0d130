/** A chosen folder that does not answer, as one whose network went away below it: a pipe without a reader stands for it. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupName, prefixOf } from '../vault/backup-files.ts';
import { sealEnvelope, type Envelope } from '../vault/envelope.ts';
import { newVaultId, newVaultKey } from '../vault/keys.ts';
import { FLOOR_COST } from '../vault/passphrase.ts';
import { openTestVault, type TestVault } from '../vault/testing/test-vault.ts';
import { BackupKeeper } from './backup-keeper.ts';

const HOUR = 60 * 60 * 1000;
let envelope: Envelope;
let test: TestVault;
let folder: string;
let stick: string;
let onWritten: () => void;
let onCopying: () => void;

beforeAll(async () => {
  const parts = { vaultKey: newVaultKey(), vaultId: newVaultId(), recoveryKey: randomBytes(16), passphrase: 'p' };
  envelope = await sealEnvelope({ ...parts, cost: FLOOR_COST });
});
beforeEach(async () => {
  test = await openTestVault();
  folder = join(test.folder, 'backups');
  stick = join(test.folder, 'stick');
  await mkdir(stick);
  onWritten = () => {};
  onCopying = () => {};
});
afterEach(() => test.remove());

function keeperOf(answersWithinMs?: number): BackupKeeper {
  return new BackupKeeper({
    folder,
    clock: test.clock,
    log: (event) => {
      if (event === 'backup-written') onWritten();
    },
    envelope: () => Promise.resolve(envelope),
    onProgress: () => {},
    onChanged: () => {},
    beforeCopying: () => onCopying(),
    ...(answersWithinMs === undefined ? {} : { answersWithinMs }),
  });
}

/** Whoever opens the copy that is written at `time` for writing is not answered before `answer` is called. */
function silence(time: number): { answer(): Promise<void> } {
  const copy = join(stick, backupName(prefixOf(test.vault.keys.vaultId, test.vault.device), time));
  execFileSync('mkfifo', [`${copy}.new`]);
  return {
    async answer() {
      const reader = await open(`${copy}.new`, 'r');
      await reader.readFile();
      await reader.close();
    },
  };
}

const written = (): Promise<void> => new Promise((resolve) => (onWritten = resolve));
const copying = (): Promise<void> => new Promise((resolve) => (onCopying = resolve));
const left = async (): Promise<string[]> => (await readdir(stick)).filter((name) => name.endsWith('.new'));

describe.skipIf(process.platform === 'win32')(
  'a chosen folder that does not answer (a pipe stands for it: not on Windows)',
  () => {
    it('holds up no lock, and leaves nothing half when it answers', async () => {
      const keeper = keeperOf();
      await keeper.chooseFolder(test.vault, stick);
      const pipe = silence(test.clock.now());
      const copies = copying();
      const running = keeper.runIfDue(test.vault);
      await copies;
      // Without the stop, the folder would have a minute: longer than this test.
      await keeper.stop();
      await running;
      expect(await readdir(folder)).toHaveLength(1);
      await pipe.answer();
      await expect.poll(left).toEqual([]);
      await keeper.runIfDue(test.vault);
      const [copy, ...others] = await readdir(stick);
      expect(others).toEqual([]);
      expect(await readFile(join(stick, copy!))).toEqual(await readFile(join(folder, (await readdir(folder))[0]!)));
    }, 20_000);

    it('holds up neither the backups of the profile nor its own forgetting', async () => {
      const keeper = keeperOf();
      await keeper.chooseFolder(test.vault, stick);
      const pipe = silence(test.clock.now());
      const copies = copying();
      const first = keeper.runIfDue(test.vault);
      await copies;
      test.clock.advance(25 * HOUR);
      const wrote = written();
      const second = keeper.runIfDue(test.vault);
      await wrote;
      expect(await readdir(folder)).toHaveLength(2);
      expect((await keeper.state(test.vault)).isRunning).toBe(true);
      await keeper.forgetFolder(test.vault);
      await Promise.all([first, second]);
      expect(await keeper.state(test.vault)).toMatchObject({ folder: null, problem: null, isRunning: false });
      await pipe.answer();
      await expect.poll(left).toEqual([]);
    }, 20_000);

    it('is said to be away, is not asked again until it has answered, and then gets what is newest', async () => {
      const keeper = keeperOf(300);
      await keeper.chooseFolder(test.vault, stick);
      const pipe = silence(test.clock.now());
      await keeper.run(test.vault);
      const away = { newest: null, problem: 'backup-folder-away' };
      expect((await keeper.state(test.vault)).folder).toMatchObject(away);
      test.clock.advance(25 * HOUR);
      await keeper.runIfDue(test.vault);
      expect(await readdir(folder)).toHaveLength(2);
      expect((await keeper.state(test.vault)).folder).toMatchObject(away);
      // Another place is not held to blame for this one.
      const other = join(test.folder, 'other');
      await mkdir(other);
      await keeper.chooseFolder(test.vault, other);
      expect(await readdir(other)).toHaveLength(1);
      await keeper.chooseFolder(test.vault, stick).then(
        () => expect.unreachable(),
        (error: unknown) => expect(error).toMatchObject({ error: { code: 'backup-folder-away' } }),
      );
      await pipe.answer();
      await expect.poll(left).toEqual([]);
      await keeper.chooseFolder(test.vault, stick);
      expect((await keeper.state(test.vault)).folder).toMatchObject({ path: stick, problem: null });
      expect(await readdir(stick)).toHaveLength(1);
    }, 20_000);
  },
);
