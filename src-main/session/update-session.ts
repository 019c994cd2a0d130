import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Handlers } from '../../src-shared/contract/index.ts';
import {
  MAX_RELEASE_NOTES,
  type UpdateFailure,
  type UpdateStatus,
  type updatesContract,
  type UpdatesState,
} from '../../src-shared/contract/updates.ts';
import { notesBetween } from '../../src-shared/domain/changelog.ts';
import { LANGUAGES, type ShippedLanguage } from '../../src-shared/intl/choose-language.ts';
import { compareVersions, isVersion } from '../../src-shared/domain/version.ts';
import { ok, type Result } from '../../src-shared/result.ts';
import { replaceFile } from '../profile/settings-file.ts';
import { UpdateError, type Updater } from '../updates/updater.ts';

/** Milliseconds from the start to the first look, and from one look to the next. */
const FIRST_LOOK_MS = 60_000;
const BETWEEN_LOOKS_MS = 24 * 60 * 60 * 1000;

export interface UpdateSessionOptions {
  readonly updater: Updater;
  /** Of this program. */
  readonly version: string;
  /** The CHANGELOG that this program came with, in a language; null: it has none. */
  readonly changelog: ((language: ShippedLanguage) => Promise<string>) | null;
  /** Of the words on the screen now. */
  readonly language: () => ShippedLanguage;
  /** `updates.json` of the profile: which version ran last, and when it last looked. */
  readonly path: string;
  /** Whether the person has turned on that it looks by itself. */
  readonly mayLook: () => boolean;
  /** Writes what is being typed and locks the vault, as the end of the app does. */
  readonly lock: () => Promise<void>;
  readonly now: () => number;
  readonly onState: (state: UpdatesState) => void;
  readonly log: (
    event: 'update-failed' | 'update-ready' | 'update-installing',
    fields: { readonly reason?: UpdateFailure; readonly version?: string },
  ) => void;
}

const memorySchema = z.object({
  version: z.string().max(100).refine(isVersion),
  checkedAt: z.iso.datetime().nullable().catch(null),
});

/** Newer versions of the program: looked for, fetched and put in place when a person says so, and by nobody's word otherwise. */
export class UpdateSession {
  readonly #options: UpdateSessionOptions;
  #status: UpdateStatus = { type: 'never' };
  #checkedAt: string | null = null;
  /** Since the last version that ran, in each language that says something of it; null: nothing, or it was seen. */
  #whatChanged: Readonly<Partial<Record<ShippedLanguage, string>>> | null = null;
  /** Of the check or the download that is at work. */
  #work: AbortController | null = null;
  #look: ReturnType<typeof setTimeout> | undefined;

  private constructor(options: UpdateSessionOptions) {
    this.#options = options;
  }

