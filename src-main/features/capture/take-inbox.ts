import { AppFailure } from '../../../src-shared/result.ts';
import { derivedId } from '../../vault/keys.ts';
import type { Vault } from '../../vault/vault.ts';
import { ENTRY_RECORD } from '../entries/projection.ts';
import { decodeItem, type CapturedItem } from './captured-item.ts';
import { readInboxItem, readInboxKey, removeInboxItem, writeInboxKey } from './inbox-files.ts';
import { inboxPublicKeys, openInboxItem, vaultOfItem } from './inbox-open.ts';

/** ISO instant, in the vault's own bookkeeping: since when another key than the vault's own is known to have lain in the inbox. */
export const KEY_CHANGED_SETTING = 'inbox-key-changed';

export interface TakenInbox {
  readonly taken: number;
  /** Sealed to this vault by what they say, and open under no key of it. */
  readonly unreadable: number;
  /** Items by the vault they name, hex. */
  readonly otherVaults: ReadonlyMap<string, number>;
  /** What kept the rest from being taken in now. */
  readonly failure: unknown;
  readonly waiting: number;
}

function bytesOfId(id: string): Uint8Array {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
}

/**
 * Makes an entry of a capture, in one commit. Its id follows from the capture's, so that the same capture is one entry however often it comes: what is already there,
 * be it changed, thrown away or erased since, is left as it is.
 */
export async function keepCaptured(vault: Vault, id: string, item: CapturedItem): Promise<void> {
  const entry = derivedId(vault.keys.idKey, 'capture', id.toLowerCase());
  if ((await vault.record(entry)) !== null) return;
  const { day, zone, text, mood, writtenAt } = item;
  await vault.commit([
    {
      id: entry,
      type: ENTRY_RECORD,
      fields: { day, zone, createdAt: writtenAt, updatedAt: writtenAt, body: text, mood },
      deleted: false,
    },
  ]);
}

/**
 * Takes in what was written while the vault was locked, of these items. An item is deleted when its entry is on the disk; cut off between the two, the next time finds the entry and deletes
 * the item. What does not open is never deleted.
 * @throws AppFailure `vault-damaged` only: everything else that fails leaves the items where they are
 */
export async function takeInbox(vault: Vault, profile: string, ids: readonly string[]): Promise<TakenInbox> {
  let taken = 0;
  let unreadable = 0;
  let waiting = 0;
  let failure: unknown = null;
  const otherVaults = new Map<string, number>();
  for (const id of ids) {
    const sealed = await readInboxItem(profile, id);
    const of = sealed === null ? null : vaultOfItem(sealed);
    if (sealed !== null && of !== null && Buffer.compare(of, vault.keys.vaultId) !== 0) {
      const name = Buffer.from(of).toString('hex');
      otherVaults.set(name, (otherVaults.get(name) ?? 0) + 1);
      continue;
    }
    const opened = sealed === null ? null : await openInboxItem(vault.keys, bytesOfId(id), sealed);
    const item = opened === null ? null : decodeItem(opened);
    if (item === null) {
      unreadable += 1;
      continue;
    }
    try {
      await keepCaptured(vault, id, item);
    } catch (thrown) {
      if (thrown instanceof AppFailure && thrown.error.code === 'vault-damaged') throw thrown;
      failure = thrown;
      waiting += 1;
      continue;
    }
    taken += 1;
    // Where this fails, the next unlock finds the entry and tries again.
    await removeInboxItem(profile, id).catch(() => {});
  }
  return { taken, unreadable, otherVaults, waiting, failure };
}

/**
 * Writes the inbox's public key where it can be read while locked. A key that is neither the vault's own nor one from before a renewal was put there by somebody else, and what
 * was captured since may be sealed to them: that is noted in the vault before it is mended.
 * @returns whether it was such a key
 */
export async function settleInboxKey(vault: Vault, profile: string): Promise<boolean> {
  const { vaultId } = vault.keys;
  const [own, ...earlier] = await inboxPublicKeys(vault.keys);
  const written = await readInboxKey(profile);
  const isOf = (key: Uint8Array | undefined): boolean =>
    key !== undefined && written !== null && Buffer.compare(key, written.publicKey) === 0;
  // Nothing is sealed to a key that names another vault than the envelope does (capture-session.ts).
  const isForeign = written !== null && Buffer.compare(written.vaultId, vaultId) !== 0;
  if (!isForeign && isOf(own)) return false;
  const isReplaced = written !== null && !isForeign && !earlier.some(isOf);
  if (isReplaced) {
    await vault.changeSettings({ [KEY_CHANGED_SETTING]: Buffer.from(new Date(vault.clock.now()).toISOString()) });
  }
  await writeInboxKey(profile, { vaultId, publicKey: own! });
  return isReplaced;
}
