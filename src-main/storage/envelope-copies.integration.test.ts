import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault, openTestApp, removeFolder, temporaryFolder, TEST_PASSPHRASE } from '../testing/test-app.ts';
import type { Envelope } from '../vault/envelope.ts';
import { ENVELOPE_NAMES } from '../vault/envelope-file.ts';

const NEXT_PASSPHRASE = 'quite another long passphrase';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  const test = await openTestApp(folder);
  await createVault(test.client);
  await test.app.close();
});
afterEach(() => removeFolder(folder));

const texts = (): Promise<string[]> => Promise.all(ENVELOPE_NAMES.map((name) => readFile(join(folder, name), 'utf8')));

/** What the copies say; the order of the keys is nobody's concern. */
const said = async (): Promise<unknown[]> => (await texts()).map((text): unknown => JSON.parse(text));

/** One sign of base64 for another: what reads as an envelope still. */
const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

function flipWrapped(envelope: Envelope): void {
  for (const slot of envelope.slots) slot.wrapped = flipped(slot.wrapped);
}

const CHANGES: readonly (readonly [string, (envelope: Envelope) => void])[] = [
  ['the wrapped key', flipWrapped],
  ['the signature', (envelope) => void (envelope.macs[0] = flipped(envelope.macs[0]!))],
  ['the name of the vault', (envelope) => void (envelope.vaultId = flipped(envelope.vaultId))],
  ['the count of changes, made great,', (envelope) => void (envelope.revision = 1_000_000)],
];

async function change(name: string, how: (envelope: Envelope) => void): Promise<void> {
  const envelope = JSON.parse(await readFile(join(folder, name), 'utf8')) as Envelope;
  how(envelope);
  await writeFile(join(folder, name), JSON.stringify(envelope));
}

async function unlock(secret: string): Promise<unknown> {
  const test = await openTestApp(folder);
  try {
    return await test.client.invoke('vault.unlock', { method: 'passphrase', secret });
  } finally {
    await test.app.close();
  }
}

async function changePassphrase(): Promise<void> {
  const test = await openTestApp(folder);
  await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
  const changed = await test.client.invoke('vault.change-passphrase', {
    current: TEST_PASSPHRASE,
    next: NEXT_PASSPHRASE,
  });
  await test.app.close();
  expect(changed).toMatchObject({ ok: true });
}

describe.each(ENVELOPE_NAMES)('%s', (name) => {
  it.each(CHANGES)(
    'is no end of the diary where %s was changed: the other copy opens it, and mends it',
    async (_name, how) => {
      const [whole] = await said();
      await change(name, how);
      expect(await unlock(TEST_PASSPHRASE)).toMatchObject({ ok: true });
      expect(await said()).toEqual([whole, whole]);
    },
    60_000,
  );

  it('opens nothing with the passphrase from before, where it is from before and the other is not', async () => {
    const [before] = await texts();
    await changePassphrase();
    const [after] = await said();
    await writeFile(join(folder, name), before!);
    expect(await unlock(TEST_PASSPHRASE)).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
    // A wrong try makes the next one wait.
    await rm(join(folder, 'unlock-attempts.json'));
    expect(await unlock(NEXT_PASSPHRASE)).toMatchObject({ ok: true });
    expect(await said()).toEqual([after, after]);
  }, 60_000);
});

it('two copies that were changed open nothing, and nothing is written over them', async () => {
  for (const name of ENVELOPE_NAMES) await change(name, flipWrapped);
  const before = await texts();
  expect(await unlock(TEST_PASSPHRASE)).toMatchObject({ ok: false, error: { code: 'wrong-secret' } });
  expect(await texts()).toEqual(before);
}, 60_000);

it('a copy of another vault does not open this one', async () => {
  const other = await temporaryFolder();
  try {
    const test = await openTestApp(other);
    await createVault(test.client);
    await test.app.close();
    // The same passphrase: it opens that copy, and the vault's file does not open by what it holds.
    const [own] = await texts();
    await writeFile(join(folder, 'vault.json'), await readFile(join(other, 'vault.json'), 'utf8'));
    await writeFile(join(folder, 'vault.copy.json'), own!);
    const opened = await unlock(TEST_PASSPHRASE);
    expect(opened).toMatchObject({ ok: false, error: { code: 'vault-damaged' } });
  } finally {
    await removeFolder(other);
  }
}, 60_000);
