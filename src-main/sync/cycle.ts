import type { StorageCalls } from '../storage/protocol.ts';
import type { Mailbox, MailboxState } from './mailbox.ts';
import type { ExchangeCall, SyncFailureReason } from './protocol.ts';

/** The storage process, as far as a cycle may ask it. */
export interface Exchange {
  ask<C extends ExchangeCall>(call: C, input: StorageCalls[C]['input']): Promise<StorageCalls[C]['output']>;
}

export interface CycleProgress {
  readonly phase: 'receiving' | 'sending';
  readonly done: number;
  readonly total: number | null;
}

/** Stops a cycle for a reason that is not the mailbox's. */
export class CycleStopped extends Error {
  readonly reason: SyncFailureReason;
  constructor(reason: SyncFailureReason) {
    super(reason);
    this.name = 'CycleStopped';
    this.reason = reason;
  }
}

/** What is sent between two looks at the server: a slow line must show a sign of life within the watchdog's patience. */
const SEND_VERSIONS = 1200;
const SEND_BYTES = 1024 * 1024;
const TRANSACTION_VERSIONS = 300;

/**
 * One sync cycle (data-engine.md, section 2). `open` has done steps 1 to 3: rewound, compared with the server, pulled. Here: hand in what is new (4), send what
 * waits and see it there (5), begin anew where the mailbox is not the one we knew (6). It may be cut off at any point: what the storage process has not
 * SEEN on the server stays in its outbox.
 */
export async function runCycle(
  mailbox: Mailbox,
  exchange: Exchange,
  onProgress: (progress: CycleProgress) => void,
): Promise<void> {
  const met = await meet(mailbox, exchange, await mailbox.open());
  const { state } = met;
  let { after } = met;
  let unreadable = 0;
  const receive = async (): Promise<void> => {
    const first = after;
    for (;;) {
      const rows = await mailbox.read(after);
      const last = rows.at(-1);
      if (last === undefined) break;
      const answer = await exchange.ask('exchange-receive', {
        replica: state.replica,
        seq: last.seq,
        versions: rows.map(({ id, hlc, box }) => ({ id, hlc, box })),
      });
      unreadable += answer.unreadable;
      after = last.seq;
      onProgress({ phase: 'receiving', done: after - first, total: Math.max(state.newest, after) - first });
    }
    // A box that does not open may be this copy's fault: a flipped bit in its file looks just like a forged box. Or the key was renewed while this cycle
    // ran. A new copy, and a new meeting, tell them apart.
    if (unreadable > 0 && !state.isNew) throw new CycleStopped('spoilt');
  };
  await receive();

  let page: Uint8Array | null = null;
  let sent = 0;
  for (;;) {
    let bytes = 0;
    let count = 0;
    let total = 0;
    while (count < SEND_VERSIONS && bytes < SEND_BYTES) {
      const out: StorageCalls['exchange-hand-out']['output'] = await exchange.ask('exchange-hand-out', {
        after: page,
        maxVersions: TRANSACTION_VERSIONS,
        maxBytes: SEND_BYTES,
      });
      total = Math.max(total, sent + count + out.waiting);
      if (out.versions.length > 0) await mailbox.append(out.versions);
      count += out.versions.length;
      bytes += out.versions.reduce((sum, version) => sum + version.box.byteLength, 0);
      page = out.next;
      if (page === null) break;
    }
    if (count === 0) return;
    onProgress({ phase: 'sending', done: sent, total });
    await mailbox.publish();
    sent += count;
    onProgress({ phase: 'sending', done: sent, total: Math.max(total, sent) });
    await receive();
    if (page === null) return;
  }
}

interface Met {
  readonly state: MailboxState & { readonly isNew: boolean };
  readonly after: number;
}

/** The two ends introduce themselves: an empty mailbox is founded, a strange one is left alone, envelopes are exchanged. */
async function meet(mailbox: Mailbox, exchange: Exchange, found: MailboxState): Promise<Met> {
  let state = found;
  // Founding can only be answered by "it is yours now"; more rounds than two mean that the server forgets what it takes.
  for (let round = 0; round < 4; round += 1) {
    if (state.content === 'foreign') throw new CycleStopped('other-vault');
    const verdict = await exchange.ask('exchange-meet', {
      replica: state.replica,
      content: state.content,
      newest: state.newest,
    });
    switch (verdict.kind) {
      case 'refuse':
        throw new CycleStopped(verdict.reason);
      case 'found':
        await mailbox.found(verdict);
        state = await mailbox.publish();
        break;
      case 'go':
        if (verdict.putEnvelope === null) {
          return { state: { ...state, isNew: verdict.isNew }, after: verdict.after };
        }
        await mailbox.putEnvelope(verdict.putEnvelope);
        state = await mailbox.publish();
        break;
    }
  }
  throw new CycleStopped('server');
}
