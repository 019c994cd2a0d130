import type { Channel, StorageChannel } from '../../src-shared/contract/index.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import { createClock } from '../clock.ts';
import { entriesHandlers } from '../features/entries/handlers.ts';
import { entryProjection } from '../features/entries/projection.ts';
import { habitsHandlers } from '../features/habits/handlers.ts';
import { checkInProjection, habitProjection } from '../features/habits/projection.ts';
import { importedDays, planImport, repeatedNames } from '../features/imports/plan.ts';
import { describeThrown } from '../log.ts';
import type { Projection } from '../vault/projection.ts';
import type { Vault } from '../vault/vault.ts';
import type { StorageCall, StorageCalls, StorageMessage, StorageRequest, StorageStart } from './protocol.ts';
import { VaultKeeper } from './vault-keeper.ts';

export const projections: readonly Projection[] = [habitProjection, checkInProjection, entryProjection];

/** How many problems of an import are named; the rest is counted. */
const SHOWN_PROBLEMS = 200;

type AnyHandler = (input: unknown) => Promise<Result<unknown>>;
type ControlHandlers = {
  readonly [C in StorageCall]: (input: StorageCalls[C]['input']) => Promise<Result<StorageCalls[C]['output']>>;
};

const CHANGING: Partial<Record<Channel | StorageCall, ('entries' | 'habits')[]>> = {
  'entries.write': ['entries'],
  'entries.remove': ['entries'],
  'entries.restore': ['entries'],
  'habits.create': ['habits'],
  'habits.change': ['habits'],
  'habits.check-in': ['habits'],
  'import-run': ['entries', 'habits'],
};

/**
 * Answers the storage process's requests, one after the other: a request never sees another's half-done work, and everything that was
 * asked before a lock is on the disk before the process ends.
 */
export class StorageService {
  readonly #keeper: VaultKeeper;
  readonly #send: (message: StorageMessage) => void;
  readonly #newLogId: () => string;
  #queue: Promise<void> = Promise.resolve();
  #features: { vault: Vault; handlers: Record<string, AnyHandler> } | null = null;

  constructor(start: StorageStart, send: (message: StorageMessage) => void, newLogId: () => string) {
    this.#send = send;
    this.#newLogId = newLogId;
    this.#keeper = new VaultKeeper({
      folder: start.folder,
      clock: createClock(start.clock),
      passphraseCost: start.passphraseCost,
      projections,
      log: (event, fields = {}) => send({ kind: 'log', event, fields }),
    });
  }

  /** Never throws, never rejects; the answer goes out through `send`. */
  receive(request: StorageRequest): Promise<void> {
    this.#queue = this.#queue.then(async () => {
      const result = await this.#answer(request);
      this.#send({ kind: 'reply', id: request.id, result });
      const domains = result.ok ? CHANGING[request.method] : undefined;
      if (domains !== undefined) this.#send({ kind: 'changed', domains });
    });
    return this.#queue;
  }

  backUpIfDue(): void {
    this.#keeper.backUpIfDue();
  }

  async #answer({ method, input }: StorageRequest): Promise<Result<unknown>> {
    try {
      if (Object.hasOwn(this.#control, method)) {
        return await (this.#control[method as StorageCall] as AnyHandler)(input);
      }
      const handlers = this.#featureHandlers();
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
      return handler === undefined ? err('unknown-channel') : await handler(input);
    } catch (thrown) {
      if (thrown instanceof AppFailure) {
        // Found while the vault was open, by whatever request: from now on there is one thing to do with it.
        if (thrown.error.code === 'vault-damaged') await this.#keeper.foundDamage();
        return { ok: false, error: thrown.error };
      }
      const logId = this.#newLogId();
      this.#send({ kind: 'log', event: 'call-failed', fields: { logId, channel: method, ...describeThrown(thrown) } });
      return err('internal', { logId });
    }
  }

  #featureHandlers(): Record<string, AnyHandler> {
    const vault = this.#keeper.vault;
    if (this.#features?.vault !== vault) {
      const handlers: Record<StorageChannel, unknown> = { ...entriesHandlers(vault), ...habitsHandlers(vault) };
      this.#features = { vault, handlers: handlers as Record<string, AnyHandler> };
    }
    return this.#features.handlers;
  }

  readonly #control: ControlHandlers = {
    create: async ({ passphrase }) => ok({ recoveryKey: await this.#keeper.create(passphrase) }),
    'confirm-recovery-key': async ({ recoveryKey }) => {
      await this.#keeper.confirmRecoveryKey(recoveryKey);
      return ok({});
    },
    unlock: async ({ method, secret }) => {
      await this.#keeper.unlock(method, secret);
      this.#keeper.backUpIfDue();
      return ok({});
    },
    damage: async () => ok(await this.#keeper.damage()),
    rebuild: async ({ backup }) => ok(await this.#keeper.rebuild(backup)),
    'import-preview': async ({ parsed }) => {
      const { found, fresh } = await planImport(this.#keeper.vault, parsed);
      return ok({
        format: parsed.format,
        found,
        fresh,
        ...importedDays(parsed),
        repeatedNames: repeatedNames(parsed),
        problems: parsed.problems.slice(0, SHOWN_PROBLEMS),
        problemCount: parsed.problemCount,
      });
    },
    'import-run': async ({ parsed }) => {
      const vault = this.#keeper.vault;
      const { changes, found, fresh } = await planImport(vault, parsed);
      await vault.commit(changes);
      return ok({
        added: fresh,
        alreadyThere: {
          entries: found.entries - fresh.entries,
          habits: found.habits - fresh.habits,
          checkIns: found.checkIns - fresh.checkIns,
        },
      });
    },
    close: async () => {
      await this.#keeper.close();
      return ok({});
    },
  };
}
