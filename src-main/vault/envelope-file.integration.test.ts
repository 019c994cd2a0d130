/** SIGKILL at everything that changing a passphrase or a recovery key does to the disk. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { copiesDiffer, ENVELOPE_NAMES, parseEnvelope, readEnvelope, writeEnvelope } from './envelope-file.ts';
import { openWithRecoveryKey, sealEnvelope, withRecoveryKey, type Envelope } from './envelope.ts';
import { newVaultId, newVaultKey } from './keys.ts';
import { FLOOR_COST } from './passphrase.ts';
import { newRecoveryKey } from './recovery-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

const vaultKey = new Uint8Array(newVaultKey());
const [old, next] = [newRecoveryKey(), newRecoveryKey()];

async function made(): Promise<{ readonly before: Envelope; readonly after: Envelope }> {
  const parts = { vaultId: newVaultId(), vaultKey, passphrase: 'p', cost: FLOOR_COST, recoveryKey: old };
  const before = await sealEnvelope(parts);
  return { before, after: withRecoveryKey(before, { vaultKey, earlier: [] }, next) };
}

/** Runs the child to its end. @returns how many steps it took; null: it was killed. */
async function run(copy: string, step: number): Promise<number | null> {
  const script = join(import.meta.dirname, 'testing', 'killed-envelope-child.ts');
  const child = spawn(process.execPath, [script, copy, String(step)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect([code, signal]).toEqual(signal === null ? [0, null] : [null, 'SIGKILL']);
  return signal === 'SIGKILL' ? null : Number(output);
}

it('leaves the old or the new envelope, whole, wherever it is killed: the one opens, and the other does not', async () => {
  const { before, after } = await made();
  const profile = join(folder, 'profile');
  await mkdir(profile);
  await writeEnvelope(profile, before);
  await writeFile(join(profile, 'next.json'), JSON.stringify(after));
  const found: string[] = [];
  for (let step = 1, steps: number | null = null; steps === null; step += 1) {
    const copy = join(folder, `step ${step}`);
    await cp(profile, copy, { recursive: true });
    steps = await run(copy, step);
    // Each copy is whole by itself, too.
    for (const name of ENVELOPE_NAMES) expect(parseEnvelope(await readFile(join(copy, name), 'utf8'))).not.toBeNull();
    const envelope = await readEnvelope(copy);
    const opens = [old, next].map((key) => openWithRecoveryKey(envelope!, key) !== null);
    expect(opens.filter(Boolean)).toHaveLength(1);
    found.push(opens[0] === true ? 'old' : 'new');
    // A half that lies about is nothing that the next change stumbles over.
    await writeEnvelope(copy, after);
    expect(await copiesDiffer(copy)).toBe(false);
    expect(openWithRecoveryKey((await readEnvelope(copy))!, next)).toEqual(vaultKey);
  }
  // Opened, written, synced, renamed, the folder opened and synced: twice.
  expect(found.length).toBe(13);
  expect(found.join(' ')).toMatch(/^(old )+(new ?)+$/);
  expect(found[0]).toBe('old');
  expect(found.at(-1)).toBe('new');
});

it('takes a change for made where only the second copy cannot be written, and says so where it is the first', async () => {
  const { before, after } = await made();
  await writeEnvelope(folder, before);
  // A folder in the way of the temporary file: what fails for every user.
  await mkdir(join(folder, 'vault.copy.json.new'));
  await writeEnvelope(folder, after);
  expect(await readEnvelope(folder)).toEqual(after);
  expect(await copiesDiffer(folder)).toBe(true);
  await mkdir(join(folder, 'vault.json.new'));
  await expect(writeEnvelope(folder, before)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readEnvelope(folder)).toEqual(after);
});