  /** Reads what an earlier start left, and notes that this version runs now. A file that is missing or unreadable: nothing is known. */
  static async open(options: UpdateSessionOptions): Promise<UpdateSession> {
    const session = new UpdateSession(options);
    const memory = await readMemory(options.path);
    session.#checkedAt = memory?.checkedAt ?? null;
    if (memory !== null && isVersion(options.version) && compareVersions(options.version, memory.version) > 0) {
      session.#whatChanged = await readNotes(options.changelog, memory.version, options.version);
    }
    // While it is to be shown it stays as it was: a start that ends at once must not lose it.
    if (session.#whatChanged === null && memory?.version !== options.version) await session.#remember();
    session.#plan(FIRST_LOOK_MS);
    return session;
  }

  get state(): UpdatesState {
    return {
      unavailable: this.#options.updater.unavailable,
      status: this.#status,
      checkedAt: this.#checkedAt,
      whatChanged: this.#notes(),
    };
  }

  readonly handlers: Handlers<keyof typeof updatesContract> = {
    'updates.state': async () => ok(this.state),

    'updates.check': async () => {
      if (this.#mayCheck()) void this.#check(false);
      return ok(this.state);
    },

    'updates.download': async () => {
      if (this.#status.type === 'available') void this.#download(this.#status);
      return ok(this.state);
    },

    'updates.cancel': async () => {
      this.#work?.abort();
      return ok(this.state);
    },

    'updates.install': () => this.#install(),

    'updates.seen': async () => {
      if (this.#whatChanged !== null) {
        this.#whatChanged = null;
        await this.#remember();
        this.#tell();
      }
      return ok(this.state);
    },
  };

  /** The person turned it on or off, or chose another language. */
  settingsChanged(): void {
    this.#plan(0);
    if (this.#whatChanged !== null) this.#tell();
  }

  /** The app ends. */
  end(): void {
    clearTimeout(this.#look);
    this.#work?.abort();
  }

  #notes(): UpdatesState['whatChanged'] {
    const notes = this.#whatChanged?.[this.#options.language()] ?? this.#whatChanged?.en;
    return notes === undefined ? null : { version: this.#options.version, notes };
  }

  #mayCheck(): boolean {
    const { type } = this.#status;
    const isFree = type === 'never' || type === 'none' || type === 'available' || type === 'failed';
    return isFree && this.#options.updater.unavailable === null;
  }

  /** Looks again a day after the last time, at the soonest in `soonest` milliseconds; not at all where that is off. */
  #plan(soonest: number): void {
    clearTimeout(this.#look);
    if (this.#options.updater.unavailable !== null || !this.#options.mayLook()) return;
    const last = this.#checkedAt === null ? 0 : Date.parse(this.#checkedAt);
    const since = this.#options.now() - last;
    // A clock that was set back must not put it off for years.
    const wait = since < 0 ? BETWEEN_LOOKS_MS : Math.max(soonest, BETWEEN_LOOKS_MS - since);
    this.#look = setTimeout(() => void this.#lookByItself(), wait);
    this.#look.unref();
  }

  async #lookByItself(): Promise<void> {
    if (!this.#options.mayLook()) return;
    if (this.#mayCheck()) await this.#check(true);
    this.#plan(BETWEEN_LOOKS_MS);
  }

  /** @param isQuiet nobody asked: that it failed is not said, and what was known stays */
  async #check(isQuiet: boolean): Promise<void> {
    const before = this.#status;
    const found = await this.#atWork({ type: 'checking' }, isQuiet ? before : null, before, (signal) =>
      this.#options.updater.check(signal),
    );
    if (found === undefined) return;
    this.#checkedAt = new Date(this.#options.now()).toISOString();
    await this.#remember();
    if (found === null) this.#enter({ type: 'none' });
    // The list is signed, but an old list is too.
    else if (!isVersion(found.version)) this.#fail('server');
    else if (compareVersions(found.version, this.#options.version) <= 0) this.#fail('older');
    else this.#enter({ type: 'available', version: found.version, notes: bounded(found.notes) });
  }

  async #download(available: UpdateStatus & { readonly type: 'available' }): Promise<void> {
    const { version, notes } = available;
    const downloading = (done: number, total: number | null): UpdateStatus => ({
      type: 'downloading',
      version,
      notes,
      done,
      total,
    });
    const done = await this.#atWork(downloading(0, null), null, available, async (signal) => {
      await this.#options.updater.download((bytes, total) => {
        if (this.#status.type === 'downloading' && !signal.aborted) this.#enter(downloading(bytes, total));
      }, signal);
      return true;
    });
    if (done === undefined) return;
    this.#options.log('update-ready', { version });
    this.#enter({ type: 'ready', version, notes });
  }

  async #install(): Promise<Result<UpdatesState>> {
    if (this.#status.type !== 'ready') return ok(this.state);
    const ready = this.#status;
    this.#enter({ type: 'installing', version: ready.version });
    try {
      // What is being typed comes first; whatever is at work ends with the lock.
      await this.#options.lock();
      this.#options.log('update-installing', { version: ready.version });
      this.#options.updater.install(() => {
        if (this.#status.type === 'installing') this.#enter(ready);
      });
    } catch (error) {
      this.#fail(reasonOf(error));
    }
    return ok(this.state);
  }

  /**
   * Does one thing at a time. @returns undefined where it came to nothing, and the status says so: cancelled is as it was before
   * @param onFailure the status in the place of a failure; null: the failure
   */
  async #atWork<T>(
    status: UpdateStatus,
    onFailure: UpdateStatus | null,
    onCancel: UpdateStatus,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    const controller = new AbortController();
    this.#work = controller;
    this.#enter(status);
    try {
      const result = await work(controller.signal);
      if (!controller.signal.aborted) return result;
      this.#enter(onCancel);
    } catch (error) {
      if (controller.signal.aborted) this.#enter(onCancel);
      else if (onFailure === null) this.#fail(reasonOf(error));
      else this.#enter(onFailure);
    } finally {
      if (this.#work === controller) this.#work = null;
    }
    return undefined;
  }

  #fail(reason: UpdateFailure): void {
    this.#options.log('update-failed', { reason });
    this.#enter({ type: 'failed', reason });
  }

  #enter(status: UpdateStatus): void {
    this.#status = status;
    this.#tell();
  }

  #tell(): void {
    this.#options.onState(this.state);
  }

  async #remember(): Promise<void> {
    const { path, version } = this.#options;
    const text = JSON.stringify({ version, checkedAt: this.#checkedAt }, null, 2);
    // Where nothing can be written it looks again sooner, and that is all.
    if (isVersion(version)) await replaceFile(path, text).catch(() => {});
  }
}

/** Null: there is nothing to say, which is no reason for a notice. */
async function readNotes(
  changelog: UpdateSessionOptions['changelog'],
  before: string,
  now: string,
): Promise<Partial<Record<ShippedLanguage, string>> | null> {
  const read = async (language: ShippedLanguage): Promise<string> => {
    const text = await changelog?.(language).catch(() => '');
    return bounded(notesBetween(text ?? '', before, now));
  };
  const all = await Promise.all(LANGUAGES.map(async (language) => [language, await read(language)] as const));
  const notes: Partial<Record<ShippedLanguage, string>> = Object.fromEntries(all.filter(([, text]) => text !== ''));
  // The others are made from the English ones.
  return notes.en === undefined ? null : notes;
}

async function readMemory(path: string): Promise<z.infer<typeof memorySchema> | null> {
  try {
    return memorySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

const reasonOf = (error: unknown): UpdateFailure => (error instanceof UpdateError ? error.reason : 'internal');

/** Cut where it is too long, between two lines. */
function bounded(notes: string): string {
  if (notes.length <= MAX_RELEASE_NOTES) return notes;
  const cut = notes.slice(0, MAX_RELEASE_NOTES - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf('\n'), 0) || cut.length)}\n…`;
}
