import type { Channel, StorageChannel } from '../../src-shared/contract/index.ts';
import type { DataDomain } from '../../src-shared/contract/events.ts';
import { AppFailure, err, ok, type Result } from '../../src-shared/result.ts';
import { createClock } from '../clock.ts';
import { attachmentsHandlers } from '../features/attachments/handlers.ts';
import { settleErasures } from '../features/attachments/pieces.ts';
import { attachmentProjection } from '../features/attachments/projection.ts';
import { InboxDesk } from '../features/capture/inbox-desk.ts';
import { keepCaptured } from '../features/capture/take-inbox.ts';
import { exportEstimateHandlers } from '../features/exports/estimate.ts';
import { entriesHandlers } from '../features/entries/handlers.ts';
import { entryProjection } from '../features/entries/projection.ts';
import { eraseOldTrash } from '../features/entries/trash.ts';
import { habitsHandlers } from '../features/habits/handlers.ts';
import { planReminders, rememberReminders } from '../features/habits/reminder-plan.ts';
import { listDevices, announceDevice } from '../features/devices/devices.ts';
import { deviceProjection } from '../features/devices/projection.ts';
import { VaultPages } from '../features/exports/vault-pages.ts';
import { HabitBook } from '../features/habits/habit-book.ts';
import { checkInProjection, habitProjection, pauseProjection } from '../features/habits/projection.ts';
import { preferencesHandlers } from '../features/preferences/handlers.ts';
import { PreferencesBook } from '../features/preferences/preferences.ts';
import { statisticsHandlers } from '../features/statistics/handlers.ts';
import { insightsHandlers } from '../features/insights/handlers.ts';
import { ImportDesk } from '../features/imports/desk.ts';
import { importProjection } from '../features/imports/records.ts';
import { SampleDesk } from '../features/sample/sample-desk.ts';
import { searchesHandlers } from '../features/searches/handlers.ts';
import { savedSearchProjection } from '../features/searches/projection.ts';
import { templatesHandlers } from '../features/templates/handlers.ts';
import { templateProjection } from '../features/templates/projection.ts';
import { spellingHandlers } from '../features/spelling/handlers.ts';
import { spellingProjection } from '../features/spelling/projection.ts';
import { describeThrown, type LogFields } from '../log.ts';
import type { Projection } from '../vault/projection.ts';
import type { Vault } from '../vault/vault.ts';
import { Exchange } from './exchange.ts';
import type { StorageCall, StorageCalls, StorageMessage, StorageRequest, StorageStart } from './protocol.ts';
import { VaultKeeper } from './vault-keeper.ts';

export const projections: readonly Projection[] = [
  habitProjection,
  checkInProjection,
  pauseProjection,
  entryProjection,
  attachmentProjection,
  spellingProjection,
  deviceProjection,
  templateProjection,
  savedSearchProjection,
  importProjection,
];

/** Entries of the trash that are erased between two requests of a person's. */
const ERASED_AT_ONCE = 50;

/** Things from the inbox that become entries between two requests: each is a commit of its own. */
const TAKEN_AT_ONCE = 20;

/** Of the vault that is open now. */
interface OpenFeatures {
  readonly vault: Vault;
  readonly preferences: PreferencesBook;
  readonly habits: HabitBook;
  readonly exports: VaultPages;
  readonly imports: ImportDesk;
  readonly sample: SampleDesk;
  readonly handlers: Record<string, AnyHandler>;
}

type AnyHandler = (input: unknown) => Promise<Result<unknown>>;
type ControlHandlers = {
  readonly [C in StorageCall]: (input: StorageCalls[C]['input']) => Promise<Result<StorageCalls[C]['output']>>;
};

/** What the page has to ask for again when records of a type have come from elsewhere. */
const DOMAIN_OF: Readonly<Record<string, DataDomain>> = {
  entry: 'entries',
  habit: 'habits',
  'check-in': 'habits',
  pause: 'habits',
  preferences: 'preferences',
  attachment: 'attachments',
  'attachment-piece': 'attachments',
  template: 'templates',
  'saved-search': 'searches',
  'spelling-word': 'spelling',
};

