import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Log } from '../../log.ts';
import { describeThrown } from '../../log.ts';
import type { Vault } from '../../vault/vault.ts';
import { inboxFolder, listInboxItems } from './inbox-files.ts';
import { KEY_CHANGED_SETTING, settleInboxKey, takeInbox, type TakenInbox } from './take-inbox.ts';

/** Enough of a vault's id to tell two vaults apart by. */
const NAME_CHARACTERS = 8;

/** The storage process's end of quick capture, over the life of the process. */
export class InboxDesk {
  readonly #profile: string;
  readonly #log: Log;
  /** Of the present look at the inbox: what it has not come to yet, and what it found. */
  #ids: string[] = [];
  #found: Pick<TakenInbox, 'unreadable' | 'waiting'> = { unreadable: 0, waiting: 0 };
  #otherVaults = new Map<string, number>();
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

  /** Begins a look at all that lies there now. One under way is over with it: what it took is gone from there. */
  async begin(): Promise<void> {
    this.#ids = await listInboxItems(this.#profile);
    this.#found = { unreadable: 0, waiting: 0 };
    this.#otherVaults = new Map();
  }

  /** How many items the look has still before it. */
  get left(): number {
    return this.#ids.length;
  }

  /** The next so many of them. @returns how many entries were made. @throws AppFailure `vault-damaged` */
  async take(vault: Vault, limit: number): Promise<number> {
    const { taken, unreadable, waiting, otherVaults, failure } = await takeInbox(
      vault,
      this.#profile,
      this.#ids.splice(0, limit),
    );
    this.#untold += taken;
    this.#found = { unreadable: this.#found.unreadable + unreadable, waiting: this.#found.waiting + waiting };
    for (const [id, items] of otherVaults) this.#otherVaults.set(id, (this.#otherVaults.get(id) ?? 0) + items);
    if (taken > 0) this.#log('inbox-taken', { count: taken });
    if (failure !== null) this.#log('inbox-failed', describeThrown(failure));
    return taken;
  }

  async report(vault: Vault): Promise<OutputOf<'capture.inbox'>> {
    const isTaking = this.left > 0;
    // In one number, when it is known.
    const taken = isTaking ? 0 : this.#untold;
    this.#untold -= taken;
    const changed = await vault.setting(KEY_CHANGED_SETTING);
    return {
      taken,
      isTaking,
      ...this.#found,
      otherVaults: [...this.#otherVaults].map(([vaultId, items]) => ({
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
