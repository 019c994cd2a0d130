import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { derivePassphraseKey, FLOOR_COST, type PassphraseCost } from './passphrase.ts';
import { envelopeKeyOf, VAULT_ID_BYTES, VAULT_KEY_BYTES } from './keys.ts';

/**
 * The envelope: the vault's key, wrapped once for each way in. It is public: it stands beside vault.db, in every backup and, later,
 * in the mailbox. Each slot is AES-256-GCM over the vault key; the additional data binds it to vault, kind and parameters, so that
 * nobody can weaken the parameters or move a slot to another vault unnoticed.
 */
export const ENVELOPE_FORMAT = 1;

/** Base64 of so many bytes. */
export const base64 = (bytes: number) =>
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

/** More than devices that change the passphrase at once; a forged envelope must not be able to make us try thousands. */
const MOST_SLOTS = 16;
const MOST_RETIRED = 1024;

export const envelopeSchema = z.looseObject({
  format: z.literal(ENVELOPE_FORMAT),
  vaultId: base64(VAULT_ID_BYTES),
  /** Counts the changes. With `ring` and `macs` it came later than the format: an envelope without is the first of its vault. */
  revision: z.int().min(0).default(0),
  /** The vault's keys before its renewals, newest first, each sealed under the one that came after it. */
  ring: z
    .array(base64(12 + VAULT_KEY_BYTES + 16))
    .max(256)
    .default([]),
  /**
   * HMAC-SHA-256 over everything else, under the vault's key and then under each key of the ring: a device that has only an earlier key can tell a renewal by
   * one of its own from something that a server made up. Empty: written before there were any; signed at the next unlock.
   */
  macs: z.array(base64(32)).max(257).default([]),
  /**
   * Salts of the slots that were replaced under this key, so that changes made at once on two devices come together: see `mergeEnvelopes`. Left out: written
   * before there was such a thing.
   */
  retired: z.array(base64(16)).max(MOST_RETIRED).optional(),
  slots: z
    .array(z.union([passphraseSlotSchema, recoverySlotSchema]))
    .min(1)
    .max(MOST_SLOTS),
});

export type Envelope = z.infer<typeof envelopeSchema>;
type Slot = Envelope['slots'][number];

function slotContext(vaultId: string, slot: Pick<Slot, 'kind' | 'salt'>, cost: PassphraseCost | null): Buffer {
  const parameters = cost === null ? '' : `${cost.memoryKiB},${cost.passes},${cost.lanes}`;
  return Buffer.from(`daygrove/envelope/v1|${vaultId}|${slot.kind}|${slot.salt}|${parameters}`);
}

