/**
 * The composition root: the whole application in plain Node. A host (Electron, browser) gives it what only a platform can, and carries calls and events
 * between it and a page.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { soundKeys } from '../src-shared/actions/chosen-keys.ts';
import type { Settings } from '../src-shared/contract/app.ts';
import type { CaptureShortcutState } from '../src-shared/contract/capture.ts';
import type { DesktopAbilities } from '../src-shared/contract/desktop.ts';
import type { DataDomain } from '../src-shared/contract/events.ts';
import {
  eventsContract,
  storageChannels,
  type EventName,
  type EventOf,
  type Handlers,
  type StorageChannel,
} from '../src-shared/contract/index.ts';
import { dayOf, nextDayStart } from '../src-shared/domain/day.ts';
import { shippedLanguageOf } from '../src-shared/intl/choose-language.ts';
import type { ShippedLanguage, Words } from '../src-shared/intl/choose-language.ts';
import { err, ok } from '../src-shared/result.ts';
import { createClock, type ClockSettings } from './clock.ts';
import { removeHalfItems } from './features/capture/inbox-files.ts';
import { StorageExportSource } from './features/exports/storage-source.ts';
import type { RenderPdf } from './features/exports/book/write-book.ts';
import type { App, Desk, HostClipboard, KeyStorage, Notifier, PageKind, StartAtLogin } from './host.ts';
import type { SpawnChild } from './processes/child.ts';
import { DeviceSlotFile } from './profile/device-slot-file.ts';
import { finishForgetting, NotRemoved } from './profile/forget.ts';
import { HalfWritten } from './profile/half-written.ts';
import { openLogFile } from './profile/log-file.ts';
import { lockProfile } from './profile/profile-lock.ts';
import { removeUpload } from './profile/restored-folder.ts';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from './profile/settings-file.ts';
import { UnlockAttempts } from './profile/unlock-attempts.ts';
import { createRouter } from './router/router.ts';
import { CaptureSession } from './session/capture-session.ts';
import { DeskRunner } from './session/desk-runner.ts';
import { desktopHandlers } from './session/desktop-handlers.ts';
import { ExportSession } from './session/export-session.ts';
import { OpenedFileSession } from './session/opened-file-session.ts';
import { CopiedSecret, SECRET_STAYS_SECONDS } from './session/copied-secret.ts';
import { BackupSession } from './session/backup-session.ts';
import { IdleLock } from './session/idle-lock.ts';
import { ImportSession } from './session/import-session.ts';
import { KeychainSession } from './session/keychain-session.ts';
import { PageFlush } from './session/page-flush.ts';
import { SampleSession } from './session/sample-session.ts';
import { PlaceKeeper } from './session/place-keeper.ts';
import { ReminderRunner } from './session/reminders.ts';
import { saveAttachment } from './session/save-attachment.ts';
import { VaultSession } from './session/vault-session.ts';
import { SyncSession, type SyncTiming } from './session/sync-session.ts';
import { UpdateSession } from './session/update-session.ts';
import { StorageClient } from './storage/storage-client.ts';
import { noUpdater, type Updater } from './updates/updater.ts';
import { followLanguage, languagesOfEnvironment } from './words.ts';

/** Milliseconds that a start waits for what an earlier process left half written. */
const LONGEST_REMOVAL_MS = 1000;
/** Milliseconds that the end of the app waits for the clipboard. */
const LONGEST_CLIPBOARD_MS = 1000;

