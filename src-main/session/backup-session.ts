import type { FileHandle } from 'node:fs/promises';
import type { BackupLook, BackupSource, backupsContract, BackupsState } from '../../src-shared/contract/backups.ts';
import { BACKUP_PIECE_BYTES } from '../../src-shared/contract/backups.ts';
import type { Handlers } from '../../src-shared/contract/index.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import { openUpload, removeUpload } from '../profile/restored-folder.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { VaultSession } from './vault-session.ts';

export interface BackupSessionOptions {
  /** The profile's. */
  readonly folder: string;
  readonly storage: StorageClient;
  readonly session: VaultSession;
  /** Asks the person for a folder; null: they chose none. Left out where the host cannot ask. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Called with true when long work begins, and with false when it has ended. */
  readonly onBusy: (busy: boolean) => void;
}

interface Upload {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
  readonly file: FileHandle;
  received: number;
}

/**
 * Main's part of backups: asks the host for a folder, takes a backup's file in pieces, and leads the look at the vault page by page. What is in a backup only the
 * storage process knows.
 */
export class BackupSession {
  readonly #options: BackupSessionOptions;
  #upload: Upload | null = null;
  /** Counts up with every cancelling. */
  #cancels = 0;
  #busy = 0;
  #isLookOpen = false;

  constructor(options: BackupSessionOptions) {
    this.#options = options;
  }