/** AES-256-GCM of a vault key. @returns both in base64 */
export function wrap(
  key: Uint8Array,
  context: Uint8Array,
  vaultKey: Uint8Array,
): { readonly nonce: string; readonly wrapped: string } {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(context);
  const wrapped = Buffer.concat([cipher.update(vaultKey), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') };
}

/** @returns null where the key is another one, or anything was changed */
export function unwrap(key: Uint8Array, context: Uint8Array, slot: Pick<Slot, 'nonce' | 'wrapped'>): Uint8Array | null {
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

/** The keys that a vault had, newest first, with what each signs. */
export interface KeyChain {
  readonly vaultKey: Uint8Array;
  readonly earlier: readonly Uint8Array[];
}

async function sealSlots({ vaultId: id, vaultKey, passphrase, cost, recoveryKey }: NewEnvelope): Promise<Slot[]> {
  return [
    await passphraseSlot(Buffer.from(id).toString('base64'), vaultKey, passphrase, cost),
    recoverySlot(Buffer.from(id).toString('base64'), vaultKey, recoveryKey),
  ];
}

async function passphraseSlot(
  vaultId: string,
  vaultKey: Uint8Array,
  passphrase: string,
  cost: PassphraseCost,
): Promise<Slot> {
  const salt = randomBytes(16);
  const slot = { kind: 'passphrase', salt: salt.toString('base64') } as const;
  const key = await derivePassphraseKey(passphrase, salt, cost);
  return { ...slot, cost, ...wrap(key, slotContext(vaultId, slot, cost), vaultKey) };
}

function recoverySlot(vaultId: string, vaultKey: Uint8Array, recoveryKey: Uint8Array): Slot {
  const salt = randomBytes(16);
  const slot = { kind: 'recovery-key', salt: salt.toString('base64') } as const;
  return { ...slot, ...wrap(recoveryWrappingKey(recoveryKey, salt), slotContext(vaultId, slot, null), vaultKey) };
}

export async function sealEnvelope(parts: NewEnvelope): Promise<Envelope> {
  const envelope: Envelope = {
    format: ENVELOPE_FORMAT,
    vaultId: Buffer.from(parts.vaultId).toString('base64'),
    revision: 1,
    slots: await sealSlots(parts),
    ring: [],
    macs: [],
    retired: [],
  };
  return sign(envelope, { vaultKey: parts.vaultKey, earlier: [] });
}

/** The same vault key behind another passphrase. Unknown fields and other slots stay. */
export async function withPassphrase(
  envelope: Envelope,
  chain: KeyChain,
  passphrase: string,
  cost: PassphraseCost,
): Promise<Envelope> {
  return withSlot(envelope, chain, await passphraseSlot(envelope.vaultId, chain.vaultKey, passphrase, cost));
}

/** The same vault key behind another recovery key. Unknown fields and other slots stay. */
export function withRecoveryKey(envelope: Envelope, chain: KeyChain, recoveryKey: Uint8Array): Envelope {
  return withSlot(envelope, chain, recoverySlot(envelope.vaultId, chain.vaultKey, recoveryKey));
}

/** `slot` in the place of all of its kind. */
function withSlot(envelope: Envelope, chain: KeyChain, slot: Slot): Envelope {
  const replaced = envelope.slots.filter(({ kind }) => kind === slot.kind).map(({ salt }) => salt);
  const slots = inOrder([slot, ...envelope.slots.filter(({ kind }) => kind !== slot.kind)]);
  const retired = [...(envelope.retired ?? []), ...replaced].slice(-MOST_RETIRED);
  return sign({ ...envelope, revision: envelope.revision + 1, slots, retired }, chain);
}

/** The same order on every device, so that the same slots are the same envelope: passphrases first. */
function inOrder(slots: readonly Slot[]): Slot[] {
  return slots.toSorted((one, other) => (`${one.kind} ${one.salt}` < `${other.kind} ${other.salt}` ? -1 : 1));
}

/**
 * At the greatest length, passphrases are what goes: they may be many, and a list without the recovery key would lock out whoever has only that.
 * @param slots passphrases first, as `inOrder` leaves them
 */
function cut(slots: readonly Slot[]): Slot[] {
  const recovery = slots.filter(({ kind }) => kind === 'recovery-key');
  // Of recovery keys, too, there may be many: a place is left for a passphrase.
  const kept = recovery.slice(0, MOST_SLOTS - 1);
  const passphrases = slots.filter(({ kind }) => kind === 'passphrase').slice(0, MOST_SLOTS - kept.length);
  return [...passphrases, ...kept];
}

/**
 * What two envelopes of one vault under one key are together: a slot that one device made and no device has replaced holds, so that whoever changed the passphrase on one
 * computer and the recovery key, or the passphrase too, on another one meanwhile is locked out of neither by whichever change would have lost. What was replaced anywhere
 * opens nothing any more. The result is the same whichever device makes it, in whichever order.
 *
 * Where one of the two is from before slots were retired, nobody knows what it has replaced: the newer one holds, as `compareEnvelopes` says.
 * @param keys what signs, the vault's own `envelopeKey` first, then those of its ring
 */
export function mergeEnvelopes(one: Envelope, other: Envelope, keys: readonly Uint8Array[]): Envelope {
  const newer = compareEnvelopes(one, other) >= 0 ? one : other;
  if (one.retired === undefined || other.retired === undefined) return newer;
  const retired = [...new Set([...one.retired, ...other.retired])].toSorted().slice(-MOST_RETIRED);
  const held = new Map([...one.slots, ...other.slots].map((slot) => [slot.salt, slot]));
  for (const salt of retired) held.delete(salt);
  const slots = cut(inOrder([...held.values()]));
  // Both were signed by this vault, and none of them is without a slot of each kind: this is for one that an app of another kind made.
  if (!slots.some(({ kind }) => kind === 'passphrase')) return newer;
  const isSame = (each: Envelope): boolean =>
    canonical(inOrder(each.slots)) === canonical(slots) &&
    canonical([...(each.retired ?? [])].toSorted()) === canonical(retired);
  if (isSame(newer)) return newer;
  const older = newer === one ? other : one;
  if (isSame(older) && older.revision === newer.revision) return older;
  return signUnder({ ...newer, revision: newer.revision + 1, slots, retired }, keys);
}

/** A new vault key, with the one before in the ring. `chain` is what the old envelope holds. */
export async function withNewKey(envelope: Envelope, chain: KeyChain, parts: NewEnvelope): Promise<Envelope> {
  const earlier = [chain.vaultKey, ...chain.earlier];
  const sealed = sealRing(envelope.vaultId, parts.vaultKey, earlier);
  return sign(
    { ...envelope, revision: envelope.revision + 1, slots: await sealSlots(parts), ring: sealed, retired: [] },
    { vaultKey: parts.vaultKey, earlier },
  );
}

function ringKey(vaultKey: Uint8Array, vaultId: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, Buffer.from(vaultId, 'base64'), 'daygrove/v1/ring', 32));
}

function sealRing(vaultId: string, vaultKey: Uint8Array, earlier: readonly Uint8Array[]): string[] {
  return earlier.map((key, place) => {
    const { nonce, wrapped } = wrap(ringKey(earlier[place - 1] ?? vaultKey, vaultId), Buffer.from(vaultId), key);
    return Buffer.concat([Buffer.from(nonce, 'base64'), Buffer.from(wrapped, 'base64')]).toString('base64');
  });
}

/** @returns null where the ring does not open or the envelope is not signed by its key: somebody else had their hands in it. */
export function openChain(envelope: Envelope, vaultKey: Uint8Array): KeyChain | null {
  const earlier: Uint8Array[] = [];
  for (const sealed of envelope.ring) {
    const bytes = Buffer.from(sealed, 'base64');
    const slot = { nonce: bytes.subarray(0, 12).toString('base64'), wrapped: bytes.subarray(12).toString('base64') };
    const key = unwrap(ringKey(earlier.at(-1) ?? vaultKey, envelope.vaultId), Buffer.from(envelope.vaultId), slot);
    if (key === null) return null;
    earlier.push(key);
  }
  const chain = { vaultKey, earlier };
  const isFirst = envelope.macs.length === 0 && envelope.revision === 0 && envelope.ring.length === 0;
  return isFirst || signedBy(envelope, envelopeKeyOf(vaultKey, Buffer.from(envelope.vaultId, 'base64'))) === 0
    ? chain
    : null;
}

/** An envelope from before there were signatures gets them; any other is given back as it is. */
export function signed(envelope: Envelope, chain: KeyChain): Envelope {
  return envelope.macs.length > 0 ? envelope : sign({ ...envelope, revision: envelope.revision + 1 }, chain);
}

function sign(envelope: Envelope, chain: KeyChain): Envelope {
  const vaultId = Buffer.from(envelope.vaultId, 'base64');
  return signUnder(
    envelope,
    [chain.vaultKey, ...chain.earlier].map((key) => envelopeKeyOf(key, vaultId)),
  );
}

function signUnder(envelope: Envelope, keys: readonly Uint8Array[]): Envelope {
  return { ...envelope, macs: keys.map((key) => macOf(envelope, key).toString('base64')) };
}

/** Which key of the chain `key` (an `envelopeKey`) is: 0 the vault's own, more: one before a renewal; null: none, the envelope is not this vault's. */
export function signedBy(envelope: Envelope, key: Uint8Array): number | null {
  const mac = macOf(envelope, key);
  const place = envelope.macs.findIndex((each) => {
    const bytes = Buffer.from(each, 'base64');
    return bytes.byteLength === mac.byteLength && timingSafeEqual(bytes, mac);
  });
  return place < 0 ? null : place;
}

/**
 * Which of two envelopes of one vault holds: renewals of the key before everything, then the count of changes; two that were made at once are decided the same
 * way on every device. Positive: the first.
 */
export function compareEnvelopes(one: Envelope, other: Envelope): number {
  if (one.ring.length !== other.ring.length) return one.ring.length - other.ring.length;
  if (one.revision !== other.revision) return one.revision - other.revision;
  const [first = '', second = ''] = [one.macs[0], other.macs[0]];
  return first === second ? 0 : first > second ? 1 : -1;
}

function macOf(envelope: Envelope, key: Uint8Array): Buffer {
  const { macs: _, ...covered } = envelope;
  return createHmac('sha256', key).update(canonical(covered)).digest();
}

/** JSON with sorted keys: the same text on every device, whatever order a parser kept. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
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