export interface AppOptions {
  readonly profileDirectory: string;
  readonly clock: ClockSettings;
  readonly spawnChild: SpawnChild;
  readonly host: 'electron' | 'browser';
  readonly platform: 'linux' | 'mac' | 'windows';
  readonly version: string;
  /** The exact origin of our page. */
  readonly trustedOrigin: (page: PageKind) => string;
  readonly animations: boolean;
  /** Replaces the person's language; for QA. */
  readonly forcedLanguage?: Words | null;
  /** BCP 47, of the words that the person's system is in, the most wanted first. Left out: the page's browser knows them. */
  readonly systemLanguages?: readonly string[];
  /** Replaces the person's setting; for QA. */
  readonly idleLockSeconds: number | null;
  /** `floor` is the least that any vault may have; `calibrated` takes half a second of this machine. */
  readonly passphraseCost: 'calibrated' | 'floor';
  /** BCP 47, of the person's system: on which day weeks begin. Left out: as this process was started. */
  readonly locale?: string;
  /** For tests: how soon and how often it syncs. */
  readonly syncTiming?: Partial<SyncTiming>;
  /** Hands an https address to the person's browser. A host without a page that asks, asks itself. Resolves to whether it was taken. */
  readonly openLink?: (address: string) => Promise<boolean>;
  /** Notifications of the system. A host that has none leaves what rings to the page. */
  readonly notifier?: Notifier;
  /** A host without one leaves copying to the page. */
  readonly clipboard?: HostClipboard;
  /** Brings the window to the front. */
  readonly focusWindow?: () => void;
  /** Asks where a file is to be written, or, in a host without a dialog, answers a place of the person's own; null: nowhere. Left out: nowhere. */
  readonly choosePath?: (name: string) => Promise<string | null>;
  /** Makes a PDF in memory. A host that has nothing for it has none, or says so when it is asked (`pdf-unavailable`). */
  readonly renderPdf?: RenderPdf;
  /** Asks for a folder; null: none. A host that cannot ask has none of it. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** The system's keychain. Left out: this host has none. */
  readonly keyStorage?: KeyStorage;
  /** For tests: milliseconds that the keychain has for an answer. */
  readonly keyStorageAnswersWithinMs?: number;
  /** Newer versions of the program. A host without one is not replaced by itself. */
  readonly updater?: Updater;
  /** CHANGELOG.md as it came with this program, in a language. */
  readonly changelog?: (language: ShippedLanguage) => Promise<string>;
  /** How the global shortcut of quick capture is. A host that has none says nothing. */
  readonly captureShortcut?: () => CaptureShortcutState;
  /** What the host's desktop can do. What is not named, this host has not. Asked each time, because a tray may come later than the app. */
  readonly abilities?: () => Partial<DesktopAbilities>;
  /** The tray, and the number on the app's icon. */
  readonly desk?: Desk;
  readonly startAtLogin?: StartAtLogin;
  /** Opens the window of quick capture. */
  readonly quickCapture?: () => void;
}

export type OpenedApp =
  | { readonly ok: true; readonly app: App }
  /** `detail` is a sentence for the person who started Daygrove. */
  | { readonly ok: false; readonly reason: 'profile-in-use' | 'profile-unusable'; readonly detail: string };