const CHANGING: Partial<Record<Channel | StorageCall, DataDomain[]>> = {
  'entries.write': ['entries'],
  'capture-keep': ['entries'],
  'entries.remove': ['entries'],
  'entries.restore': ['entries'],
  'entries.erase': ['entries', 'attachments'],
  'entries.empty-trash': ['entries', 'attachments'],
  'entries.settle-conflict': ['entries'],
  'attachments.finish': ['attachments'],
  'habits.create': ['habits'],
  'habits.change': ['habits'],
  'habits.arrange': ['habits'],
  'habits.remove': ['habits'],
  'habits.restore': ['habits'],
  'habits.check-in': ['habits'],
  'habits.write-pause': ['habits'],
  'habits.remove-pause': ['habits'],
  'habits.start-timer': ['habits'],
  'habits.stop-timer': ['habits'],
  'preferences.change': ['preferences', 'habits'],
  'templates.write': ['templates'],
  'templates.remove': ['templates'],
  'searches.write': ['searches'],
  'searches.remove': ['searches'],
  'spelling.add': ['spelling'],
  'spelling.remove': ['spelling'],
};

/** Work on whole files that reads the vault in small steps and writes nothing of it: the person's requests are answered meanwhile. */
const BESIDE: ReadonlySet<Channel | StorageCall> = new Set<StorageCall>([
  'backup-state',
  'backup-run',
  'backup-cancel',
  'backup-folder',
  'restore-inspect',
  'restore-look',
  'restore-prepare',
  'cancel-resealing',
]);

/**
 * Answers the storage process's requests, one after the other: a request never sees another's half-done work, and everything that was
 * asked before a lock is on the disk before the process ends.
 */
export class StorageService {
  readonly #keeper: VaultKeeper;
  readonly #send: (message: StorageMessage) => void;
  readonly #newLogId: () => string;
  readonly #exchange: Exchange;
  readonly #inbox: InboxDesk;
  readonly #locale: string;
  #queue: Promise<void> = Promise.resolve();
  #features: OpenFeatures | null = null;

