import { NO_CHOSEN_KEYS } from '../../src-shared/actions/chosen-keys.ts';
import { USUAL_PANES } from '../../src-shared/domain/panes.ts';
import { DESKTOP_FEATURES, type DesktopAbilities } from '../../src-shared/contract/desktop.ts';
import type { BackupLook, BackupsState } from '../../src-shared/contract/backups.ts';
import type { Entry, EntrySummary } from '../../src-shared/contract/entries.ts';
import type { Habit, HabitDay, HabitTimer, Pause } from '../../src-shared/contract/habits.ts';
import type { ImportPreview, PastImport } from '../../src-shared/contract/imports.ts';
import type { Bridge, Channel, EventName, EventOf, InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { KeychainState } from '../../src-shared/contract/keychain.ts';
import type { OpenedFile } from '../../src-shared/contract/opened-file.ts';
import type { SyncFound, SyncStatus } from '../../src-shared/contract/sync.ts';
import type { UpdatesState } from '../../src-shared/contract/updates.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import { addDays, daysBetween, daysEndingOn } from '../../src-shared/domain/day.ts';
import { habitDayState, STATE_SIGNS } from '../../src-shared/domain/habit-day.ts';
import { foldWord } from '../../src-shared/domain/spelling.ts';
import { AppFailure, err, ok } from '../../src-shared/result.ts';
import type { AppError, Result } from '../../src-shared/result.ts';

export interface FakeStart {
  readonly vault?: VaultState['state'];
  readonly reason?: VaultState['reason'];
  readonly entries?: readonly Entry[];
  readonly habits?: readonly Habit[];
  /** `habitId day` to what happened. */
  readonly checkIns?: Readonly<Record<string, Pick<HabitDay, 'mark' | 'amount' | 'note'>>>;
  readonly preview?: ImportPreview;
  readonly imports?: readonly PastImport[];
  readonly sync?: Partial<SyncStatus>;
  readonly backups?: Partial<BackupsState>;
  readonly look?: BackupLook;
  readonly updates?: Partial<UpdatesState>;
  readonly openedFile?: OpenedFile;
  readonly found?: SyncFound;
  readonly keychain?: Partial<KeychainState>;
  readonly theme?: 'system' | 'light' | 'dark';
  readonly host?: 'electron' | 'browser';
  readonly platform?: 'linux' | 'mac' | 'windows';
  readonly abilities?: Partial<DesktopAbilities>;
  /** ISO instant. */
  readonly now?: string;
  readonly zone?: string;
}

export interface FakeBridge extends Bridge {
  emit<E extends EventName>(event: E, payload: EventOf<E>): void;
  /** Calls of one channel fail with this until it is set to null. */
  fail(channel: Channel, error: AppError | null): void;
  setVault(state: VaultState['state'], reason: VaultState['reason']): void;
  readonly calls: readonly { readonly channel: string; readonly payload: unknown }[];
}

export const FAKE_PASSPHRASE = 'correct horse battery';
export const FAKE_RECOVERY_KEY = 'K7QM-2XWD-9HTR-4PZN-6BVC-3FJY-8SLE-5GAU';

const NO_COUNTS = { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 };

type FakeHandlers = { readonly [C in Channel]: (input: InputOf<C>) => OutputOf<C> };

function pausesDay({ habitId, from, to }: Pause, id: string, day: string): boolean {
  return (habitId === null || habitId === id) && from <= day && (to === null || day <= to);
}

/** What is left out as undefined stays as it is. */
function defined<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The app behind the bridge as a test needs it: in memory, at once, with no encryption and no rules of its own. */
export function createFakeBridge(start: FakeStart = {}): FakeBridge {
  const zone = start.zone ?? 'Europe/London';
  const now = start.now ?? '2026-11-22T08:14:00.000Z';
  const today = now.slice(0, 10);
  let ticks = 0;
  const nextInstant = (): string => new Date(Date.parse(now) + (ticks += 1)).toISOString();
  const entries = new Map((start.entries ?? []).map((entry) => [entry.id, entry]));
  const trash = new Map<string, Entry>();
  const habits = new Map((start.habits ?? []).map((habit) => [habit.id, habit]));
  const checkIns = new Map(Object.entries(start.checkIns ?? {}));
  const removedHabits = new Map<string, Habit>();
  const pauses = new Map<string, Pause>();
  const timers = new Map<string, HabitTimer>();
  let preferences: OutputOf<'preferences.get'> = {
    dayEndsAt: 0,
    weekStart: null,
    firstWeekday: 1,
    firstWeekdayHere: 1,
  };
  let settings: OutputOf<'app.change-settings'> = {
    theme: start.theme ?? 'system',
    language: 'system',
    celebrations: true,
    idleLockMinutes: 5,
    font: 'serif',
    textSize: 'medium',
    measure: 'medium',
    dayEndsAt: 0,
    prompt: true,
    spelling: true,
    lessMotion: false,
    english: 'either',
    reminders: true,
    reminderNames: false,
    remindersWhileLocked: true,
    updates: 'off',
    tray: false,
    trayNames: false,
    badge: false,
    captureShortcut: null,
    panes: USUAL_PANES,
    keys: NO_CHOSEN_KEYS,
    recentActions: [],
  };
  let vault: VaultState = { state: start.vault ?? 'unlocked', reason: start.reason ?? null, retryAfterMs: 0 };
  let sync: SyncStatus = {
    state: 'off',
    problem: null,
    url: null,
    waiting: 0,
    syncedAt: null,
    nextAt: null,
    progress: null,
    bytesThisMonth: 0,
    conflicts: 0,
    notices: { unreadable: 0, missingFrom: [], clockAhead: [], passphraseChanged: false },
    ...start.sync,
  };
  let backups: BackupsState = {
    backups: [],
    problem: null,
    folder: null,
    canChooseFolder: false,
    isRunning: false,
    replaced: [],
    ...start.backups,
  };
  let keychain: KeychainState = {
    host: 'host-has-none',
    isOn: false,
    isResting: false,
    problem: null,
    ...start.keychain,
  };
  let startsAtLogin = false;
  let wrongTries = 0;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const failures = new Map<Channel, AppError>();
  const calls: { channel: string; payload: unknown }[] = [];
  const imports: PastImport[] = [...(start.imports ?? [])];
  const ownWords = new Map<string, string>();
  const pieces = new Map<string, Uint8Array<ArrayBuffer>>();
  const attachments = new Map<string, OutputOf<'attachments.get'>>();

  function emit<E extends EventName>(event: E, payload: EventOf<E>): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  }

  function changed(domain: 'entries' | 'habits' | 'spelling'): void {
    queueMicrotask(() => emit('data.changed', { domains: [domain] }));
  }

  function setVault(next: VaultState): VaultState {
    vault = next;
    emit('vault.state', vault);
    return vault;
  }

  function setSync(change: Partial<SyncStatus>): SyncStatus {
    sync = { ...sync, ...change };
    emit('sync.status', sync);
    return sync;
  }

  function found<T>(value: T | undefined): T {
    if (value === undefined) throw new AppFailure('not-found');
    return value;
  }

  function dayOf(habit: Habit, day: string): HabitDay {
    const known = checkIns.get(`${habit.id} ${day}`);
    const { kind, schedule, startDay, endDay } = habit;
    const mark = known?.mark ?? null;
    const logged = mark === null ? null : { mark, amount: known?.amount ?? null };
    const paused = [...pauses.values()].some((pause) => pausesDay(pause, habit.id, day));
    const state = habitDayState({ kind, schedule, startDay, endDay, day, today, paused, earlier: 0, checkIn: logged });
    return { day, state, mark, amount: known?.amount ?? null, note: known?.note ?? null, earlier: 0 };
  }

  function checkIn({ habitId, day, mark, note }: InputOf<'habits.check-in'>): HabitDay {
    const key = `${habitId} ${day}`;
    const before = checkIns.get(key) ?? { mark: null, amount: null, note: null };
    const marked =
      mark === undefined
        ? before
        : {
            ...before,
            mark: mark.type === 'clear' ? null : mark.type,
            amount: mark.type === 'done' ? (mark.amount ?? null) : null,
          };
    checkIns.set(key, { ...marked, note: note === undefined ? before.note : note });
    changed('habits');
    return dayOf(found(habits.get(habitId)), day);
  }

  function summaryOf({ body, ...rest }: Entry): EntrySummary {
    return { ...rest, excerpt: body.replaceAll(/\s+/g, ' ').slice(0, 280) };
  }

  function sorted(): readonly Entry[] {
    return [...entries.values()].toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  let hasSample = false;
  let updates: UpdatesState = {
    unavailable: null,
    status: { type: 'never' },
    checkedAt: null,
    whatChanged: null,
    ...start.updates,
  };

  const handlers: FakeHandlers = {
    'app.info': () => ({
      version: '0.1.0',
      host: start.host ?? 'browser',
      platform: start.platform ?? 'linux',
      profileFolder: '/home/someone/daygrove',
      animations: true,
      language: { forced: null, ofSystem: ['en-GB'] },
      settings,
    }),
    'desktop.abilities': () =>
      ({
        ...Object.fromEntries(DESKTOP_FEATURES.map((name) => [name, 'host-has-none'])),
        ...start.abilities,
      }) as DesktopAbilities,
    'desktop.place-wait': () => ({ msLeft: null }),
    'desktop.start-at-login': () => ({ isOn: startsAtLogin }),
    'desktop.set-start-at-login': ({ isOn }) => {
      startsAtLogin = isOn;
      return { isOn };
    },
    'capture.state': () => ({
      languageSetting: settings.language,
      language: { forced: null, ofSystem: ['en-GB'] },
      way: vault.state === 'unlocked' ? 'journal' : vault.state === 'absent' ? 'absent' : 'inbox',
      theme: settings.theme,
      platform: start.platform ?? 'linux',
      animations: true,
    }),
    'capture.write': ({ text }) => {
      if (text === 'too much for the disk') throw new AppFailure('disk-full');
      return { keptIn: vault.state === 'unlocked' ? 'journal' : 'inbox' };
    },
    'capture.inbox': () => ({
      taken: 0,
      isTaking: false,
      waiting: 0,
      unreadable: 0,
      otherVaults: [],
      folder: '/profile/inbox',
      keyChangedAt: null,
    }),
    'capture.dismiss-key-change': () => ({}),
    'capture.shortcut': () => ({ state: 'host-has-none' }),
    'app.today': () => ({ day: today, now, zone, nextDayAt: `${addDays(today, 1)}T00:00:00.000Z` }),
    'app.change-settings': (change) => {
      settings = { ...settings, ...change } as typeof settings;
      emit('settings.changed', settings);
      return settings;
    },
    'reminders.state': () => ({ cards: [], shownBy: 'page', hasButtons: true }),
    'reminders.answer': () => ({}),
    'opened-file.state': () => ({ file: start.openedFile ?? null }),
    'opened-file.taken': () => ({}),
    'opened-file.piece': ({ offset, length }) => ({ bytes: new Uint8Array(length).fill(offset % 256) }),
    'updates.state': () => updates,
    'updates.check': () => updates,
    'updates.download': () => updates,
    'updates.cancel': () => updates,
    'updates.install': () => updates,
    'updates.seen': () => (updates = { ...updates, whatChanged: null }),
    'app.activity': () => ({}),
    'app.open-link': () => ({ isOpened: true }),
    'app.actions-state': () => ({}),
    'app.copy-secret': () => ({ isCopied: true, staysSeconds: 60 }),
    'app.flushed': () => ({}),
    'vault.state': () => vault,
    'vault.create': () => ({ recoveryKey: FAKE_RECOVERY_KEY }),
    'vault.confirm-recovery-key': ({ recoveryKey }) => {
      if (recoveryKey !== FAKE_RECOVERY_KEY) throw new AppFailure('recovery-key-mismatch');
      return setVault({ state: 'unlocked', reason: null, retryAfterMs: 0 });
    },
    'vault.unlock': ({ method, secret }) => {
      if (secret === 'damaged') throw new AppFailure('vault-damaged');
      if (secret !== (method === 'passphrase' ? FAKE_PASSPHRASE : FAKE_RECOVERY_KEY)) {
        wrongTries += 1;
        throw new AppFailure('wrong-secret', { retryAfterMs: 1000 * 2 ** wrongTries });
      }
      return setVault({ state: 'unlocked', reason: null, retryAfterMs: 0 });
    },
    'vault.lock': () => setVault({ state: 'locked', reason: 'person', retryAfterMs: 0 }),
    'vault.damage': () => ({
      readableRecords: 1203,
      backups: [
        { name: 'vault-2026-11-21', writtenAt: '2026-11-21T18:04:00.000Z', records: 1190 },
        { name: 'vault-2026-11-14', writtenAt: '2026-11-14T18:02:00.000Z', records: 1144 },
      ],
    }),
    'vault.rebuild': () => {
      setVault({ state: 'unlocked', reason: null, retryAfterMs: 0 });
      return { restored: 1203, unreadable: 2, keptAs: 'vault-damaged-2026-11-22.db' };
    },
    'entries.write': ({ id, day, body, mood }) => {
      const held = entries.get(id);
      const entry: Entry = {
        id,
        day: held?.day ?? day,
        createdAt: held?.createdAt ?? nextInstant(),
        zone: held?.zone ?? zone,
        updatedAt: nextInstant(),
        body: body ?? held?.body ?? '',
        mood: mood === undefined ? (held?.mood ?? null) : mood,
        tags: (body ?? held?.body ?? '').match(/(?<=#)\p{L}+/gu) ?? [],
        starred: false,
        title: '',
        location: '',
        ownTags: [],
        revision: nextInstant(),
        conflicts: held?.conflicts ?? 0,
      };
      entries.set(id, entry);
      changed('entries');
      return entry;
    },
    'entries.on-day': ({ day }) => ({ entries: sorted().filter((entry) => entry.day === day) }),
    'entries.get': ({ id }) => found(entries.get(id)),
    'entries.timeline': ({ before, limit }) => {
      const days = [...new Set([...entries.values()].map((entry) => entry.day))]
        .toSorted()
        .toReversed()
        .filter((day) => before === null || day < before);
      return {
        days: days.slice(0, limit).map((day) => ({
          day,
          entries: sorted()
            .filter((entry) => entry.day === day)
            .map(summaryOf),
        })),
        next: days.length > limit ? (days[limit - 1] ?? null) : null,
        total: entries.size,
      };
    },
    'entries.search': ({ query, limit }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const hits = sorted()
        .toReversed()
        .filter((entry) => words.every((word) => entry.body.toLowerCase().includes(word)))
        .map((entry) => {
          const at = entry.body.toLowerCase().indexOf(words[0] ?? '');
          const end = at + (words[0]?.length ?? 0);
          const from = Math.max(0, at - 40);
          return {
            id: entry.id,
            day: entry.day,
            createdAt: entry.createdAt,
            title: entry.title,
            tags: entry.tags,
            passage: [
              { text: (from > 0 ? '…' : '') + entry.body.slice(from, at), match: false },
              { text: entry.body.slice(at, end), match: true },
              { text: entry.body.slice(end, end + 120), match: false },
            ],
          };
        });
      return { hits: hits.slice(0, limit), total: hits.length, isMore: false };
    },
    'attachments.put-piece': ({ id, index, bytes }) => {
      pieces.set(`${id} ${String(index)}`, bytes);
      return {};
    },
    'attachments.finish': ({ thumbnail, ...attachment }) => {
      attachments.set(attachment.id, { attachment, thumbnail });
      return attachment;
    },
    'attachments.get': ({ id }) => found(attachments.get(id)),
    'attachments.describe': ({ id, width, height, thumbnail }) => {
      const { attachment } = found(attachments.get(id));
      attachments.set(id, { attachment: { ...attachment, width, height }, thumbnail });
      return {};
    },
    'attachments.piece': ({ id, index }) => ({ bytes: found(pieces.get(`${id} ${String(index)}`)) }),
    'attachments.list': () => ({ items: [], next: null }),
    'app.save-attachment': () => ({ isSaved: false }),
    'entries.calendar': () => ({ days: [] }),
    'entries.memories': () => ({ days: [] }),
    'entries.history': () => ({ revisions: [] }),
    'entries.tags': () => ({ tags: [] }),
    'entries.trash': () => ({
      entries: [...trash.values()].toReversed().map((entry) => ({ ...summaryOf(entry), removedAt: now })),
      total: trash.size,
    }),
    'entries.remove': ({ ids }) => {
      for (const id of ids) {
        trash.set(id, found(entries.get(id)));
        entries.delete(id);
      }
      changed('entries');
      return {};
    },
    'entries.restore': ({ ids }) => {
      const here = ids.filter((id) => trash.has(id));
      for (const id of here) {
        entries.set(id, found(trash.get(id)));
        trash.delete(id);
      }
      changed('entries');
      return { restored: here.length };
    },
    'entries.erase': ({ ids }) => {
      const erased = ids.filter((id) => trash.delete(id)).length;
      changed('entries');
      return { erased };
    },
    'entries.empty-trash': ({ limit }) => {
      const ids = [...trash.keys()].slice(0, limit);
      for (const id of ids) trash.delete(id);
      changed('entries');
      return { erased: ids.length, left: trash.size };
    },
    'templates.list': () => ({ templates: [] }),
    'templates.write': (template) => template,
    'templates.remove': () => ({}),
    'searches.list': () => ({ searches: [] }),
    'searches.write': (search) => search,
    'searches.remove': () => ({}),
    'entries.with-conflicts': () => ({
      entries: [...entries.values()].filter((entry) => entry.conflicts > 0).map(summaryOf),
    }),
    'entries.conflicts': ({ id }) => ({
      wordings:
        found(entries.get(id)).conflicts > 0
          ? [{ version: 'v1', body: 'The other wording', writtenAt: now, device: 'Laptop' }]
          : [],
    }),
    'entries.settle-conflict': ({ id }) => {
      const entry = { ...found(entries.get(id)), conflicts: 0 };
      entries.set(id, entry);
      return entry;
    },
    'vault.join': () => setVault({ state: 'unlocked', reason: null, retryAfterMs: 0 }),
    'vault.cancel-join': () => ({}),
    'vault.change-passphrase': () => ({}),
    'vault.renew-key': () => ({ recoveryKey: FAKE_RECOVERY_KEY }),
    'vault.confirm-renewal': () => ({}),
    'vault.adopt-key': () => ({}),
    'vault.new-recovery-key': () => ({ recoveryKey: FAKE_RECOVERY_KEY }),
    'vault.confirm-new-recovery-key': () => ({}),
    'vault.cancel-renewal': () => ({}),
    'vault.keychain': () => keychain,
    'vault.keychain-on': () => (keychain = { ...keychain, isOn: true, isResting: false, problem: null }),
    'vault.keychain-off': () => (keychain = { ...keychain, isOn: false, isResting: false, problem: null }),
    'vault.unlock-with-keychain': () => {
      const opens = keychain.isOn && !keychain.isResting && keychain.problem === null;
      if (opens) setVault({ state: 'unlocked', reason: null, retryAfterMs: 0 });
      return { vault, keychain };
    },
    'vault.forget-look': () => ({
      folder: '/home/person/.config/daygrove',
      records: entries.size + habits.size,
      sync: sync.state === 'off' ? null : { waiting: sync.waiting, syncedAt: sync.syncedAt },
      backups: backups.backups.length,
      newestBackupAt: backups.backups[0]?.writtenAt ?? null,
      sinceBackup: 0,
      outside: null,
    }),
    'vault.forget': () => {
      setVault({ state: 'absent', reason: 'forgotten', retryAfterMs: 0 });
      return { keptBackups: null };
    },
    'sync.status': () => sync,
    'sync.check': () => start.found ?? { host: 'example.turso.io', found: 'empty', there: 0, here: 3 },
    'sync.cancel-check': () => ({}),
    'sync.connect': ({ url }) => setSync({ state: 'synced', url, syncedAt: now }),
    'sync.change-token': () => setSync({ state: 'synced', problem: null }),
    'sync.now': () => setSync({ state: 'synced', waiting: 0, syncedAt: now }),
    'sync.pause': ({ paused }) => setSync({ state: paused ? 'paused' : 'synced' }),
    'sync.disconnect': () => setSync({ state: 'off', url: null, syncedAt: null }),
    'sync.compare-all': () => setSync({ state: 'syncing' }),
    'sync.devices': () => ({ devices: [{ id: '0011223344556677', name: 'Desk', lastSeenAt: now, isThis: true }] }),
    'sync.rename-device': ({ name }) => ({
      devices: [{ id: '0011223344556677', name, lastSeenAt: now, isThis: true }],
    }),
    'sync.dismiss-notices': () => setSync({}),
    'habits.overview': ({ day }) => ({
      habits: [...habits.values()]
        .filter((habit) => !habit.archived)
        .map((habit) => ({
          habit,
          week: daysEndingOn(day, 7).map((known) => dayOf(habit, known)),
          period: null,
        })),
    }),
    'habits.list': () => ({ habits: [...habits.values()] }),
    'habits.create': (given) => {
      const habit: Habit = {
        ...given,
        archived: false,
        archivedOn: null,
        position: habits.size,
      };
      habits.set(habit.id, habit);
      changed('habits');
      return habit;
    },
    'habits.change': ({ id, ...change }) => {
      const habit: Habit = { ...found(habits.get(id)), ...change } as Habit;
      habits.set(id, habit);
      changed('habits');
      return habit;
    },
    'habits.standings': () => ({
      standings: [...habits.values()]
        .filter((habit) => !habit.archived)
        .map(({ id }) => ({ habitId: id, strength: 0, unit: 'day', streak: null })),
    }),
    'habits.arrange': ({ ids }) => {
      ids.forEach((id, position) => habits.set(id, { ...found(habits.get(id)), position }));
      changed('habits');
      return {};
    },
    'habits.remove': ({ id }) => {
      removedHabits.set(id, found(habits.get(id)));
      habits.delete(id);
      changed('habits');
      return {};
    },
    'habits.restore': ({ id }) => {
      const habit = found(removedHabits.get(id));
      removedHabits.delete(id);
      habits.set(id, habit);
      changed('habits');
      return habit;
    },
    'habits.removed': () => ({ habits: [...removedHabits.values()] }),
    'habits.check-in': checkIn,
    'habits.days': ({ id, from, to }) => ({
      days: daysEndingOn(to, daysBetween(from, to) + 1).map((day) => dayOf(found(habits.get(id)), day)),
    }),
    'habits.summary': ({ id }) => {
      const habit = found(habits.get(id));
      return {
        habit,
        firstDay: habit.startDay,
        strength: { now: 0, monthAgo: null, yearAgo: null },
        unit: 'day',
        current: null,
        best: [],
        year: { done: 0, due: 0 },
        total: { done: 0, due: 0, sum: 0 },
        weekdays: Array.from({ length: 7 }, () => ({ done: 0, due: 0, sum: 0 })),
        period: null,
        targets: [],
        pauses: [...pauses.values()].filter(({ habitId }) => habitId === null || habitId === id),
      };
    },
    'habits.strength': ({ to }) => ({ from: to, step: 1, values: [] }),
    'habits.history': () => ({ buckets: [] }),
    'habits.notes': ({ id }) => ({
      notes: [...checkIns].flatMap(([key, { note }]) => {
        const [habitId, day] = key.split(' ');
        return habitId === id && day !== undefined && note !== null ? [{ day, note }] : [];
      }),
    }),
    'habits.grid': ({ from, to, archived }) => ({
      habits: [...habits.values()]
        .filter((habit) => habit.archived === archived)
        .map((habit) => {
          const days = daysEndingOn(to, daysBetween(from, to) + 1).map((day) => dayOf(habit, day));
          return {
            habit,
            states: days.map(({ state }) => STATE_SIGNS[state]).join(''),
            amounts: days.flatMap(({ amount }, at) => (amount === null ? [] : [[at, amount] as [number, number]])),
            notes: days.flatMap(({ note }, at) => (note === null ? [] : [at])),
          };
        }),
    }),
    'habits.pauses': () => ({ pauses: [...pauses.values()] }),
    'habits.write-pause': (pause) => {
      pauses.set(pause.id, pause);
      changed('habits');
      return pause;
    },
    'habits.remove-pause': ({ id }) => {
      pauses.delete(id);
      changed('habits');
      return {};
    },
    'habits.timers': () => ({ timers: [...timers.values()] }),
    'habits.start-timer': ({ habitId, day }) => {
      const timer = timers.get(habitId) ?? { habitId, day, startedAt: nextInstant() };
      timers.set(habitId, timer);
      changed('habits');
      return timer;
    },
    'habits.stop-timer': ({ habitId, keep, minutes = 1 }) => {
      const { day } = found(timers.get(habitId));
      timers.delete(habitId);
      const kept = keep ? minutes : 0;
      return {
        day: keep ? checkIn({ habitId, day, mark: { type: 'done', amount: kept } }) : null,
        minutes: kept,
      };
    },
    'preferences.get': () => preferences,
    'preferences.change': (change) => {
      const chosen = { ...preferences, ...defined(change) };
      preferences = { ...chosen, firstWeekday: chosen.weekStart ?? chosen.firstWeekdayHere };
      queueMicrotask(() => emit('data.changed', { domains: ['preferences', 'habits'] }));
      return preferences;
    },
    'statistics.writing': ({ from, to }) => ({
      from: from ?? addDays(to, -29),
      to,
      first: null,
      total: { entries: 0, words: 0, days: 0, mood: null, moodDays: 0 },
      current: null,
      longest: null,
      grouping: 'day',
      series: [],
      weekdays: [],
      hours: [],
      tags: [],
    }),
    'insights.mood-habits': ({ from, to }) => ({ from: from ?? addDays(to, -29), to, moodDays: 0, habits: [] }),
    'insights.month': ({ month }) => {
      const none = { from: `${month}-01`, to: today, entries: 0, words: 0, days: 0, mood: null, moodDays: 0 };
      return {
        writing: none,
        before: none,
        longest: null,
        moods: [],
        habits: [],
        photos: [],
        photoCount: 0,
        lines: [],
      };
    },
    'spelling.words': () => ({ words: [...ownWords.values()] }),
    'spelling.add': ({ word }) => {
      if (!ownWords.has(foldWord(word))) ownWords.set(foldWord(word), word);
      changed('spelling');
      return {};
    },
    'spelling.remove': ({ word }) => {
      ownWords.delete(foldWord(word));
      changed('spelling');
      return {};
    },
    'backups.state': () => backups,
    'backups.run': () => backups,
    'backups.cancel': () => ({}),
    'backups.choose-folder': () => ({ isChosen: false, state: backups }),
    'backups.forget-folder': () => (backups = { ...backups, folder: null }),
    'backups.upload': () => ({}),
    'backups.append': () => ({}),
    'backups.inspect': () => ({}),
    'backups.look': () => {
      if (start.look === undefined) throw new AppFailure('backup-unrecognised');
      return start.look;
    },
    'backups.take': () => {
      setVault({ state: 'locked', reason: 'restored', retryAfterMs: 0 });
      return {};
    },
    'backups.drop': () => ({}),
    'backups.verify': () => ({
      versions: 1,
      records: 1,
      holds: { entries: 1, habits: 0, checkIns: 0, photos: 0 },
      unreadable: [],
      disagreeing: [],
      attachments: 0,
      incomplete: 0,
      pages: 0,
      remedy: null,
    }),
    'backups.repair': () => {
      setVault({ state: 'damaged', reason: null, retryAfterMs: 0 });
      return {};
    },
    'imports.open': () => ({}),
    'imports.piece': () => ({}),
    'imports.preview': () => {
      if (start.preview === undefined) throw new AppFailure('import-unrecognised');
      return imports.some(({ state }) => state === 'done') ? { ...start.preview, fresh: NO_COUNTS } : start.preview;
    },
    'imports.run': () => {
      const { format, fresh, firstDay, lastDay, problems, problemTallies } = found(start.preview);
      const id = crypto.randomUUID();
      const problemCount = problemTallies.reduce((sum, { count }) => sum + count, 0);
      imports.unshift({ id, format, startedAt: now, state: 'done', added: fresh, firstDay, lastDay, problemCount });
      return { id, added: fresh, alreadyThere: NO_COUNTS, problems, problemTallies };
    },
    'imports.cancel': () => ({}),
    'imports.problems': ({ importId }) => {
      const past = found(imports.find(({ id }) => id === importId));
      const { problems, problemTallies } = found(start.preview);
      return past.problemCount === 0 ? { problems: [], problemTallies: [] } : { problems, problemTallies };
    },
    'imports.list': () => ({ imports: [...imports] }),
    'imports.take-back': ({ importId }) => {
      const at = imports.findIndex(({ id }) => id === importId);
      const past = found(imports[at]);
      imports[at] = { ...past, state: 'taken-back', problemCount: 0 };
      return { takenBack: past.added, kept: NO_COUNTS };
    },
    'imports.close': () => ({}),
    'sample.state': () => ({
      isHere: hasSample,
      canLoad: !hasSample && entries.size + habits.size === 0,
      changed: { entries: 0, habits: 0 },
    }),
    'sample.load': () => {
      hasSample = true;
      emit('data.changed', { domains: ['entries', 'habits'] });
      return {};
    },
    'sample.cancel': () => ({}),
    'sample.remove': () => {
      hasSample = false;
      emit('data.changed', { domains: ['entries', 'habits'] });
      return { changed: { entries: 0, habits: 0 } };
    },
    'exports.estimate': () => ({
      entries: entries.size,
      habits: habits.size,
      checkIns: checkIns.size,
      media: 0,
      mediaBytes: 0,
      pictures: 0,
      pictureBytes: 0,
      allMedia: 0,
      allMediaBytes: 0,
      inTrash: 0,
      firstDay: [...entries.values()].map(({ day }) => day).toSorted()[0] ?? null,
      lastDay:
        [...entries.values()]
          .map(({ day }) => day)
          .toSorted()
          .at(-1) ?? null,
    }),
    'exports.run': () => ({
      isSaved: true,
      path: '/home/person/Downloads/export',
      bytes: 1234,
      counts: { entries: entries.size, habits: habits.size, checkIns: checkIns.size, media: 0, inTrash: 0 },
      skipped: [],
    }),
    'exports.cancel': () => ({}),
  };

  function needsVault(channel: Channel): boolean {
    return /^(entries|habits|preferences|imports|exports|insights|spelling|statistics|sync)\./.test(channel);
  }

  function answer(channel: Channel, payload: unknown): Result<unknown> {
    const failure = failures.get(channel);
    if (failure !== undefined) return { ok: false, error: failure };
    if (needsVault(channel) && vault.state !== 'unlocked') return err('vault-locked');
    try {
      return ok((handlers[channel] as (input: unknown) => unknown)(payload));
    } catch (error) {
      if (error instanceof AppFailure) return { ok: false, error: error.error };
      throw error;
    }
  }

  return {
    emit,
    calls,
    fail: (channel, error) => void (error === null ? failures.delete(channel) : failures.set(channel, error)),
    setVault: (state, reason) => void setVault({ state, reason, retryAfterMs: 0 }),
    invoke: async (channel, payload) => {
      calls.push({ channel, payload });
      await Promise.resolve();
      return Object.hasOwn(handlers, channel) ? answer(channel as Channel, payload) : err('unknown-channel');
    },
    on: (event, listener) => {
      const group = listeners.get(event) ?? new Set();
      listeners.set(event, group.add(listener));
      return () => void group.delete(listener);
    },
  };
}