export async function openApp(options: AppOptions): Promise<OpenedApp> {
  // Everything that this process and its children write is for its owner only, also in a folder that was made by hand with open doors.
  process.umask(0o077);
  const folder = options.profileDirectory;
  const settingsPath = join(folder, 'settings.json');
  // Read before the profile is ours: a refusal is in the person's language too.
  let settings: Settings = await readSettings(settingsPath);
  const forced = options.forcedLanguage ?? null;
  const systemLanguages = options.systemLanguages ?? languagesOfEnvironment(process.env);
  const words = followLanguage({ setting: () => settings.language, forced, languages: systemLanguages });
  const { say } = words();
  const lock = await lockProfile(folder);
  if (!lock.held) {
    if (lock.reason === 'unusable') {
      return { ok: false, reason: 'profile-unusable', detail: say('start.folderUnusable', { folder }) };
    }
    const { ownerPid } = lock;
    const detail =
      ownerPid === null ? say('start.inUse', { folder }) : say('start.inUseBy', { folder, process: String(ownerPid) });
    return { ok: false, reason: 'profile-in-use', detail };
  }

  try {
    // A vault that was to be forgotten, and an end that came too soon: before anything reads what is left of it.
    await finishForgetting(folder);
  } catch (error) {
    lock.release();
    const names = error instanceof NotRemoved ? error.names.join(', ') : say('start.notForgottenFiles');
    return { ok: false, reason: 'profile-unusable', detail: say('start.notForgotten', { folder, names }) };
  }
  settings = await readSettings(settingsPath);
  const log = openLogFile(folder);
  const halfWritten = new HalfWritten(folder);
  // A disk that does not answer must not keep anybody from their journal.
  await Promise.race([halfWritten.remove(), delay(LONGEST_REMOVAL_MS, undefined, { ref: false })]);
  const newLogId = (): string => randomBytes(4).toString('hex');
  const clock = createClock(options.clock);
  // Brought here before an end that came too soon.
  await removeUpload(folder).catch(() => {});
  await removeHalfItems(folder).catch(() => {});

  const listeners = new Set<Parameters<App['onEvent']>[0]>();
  const actionsListeners = new Set<Parameters<App['onActionsState']>[0]>();
  const emit = <E extends EventName>(event: E, payload: EventOf<E>): void => {
    const checked = eventsContract[event].parse(payload) as EventOf<E>;
    for (const listener of listeners) listener(event, checked);
  };

  const locale = options.locale ?? Intl.DateTimeFormat().resolvedOptions().locale;
  const hostLanguage = { forced, ofSystem: [...(options.systemLanguages ?? [])] };
  const pageFlush = new PageFlush(() => emit('app.flush', {}));
  const storage = new StorageClient({
    spawnChild: options.spawnChild,
    folder,
    clock: options.clock,
    passphraseCost: options.passphraseCost,
    locale,
    log,
    onChanged: (domains) => {
      emit('data.changed', { domains });
      reminders.changed(domains);
      desk?.changed(domains);
    },
    onWaiting: () => void sync.wrote(),
    onProgress: ({ done, total }) => emit('vault.progress', { work: 'renew-key', done, total }),
    onWork: (progress) => emit('work.progress', progress),
    onBackupsChanged: () => emit('backups.changed', {}),
    onStopped: () => session.storageStopped(),
  });
  let atWork = 0;
  const onBusy = (busy: boolean): void => {
    atWork += busy ? 1 : -1;
    // Waiting for long work is no absence. One may end while another goes on.
    if (atWork > 0) idle.stop();
    else if (session.unlocked || backups.isLookOpen) idle.start();
  };
  const keychain = new KeychainSession({
    file: new DeviceSlotFile(folder),
    keyStorage: options.keyStorage ?? null,
    log,
    ...(options.keyStorageAnswersWithinMs === undefined ? {} : { answersWithinMs: options.keyStorageAnswersWithinMs }),
  });
  const session: VaultSession = await VaultSession.open({
    folder,
    storage,
    keychain,
    now: clock.now,
    attempts: await UnlockAttempts.read(join(folder, 'unlock-attempts.json'), clock.now),
    log,
    // Once the window is closed nobody types, and nobody would answer.
    flush: () => (listeners.size === 0 ? Promise.resolve() : pageFlush.request()),
    sync: {
      join: (input, onProgress) => sync.join(input, onProgress),
      cancel: () => sync.cancel(),
      hold: (work) => sync.hold(work),
      waiting: () => sync.waiting(),
    },
    onLockWithoutVault: () => backups.closeLook(),
    onForgotten: async () => {
      // One that was being written is through, and none comes behind it.
      await capture.settled();
      imports.forget();
      await exports.cancel();
      await backups.forget();
      reminders.forgotten();
      await forgetSettings();
    },
    onProgress: (progress) => emit('vault.progress', progress),
    onBusy,
    onState: (state) => {
      const isOpen = state.state === 'unlocked' || state.state === 'damaged';
      // Behind a storage process that stopped, the page still remembers what was open.
      if (isOpen || state.reason === 'storage-stopped') idle.start();
      else idle.stop();
      if (!isOpen) {
        openedFiles.forget();
        imports.forget();
        void exports.cancel();
        void backups.forget();
      }
      if (state.state === 'unlocked') capture.unlocked();
      if (state.state === 'locked') void copiedSecret?.takeAway();
      if (state.state === 'unlocked') void sync.unlocked();
      else sync.locked();
      if (state.state === 'unlocked') reminders.unlocked();
      else reminders.locked();
      desk?.vaultChanged();
      emit('vault.state', state);
      // Behind it: only a page that knows of the open vault goes anywhere.
      if (state.state === 'unlocked') places.unlocked();
    },
  });
  const idleLimit = (): number | null => {
    if (options.idleLockSeconds !== null) return options.idleLockSeconds * 1000;
    return settings.idleLockMinutes === null ? null : settings.idleLockMinutes * 60_000;
  };
  const idle = new IdleLock(idleLimit(), () => void session.lock('idle'));
  const imports = new ImportSession({
    spawnChild: options.spawnChild,
    storage,
    session,
    log,
    newLogId,
    onBusy,
    onProgress: (progress) => emit('work.progress', progress),
    onWanted: (wanted) => emit('imports.wanted', wanted),
    onChanged: () => changedByImport(),
  });
  const changedByImport = (): void => {
    if (!session.unlocked) return;
    const domains: DataDomain[] = [
      'entries',
      'habits',
      'attachments',
      'templates',
      'searches',
      'preferences',
      'spelling',
    ];
    emit('data.changed', { domains });
    reminders.changed(domains);
    desk?.changed(domains);
    void sync.wrote();
  };
  const sample = new SampleSession({
    storage,
    session,
    onBusy,
    onProgress: (progress) => emit('work.progress', progress),
    onChanged: () => changedByImport(),
  });
  const copiedSecret = options.clipboard === undefined ? null : new CopiedSecret(options.clipboard);
  const choosePath = options.choosePath ?? (() => Promise.resolve(null));
  const exports = new ExportSession({
    storage,
    session,
    openSource: () => new StorageExportSource(storage),
    choosePath,
    renderPdf: options.renderPdf ?? null,
    now: clock.now,
    today: async () => dayOf(clock.now(), clock.zone(), await currentDayEnd()),
    locale,
    words,
    remember: halfWritten.remember,
    onProgress: (progress) => emit('work.progress', progress),
    onBusy,
    log,
    newLogId,
  });
  const backups = new BackupSession({
    folder,
    storage,
    session,
    onBusy,
    ...(options.chooseFolder === undefined ? {} : { chooseFolder: options.chooseFolder }),
  });
  const sync = new SyncSession({
    folder,
    spawnChild: options.spawnChild,
    storage,
    isUnlocked: () => session.unlocked,
    clock,
    log,
    onStatus: (status) => emit('sync.status', status),
    ...(options.syncTiming === undefined ? {} : { timing: options.syncTiming }),
  });

  const reminders = new ReminderRunner({
    clock,
    settings: () => settings,
    words,
    notifier: options.notifier ?? null,
    openWindow: () => {
      options.focusWindow?.();
      emit('app.command', { command: 'go-today' });
    },
    onState: (state) => emit('reminders.state', state),
    storage: {
      plan: async () => session.heed(await storage.call('reminder-plan', {})),
      remember: (memory) => storage.call('reminder-remember', { memory }),
      checkIn: async (habitId, day, mark) =>
        session.heed(await storage.channel('habits.check-in', { habitId, day, mark: { type: mark } })),
    },
  });

  const openedFiles = new OpenedFileSession(
    (state) => emit('opened-file.changed', state),
    () => session.unlocked || session.state.state === 'absent',
  );
  const updates = await UpdateSession.open({
    updater: options.updater ?? noUpdater('browser'),
    version: options.version,
    changelog: options.changelog ?? null,
    language: () => shippedLanguageOf(words().language.locale),
    path: join(folder, 'updates.json'),
    mayLook: () => settings.updates === 'check',
    lock: () => session.lock('person'),
    now: clock.now,
    onState: (state) => emit('updates.changed', state),
    log,
  });

  const focusWindow = (): void => options.focusWindow?.();
  const places = new PlaceKeeper({
    now: clock.now,
    isUnlocked: () => session.unlocked,
    focusWindow,
    ...(options.quickCapture === undefined ? {} : { quickCapture: options.quickCapture }),
    onPlace: (place) => emit('app.open-place', place),
    onNews: (news) => emit('desktop.news', { news }),
    onWait: (wait) => emit('desktop.place-wait-changed', wait),
  });

  let settingsTurn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that none is written over by what was known before it. @returns whether the file has them now */
  const updateSettings = (changes: Partial<Settings>): Promise<boolean> => {
    const turn = settingsTurn.then(async () => {
      const changed = { ...settings, ...changes };
      try {
        await writeSettings(settingsPath, changed);
      } catch {
        return false;
      }
      settings = changed;
      return true;
    });
    settingsTurn = turn;
    return turn;
  };

  /** The file goes with the vault; what is waiting to be written is not written behind it. */
  const forgetSettings = async (): Promise<void> => {
    await settingsTurn;
    settings = DEFAULT_SETTINGS;
    idle.setLimit(idleLimit());
    emit('settings.changed', settings);
    reminders.settingsChanged();
    desk?.settingsChanged();
  };

  /** The vault says when a day ends; what it said last is kept, so that the right day is on the page from the moment the vault opens. */
  const currentDayEnd = async (): Promise<number> => {
    const known = session.unlocked ? await storage.channel('preferences.get', {}) : null;
    if (known?.ok === true && known.value.dayEndsAt !== settings.dayEndsAt) {
      // A disk that takes nothing costs the next start a glance at another day, and nothing else.
      await updateSettings({ dayEndsAt: known.value.dayEndsAt });
      return known.value.dayEndsAt;
    }
    return settings.dayEndsAt;
  };

  const capture = new CaptureSession({
    folder,
    storage,
    session,
    clock,
    dayEndsAt: currentDayEnd,
    settings: () => settings,
    platform: options.platform,
    animations: options.animations,
    language: hostLanguage,
    shortcutState: options.captureShortcut ?? (() => 'host-has-none'),
  });
  const desk =
    options.desk === undefined
      ? null
      : new DeskRunner({
          desk: options.desk,
          settings: () => settings,
          vault: () => session.state.state,
          today: async () => dayOf(clock.now(), clock.zone(), await currentDayEnd()),
          storage: {
            overview: async (day) => session.heed(await storage.channel('habits.overview', { day })),
            checkIn: async (habitId, day, mark) =>
              session.heed(await storage.channel('habits.check-in', { habitId, day, mark: { type: mark } })),
          },
          places,
          hasCapture: options.quickCapture !== undefined,
          words,
          focusWindow,
          lock: () => void session.lock('person'),
        });

  const handlers: Handlers = {
    'app.info': async () => {
      // Asked once by every page, as it begins: the files of the one before it are gone with it.
      imports.forget();
      return ok({
        version: options.version,
        host: options.host,
        platform: options.platform,
        profileFolder: folder,
        animations: options.animations,
        language: hostLanguage,
        settings,
      });
    },
    'app.today': async () => {
      const now = clock.now();
      const zone = clock.zone();
      const dayEndsAt = await currentDayEnd();
      return ok({
        day: dayOf(now, zone, dayEndsAt),
        now: new Date(now).toISOString(),
        zone,
        nextDayAt: new Date(nextDayStart(now, zone, dayEndsAt)).toISOString(),
      });
    },
    'app.change-settings': async (changes) => {
      const sound = changes.keys === undefined ? changes : { ...changes, keys: soundKeys(changes.keys) };
      const given = Object.entries(sound).filter(([, value]) => value !== undefined);
      if (!(await updateSettings(Object.fromEntries(given)))) return err('profile-read-only');
      idle.setLimit(idleLimit());
      emit('settings.changed', settings);
      reminders.settingsChanged();
      updates.settingsChanged();
      desk?.settingsChanged();
      return ok(settings);
    },
    'app.activity': async () => {
      idle.activity();
      return ok({});
    },
    'app.open-link': async ({ address }) => {
      const isOpened = (await options.openLink?.(address)) ?? false;
      return ok({ isOpened });
    },
    'app.copy-secret': async ({ text }) => {
      const isCopied = (await copiedSecret?.copy(text)) ?? false;
      return ok({ isCopied, staysSeconds: SECRET_STAYS_SECONDS });
    },
    'app.save-attachment': async ({ id }) => {
      if (!session.unlocked) return err('vault-locked');
      return session.heed(await saveAttachment(id, { storage, choosePath }));
    },
    'app.actions-state': async (state) => {
      for (const listener of actionsListeners) listener(state);
      return ok({});
    },
    'app.flushed': async () => {
      pageFlush.answered();
      return ok({});
    },
    ...desktopHandlers({ ...options, placeWait: () => places.wait(), keychain: () => keychain.ability() }),
    ...session.handlers,
    ...imports.handlers,
    ...sample.handlers,
    ...exports.handlers,
    ...backups.handlers,
    ...sync.handlers,
    ...reminders.handlers,
    ...updates.handlers,
    ...openedFiles.handlers,
    ...capture.handlers,
    ...storageHandlers(storage, session),
  };

  const handle = createRouter({
    handlers,
    trustedOrigin: options.trustedOrigin,
    log,
    newLogId,
  });
  log('app-started', { version: options.version });

  return {
    ok: true,
    app: {
      handle,
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onActionsState: (listener) => {
        actionsListeners.add(listener);
        return () => actionsListeners.delete(listener);
      },
      openFile: (path) => openedFiles.offer(path),
      sendCommand: (command) => emit('app.command', { command }),
      openLink: (link) => places.openLink(link),
      capture: () => places.capture(),
      lock: (reason) => session.lock(reason),
      get theme() {
        return settings.theme;
      },
      get words() {
        return words();
      },
      get captureShortcut() {
        return settings.captureShortcut;
      },
      get keys() {
        return settings.keys;
      },
      close: async () => {
        reminders.end();
        updates.end();
        desk?.end();
        await session.lock('person', true);
        // The timer ends with the process. A clipboard whose owner hangs must not hold up the end.
        await Promise.race([copiedSecret?.takeAway(), delay(LONGEST_CLIPBOARD_MS, undefined, { ref: false })]);
        imports.forget();
        await exports.cancel();
        await backups.forget();
        await sync.end();
        await storage.end();
        log('app-closed');
        lock.release();
      },
    },
  };
}

/** Channels that the storage process answers. Refused here while locked: asking would start a process that has no key. */
function storageHandlers(storage: StorageClient, session: VaultSession): Handlers<StorageChannel> {
  const handler = (channel: StorageChannel) => async (input: never) =>
    session.unlocked ? session.heed(await storage.channel(channel, input)) : err('vault-locked');
  return Object.fromEntries(
    storageChannels.map((channel) => [channel, handler(channel)]),
  ) as unknown as Handlers<StorageChannel>;
}
