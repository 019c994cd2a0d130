import type { StorageCalls } from '../storage/protocol.ts';
import type { MailboxReason } from './mailbox.ts';

/** What main and a sync process say to each other. A sync process runs one cycle, or one look, and is ended. */
export interface SyncStart {
  readonly kind: 'start';
  /** `look`: bring the copy level, say what is there, change nothing. */
  readonly work: 'cycle' | 'look';
  /** The mailbox's folder. */
  readonly folder: string;
  readonly url: string;
  readonly token: string;
  /** Throw the copy away first and make a new one. */
  readonly renew: boolean;
}

/** The storage process's calls that a sync process may ask main to pass on; none of them gives out anything that is not sealed. */
export type ExchangeCall = 'exchange-meet' | 'exchange-receive' | 'exchange-hand-out';

export type SyncOutcome =
  | { readonly ok: true; readonly bytes: number }
  | { readonly ok: false; readonly bytes: number; readonly reason: SyncFailureReason };

export type SyncFailureReason =
  | MailboxReason
  | 'other-vault'
  | 'renewed-key'
  | 'too-new'
  /** The storage process could not answer; its own error is reported by main. */
  | 'storage'
  | 'internal';

export interface SyncFound {
  /** null: nothing there; `foreign`: not ours. */
  readonly content: { readonly vault: Uint8Array; readonly envelope: string } | 'foreign' | null;
  readonly versions: number;
}

export type FromSync =
  | { readonly kind: 'ask'; readonly id: number; readonly call: ExchangeCall; readonly input: unknown }
  | {
      readonly kind: 'progress';
      readonly phase: 'receiving' | 'sending';
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly kind: 'found'; readonly found: SyncFound; readonly bytes: number }
  | { readonly kind: 'done'; readonly outcome: SyncOutcome };

export type ToSync =
  | SyncStart
  | { readonly kind: 'answer'; readonly id: number; readonly value: StorageCalls[ExchangeCall]['output'] | null };
