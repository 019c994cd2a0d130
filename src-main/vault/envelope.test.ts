import { describe, expect, it } from 'vitest';
import { envelopeSchema, openWithPassphrase, openWithRecoveryKey, sealEnvelope, type Envelope } from './envelope.ts';
import { newVaultId, newVaultKey } from './keys.ts';
import { calibrateCost, FLOOR_COST } from './passphrase.ts';
import { newRecoveryKey } from './recovery-key.ts';

const parts = {
  vaultId: newVaultId(),
  vaultKey: newVaultKey(),
  recoveryKey: newRecoveryKey(),
  passphrase: 'Grüße aus dem Garten',
  cost: FLOOR_COST,
};
const sealed = sealEnvelope(parts);

function altered(
  envelope: Envelope,
  change: (slot: Envelope['slots'][number]) => Partial<Envelope['slots'][number]>,
): Envelope {
  return { ...envelope, slots: envelope.slots.map((slot) => ({ ...slot, ...change(slot) }) as typeof slot) };
}

describe('the envelope', () => {
  it('opens by passphrase and by recovery key', async () => {
    const envelope = envelopeSchema.parse(JSON.parse(JSON.stringify(await sealed)));
    expect(Buffer.from((await openWithPassphrase(envelope, parts.passphrase))!)).toEqual(parts.vaultKey);
    expect(Buffer.from(openWithRecoveryKey(envelope, parts.recoveryKey)!)).toEqual(parts.vaultKey);
  });

  it('takes the same passphrase typed as other code points', async () => {
    const decomposed = parts.passphrase.normalize('NFD');
    expect(decomposed).not.toBe(parts.passphrase);
    expect(await openWithPassphrase(await sealed, decomposed)).not.toBeNull();
  });

  it('opens by nothing else', async () => {
    expect(await openWithPassphrase(await sealed, `${parts.passphrase} `)).toBeNull();
    expect(openWithRecoveryKey(await sealed, newRecoveryKey())).toBeNull();
  });

  it('does not open with parameters or vault id changed', async () => {
    const costlier = altered(await sealed, (slot) =>
      slot.kind === 'passphrase' ? { cost: { ...slot.cost, passes: slot.cost.passes + 1 } } : {},
    );
    expect(await openWithPassphrase(costlier, parts.passphrase)).toBeNull();
    const moved = { ...(await sealed), vaultId: Buffer.from(newVaultId()).toString('base64') };
    expect(openWithRecoveryKey(moved, parts.recoveryKey)).toBeNull();
  });

  it('is refused where its cost is below the floor, or beyond any reason', async () => {
    const weaker = altered(await sealed, (slot) =>
      slot.kind === 'passphrase' ? { cost: { ...FLOOR_COST, memoryKiB: 1024 } } : {},
    );
    expect(envelopeSchema.safeParse(weaker).success).toBe(false);
    const endless = altered(await sealed, (slot) =>
      slot.kind === 'passphrase' ? { cost: { ...FLOOR_COST, memoryKiB: 2 ** 30 } } : {},
    );
    expect(envelopeSchema.safeParse(endless).success).toBe(false);
  });
});

describe('calibrateCost', () => {
  it('aims at half a second, never below the floor, and never so high that a slow machine is locked out', async () => {
    expect(await calibrateCost(async () => 500)).toEqual(FLOOR_COST);
    expect(await calibrateCost(async () => 5000)).toEqual(FLOOR_COST);
    expect((await calibrateCost(async () => 100)).passes).toBe(15);
    expect((await calibrateCost(async () => 1)).passes).toBe(24);
  });
});
