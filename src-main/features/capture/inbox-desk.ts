import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Log } from '../../log.ts';
import { describeThrown } from '../../log.ts';
import type { Vault } from '../../vault/vault.ts';
import { inboxFolder } from './inbox-files.ts';
import { KEY_CHANGED_SETTING, settleInboxKey, takeInbox, type TakenInbox } from './take-inbox.ts';

/** Enough of a vault's id to tell two vaults apart by. */
const NAME_CHARACTERS = 8;

/** The storage process's end of quick capture, over the life of the process. */
export class InboxDesk {
  readonly #profile: string;
  readonly #log: Log;
  #last: TakenInbox | null = null;
  /** Taken in and not told yet. */
  #untold = 0;

  constructor(profile: string, log: Log) {
    this.#profile = profile;
    this.#log = log;
  }

  /** The vault was opened, or has another key now: the key in the inbox is its own behind this. What fails is logged; nobody is kept out of a journal by it. */
  async settleKey(vault: Vault): Promise<void> {
    try {
      if (await settleInboxKey(vault, this.#profile)) this.#log('inbox-key-replaced');
    } catch (thrown) {
      this.#log('inbox-failed', describeThrown(thrown));
    }
  }

  /** @returns how many entries were made. @throws AppFailure `vault-damaged` */
  async take(vault: Vault): Promise<number> {
    const last = await takeInbox(vault, this.#profile);
    this.#last = last;
    this.#untold += last.taken;
    if (last.taken > 0) this.#log('inbox-taken', { count: last.taken });
    if (last.failure !== null) this.#log('inbox-failed', describeThrown(last.failure));
    return last.taken;
  }

  async report(vault: Vault): Promise<OutputOf<'capture.inbox'>> {
    const taken = this.#untold;
    this.#untold = 0;
    const changed = await vault.setting(KEY_CHANGED_SETTING);
    return {
      taken,
      waiting: this.#last?.waiting ?? 0,
      unreadable: this.#last?.unreadable ?? 0,
      otherVaults: [...(this.#last?.otherVaults ?? [])].map(([vaultId, items]) => ({
        vault: vaultId.slice(0, NAME_CHARACTERS),
        items,
      })),
      folder: inboxFolder(this.#profile),
      keyChangedAt: changed === null ? null : Buffer.from(changed).toString(),
    };
  }

  async dismissKeyChange(vault: Vault): Promise<void> {
    await vault.changeSettings({ [KEY_CHANGED_SETTING]: null });
  }
}
