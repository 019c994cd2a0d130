import { describe, expect, it } from 'vitest';
import {
  compareEnvelopes,
  envelopeSchema,
  mergeEnvelopes,
  openChain,
  openWithPassphrase,
  openWithRecoveryKey,
  sealEnvelope,
  signed,
  signedBy,
  withNewKey,
  withPassphrase,
  withRecoveryKey,
  type Envelope,
} from './envelope.ts';
import { envelopeKeyOf, newVaultId, newVaultKey } from './keys.ts';
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

describe('the envelope over several devices', () => {
  const vaultId = newVaultId();
  const vaultKey = new Uint8Array(newVaultKey());
  const recoveryKey = newRecoveryKey();
  const chain = { vaultKey, earlier: [] };
  const made = () => sealEnvelope({ vaultId, vaultKey, passphrase: 'first', cost: FLOOR_COST, recoveryKey });
  const hex = (opened: ReturnType<typeof openChain>): unknown =>
    opened === null ? null : [opened.vaultKey, ...opened.earlier].map((key) => Buffer.from(key).toString('hex'));
  const keyOf = (key: Uint8Array): Uint8Array => envelopeKeyOf(key, vaultId);

  it('is opened by the new passphrase, by the old recovery key, and by the old passphrase no more', async () => {
    const before = await made();
    const after = await withPassphrase(before, chain, 'second', FLOOR_COST);
    expect(await openWithPassphrase(after, 'second')).toEqual(vaultKey);
    expect(await openWithPassphrase(after, 'first')).toBeNull();
    expect(openWithRecoveryKey(after, recoveryKey)).toEqual(vaultKey);
    expect(compareEnvelopes(after, before)).toBeGreaterThan(0);
    expect(hex(openChain(after, vaultKey))).toEqual(hex(chain));
  });

  it('is known as this vault’s by its key and by earlier ones, and by no other', async () => {
    const before = await made();
    const next = newVaultKey();
    const renewal = { vaultId, vaultKey: next, passphrase: 'p', cost: FLOOR_COST, recoveryKey: newRecoveryKey() };
    const after = await withNewKey(before, chain, renewal);
    expect(signedBy(before, keyOf(vaultKey))).toBe(0);
    expect(signedBy(after, keyOf(next))).toBe(0);
    expect(signedBy(after, keyOf(vaultKey))).toBe(1);
    expect(signedBy(after, keyOf(newVaultKey()))).toBeNull();
    expect(hex(openChain(after, next))).toEqual(hex({ vaultKey: next, earlier: [vaultKey] }));
    // A renewal holds against any number of changes under the old key.
    let many = before;
    for (let change = 0; change < 3; change += 1) many = await withPassphrase(many, chain, 'x', FLOOR_COST);
    expect(compareEnvelopes(after, many)).toBeGreaterThan(0);
    expect(openWithRecoveryKey(after, recoveryKey)).toBeNull();
  });

  it('is decided the same way on both where two changed it at once', async () => {
    const before = await made();
    const [one, other] = [
      await withPassphrase(before, chain, 'one', FLOOR_COST),
      await withPassphrase(before, chain, 'other', FLOOR_COST),
    ];
    expect(Math.sign(compareEnvelopes(one, other))).toBe(-Math.sign(compareEnvelopes(other, one)));
    expect(compareEnvelopes(one, other)).not.toBe(0);
    expect(compareEnvelopes(one, one)).toBe(0);
  });

  it('is found out where anything in it was changed, also by a parser that keeps another order', async () => {
    const envelope = await made();
    const reordered = Object.fromEntries(Object.entries(envelope).toReversed()) as typeof envelope;
    expect(signedBy(reordered, keyOf(vaultKey))).toBe(0);
    for (const changed of [
      { ...envelope, revision: envelope.revision + 1 },
      { ...envelope, slots: envelope.slots.slice(0, 1) },
      { ...envelope, more: 'field' },
      { ...envelope, macs: [] },
    ]) {
      expect(signedBy(changed, keyOf(vaultKey))).toBeNull();
      expect(openChain(changed, vaultKey)).toBeNull();
    }
  });

  it('of the first release has no signature, opens, and gets one', async () => {
    const { macs: _, revision: __, ring: ___, ...first } = await made();
    const old = envelopeSchema.parse(first);
    expect(hex(openChain(old, vaultKey))).toEqual(hex(chain));
    const current = signed(old, chain);
    expect(signedBy(current, keyOf(vaultKey))).toBe(0);
    expect(signed(current, chain)).toBe(current);
  });
});

