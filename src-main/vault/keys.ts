import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * The keys of an open vault. They exist in the storage process only, for as long as that process lives: locking ends the process,
 * and the operating system takes the memory back.
 */
export interface VaultKeys {
  readonly vaultId: Uint8Array;
  /** Encrypts the pages of vault.db (libSQL wants text: 64 hex digits). */
  readonly fileKey: string;
  /** Seals records. */
  readonly recordKey: Uint8Array;
  /** Covers the frames of a backup. */
  readonly backupKey: Uint8Array;
  /** Derives ids that two devices must agree on without talking to each other. Of the vault's FIRST key: renewing the key changes no id. */
  readonly idKey: Uint8Array;
  /** Covers the envelope, so that nobody without the key can put another in its place. */
  readonly envelopeKey: Uint8Array;
  /** What the inbox's key pair is derived from (features/capture). */
  readonly inboxSecret: Uint8Array;
  /** What the vault's earlier keys opened, newest first: they open what was sealed before a renewal, and seal nothing any more. */
  readonly earlier: readonly {
    readonly recordKey: Uint8Array;
    readonly backupKey: Uint8Array;
    readonly envelopeKey: Uint8Array;
    readonly inboxSecret: Uint8Array;
  }[];
}

export const VAULT_KEY_BYTES = 32;
export const VAULT_ID_BYTES = 16;

export function newVaultKey(): Uint8Array {
  return randomBytes(VAULT_KEY_BYTES);
}

export function newVaultId(): Uint8Array {
  return randomBytes(VAULT_ID_BYTES);
}

function subkey(vaultKey: Uint8Array, vaultId: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, vaultId, `daygrove/v1/${purpose}`, 32));
}

export function envelopeKeyOf(vaultKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  return subkey(vaultKey, vaultId, 'envelope');
}

/**
 * Subkeys by HKDF-SHA-256 (RFC 5869), salted with the vault's id, one purpose each, so that no key is ever used for two things.
 * `earlier`: the vault's keys before the last renewals, newest first.
 */
export function deriveKeys(vaultKey: Uint8Array, vaultId: Uint8Array, earlier: readonly Uint8Array[] = []): VaultKeys {
  return {
    vaultId,
    fileKey: Buffer.from(subkey(vaultKey, vaultId, 'file')).toString('hex'),
    recordKey: subkey(vaultKey, vaultId, 'record'),
    backupKey: subkey(vaultKey, vaultId, 'backup'),
    idKey: subkey(earlier.at(-1) ?? vaultKey, vaultId, 'id'),
    envelopeKey: envelopeKeyOf(vaultKey, vaultId),
    inboxSecret: subkey(vaultKey, vaultId, 'inbox'),
    earlier: earlier.map((key) => ({
      recordKey: subkey(key, vaultId, 'record'),
      backupKey: subkey(key, vaultId, 'backup'),
      envelopeKey: envelopeKeyOf(key, vaultId),
      inboxSecret: subkey(key, vaultId, 'inbox'),
    })),
  };
}

/**
 * A 16-byte id (a UUID of version 8, RFC 9562) from parts that name a thing for ever, such as a habit and a day, or an import's format and key:
 * the same parts give the same id on every device of this vault, and tell nothing to anybody without its key.
 */
export function derivedId(idKey: Uint8Array, ...parts: readonly string[]): Uint8Array {
  const hmac = createHmac('sha256', idKey);
  for (const part of parts) {
    // Length first: ("ab", "c") and ("a", "bc") are different things.
    hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  }
  const id = new Uint8Array(hmac.digest().subarray(0, 16));
  id[6] = (id[6]! & 0x0f) | 0x80;
  id[8] = (id[8]! & 0x3f) | 0x80;
  return id;
}
