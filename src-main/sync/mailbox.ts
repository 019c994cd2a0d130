/**
 * The mailbox: an append-only log of sealed versions that all devices of a vault share. It is a way for records to travel and nothing more: what it says
 * proves nothing until the storage process has opened it, and whatever happens to it, nothing is lost. Another transport (a folder, WebDAV)
 * could take libSQL's place behind this interface.
 */
export interface Mailbox {
  /** Brings our copy level with the server. Nothing else may be called before. @throws MailboxFailure */
  open(): Promise<MailboxState>;
  /** Rows behind `after`, in order; empty at the end. A page is bounded in rows and bytes. */
  read(after: number): Promise<readonly MailboxRow[]>;
  /** Makes an empty mailbox that of this vault. Visible to others after `publish`. */
  found(founding: MailboxFounding): Promise<void>;
  putEnvelope(envelope: string): Promise<void>;
  append(
    versions: readonly { readonly id: Uint8Array; readonly hlc: Uint8Array; readonly box: Uint8Array }[],
  ): Promise<void>;
  /** Sends what was appended and brings what others did meanwhile; what `read` gives behind this, the server has. @throws MailboxFailure */
  publish(): Promise<MailboxState>;
  /** Sent and received so far, about. */
  readonly bytes: number;
}

export interface MailboxFounding {
  readonly vault: Uint8Array;
  /** Random: tells this mailbox from one that took its place at the same address. */
  readonly lineage: Uint8Array;
  readonly envelope: string;
}

export interface MailboxState {
  /** 16 bytes that name this copy; a copy that was made anew has another. */
  readonly replica: Uint8Array;
  /** null: the mailbox is empty. `foreign`: there is something in it that is not ours. */
  readonly content:
    { readonly vault: Uint8Array; readonly lineage: Uint8Array; readonly envelope: string } | 'foreign' | null;
  /** The number of the last row; 0: there is none. */
  readonly newest: number;
}

export interface MailboxRow {
  readonly seq: number;
  readonly id: Uint8Array;
  readonly hlc: Uint8Array;
  readonly box: Uint8Array;
}

export type MailboxReason =
  /** No way to the server. */
  | 'unreachable'
  /** It takes connections and does not answer. */
  | 'no-answer'
  /** 401 or 403. */
  | 'refused'
  /** What answers does not speak the protocol. */
  | 'not-a-server'
  /** The server says that it failed, or contradicts itself. */
  | 'server'
  /** Our copy cannot go on. What was not seen on the server is still in the outbox: begin again, and if that repeats, with a new copy. */
  | 'wedged'
  /** Our copy is worth nothing any more: begin again with a new one. */
  | 'spoilt'
  | 'disk-full'
  | 'profile-read-only';

export class MailboxFailure extends Error {
  readonly reason: MailboxReason;
  constructor(reason: MailboxReason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'MailboxFailure';
    this.reason = reason;
  }
}
