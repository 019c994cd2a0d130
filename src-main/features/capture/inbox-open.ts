/** The other end of inbox-seal.ts, in the storage process: the private key is derived from the vault's and lies nowhere. */
import type { VaultKeys } from '../../vault/keys.ts';
import { unpadded } from '../../vault/padding.ts';
import {
  inboxAdditionalData,
  inboxInfo,
  inboxSuite,
  ITEM_FORMAT,
  PUBLIC_KEY_BYTES,
  VAULT_ID_BYTES,
  type InboxPlace,
} from './inbox-seal.ts';

const HEAD_BYTES = 1 + VAULT_ID_BYTES + PUBLIC_KEY_BYTES;

type InboxKeys = Pick<VaultKeys, 'vaultId' | 'inboxSecret'> & {
  readonly earlier: readonly Pick<VaultKeys, 'inboxSecret'>[];
};

/** RFC 9180's DeriveKeyPair. */
function keyPairOf(inboxSecret: Uint8Array) {
  return inboxSuite().kem.deriveKeyPair(inboxSecret.slice().buffer);
}

async function publicKeyOf(inboxSecret: Uint8Array): Promise<Uint8Array> {
  const { publicKey } = await keyPairOf(inboxSecret);
  return new Uint8Array(await inboxSuite().kem.serializePublicKey(publicKey));
}

/** Of the vault's own key, then those of its earlier ones, newest first. */
export function inboxPublicKeys(keys: InboxKeys): Promise<Uint8Array[]> {
  return Promise.all([keys, ...keys.earlier].map(({ inboxSecret }) => publicKeyOf(inboxSecret)));
}

/** Whose inbox an item was sealed for, as it says itself; null: it is no item that this version knows. */
export function vaultOfItem(item: Uint8Array): Uint8Array | null {
  return item[0] === ITEM_FORMAT && item.byteLength > HEAD_BYTES ? item.slice(1, 1 + VAULT_ID_BYTES) : null;
}

/** The plaintext; null where the item opens under no key that the vault has or had, at its own place. */
export async function openInboxItem(keys: InboxKeys, itemId: Uint8Array, item: Uint8Array): Promise<Uint8Array | null> {
  if (vaultOfItem(item) === null) return null;
  const place: InboxPlace = { vaultId: keys.vaultId, itemId };
  const enc = item.slice(1 + VAULT_ID_BYTES, HEAD_BYTES).buffer;
  const box = item.slice(HEAD_BYTES).buffer;
  for (const { inboxSecret } of [keys, ...keys.earlier]) {
    try {
      const { privateKey } = await keyPairOf(inboxSecret);
      const recipient = await inboxSuite().createRecipientContext({ recipientKey: privateKey, enc, info: inboxInfo() });
      return unpadded(new Uint8Array(await recipient.open(box, inboxAdditionalData(place))));
    } catch {
      // Another key, another place, or changed bytes. Which of them, cryptography cannot tell.
    }
  }
  return null;
}
