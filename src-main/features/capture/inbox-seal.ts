/**
 * Sealing to a vault's inbox, which takes no secret: HPKE (RFC 9180) in base mode, X25519 with HKDF-SHA-256, AES-256-GCM. Each item has an ephemeral key of its own, so
 * that nobody who sealed one can open it again.
 *
 * An item: format 0x01 | vault id 16 | encapsulated key 32 | ciphertext | tag 16. The plaintext is padded as a record's is. The additional data binds it to vault and item.
 */
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { padded } from '../../vault/padding.ts';

export const ITEM_FORMAT = 1;
export const VAULT_ID_BYTES = 16;
export const ITEM_ID_BYTES = 16;
export const PUBLIC_KEY_BYTES = 32;
const CONTEXT = new TextEncoder().encode('daygrove/inbox/v1');

/** What an item belongs to: ids of 16 bytes each. */
export interface InboxPlace {
  readonly vaultId: Uint8Array;
  readonly itemId: Uint8Array;
}

export function inboxSuite(): CipherSuite {
  return new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

/** HPKE's `info`: what the key is used for. */
export function inboxInfo(): ArrayBuffer {
  return CONTEXT.slice().buffer;
}

/** Both ids have fixed lengths, so that joining them is unambiguous. */
export function inboxAdditionalData({ vaultId, itemId }: InboxPlace): ArrayBuffer {
  if (vaultId.byteLength !== VAULT_ID_BYTES || itemId.byteLength !== ITEM_ID_BYTES) throw new RangeError('id length');
  const joined = new Uint8Array(VAULT_ID_BYTES + ITEM_ID_BYTES);
  joined.set(vaultId);
  joined.set(itemId, VAULT_ID_BYTES);
  return joined.buffer;
}

/**
 * @param publicKey 32 bytes
 * @throws where the key is none, or one of the few for which every shared secret is zero
 */
export async function sealToInbox(
  publicKey: Uint8Array,
  place: InboxPlace,
  plaintext: Uint8Array,
): Promise<Uint8Array> {
  const suite = inboxSuite();
  const recipientPublicKey = await suite.kem.deserializePublicKey(publicKey.slice().buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: inboxInfo() });
  const box = await sender.seal(Uint8Array.from(padded(plaintext)).buffer, inboxAdditionalData(place));
  return new Uint8Array(
    Buffer.concat([Uint8Array.of(ITEM_FORMAT), place.vaultId, new Uint8Array(sender.enc), new Uint8Array(box)]),
  );
}
