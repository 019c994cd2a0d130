import { expect, it } from 'vitest';
import {
  mergeEnvelopes,
  openChain,
  openWithRecoveryKey,
  sealEnvelope,
  withPassphrase,
  type Envelope,
} from '../vault/envelope.ts';
import { envelopeKeyOf, newVaultId, newVaultKey } from '../vault/keys.ts';
import { FLOOR_COST } from '../vault/passphrase.ts';
import { newRecoveryKey } from '../vault/recovery-key.ts';

it('F11: a list of slots that is cut at its greatest length keeps a slot of each kind', async () => {
  const parts = {
    vaultId: newVaultId(),
    vaultKey: newVaultKey(),
    recoveryKey: newRecoveryKey(),
    passphrase: 'the first one of all',
    cost: FLOOR_COST,
  };
  const base = await sealEnvelope(parts);
  const chain = openChain(base, parts.vaultKey)!;
  const keys = [envelopeKeyOf(parts.vaultKey, parts.vaultId)];
  let merged: Envelope = base;
  for (let device = 0; device < 16; device += 1)
    merged = mergeEnvelopes(merged, await withPassphrase(base, chain, `of device ${device} alone`, FLOOR_COST), keys);
  expect(openWithRecoveryKey(merged, parts.recoveryKey)).not.toBeNull();
}, 60_000);
