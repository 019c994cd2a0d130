import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Envelope } from '../vault/envelope.ts';
import { createVault, openTestApp, removeFolder, temporaryFolder, TEST_PASSPHRASE } from '../testing/test-app.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  const test = await openTestApp(folder);
  await createVault(test.client);
  await test.app.close();
});
afterEach(() => removeFolder(folder));

/** One sign of base64 for another: what reads as an envelope still. */
const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

it.each<[string, (envelope: Envelope) => unknown]>([
  [
    'the wrapped key',
    (envelope) =>
      (envelope.slots.find(({ kind }) => kind === 'passphrase')!.wrapped = flipped(
        envelope.slots.find(({ kind }) => kind === 'passphrase')!.wrapped,
      )),
  ],
  ['the signature', (envelope) => (envelope.macs[0] = flipped(envelope.macs[0]!))],
])(
  'F18: a changed bit in %s of vault.json is no end of the diary: vault.copy.json is whole',
  async (_name, change) => {
    const envelope = JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')) as Envelope;
    change(envelope);
    await writeFile(join(folder, 'vault.json'), JSON.stringify(envelope));
    const test = await openTestApp(folder);
    const unlocked = await test.client.invoke('vault.unlock', { method: 'passphrase', secret: TEST_PASSPHRASE });
    await test.app.close();
    expect(unlocked).toMatchObject({ ok: true });
  },
  60_000,
);
