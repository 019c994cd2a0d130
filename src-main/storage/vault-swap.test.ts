import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { readEnvelope, writeEnvelope } from '../vault/envelope-file.ts';
import { sealEnvelope, type Envelope } from '../vault/envelope.ts';
import { deriveKeys, newVaultId, newVaultKey } from '../vault/keys.ts';
import { FLOOR_COST } from '../vault/passphrase.ts';
import { StillClock } from '../vault/testing/test-vault.ts';
import { Vault } from '../vault/vault.ts';
import { projections } from './service.ts';
import { dropRestored, finishSwap, listReplaced, nameForReplaced, swapVaults } from './vault-swap.ts';

const vaultKey = newVaultKey();
const vaultId = newVaultId();
const keys = deriveKeys(vaultKey, vaultId);
const clock = new StillClock('2026-11-22T08:14:00Z');
let envelope: Envelope;
let folder: string;
let profile: string;

beforeAll(async () => {
  envelope = await sealEnvelope({ vaultKey, vaultId, recoveryKey: randomBytes(16), passphrase: 'p', cost: FLOOR_COST });
});
beforeEach(async () => {
  folder = await temporaryFolder();
  profile = join(folder, 'profile');
  await mkdir(join(profile, 'restored'), { recursive: true });
  await writeEnvelope(profile, envelope);
  await make(join(profile, 'vault.db'), 'old', 3);
  await make(join(profile, 'restored', 'vault.db'), 'restored', 2);
});
afterEach(() => removeFolder(folder));

async function make(path: string, body: string, count: number): Promise<void> {
  const vault = await Vault.open(path, keys, clock, projections);
  for (let n = 0; n < count; n += 1) {
    const fields = { day: '2026-11-22', createdAt: 1, zone: 'UTC', body: `${body} ${n}` };
    await vault.commit([{ id: randomBytes(16), type: 'entry', fields }]);
  }
  await vault.close();
}

async function held(path: string): Promise<string> {
  const vault = await Vault.open(path, keys, clock, projections);
  const rows = await vault.read.all('SELECT CAST(body AS BLOB) AS body FROM entry ORDER BY body');
  await vault.close();
  return rows.map((row) => Buffer.from(row.body as ArrayBuffer).toString()).join();
}

const OLD = 'old 0,old 1,old 2';
const RESTORED = 'restored 0,restored 1';
const NAME = '2026-11-22T081400Z';

class Killed extends Error {}

/** Everything that a swap does to the files, step by step. */
async function stepsOfASwap(): Promise<string[]> {
  const steps: string[] = [];
  const copy = join(folder, 'rehearsal');
  await cp(profile, copy, { recursive: true });
  await swapVaults(copy, NAME, (step) => steps.push(step));
  return steps;
}

describe('putting a restored vault in the place of the present one', () => {
  it('leaves one whole vault in the profile and the other one aside', async () => {
    await swapVaults(profile, NAME);
    expect(await held(join(profile, 'vault.db'))).toBe(RESTORED);
    expect(await held(join(profile, 'replaced', NAME, 'vault.db'))).toBe(OLD);
    expect(await readEnvelope(join(profile, 'replaced', NAME))).toEqual(envelope);
    expect(await listReplaced(profile)).toMatchObject([{ name: NAME }]);
    expect(await nameForReplaced(profile, clock.now())).toBe(`${NAME}-2`);
    expect((await readdir(profile)).filter((name) => name.startsWith('restore'))).toEqual([]);
  });

  it('comes out as one whole vault wherever it was cut off, and cut off again while it was finished', async () => {
    const steps = await stepsOfASwap();
    expect(steps).toEqual(['envelope', 'journal', 'aside', 'aside-wal', 'aside-shm', 'place', 'clear', 'drop']);
    const [old, restored] = [
      await readFile(join(profile, 'vault.db')),
      await readFile(join(profile, 'restored', 'vault.db')),
    ];
    for (const first of steps) {
      for (const second of [null, ...steps.slice(steps.indexOf(first))]) {
        const copy = join(folder, `${first} ${String(second)}`);
        await cp(profile, copy, { recursive: true });
        const until = (last: string) => (step: string) => {
          if (step === last) throw new Killed();
        };
        await expect(swapVaults(copy, NAME, until(first))).rejects.toThrow(Killed);
        if (second !== null) await finishSwap(copy, until(second)).catch(() => {});
        await finishSwap(copy);
        await dropRestored(copy);
        // Before the journal nothing has happened; behind it everything does. Both files were closed, so that each is its vault.
        const isSwapped = !['envelope', 'journal'].includes(first);
        expect((await readFile(join(copy, 'vault.db'))).equals(isSwapped ? restored : old)).toBe(true);
        const aside = await readFile(join(copy, 'replaced', NAME, 'vault.db')).catch(() => null);
        expect(aside?.equals(old) ?? null).toBe(isSwapped ? true : null);
        expect((await readdir(copy)).filter((name) => name.startsWith('restore'))).toEqual([]);
      }
    }
    // Two dozen vaults are made, cut off and finished.
  }, 90_000);

  it('takes the WAL of the old one along, which may hold its newest commits', async () => {
    const vault = await Vault.open(join(profile, 'vault.db'), keys, clock, projections);
    const fields = { day: '2026-11-22', createdAt: 1, zone: 'UTC', body: 'old, in the WAL' };
    await vault.commit([{ id: randomBytes(16), type: 'entry', fields }]);
    // As a process that was killed leaves it.
    await cp(profile, `${profile}-killed`, { recursive: true });
    await vault.close();
    profile = `${profile}-killed`;
    await swapVaults(profile, NAME);
    expect(await held(join(profile, 'vault.db'))).toBe(RESTORED);
    expect(await held(join(profile, 'replaced', NAME, 'vault.db'))).toBe(`${OLD},old, in the WAL`);
  });

  it('begins with nothing where the restored vault is not whole, or not there', async () => {
    await writeFile(join(profile, 'restored', 'vault.db-wal'), 'commits that are not in the file');
    await expect(swapVaults(profile, NAME)).rejects.toMatchObject({ error: { code: 'internal' } });
    await rename(join(profile, 'restored', 'vault.db'), join(folder, 'taken away'));
    await expect(swapVaults(profile, NAME)).rejects.toMatchObject({ error: { code: 'not-found' } });
    await finishSwap(profile);
    expect(await held(join(profile, 'vault.db'))).toBe(OLD);
    await expect(readFile(join(profile, 'restore.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('goes on with a journal that cannot be read any more', async () => {
    await writeFile(join(profile, 'restore.json'), '');
    await finishSwap(profile);
    expect(await held(join(profile, 'vault.db'))).toBe(RESTORED);
    expect(await held(join(profile, 'replaced', 'before-restore', 'vault.db'))).toBe(OLD);
  });
});
