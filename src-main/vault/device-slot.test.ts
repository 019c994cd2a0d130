import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEVICE_SECRET_BYTES, deviceSlotSchema, openDeviceSlot, sealDeviceSlot } from './device-slot.ts';
import { newVaultId, newVaultKey } from './keys.ts';

const vaultKey = new Uint8Array(newVaultKey());
const envelope = { vaultId: Buffer.from(newVaultId()).toString('base64') };

describe('the device slot', () => {
  const { slot, secret } = sealDeviceSlot(envelope.vaultId, vaultKey);

  it('opens with its secret, which is another one each time', () => {
    expect(deviceSlotSchema.parse(JSON.parse(JSON.stringify(slot)))).toEqual(slot);
    expect(secret.byteLength).toBe(DEVICE_SECRET_BYTES);
    expect(openDeviceSlot(envelope, slot, secret)).toEqual({ kind: 'opened', vaultKey });
    expect(Buffer.from(sealDeviceSlot(envelope.vaultId, vaultKey).secret).equals(secret)).toBe(false);
  });

  it('does not hold the secret, and the secret does not hold the key', () => {
    const text = JSON.stringify(slot);
    for (const bytes of [secret, vaultKey]) expect(text).not.toContain(Buffer.from(bytes).toString('base64'));
    expect(Buffer.from(secret).equals(vaultKey)).toBe(false);
  });

  it('opens with no other bytes, of whatever length', () => {
    for (const wrong of [randomBytes(32), new Uint8Array(0), secret.subarray(0, 31), Buffer.concat([secret, secret])])
      expect(openDeviceSlot(envelope, slot, wrong)).toEqual({ kind: 'wrong-secret' });
  });

  it('opens in no other vault, nor with anything in it changed', () => {
    const other = { vaultId: Buffer.from(newVaultId()).toString('base64') };
    expect(openDeviceSlot(other, slot, secret)).toEqual({ kind: 'other-vault' });
    // Somebody who writes the other vault's id into it gains nothing.
    expect(openDeviceSlot(other, { ...slot, vaultId: other.vaultId }, secret)).toEqual({ kind: 'wrong-secret' });
    for (const name of ['salt', 'nonce', 'wrapped'] as const) {
      const bytes = Buffer.from(slot[name], 'base64');
      bytes[0]! ^= 1;
      const changed = { ...slot, [name]: bytes.toString('base64') };
      expect(openDeviceSlot(envelope, changed, secret)).toEqual({ kind: 'wrong-secret' });
    }
  });
});
