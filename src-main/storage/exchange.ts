import { randomBytes } from 'node:crypto';
import { announceDevice, deviceNotices } from '../features/devices/devices.ts';
import { isNewerEnvelope, parseEnvelope } from '../vault/envelope-file.ts';
import { compareEnvelopes, mergeEnvelopes, signedBy, type Envelope } from '../vault/envelope.ts';
import type { Vault } from '../vault/vault.ts';
import type { StorageCalls, SyncConfig, SyncSummary } from './protocol.ts';

type Meeting = StorageCalls['exchange-meet'];

export interface ExchangeOptions {
  readonly vault: () => Vault;
  readonly envelope: () => Promise<Envelope>;
  /** Puts an envelope of this vault in the place of the present one. */
  readonly takeEnvelope: (envelope: Envelope) => Promise<void>;
  /** Keeps an envelope that was renewed elsewhere until the person has opened it. */
  readonly keepRenewed: (envelope: Envelope) => Promise<void>;
}

interface Usage {
  readonly month: string;
  readonly bytes: number;
}

interface Dismissed {
  readonly unreadable: number;
  readonly missingFrom: readonly string[];
  readonly clockAhead: readonly string[];
}

const NOTHING_DISMISSED: Dismissed = { unreadable: 0, missingFrom: [], clockAhead: [] };

/**
 * The storage process's side of sync: what it says to a mailbox, and what it believes of one. Everything that comes from there was written by a server that may
 * be broken or hostile; sealed boxes and signatures decide, nothing else.
 */