  /** Lets go of an uploaded file; also when the vault is locked. */
  async forget(): Promise<void> {
    this.#cancels += 1;
    const upload = this.#upload;
    this.#upload = null;
    await upload?.file.close().catch(() => {});
    if (upload !== null) await removeUpload(this.#options.folder).catch(() => {});
  }

  /** A backup was opened with a secret of its own, where there is no vault: the storage process has its keys. */
  get isLookOpen(): boolean {
    return this.#isLookOpen;
  }

  /** Locked where there is no vault: whoever looks at the backup next gives its secret again. */
  async closeLook(): Promise<void> {
    if (!this.#isLookOpen) return;
    this.#isLookOpen = false;
    await this.forget();
    await this.#options.storage.end();
  }

  readonly handlers: Handlers<keyof typeof backupsContract> = {
    'backups.state': () => this.#state(),

    'backups.run': async () => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      const result = await this.#work(() => this.#options.storage.call('backup-run', {}));
      return result.ok ? this.#state() : result;
    },

    'backups.cancel': async () => {
      this.#cancels += 1;
      if (this.#options.storage.running) await this.#options.storage.call('backup-cancel', {});
      return ok({});
    },

    'backups.choose-folder': async () => {
      const { chooseFolder, storage, session } = this.#options;
      if (!session.unlocked) return err('vault-locked');
      const path = (await chooseFolder?.()) ?? null;
      if (path !== null) {
        // It may have locked while the dialog was open.
        if (!session.unlocked) return err('vault-locked');
        const chosen = await this.#work(() => storage.call('backup-folder', { path }));
        if (!chosen.ok) return chosen;
      }
      const state = await this.#state();
      return state.ok ? ok({ isChosen: path !== null, state: state.value }) : state;
    },

    'backups.forget-folder': async () => {
      const { storage, session } = this.#options;
      if (!session.unlocked) return err('vault-locked');
      const forgotten = session.heed(await storage.call('backup-folder', { path: null }));
      return forgotten.ok ? this.#state() : forgotten;
    },

    'backups.upload': async ({ uploadId, name, size }) => {
      if (!this.#mayLook()) return err('vault-locked');
      const free = await this.#options.session.mayBring();
      if (!free.ok) return free;
      await this.forget();
      const file = await this.#onDisk(() => openUpload(this.#options.folder));
      if (!file.ok) return file;
      this.#upload = { uploadId, name, size, file: file.value, received: 0 };
      return ok({});
    },

    'backups.append': async ({ uploadId, offset, bytes }) => {
      const upload = this.#uploadOf(uploadId);
      // Pieces come in order; one that came twice (its answer was lost) changes nothing.
      if (offset > upload.received || offset + bytes.byteLength > upload.size) return err('invalid-input');
      if (bytes.byteLength > BACKUP_PIECE_BYTES) return err('too-large');
      const written = await this.#onDisk(() => upload.file.write(bytes, 0, bytes.byteLength, offset));
      if (!written.ok) return written;
      upload.received = Math.max(upload.received, offset + bytes.byteLength);
      return ok({});
    },

    'backups.inspect': async ({ uploadId }) => {
      const { storage, session } = this.#options;
      this.#sourceName({ type: 'uploaded', uploadId });
      const inspected = session.heed(await storage.call('restore-inspect', {}));
      if (!inspected.ok && session.state.state === 'absent') await storage.end();
      return inspected;
    },

    'backups.look': async ({ source, secret }) => {
      const { storage, session } = this.#options;
      if (!this.#mayLook()) return err('vault-locked');
      const name = this.#sourceName(source);
      const free = await session.mayBring();
      if (!free.ok) return free;
      const look = async (): Promise<Result<BackupLook>> => {
        const looked = await this.#work(() => storage.call('restore-look', { source: name, secret }));
        if (!looked.ok || source.type === 'kept') return looked;
        return ok({ ...looked.value, writtenAt: writtenAtOf(this.#upload?.name ?? '') });
      };
      if (session.unlocked) return look();
      if (secret === null) return err('wrong-secret');
      // From the first moment on: a lock that comes while it is being opened closes it, too.
      this.#isLookOpen = true;
      const looked = await session.withAttempts(look);
      if (looked.ok) return looked;
      this.#isLookOpen = false;
      // It may hold the keys of a vault that this profile has not got.
      await storage.end();
      return looked;
    },

    'backups.take': async () => {
      const { storage, session } = this.#options;
      const taken = await this.#busily(async () => {
        if (session.unlocked) {
          // Outside of the session's turn: what is long must not keep a lock waiting.
          await session.flush();
          const prepared = session.heed(await storage.call('restore-prepare', {}));
          if (!prepared.ok) return prepared;
        }
        return session.replaceVault(async () => {
          const isClosed = session.state.state === 'absent' && !this.#isLookOpen;
          return isClosed ? err('not-found') : storage.call('restore-take', {});
        });
      });
      if (taken.ok) this.#isLookOpen = false;
      if (taken.ok) await this.forget();
      return taken;
    },

    'backups.drop': async () => {
      const { storage, session } = this.#options;
      await this.forget();
      this.#isLookOpen = false;
      if (storage.running) await storage.call('restore-drop', {});
      if (session.state.state === 'absent') await storage.end();
      return ok({});
    },

    'backups.verify': async () => {
      const { storage, session } = this.#options;
      const cancels = this.#cancels;
      return this.#busily(async () => {
        for (let begins = true; ; begins = false) {
          if (!session.unlocked) return err('vault-locked');
          if (cancels !== this.#cancels) return err('cancelled');
          const page = session.heed(await storage.call('verify-page', { begins }));
          if (!page.ok) return page;
          if (page.value.report !== null) return ok(page.value.report);
        }
      });
    },

    'backups.repair': async () => {
      const { storage, session } = this.#options;
      if (!session.unlocked) return err('vault-locked');
      // Answered with `vault-damaged`, which closes the vault: what was asked for.
      const declared = session.heed(await storage.call('declare-damaged', {}));
      return !declared.ok && declared.error.code !== 'vault-damaged' ? declared : ok({});
    },
  };

  async #state(): Promise<Result<BackupsState>> {
    const { storage, session, chooseFolder } = this.#options;
    if (!session.unlocked) return err('vault-locked');
    const state = session.heed(await storage.call('backup-state', {}));
    return state.ok ? ok({ ...state.value, canChooseFolder: chooseFolder !== undefined }) : state;
  }

  /** A backup is looked at beside an open vault, or where there is none. */
  #mayLook(): boolean {
    const { session } = this.#options;
    return session.unlocked || session.state.state === 'absent';
  }

  /** The name of one of the profile's backups; null: the one that was uploaded. */
  #sourceName(source: BackupSource): string | null {
    if (source.type === 'kept') return source.name;
    const upload = this.#uploadOf(source.uploadId);
    if (upload.received !== upload.size) throw new AppFailure('invalid-input');
    return null;
  }

  #uploadOf(uploadId: string): Upload {
    if (!this.#mayLook()) throw new AppFailure('vault-locked');
    if (this.#upload?.uploadId !== uploadId) throw new AppFailure('not-found');
    return this.#upload;
  }

  /** Long work in the storage process. */
  #work<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#busily(async () => this.#options.session.heed(await work()));
  }

  async #busily<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    this.#options.onBusy(true);
    try {
      return await work();
    } finally {
      this.#busy -= 1;
      if (this.#busy === 0) this.#options.onBusy(false);
    }
  }

  async #onDisk<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return ok(await work());
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return err(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'profile-read-only');
    }
  }
}

/** ISO instant from the name of a backup's file; null where it has another name by now. */
function writtenAtOf(name: string): string | null {
  const match = /(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z/u.exec(name);
  const time = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