  constructor(start: StorageStart, send: (message: StorageMessage) => void, newLogId: () => string) {
    this.#send = send;
    this.#newLogId = newLogId;
    this.#locale = start.locale;
    this.#keeper = new VaultKeeper({
      folder: start.folder,
      clock: createClock(start.clock),
      passphraseCost: start.passphraseCost,
      projections,
      log: (event, fields = {}) => send({ kind: 'log', event, fields }),
      onWork: (progress) => send({ kind: 'work', progress }),
      onBackupsChanged: () => send({ kind: 'backups-changed' }),
    });
    this.#inbox = new InboxDesk(start.folder, (event, fields = {}) => send({ kind: 'log', event, fields }));
    this.#exchange = new Exchange({
      vault: () => this.#keeper.vault,
      envelope: () => this.#keeper.envelope(),
      takeEnvelope: (envelope) => this.#keeper.takeEnvelope(envelope),
      keepRenewed: (envelope) => this.#keeper.keepRenewed(envelope),
    });
  }

  /** Of what was asked for last, also while it waits for its turn: a cancel that follows it is not lost. */
  #resealing = new AbortController();
  /** Asked for and not answered. */
  #resealings = 0;

  /** Never throws, never rejects; the answer goes out through `send`. */
  receive(request: StorageRequest): Promise<void> {
    const isResealing = request.method === 'confirm-renewal' || request.method === 'adopt-key';
    if (isResealing) this.#resealing = new AbortController();
    if (isResealing) this.#resealings += 1;
    if (BESIDE.has(request.method)) {
      return this.#answer(request).then((result) => this.#send({ kind: 'reply', id: request.id, result }));
    }
    this.#queue = this.#queue.then(async () => {
      const result = await this.#answer(request);
      if (isResealing) this.#resealings -= 1;
      this.#send({ kind: 'reply', id: request.id, result });
      const domains = result.ok ? CHANGING[request.method] : undefined;
      if (domains !== undefined) this.#send({ kind: 'changed', domains });
      if (domains !== undefined) this.#send({ kind: 'waiting' });
    });
    return this.#queue;
  }

  /** What has to be done now and then while the vault is open: the day's backup, and erasing what has lain in the trash long enough. */
  keepHouse(): void {
    this.#keeper.backUpIfDue();
    this.#queue = this.#queue.then(() => this.#eraseOldTrash());
  }

  async #opened(): Promise<void> {
    // Cut off by the end of an earlier process.
    await this.#tryBehindOpening('entries.erase', () => settleErasures(this.#keeper.vault));
    await this.#tryBehindOpening('inbox-take', () => this.#takeInbox());
    // The day's backup waits until everything is in that came before it.
    if (this.#inbox.left === 0) this.keepHouse();
  }

  /**
   * What an open vault has still to do fails by itself (a full disk, say): nobody is kept out of a journal by it, and no answer says that the vault is shut while it is open.
   * @throws AppFailure `vault-damaged`, behind which it is shut
   */
  async #tryBehindOpening(channel: NonNullable<LogFields['channel']>, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (thrown instanceof AppFailure && thrown.error.code === 'vault-damaged') throw thrown;
      const logId = this.#newLogId();
      this.#send({ kind: 'log', event: 'call-failed', fields: { logId, channel, ...describeThrown(thrown) } });
    }
  }

  /** A part, and the rest behind whatever was asked for meanwhile. */
  async #eraseOldTrash(): Promise<void> {
    const erased = await this.#attempt('erase-old-trash', async () =>
      ok(await eraseOldTrash(this.#keeper.vault, ERASED_AT_ONCE)),
    );
    if (!erased.ok || erased.value === 0) return;
    this.#send({ kind: 'log', event: 'trash-erased', fields: { count: erased.value } });
    this.#send({ kind: 'changed', domains: ['entries', 'attachments'] });
    this.#send({ kind: 'waiting' });
    if (erased.value === ERASED_AT_ONCE) this.#queue = this.#queue.then(() => this.#eraseOldTrash());
  }

  #answer({ method, input }: StorageRequest): Promise<Result<unknown>> {
    return this.#attempt(method, async () => {
      if (Object.hasOwn(this.#control, method)) {
        return await (this.#control[method as StorageCall] as AnyHandler)(input);
      }
      const { handlers } = this.#openFeatures();
      const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
      return handler === undefined ? err('unknown-channel') : await handler(input);
    });
  }

  async #attempt<T>(method: NonNullable<LogFields['channel']>, work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
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

  #openFeatures(): OpenFeatures {
    const vault = this.#keeper.vault;
    if (this.#features?.vault !== vault) {
      const preferences = new PreferencesBook(vault, this.#locale);
      const habits = new HabitBook(vault, preferences);
      const handlers: Record<StorageChannel, unknown> = {
        ...entriesHandlers(vault),
        ...attachmentsHandlers(vault),
        ...habitsHandlers(habits),
        ...insightsHandlers(habits),
        ...preferencesHandlers(preferences),
        ...templatesHandlers(vault),
        ...searchesHandlers(vault),
        ...statisticsHandlers(vault),
        ...spellingHandlers(vault),
        ...exportEstimateHandlers(vault),
      };
      const imports = new ImportDesk(vault, () => preferences.today());
      const sample = new SampleDesk(vault, preferences);
      const exports = new VaultPages(vault);
      this.#features = {
        vault,
        preferences,
        habits,
        imports,
        sample,
        exports,
        handlers: handlers as Record<string, AnyHandler>,
      };
    }
    return this.#features;
  }

  /** A vault was opened, or something was sealed while it was: what lies in the inbox becomes a part of it. A few things at once, the rest between requests. */
  async #takeInbox(): Promise<void> {
    await this.#inbox.settleKey(this.#keeper.vault);
    await this.#inbox.begin();
    await this.#takeSome();
    if (this.#inbox.left > 0) this.#queue = this.#queue.then(() => this.#takeRest());
  }

  async #takeSome(): Promise<void> {
    if ((await this.#inbox.take(this.#keeper.vault, TAKEN_AT_ONCE)) === 0) return;
    this.#send({ kind: 'changed', domains: ['entries'] });
    this.#send({ kind: 'waiting' });
  }

  async #takeRest(): Promise<void> {
    const went = await this.#attempt('inbox-take', async () => ok(await this.#takeSome()));
    if (went.ok && this.#inbox.left > 0) this.#queue = this.#queue.then(() => this.#takeRest());
    else if (went.ok) this.keepHouse();
  }

  readonly #onProgress = ({ done, total }: { done: number; total: number }): void =>
    this.#send({ kind: 'progress', done, total });

  readonly #control: ControlHandlers = {
    create: async ({ passphrase }) => ok({ recoveryKey: await this.#keeper.create(passphrase) }),
    'confirm-recovery-key': async ({ recoveryKey }) => {
      await this.#keeper.confirmRecoveryKey(recoveryKey);
      await this.#tryBehindOpening('inbox-take', () => this.#takeInbox());
      return ok({});
    },
    unlock: async ({ method, secret }) => {
      await this.#keeper.unlock(method, secret);
      await this.#opened();
      return ok({});
    },
    damage: async () => ok(await this.#keeper.damage()),
    rebuild: async ({ backup }) => {
      const report = await this.#keeper.rebuild(backup);
      await this.#tryBehindOpening('inbox-take', () => this.#takeInbox());
      return ok(report);
    },
    'import-weigh-begin': async ({ format }) => {
      await this.#openFeatures().imports.beginPreview(format);
      return ok({});
    },
    'import-weigh': async ({ items }) => {
      await this.#openFeatures().imports.weigh(items);
      return ok({});
    },
    'import-weigh-end': async () => ok(this.#openFeatures().imports.endPreview()),
    'import-begin': async ({ importId, format, choices }) => {
      await this.#openFeatures().imports.beginRun(importId, format, choices);
      return ok({});
    },
    'import-take': async ({ items }) => ok({ wantsMedia: await this.#openFeatures().imports.take(items) }),
    'import-finish': async ({ problems }) => ok(await this.#openFeatures().imports.finishRun(problems)),
    'import-problems': async ({ importId }) => ok(await this.#openFeatures().imports.problemsOf(importId)),
    'import-list': async () => ok({ imports: await this.#openFeatures().imports.list() }),
    'import-take-back': async ({ importId, as }) => ok(await this.#openFeatures().imports.takeBack(importId, as)),
    'sample-state': async () => ok(await this.#openFeatures().sample.state()),
    'sample-begin': async ({ language }) => ok(await this.#openFeatures().sample.begin(language)),
    'sample-step': async () => ok(await this.#openFeatures().sample.step()),
    'sample-remove-step': async ({ keepChanged }) => ok(await this.#openFeatures().sample.removeStep(keepChanged)),
    'join-begin': async ({ envelope, config, method, secret }) => {
      await this.#keeper.joinBegin(envelope, method, secret);
      await this.#exchange.configure(config);
      return ok({});
    },
    'join-finish': async () => {
      await this.#keeper.joinFinish();
      await this.#tryBehindOpening('inbox-take', () => this.#takeInbox());
      return ok({});
    },
    'join-abandon': async () => {
      await this.#keeper.joinAbandon();
      return ok({});
    },
    'change-passphrase': async ({ current, next }) => {
      await this.#keeper.changePassphrase(current, next);
      return ok({});
    },
    'confirm-passphrase': async ({ passphrase }) => {
      await this.#keeper.confirmPassphrase(passphrase);
      return ok({});
    },
    'new-recovery-key': async ({ passphrase }) => ok({ recoveryKey: await this.#keeper.newRecoveryKey(passphrase) }),
    'confirm-new-recovery-key': async ({ recoveryKey }) => {
      await this.#keeper.confirmNewRecoveryKey(recoveryKey);
      return ok({});
    },
    'make-device-slot': async ({ passphrase }) => ok(await this.#keeper.makeDeviceSlot(passphrase)),
    'unlock-with-device': async ({ slot, secret }) => {
      const outcome = await this.#keeper.unlockWithDevice(slot, secret);
      secret.fill(0);
      if (outcome === 'opened') await this.#opened();
      return ok({ outcome });
    },
    'renew-key': async ({ passphrase }) => ok({ recoveryKey: await this.#keeper.renewKey(passphrase) }),
    'confirm-renewal': async ({ recoveryKey }) => {
      const renewed = await this.#keeper.confirmRenewal(recoveryKey, this.#onProgress, this.#resealing.signal);
      await this.#inbox.settleKey(this.#keeper.vault);
      return ok(renewed);
    },
    'adopt-key': async ({ method, secret }) => {
      const adopted = await this.#keeper.adoptKey(method, secret, this.#onProgress, this.#resealing.signal);
      await this.#inbox.settleKey(this.#keeper.vault);
      return ok(adopted);
    },
    'cancel-resealing': async () => {
      this.#resealing.abort();
      // One that is at work can be confirmed again behind its cancelling.
      if (this.#resealings === 0) this.#keeper.dropRenewal();
      return ok({});
    },
    'forget-look': async () => ok(await this.#keeper.keptHere()),
    'sync-summary': async () => ok(await this.#exchange.summary()),
    'sync-configure': async ({ config }) => {
      await this.#exchange.configure(config);
      return ok({});
    },
    'sync-note-cycle': async ({ bytes, isWhole }) => {
      await this.#exchange.noteCycle(bytes, isWhole);
      // Not earlier: what says that something erased is needed may come with the last page.
      if (isWhole) await settleErasures(this.#keeper.vault);
      return ok({});
    },
    'sync-dismiss-notices': async () => {
      await this.#exchange.dismissNotices();
      return ok({});
    },
    'sync-is-this-vault': async ({ vault, envelope }) =>
      ok({
        isThisVault: await this.#exchange.isThisVault(vault, envelope),
        here: await this.#keeper.vault.versionCount(),
      }),
    'sync-devices': async () => ok({ devices: await listDevices(this.#keeper.vault) }),
    'sync-rename-device': async ({ name }) => {
      await announceDevice(this.#keeper.vault, name);
      this.#send({ kind: 'waiting' });
      return ok({ devices: await listDevices(this.#keeper.vault) });
    },
    'backup-state': async () => ok(await this.#keeper.backupsState()),
    'backup-run': async () => {
      await this.#keeper.backUp();
      return ok({});
    },
    'backup-cancel': async () => {
      await this.#keeper.cancelWork();
      return ok({});
    },
    'backup-folder': async ({ path }) => {
      await this.#keeper.chooseBackupFolder(path);
      return ok({});
    },
    'restore-look': async (input) => ok(await this.#keeper.restoreLook(input)),
    'restore-inspect': async () => {
      await this.#keeper.restoreInspect();
      return ok({});
    },
    'restore-prepare': async () => {
      await this.#keeper.restorePrepare();
      return ok({});
    },
    'restore-take': async () => {
      await this.#keeper.restoreTake();
      await this.#tryBehindOpening('inbox-take', () => this.#takeInbox());
      return ok({});
    },
    'restore-drop': async () => {
      await this.#keeper.restoreDrop();
      return ok({});
    },
    'verify-page': async ({ begins }) => ok({ report: (await this.#keeper.verifyPage(begins)).report }),
    'declare-damaged': async () => {
      // Throws where none is open; the failure below closes the one that is.
      void this.#keeper.vault;
      throw new AppFailure('vault-damaged');
    },
    'capture-keep': async ({ id, item }) => {
      await keepCaptured(this.#keeper.vault, id, item);
      return ok({});
    },
    'inbox-take': async () => {
      await this.#takeInbox();
      return ok({});
    },
    'inbox-report': async () => ok(await this.#inbox.report(this.#keeper.vault)),
    'inbox-dismiss-key-change': async () => {
      await this.#inbox.dismissKeyChange(this.#keeper.vault);
      return ok({});
    },
    'reminder-plan': async () => {
      const { habits, preferences } = this.#openFeatures();
      return ok(await planReminders(habits, preferences));
    },
    'reminder-remember': async ({ memory }) => {
      await rememberReminders(this.#keeper.vault, memory);
      return ok({});
    },
    'exchange-meet': async (state) => ok(await this.#exchange.meet(state)),
    'exchange-receive': async ({ versions, replica, seq }) => {
      const { types, unreadable } = await this.#keeper.vault.receive(versions, replica, seq);
      const domains = new Set([...types].map((type) => DOMAIN_OF[type]).filter((domain) => domain !== undefined));
      // What a day and a week is decides what a habit has reached.
      if (domains.has('preferences')) domains.add('habits');
      if (domains.size > 0) this.#send({ kind: 'changed', domains: [...domains] });
      return ok({ unreadable });
    },
    'exchange-hand-out': async ({ after, maxVersions, maxBytes }) => {
      const { vault } = this.#keeper;
      const page = await vault.handOut(after, maxVersions, maxBytes);
      return ok({ ...page, waiting: page.versions.length === 0 ? 0 : await vault.waiting() });
    },
    'export-index': async ({ after }) => ok(await this.#openFeatures().exports.index(after)),
    'export-records': async ({ ids }) => ok(await this.#openFeatures().exports.records(ids)),
    'export-piece': async ({ attachment, index }) =>
      ok({ bytes: await this.#openFeatures().exports.piece(attachment, index) }),
    close: async () => {
      await this.#keeper.close();
      return ok({});
    },
  };
}
