import { IMPORT_PIECE_BYTES, type importsContract } from '../../src-shared/contract/imports.ts';
import type { Handlers } from '../../src-shared/contract/index.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import type { ParsedImport } from '../import-process/parsed.ts';
import type { Log } from '../log.ts';
import type { SpawnChild } from '../processes/child.ts';
import type { StorageClient } from '../storage/storage-client.ts';
import type { VaultSession } from './vault-session.ts';

export interface ImportSessionOptions {
  readonly spawnChild: SpawnChild;
  readonly storage: StorageClient;
  readonly session: Pick<VaultSession, 'unlocked' | 'heed'>;
  /** Called with true when long work begins, and with false when it has ended. */
  readonly onBusy: (busy: boolean) => void;
  readonly log: Log;
  readonly newLogId: () => string;
  readonly parseDeadlineMs?: number;
}

/** A file of another program is hostile until read: it is parsed in a process of its own, which gets this long and then an end. */
const PARSE_DEADLINE_MS = 2 * 60 * 1000;

interface OpenFile {
  readonly importId: string;
  readonly name: string;
  bytes: Uint8Array;
  received: number;
  parsed: ParsedImport | null;
  cancel: () => void;
}

type ParseAnswer =
  { type: 'parsed'; parsed: ParsedImport } | { type: 'failed'; code: 'import-unrecognised' | 'import-damaged' };

/** One import at a time: its file, in memory only, and what was read from it. Opening another forgets the first. */
export class ImportSession {
  readonly #options: ImportSessionOptions;
  #file: OpenFile | null = null;

  constructor(options: ImportSessionOptions) {
    this.#options = options;
  }

  /** Forgets the file and ends a parser at work; also when the vault is locked. */
  forget(): void {
    this.#file?.cancel();
    this.#file = null;
  }

  readonly handlers: Handlers<keyof typeof importsContract> = {
    'imports.open': async ({ importId, name, size }) => {
      if (!this.#options.session.unlocked) return err('vault-locked');
      this.forget();
      this.#file = { importId, name, bytes: new Uint8Array(size), received: 0, parsed: null, cancel: () => {} };
      return ok({});
    },

    'imports.append': async ({ importId, offset, bytes }) => {
      const file = this.#fileOf(importId);
      // Pieces come in order; one that came twice (its answer was lost) changes nothing.
      if (offset > file.received || offset + bytes.byteLength > file.bytes.byteLength) return err('invalid-input');
      if (bytes.byteLength > IMPORT_PIECE_BYTES) return err('too-large');
      file.bytes.set(bytes, offset);
      file.received = Math.max(file.received, offset + bytes.byteLength);
      return ok({});
    },

    'imports.preview': async ({ importId }) => {
      const file = this.#fileOf(importId);
      if (file.parsed === null && file.received !== file.bytes.byteLength) return err('invalid-input');
      return this.#busy(async () => {
        if (file.parsed === null) {
          const parsed = await this.#parse(file);
          if (!parsed.ok) return parsed;
          if (this.#file !== file) return err('cancelled');
          file.parsed = parsed.value;
          // Read once, not needed again: a plain diary should lie in as few places as it must.
          file.bytes.fill(0);
          file.bytes = new Uint8Array(0);
        }
        return this.#options.session.heed(await this.#options.storage.call('import-preview', { parsed: file.parsed }));
      });
    },

    'imports.run': async ({ importId }) => {
      const file = this.#fileOf(importId);
      const { parsed } = file;
      if (parsed === null) return err('invalid-input');
      return this.#busy(async () =>
        this.#options.session.heed(await this.#options.storage.call('import-run', { parsed })),
      );
    },

    'imports.close': async ({ importId }) => {
      if (this.#file?.importId === importId) this.forget();
      return ok({});
    },
  };

  async #busy<T>(work: () => Promise<T>): Promise<T> {
    this.#options.onBusy(true);
    try {
      return await work();
    } finally {
      this.#options.onBusy(false);
    }
  }

  #fileOf(importId: string): OpenFile {
    if (!this.#options.session.unlocked) throw new AppFailure('vault-locked');
    if (this.#file?.importId !== importId) throw new AppFailure('not-found');
    return this.#file;
  }

  #parse(file: OpenFile): Promise<Result<ParsedImport>> {
    const child = this.#options.spawnChild('import');
    return new Promise((resolve) => {
      const finish = (result: Result<ParsedImport>): void => {
        clearTimeout(deadline);
        file.cancel = () => {};
        resolve(result);
        child.kill();
      };
      const deadline = setTimeout(
        () => finish(err('import-damaged')),
        this.#options.parseDeadlineMs ?? PARSE_DEADLINE_MS,
      );
      file.cancel = () => finish(err('cancelled'));
      child.onMessage((raw) => {
        const answer = raw as ParseAnswer;
        finish(answer.type === 'parsed' ? ok(answer.parsed) : err(answer.code));
      });
      child.onExit((exitCode) => {
        const logId = this.#options.newLogId();
        this.#options.log('import-process-stopped', { logId, exitCode });
        // Killed by a signal: the file was too much for it. Ended with a code: it did not even start, which is no fault of the file.
        finish(exitCode === null ? err('import-damaged') : err('internal', { logId }));
      });
      child.post({ type: 'parse', name: file.name, bytes: file.bytes });
    });
  }
}
