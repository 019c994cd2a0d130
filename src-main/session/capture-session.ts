import type { HostLanguage, Settings } from '../../src-shared/contract/app.ts';
import type {
  captureContract,
  captureInboxContract,
  CaptureShortcutState,
  CaptureWay,
} from '../../src-shared/contract/capture.ts';
import type { Handlers, InputOf } from '../../src-shared/contract/index.ts';
import { isTooLongToCapture, MAX_INBOX_ITEMS } from '../../src-shared/domain/capture.ts';
import { dayOf } from '../../src-shared/domain/day.ts';
import { err, ok, type ErrorCode, type Result } from '../../src-shared/result.ts';
import type { Clock } from '../clock.ts';
import { encodeItem, type CapturedItem } from '../features/capture/captured-item.ts';
import {
  listInboxItems,
  readInboxKey,
  vaultIdOf,
  writeInboxItem,
  type InboxKey,
} from '../features/capture/inbox-files.ts';
import { sealToInbox } from '../features/capture/inbox-seal.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { VaultSession } from './vault-session.ts';

export interface CaptureSessionOptions {
  readonly folder: string;
  readonly storage: Pick<StorageClient, 'call'>;
  readonly session: Pick<VaultSession, 'state' | 'unlocked' | 'heed'>;
  readonly clock: Clock;
  /** When the person's day ends, in minutes past midnight; as the vault said last while it is locked. */
  readonly dayEndsAt: () => Promise<number>;
  readonly settings: () => Pick<Settings, 'theme' | 'language' | 'lessMotion' | 'captureShortcut'>;
  readonly platform: 'linux' | 'mac' | 'windows';
  readonly animations: boolean;
  readonly language: HostLanguage;
  readonly shortcutState: () => CaptureShortcutState;
}

type Kept = { readonly keptIn: 'journal' | 'inbox' };

/** Behind these the vault could not be asked, and the inbox can: what reached it all the same is the same entry (take-inbox.ts). */
const CLOSED_MEANWHILE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'vault-locked',
  'storage-stopped',
  'vault-damaged',
]);

/**
 * Quick capture. Locked, a text is sealed here, in main, which sees it for that moment as it sees everything that is typed; what opens it again is derived from the vault's
 * key and is never here.
 */
export class CaptureSession {
  readonly #options: CaptureSessionOptions;
  /** One after the other: the number of items is counted before one is added. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: CaptureSessionOptions) {
    this.#options = options;
  }

  readonly handlers: Handlers<keyof typeof captureContract | keyof typeof captureInboxContract> = {
    'capture.state': async () => {
      const { settings, platform, language } = this.#options;
      const { theme, language: languageSetting, lessMotion } = settings();
      const animations = this.#options.animations && !lessMotion;
      return ok({ way: await this.#way(), theme, languageSetting, language, platform, animations });
    },
    'capture.write': (input) => {
      const result = this.#turn.then(() => this.#write(input));
      this.#turn = result.catch(() => {});
      return result;
    },
    'capture.inbox': async () => {
      const { session, storage } = this.#options;
      if (!session.unlocked) return err('vault-locked');
      return session.heed(await storage.call('inbox-report', {}));
    },
    'capture.dismiss-key-change': async () => {
      const { session, storage } = this.#options;
      if (!session.unlocked) return err('vault-locked');
      return session.heed(await storage.call('inbox-dismiss-key-change', {}));
    },
    'capture.shortcut': async () => ok({ state: this.#options.shortcutState() }),
  };

  /** What was sealed while the vault was on its way to be open: its own look at the inbox may have come before. */
  unlocked(): void {
    void this.#takeIn();
  }

  get #isAbsent(): boolean {
    return this.#options.session.state.state === 'absent';
  }

  /** Everything that was being written is answered. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  async #takeIn(): Promise<void> {
    const { session, storage } = this.#options;
    await this.#turn;
    if (session.unlocked) session.heed(await storage.call('inbox-take', {}));
  }

  async #way(): Promise<CaptureWay> {
    const { session } = this.#options;
    if (session.unlocked) return 'journal';
    if (session.state.state === 'absent') return 'absent';
    return (await this.#key()) === null ? 'needs-unlock' : 'inbox';
  }

  /** The key of the vault that lies here; null where there is none, or it is another vault's. */
  async #key(): Promise<InboxKey | null> {
    const { folder } = this.#options;
    const [key, vaultId] = await Promise.all([readInboxKey(folder), vaultIdOf(folder)]);
    if (key === null || vaultId === null || Buffer.compare(key.vaultId, vaultId) !== 0) return null;
    return key;
  }

  async #write({ id, text, mood }: InputOf<'capture.write'>): Promise<Result<Kept>> {
    const { session, storage } = this.#options;
    if (this.#isAbsent) return err('vault-absent');
    if (isTooLongToCapture(text)) return err('capture-too-long');
    const item = await this.#item(text, mood);
    if (session.unlocked) {
      const kept = session.heed(await storage.call('capture-keep', { id, item }));
      if (kept.ok) return ok({ keptIn: 'journal' });
      if (!CLOSED_MEANWHILE.has(kept.error.code)) return kept;
    }
    // Forgotten meanwhile: the inbox goes with it.
    if (this.#isAbsent) return err('vault-absent');
    const sealed = await this.#seal(id, item);
    // Opened while this was written: nobody would look again before the next unlock.
    if (sealed.ok && session.unlocked) void this.#takeIn();
    return sealed;
  }

  async #item(text: string, mood: CapturedItem['mood']): Promise<CapturedItem> {
    const { clock, dayEndsAt } = this.#options;
    const writtenAt = clock.now();
    const zone = clock.zone();
    return { format: 1, writtenAt, zone, day: dayOf(writtenAt, zone, await dayEndsAt()), text, mood };
  }

  async #seal(id: string, item: CapturedItem): Promise<Result<Kept>> {
    const { folder } = this.#options;
    const key = await this.#key();
    if (key === null) return err('capture-needs-unlock');
    const items = await listInboxItems(folder);
    if (items.length >= MAX_INBOX_ITEMS && !items.includes(id.toLowerCase())) return err('capture-full');
    const itemId = new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'));
    let sealed: Uint8Array;
    try {
      sealed = await sealToInbox(key.publicKey, { vaultId: key.vaultId, itemId }, encodeItem(item));
    } catch {
      // No key, whatever the file says: an unlock mends it.
      return err('capture-needs-unlock');
    }
    try {
      await writeInboxItem(folder, id, sealed);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return err(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'profile-read-only');
    }
    return ok({ keptIn: 'inbox' });
  }
}
