/**
 * The sync process: one cycle, then it is ended. It holds no key and sees sealed records only. libSQL's `sync()` has no timeout and cannot be stopped from
 * inside (A1, A3), so main watches from outside and kills; that is safe at every moment.
 */
import { connectToParent } from '../processes/parent-port.ts';
import type { StorageCalls } from '../storage/protocol.ts';
import { CycleStopped, runCycle, type Exchange } from './cycle.ts';
import { LibsqlMailbox } from './libsql-mailbox.ts';
import { MailboxFailure } from './mailbox.ts';
import type { ExchangeCall, FromSync, SyncFailureReason, SyncStart, ToSync } from './protocol.ts';

// As in app.ts; a utility process of Electron does not inherit it.
process.umask(0o077);

const port = connectToParent();
const post = (message: FromSync): void => port.post(message);
const asked = new Map<number, (value: StorageCalls[ExchangeCall]['output'] | null) => void>();
let nextId = 1;

const exchange: Exchange = {
  ask: (call, input) =>
    new Promise((resolve, reject) => {
      const id = nextId;
      nextId += 1;
      asked.set(id, (value) => {
        if (value === null) reject(new CycleStopped('storage'));
        else resolve(value as never);
      });
      post({ kind: 'ask', id, call, input });
    }),
};

function reasonOf(error: unknown): SyncFailureReason {
  return error instanceof MailboxFailure || error instanceof CycleStopped ? error.reason : 'internal';
}

async function work(start: SyncStart): Promise<void> {
  const mailbox = new LibsqlMailbox({
    folder: start.folder,
    address: start.url,
    token: start.token,
    renew: start.renew,
  });
  try {
    if (start.work === 'look') {
      const { content, newest } = await mailbox.open();
      const found =
        content === null || content === 'foreign' ? content : { vault: content.vault, envelope: content.envelope };
      post({ kind: 'found', found: { content: found, versions: newest }, bytes: mailbox.bytes });
      return;
    }
    await runCycle(mailbox, exchange, (progress) => post({ kind: 'progress', ...progress }));
    post({ kind: 'done', outcome: { ok: true, bytes: mailbox.bytes } });
  } catch (error) {
    post({ kind: 'done', outcome: { ok: false, bytes: mailbox.bytes, reason: reasonOf(error) } });
  }
}

port.onMessage((raw) => {
  const message = raw as ToSync;
  if (message.kind === 'start') {
    void work(message);
  } else {
    asked.get(message.id)?.(message.value);
    asked.delete(message.id);
  }
});
