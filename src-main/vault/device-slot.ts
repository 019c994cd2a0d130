import { hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { base64, unwrap, wrap, type Envelope } from './envelope.ts';
import { VAULT_ID_BYTES, VAULT_KEY_BYTES } from './keys.ts';

/**
 * The device slot: the vault's key behind a secret that only this device's keychain knows. It is like a slot of the envelope, but stays on this computer: in no envelope, no
 * mailbox, no backup. It never is the only way in, because it is made of an open vault and takes nothing away.
 */
export const DEVICE_SLOT_FORMAT = 1;
export const DEVICE_SECRET_BYTES = 32;

export const deviceSlotSchema = z.strictObject({
  format: z.literal(DEVICE_SLOT_FORMAT),
  vaultId: base64(VAULT_ID_BYTES),
  salt: base64(16),
  nonce: base64(12),
  wrapped: base64(VAULT_KEY_BYTES + 16),
});
export type DeviceSlot = z.infer<typeof deviceSlotSchema>;

/** A slot and the secret that opens it, which is random each time: one that got out opens no later slot. */
export interface NewDeviceSlot {
  readonly slot: DeviceSlot;
  readonly secret: Uint8Array;
}

export function sealDeviceSlot(vaultId: string, vaultKey: Uint8Array): NewDeviceSlot {
  const secret = new Uint8Array(randomBytes(DEVICE_SECRET_BYTES));
  const place = { format: DEVICE_SLOT_FORMAT, vaultId, salt: randomBytes(16).toString('base64') } as const;
  return { slot: { ...place, ...wrap(wrappingKey(secret, place.salt), contextOf(place), vaultKey) }, secret };
}

export type OpenedDeviceSlot =
  | { readonly kind: 'opened'; readonly vaultKey: Uint8Array }
  /** It is another vault's. */
  | { readonly kind: 'other-vault' }
  /** The secret is not the one that it was made with, or it was changed. */
  | { readonly kind: 'wrong-secret' };

/** Whether the key inside is the one that the vault has now, the envelope says: see `openChain`. */
export function openDeviceSlot(
  envelope: Pick<Envelope, 'vaultId'>,
  slot: DeviceSlot,
  secret: Uint8Array,
): OpenedDeviceSlot {
  if (slot.vaultId !== envelope.vaultId) return { kind: 'other-vault' };
  // HKDF would take any length: what is not even as long as a secret of ours is none.
  if (secret.byteLength !== DEVICE_SECRET_BYTES) return { kind: 'wrong-secret' };
  const vaultKey = unwrap(wrappingKey(secret, slot.salt), contextOf(slot), slot);
  return vaultKey === null ? { kind: 'wrong-secret' } : { kind: 'opened', vaultKey };
}

function contextOf({ vaultId, salt }: Pick<DeviceSlot, 'vaultId' | 'salt'>): Buffer {
  return Buffer.from(`daygrove/device-slot/v${DEVICE_SLOT_FORMAT}|${vaultId}|${salt}`);
}

function wrappingKey(secret: Uint8Array, salt: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(salt, 'base64'), 'daygrove/v1/device-slot', 32));
}
