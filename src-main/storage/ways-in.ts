import { AppFailure } from '../../src-shared/result.ts';
import {
  deviceSlotSchema,
  openDeviceSlot,
  sealDeviceSlot,
  type DeviceSlot,
  type NewDeviceSlot,
} from '../vault/device-slot.ts';
import {
  openChain,
  openWithPassphrase,
  openWithRecoveryKey,
  signedBy,
  withPassphrase,
  withRecoveryKey,
  type Envelope,
  type KeyChain,
} from '../vault/envelope.ts';
import { deriveKeys, envelopeKeyOf, type VaultKeys } from '../vault/keys.ts';
import { calibrateCost, FLOOR_COST, measureCost, type PassphraseCost } from '../vault/passphrase.ts';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey } from '../vault/recovery-key.ts';
import { holds, type Fits } from './envelope-copies.ts';

export interface WaysInOptions {
  readonly passphraseCost: 'calibrated' | 'floor';
  /** The vault's, as it is now. */
  readonly envelope: () => Promise<Envelope>;
  /** Its copies in the profile, of a vault that is not open. */
  readonly copies: () => Promise<Envelope[]>;
  readonly fits: Fits;
  /** Puts another in its place: whole, or not at all. */
  readonly takeEnvelope: (envelope: Envelope) => Promise<void>;
}

/** A new recovery key that waits until it was typed back. */
interface PendingRecoveryKey {
  readonly chain: KeyChain;
  readonly recoveryKey: Uint8Array;
}

export type DeviceOutcome =
  | { readonly outcome: 'opened'; readonly envelope: Envelope; readonly chain: KeyChain }
  | { readonly outcome: 'wrong-answer' | 'other-vault' | 'renewed-key' | 'broken' };

type CopyOutcome = DeviceOutcome | { readonly outcome: 'damaged' };

function openCopy(envelope: Envelope, slot: DeviceSlot, secret: Uint8Array): CopyOutcome {
  const opened = openDeviceSlot(envelope, slot, secret);
  if (opened.kind === 'other-vault') return { outcome: 'other-vault' };
  if (opened.kind === 'wrong-secret') return { outcome: 'wrong-answer' };
  const chain = openChain(envelope, opened.vaultKey);
  if (chain !== null) return { outcome: 'opened', envelope, chain };
  // It is a key that the vault had once.
  const place = signedBy(envelope, envelopeKeyOf(opened.vaultKey, Buffer.from(envelope.vaultId, 'base64')));
  return { outcome: place !== null && place > 0 ? 'renewed-key' : 'damaged' };
}

/** The ways into a vault whose key stays the same: passphrase, recovery key, this computer's keychain. */
export class WaysIn {
  readonly #options: WaysInOptions;
  #pending: PendingRecoveryKey | null = null;

  constructor(options: WaysInOptions) {
    this.#options = options;
  }

  /** @throws AppFailure `wrong-secret`, `vault-damaged` */
  async confirmPassphrase(passphrase: string): Promise<void> {
    await openEnvelope(await this.#options.envelope(), 'passphrase', passphrase);
  }

  /** @throws AppFailure `wrong-secret`, `vault-damaged`, and what the disk throws; then the old one still holds */
  async changePassphrase(current: string, next: string): Promise<void> {
    const { envelope, takeEnvelope } = this.#options;
    const before = await envelope();
    const chain = await openEnvelope(before, 'passphrase', current);
    await takeEnvelope(await withPassphrase(before, chain, next, await this.cost()));
  }

  /** Makes a recovery key; nothing is changed. @returns it as text. @throws AppFailure `wrong-secret`, `vault-damaged` */
  async newRecoveryKey(passphrase: string): Promise<string> {
    const chain = await openEnvelope(await this.#options.envelope(), 'passphrase', passphrase);
    const recoveryKey = newRecoveryKey();
    this.#pending = { chain, recoveryKey };
    return formatRecoveryKey(recoveryKey);
  }

  /**
   * From here on the new one opens the vault, and the one before does not.
   * @throws AppFailure `not-found` where none was made, or the vault's key was renewed since; `recovery-key-mismatch`
   */
  async confirmNewRecoveryKey(typed: string): Promise<void> {
    const pending = this.#pending;
    if (pending === null) throw new AppFailure('not-found');
    const key = parseRecoveryKey(typed);
    if (key === null || !Buffer.from(key).equals(pending.recoveryKey)) throw new AppFailure('recovery-key-mismatch');
    // As it is now: another device's change may have come since, and is kept.
    const envelope = await this.#options.envelope();
    const vaultId = Buffer.from(envelope.vaultId, 'base64');
    if (signedBy(envelope, envelopeKeyOf(pending.chain.vaultKey, vaultId)) !== 0) throw new AppFailure('not-found');
    await this.#options.takeEnvelope(withRecoveryKey(envelope, pending.chain, pending.recoveryKey));
    this.#pending = null;
  }

  /** @throws AppFailure `wrong-secret`, `vault-damaged` */
  async makeDeviceSlot(passphrase: string): Promise<NewDeviceSlot> {
    const envelope = await this.#options.envelope();
    const { vaultKey } = await openEnvelope(envelope, 'passphrase', passphrase);
    return sealDeviceSlot(envelope.vaultId, vaultKey);
  }

  /** @param slot as it lay in the profile: anybody may have written it */
  async openDeviceSlot(slot: unknown, secret: Uint8Array): Promise<DeviceOutcome> {
    const parsed = deviceSlotSchema.safeParse(slot);
    if (!parsed.success) return { outcome: 'broken' };
    const copies = await this.#options.copies();
    const refused: Exclude<CopyOutcome, { outcome: 'opened' }>['outcome'][] = [];
    for (const envelope of copies) {
      const opened = openCopy(envelope, parsed.data, secret);
      if (opened.outcome !== 'opened') refused.push(opened.outcome);
      else if (await holds(envelope, opened.chain, copies, this.#options.fits)) return opened;
    }
    if (refused.includes('renewed-key')) return { outcome: 'renewed-key' };
    const [outcome] = refused;
    // An envelope that nobody of this vault has signed is damage, and the passphrase will say so.
    if (outcome === undefined || outcome === 'damaged' || refused.includes('damaged'))
      throw new AppFailure('vault-damaged');
    return { outcome };
  }

  cost(): Promise<PassphraseCost> {
    return this.#options.passphraseCost === 'floor' ? Promise.resolve(FLOOR_COST) : calibrateCost(measureCost);
  }
}

/** @throws AppFailure `wrong-secret`; `vault-damaged` where the envelope opens and is not signed by its own key */
export async function openEnvelope(
  envelope: Envelope,
  method: 'passphrase' | 'recovery-key',
  secret: string,
): Promise<KeyChain> {
  const vaultKey = await vaultKeyOf(envelope, method, secret);
  if (vaultKey === null) throw new AppFailure('wrong-secret');
  const chain = openChain(envelope, vaultKey);
  if (chain === null) throw new AppFailure('vault-damaged');
  return chain;
}

async function vaultKeyOf(
  envelope: Envelope,
  method: 'passphrase' | 'recovery-key',
  secret: string,
): Promise<Uint8Array | null> {
  if (method === 'passphrase') return openWithPassphrase(envelope, secret);
  const recoveryKey = parseRecoveryKey(secret);
  return recoveryKey === null ? null : openWithRecoveryKey(envelope, recoveryKey);
}

export function keysOf(envelope: Envelope, { vaultKey, earlier }: KeyChain): VaultKeys {
  return deriveKeys(vaultKey, Buffer.from(envelope.vaultId, 'base64'), earlier);
}
