import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { derivePassphraseKey, FLOOR_COST, type PassphraseCost } from './passphrase.ts';
import { VAULT_ID_BYTES, VAULT_KEY_BYTES } from './keys.ts';

/**
 * The envelope: the vault's key, wrapped once for each way in. It is public: it stands beside vault.db, in every backup and, later,
 * in the mailbox. Each slot is AES-256-GCM over the vault key; the additional data binds it to vault, kind and parameters, so that
 * nobody can weaken the parameters or move a slot to another vault unnoticed.
 */
export const ENVELOPE_FORMAT = 1;

const base64 = (bytes: number) =>
  z
    .string()
    .max(256)
    .refine((text) => Buffer.from(text, 'base64').byteLength === bytes);

// Upper bounds: a forged envelope must not be able to make us allocate gigabytes or compute for hours.
const costSchema = z.object({
  memoryKiB: z
    .int()
    .min(FLOOR_COST.memoryKiB)
    .max(1024 * 1024),
  passes: z.int().min(FLOOR_COST.passes).max(64),
  lanes: z.int().min(1).max(4),
});

const wrappedSchema = { nonce: base64(12), wrapped: base64(VAULT_KEY_BYTES + 16), salt: base64(16) };

const passphraseSlotSchema = z.object({ kind: z.literal('passphrase'), cost: costSchema, ...wrappedSchema });
const recoverySlotSchema = z.object({ kind: z.literal('recovery-key'), ...wrappedSchema });

export const envelopeSchema = z.looseObject({
  format: z.literal(ENVELOPE_FORMAT),
  vaultId: base64(VAULT_ID_BYTES),
  slots: z
    .array(z.union([passphraseSlotSchema, recoverySlotSchema]))
    .min(1)
    .max(16),
});

export type Envelope = z.infer<typeof envelopeSchema>;
type Slot = Envelope['slots'][number];

function slotContext(vaultId: string, slot: Pick<Slot, 'kind' | 'salt'>, cost: PassphraseCost | null): Buffer {
  const parameters = cost === null ? '' : `${cost.memoryKiB},${cost.passes},${cost.lanes}`;
  return Buffer.from(`daygrove/envelope/v1|${vaultId}|${slot.kind}|${slot.salt}|${parameters}`);
}

function wrap(key: Uint8Array, context: Buffer, vaultKey: Uint8Array): { nonce: string; wrapped: string } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(context);
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') };
}

function unwrap(key: Uint8Array, context: Buffer, slot: Slot): Uint8Array | null {
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 });
  decipher.setAAD(context);
  decipher.setAuthTag(wrapped.subarray(VAULT_KEY_BYTES));
  try {
    return new Uint8Array(Buffer.concat([decipher.update(wrapped.subarray(0, VAULT_KEY_BYTES)), decipher.final()]));
  } catch {
    return null;
  }
}

function recoveryWrappingKey(recoveryKey: Uint8Array, salt: Uint8Array): Uint8Array {
  // 128 random bits need no slow hash: there is nothing to guess.
  return new Uint8Array(hkdfSync('sha256', recoveryKey, salt, 'daygrove/v1/recovery-slot', 32));
}

export interface NewEnvelope {
  readonly vaultId: Uint8Array;
  readonly vaultKey: Uint8Array;
  readonly passphrase: string;
  readonly cost: PassphraseCost;
  readonly recoveryKey: Uint8Array;
}

export async function sealEnvelope(parts: NewEnvelope): Promise<Envelope> {
  const vaultId = Buffer.from(parts.vaultId).toString('base64');
  const passphraseSalt = randomBytes(16);
  const passphraseSlot = { kind: 'passphrase', salt: passphraseSalt.toString('base64') } as const;
  const passphraseKey = await derivePassphraseKey(parts.passphrase, passphraseSalt, parts.cost);
  const recoverySalt = randomBytes(16);
  const recoverySlot = { kind: 'recovery-key', salt: recoverySalt.toString('base64') } as const;
  return {
    format: ENVELOPE_FORMAT,
    vaultId,
    slots: [
      {
        ...passphraseSlot,
        cost: parts.cost,
        ...wrap(passphraseKey, slotContext(vaultId, passphraseSlot, parts.cost), parts.vaultKey),
      },
      {
        ...recoverySlot,
        ...wrap(
          recoveryWrappingKey(parts.recoveryKey, recoverySalt),
          slotContext(vaultId, recoverySlot, null),
          parts.vaultKey,
        ),
      },
    ],
  };
}

/** @returns the vault key, or null where the passphrase opens no slot. */
export async function openWithPassphrase(envelope: Envelope, passphrase: string): Promise<Uint8Array | null> {
  for (const slot of envelope.slots) {
    if (slot.kind !== 'passphrase') continue;
    const key = await derivePassphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot.cost);
    const vaultKey = unwrap(key, slotContext(envelope.vaultId, slot, slot.cost), slot);
    if (vaultKey !== null) return vaultKey;
  }
  return null;
}

/** @returns the vault key, or null where the recovery key opens no slot. */
export function openWithRecoveryKey(envelope: Envelope, recoveryKey: Uint8Array): Uint8Array | null {
  for (const slot of envelope.slots) {
    if (slot.kind !== 'recovery-key') continue;
    const key = recoveryWrappingKey(recoveryKey, Buffer.from(slot.salt, 'base64'));
    const vaultKey = unwrap(key, slotContext(envelope.vaultId, slot, null), slot);
    if (vaultKey !== null) return vaultKey;
  }
  return null;
}