describe('changes of the envelope that were made at once', () => {
  const vaultId = newVaultId();
  const vaultKey = new Uint8Array(newVaultKey());
  const chain = { vaultKey, earlier: [] };
  const keys = [envelopeKeyOf(vaultKey, vaultId)];
  const [old, next, third] = [newRecoveryKey(), newRecoveryKey(), newRecoveryKey()];
  const made = sealEnvelope({ vaultId, vaultKey, passphrase: 'first', cost: FLOOR_COST, recoveryKey: old });
  const merged = (one: Envelope, other: Envelope): Envelope => {
    const both = mergeEnvelopes(one, other, keys);
    // Whichever device makes it, and however it came there.
    expect(mergeEnvelopes(other, one, keys)).toEqual(both);
    expect(mergeEnvelopes(both, one, keys)).toEqual(both);
    expect(mergeEnvelopes(other, both, keys)).toEqual(both);
    const travelled = envelopeSchema.parse(JSON.parse(JSON.stringify(both)));
    expect(signedBy(travelled, keys[0]!)).toBe(0);
    return travelled;
  };

  it('lock nobody out: a passphrase on one device and a recovery key on the other both hold, and what each replaced does not', async () => {
    const before = await made;
    const one = await withPassphrase(before, chain, 'second', FLOOR_COST);
    const other = withRecoveryKey(before, chain, next);
    const both = merged(one, other);
    expect(await openWithPassphrase(both, 'second')).toEqual(vaultKey);
    expect(await openWithPassphrase(both, 'first')).toBeNull();
    expect(openWithRecoveryKey(both, next)).toEqual(vaultKey);
    expect(openWithRecoveryKey(both, old)).toBeNull();
    expect(both.revision).toBeGreaterThan(Math.max(one.revision, other.revision));
  });

  it('keep both of one kind, however often each side changed it, until the next change that knows of both', async () => {
    const before = await made;
    const one = withRecoveryKey(before, chain, next);
    const other = withRecoveryKey(withRecoveryKey(before, chain, newRecoveryKey()), chain, third);
    const both = merged(one, other);
    expect(openWithRecoveryKey(both, next)).toEqual(vaultKey);
    expect(openWithRecoveryKey(both, third)).toEqual(vaultKey);
    expect(openWithRecoveryKey(both, old)).toBeNull();
    const last = newRecoveryKey();
    const after = withRecoveryKey(both, chain, last);
    expect(openWithRecoveryKey(after, last)).toEqual(vaultKey);
    expect([next, third].map((key) => openWithRecoveryKey(after, key))).toEqual([null, null]);
    // An older state that comes back brings nothing with it.
    for (const stale of [before, one, other, both]) expect(merged(after, stale)).toEqual(after);
  });

  it('come out the same in every order, over three devices', async () => {
    const before = await made;
    const [a, b, c] = [next, third, newRecoveryKey()].map((key) => withRecoveryKey(before, chain, key)) as [
      Envelope,
      Envelope,
      Envelope,
    ];
    const slotsOf = (envelope: Envelope): unknown => envelope.slots;
    const results = [merged(merged(a, b), c), merged(a, merged(b, c)), merged(merged(a, c), merged(b, c))];
    expect(slotsOf(results[0]!)).toEqual(slotsOf(results[1]!));
    expect(slotsOf(results[0]!)).toEqual(slotsOf(results[2]!));
    // And the devices agree on one of them.
    const settled = results.reduce((one, other) => merged(one, other));
    for (const each of results) expect(merged(settled, each)).toEqual(settled);
  });

  it('keep a slot of each kind where the list is cut at its greatest length', async () => {
    const before = await made;
    let passphrases = before;
    for (let device = 0; device < 16; device += 1) {
      passphrases = merged(passphrases, await withPassphrase(before, chain, `of device ${device} alone`, FLOOR_COST));
    }
    expect(passphrases.slots).toHaveLength(16);
    expect(openWithRecoveryKey(passphrases, old)).toEqual(vaultKey);
    let recoveryKeys = before;
    for (let device = 0; device < 17; device += 1) {
      recoveryKeys = merged(recoveryKeys, withRecoveryKey(before, chain, newRecoveryKey()));
    }
    expect(recoveryKeys.slots).toHaveLength(16);
    expect(await openWithPassphrase(recoveryKeys, 'first')).toEqual(vaultKey);
  }, 60_000);

  it('from before there was such a thing: the newer one holds', async () => {
    const { retired: _, ...legacy } = await made;
    const other = withRecoveryKey(await made, chain, next);
    expect(mergeEnvelopes(legacy, other, keys)).toBe(other);
    expect(mergeEnvelopes(other, legacy, keys)).toBe(other);
  });
});