export class Exchange {
  readonly #options: ExchangeOptions;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  get #vault(): Vault {
    return this.#options.vault();
  }

  async meet({ replica, content, newest }: Meeting['input']): Promise<Meeting['output']> {
    const vault = this.#vault;
    if (content === 'foreign') return { kind: 'refuse', reason: 'other-vault' };
    const ours = await this.#options.envelope();
    if (content === null) {
      return {
        kind: 'found',
        vault: vault.keys.vaultId,
        lineage: randomBytes(16),
        envelope: JSON.stringify(ours),
      };
    }
    if (!equal(content.vault, vault.keys.vaultId)) return { kind: 'refuse', reason: 'other-vault' };
    const lineage = await vault.setting('sync-lineage');
    const isKnown = lineage !== null && equal(lineage, content.lineage);
    const { verdict, envelope } = await this.#compare(ours, content.envelope, isKnown);
    if (verdict === 'other-vault' || verdict === 'renewed-key' || verdict === 'too-new') {
      return { kind: 'refuse', reason: verdict };
    }
    const seq = Number(Buffer.from((await vault.setting('sync-seq')) ?? Buffer.from('0')).toString());
    const known = await vault.setting('sync-replica');
    const isNew = known === null || !equal(known, replica);
    const startsOver = isNew || !isKnown || newest < seq;
    if (startsOver) await vault.startOver({ 'sync-lineage': content.lineage, 'sync-replica': replica });
    await announceDevice(vault);
    return {
      kind: 'go',
      after: startsOver ? 0 : seq,
      isNew,
      putEnvelope: verdict === 'put' ? JSON.stringify(envelope) : null,
    };
  }

  /**
   * Whether an envelope is this vault's, and whose is the newer one. `isKnown`: it lies in the mailbox that we know; there a broken one is damage to be repaired,
   * anywhere else it is no proof that this is our vault.
   */
  async #compare(
    ours: Envelope,
    text: string,
    isKnown: boolean,
  ): Promise<{
    readonly verdict: 'same' | 'put' | 'other-vault' | 'renewed-key' | 'too-new';
    /** What this device has from now on. */
    readonly envelope: Envelope;
  }> {
    const said = (verdict: 'same' | 'put' | 'other-vault' | 'renewed-key' | 'too-new', envelope = ours) => ({
      verdict,
      envelope,
    });
    const theirs = parseEnvelope(text);
    if (theirs === null) return said(isNewerEnvelope(text) ? 'too-new' : isKnown ? 'put' : 'other-vault');
    const { keys } = this.#vault;
    const place = signedBy(theirs, keys.envelopeKey);
    const isRelated = place !== null || keys.earlier.some((each) => signedBy(theirs, each.envelopeKey) !== null);
    if (!isRelated) return said(isKnown ? 'put' : 'other-vault');
    if (place === 0 && theirs.ring.length === ours.ring.length) {
      const merged = mergeEnvelopes(theirs, ours, [keys.envelopeKey, ...keys.earlier.map((each) => each.envelopeKey)]);
      if (!isSame(merged, ours)) await this.#take(merged, ours);
      return said(isSame(merged, theirs) ? 'same' : 'put', merged);
    }
    const order = compareEnvelopes(theirs, ours);
    if (order < 0) return said('put');
    if (order === 0) return said('same');
    if (place !== 0) {
      await this.#options.keepRenewed(theirs);
      return said('renewed-key');
    }
    await this.#take(theirs, ours);
    return said('same', theirs);
  }

  async #take(envelope: Envelope, before: Envelope): Promise<void> {
    await this.#options.takeEnvelope(envelope);
    if (JSON.stringify(passphraseSlots(envelope)) !== JSON.stringify(passphraseSlots(before))) {
      await this.#vault.changeSettings({ 'sync-passphrase-changed': Buffer.from('1') });
    }
  }

  /** Whether a mailbox that a look has found is this vault's. */
  async isThisVault(vaultId: Uint8Array, envelope: string): Promise<boolean> {
    const vault = this.#vault;
    if (!equal(vaultId, vault.keys.vaultId)) return false;
    const theirs = parseEnvelope(envelope);
    if (theirs === null) return isNewerEnvelope(envelope);
    return [vault.keys, ...vault.keys.earlier].some((each) => signedBy(theirs, each.envelopeKey) !== null);
  }

  async summary(): Promise<SyncSummary> {
    const vault = this.#vault;
    const replica = await vault.setting('sync-replica');
    const unreadable =
      replica === null
        ? 0
        : Number((await vault.read.first('SELECT count(*) AS n FROM unreadable WHERE replica = ?', replica))?.n);
    const conflicts = Number(
      (
        await vault.read.first(
          `SELECT count(DISTINCT conflict.id) AS n FROM conflict JOIN entry ON entry.id = conflict.id WHERE settled = 0 AND entry.deleted = 0`,
        )
      )?.n,
    );
    const found = await deviceNotices(vault);
    const dismissed = await this.#json<Dismissed>('sync-dismissed', NOTHING_DISMISSED);
    const syncedAt = await vault.setting('sync-at');
    const usage = await this.#json<Usage>('sync-usage', { month: '', bytes: 0 });
    return {
      config: await this.#json<SyncConfig | null>('sync-config', null),
      waiting: await vault.waiting(),
      conflicts,
      syncedAt: syncedAt === null ? null : new Date(Number(Buffer.from(syncedAt).toString())).toISOString(),
      bytesThisMonth: usage.month === this.#month() ? usage.bytes : 0,
      notices: {
        unreadable: unreadable > dismissed.unreadable ? unreadable : 0,
        missingFrom: syncedAt === null ? [] : found.missingFrom.filter((name) => !dismissed.missingFrom.includes(name)),
        clockAhead: found.clockAhead.filter((name) => !dismissed.clockAhead.includes(name)),
        passphraseChanged: (await vault.setting('sync-passphrase-changed')) !== null,
      },
    };
  }

  async configure(config: SyncConfig | null): Promise<void> {
    const vault = this.#vault;
    const before = await this.#json<SyncConfig | null>('sync-config', null);
    const isElsewhere = config === null || before?.url !== config.url;
    await vault.changeSettings({
      'sync-config': config === null ? null : Buffer.from(JSON.stringify(config)),
      // What was seen at one address is no news of another.
      ...(isElsewhere
        ? { 'sync-at': null, 'sync-lineage': null, 'sync-replica': null, 'sync-seq': null, 'sync-dismissed': null }
        : {}),
    });
  }

  /** Behind a cycle: what it cost, and whether it came to its end. */
  async noteCycle(bytes: number, isWhole: boolean): Promise<void> {
    const vault = this.#vault;
    const usage = await this.#json<Usage>('sync-usage', { month: '', bytes: 0 });
    const month = this.#month();
    await vault.changeSettings({
      'sync-usage': Buffer.from(
        JSON.stringify({ month, bytes: (usage.month === month ? usage.bytes : 0) + bytes } satisfies Usage),
      ),
      ...(isWhole ? { 'sync-at': Buffer.from(String(vault.clock.now())) } : {}),
    });
  }

  async dismissNotices(): Promise<void> {
    const vault = this.#vault;
    const { notices } = await this.summary();
    const before = await this.#json<Dismissed>('sync-dismissed', NOTHING_DISMISSED);
    const dismissed: Dismissed = {
      unreadable: Math.max(before.unreadable, notices.unreadable),
      missingFrom: [...before.missingFrom, ...notices.missingFrom],
      clockAhead: [...before.clockAhead, ...notices.clockAhead],
    };
    await vault.changeSettings({
      'sync-dismissed': Buffer.from(JSON.stringify(dismissed)),
      'sync-passphrase-changed': null,
    });
  }

  #month(): string {
    return new Date(this.#vault.clock.now()).toISOString().slice(0, 7);
  }

  async #json<T>(name: string, fallback: T): Promise<T> {
    const bytes = await this.#vault.setting(name);
    if (bytes === null) return fallback;
    try {
      return JSON.parse(Buffer.from(bytes).toString('utf8')) as T;
    } catch {
      return fallback;
    }
  }
}

/** Signatures cover everything else. */
function isSame(one: Envelope, other: Envelope): boolean {
  return one.revision === other.revision && JSON.stringify(one.macs) === JSON.stringify(other.macs);
}

function passphraseSlots(envelope: Envelope): Envelope['slots'] {
  return envelope.slots.filter((slot) => slot.kind === 'passphrase');
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other);
}
