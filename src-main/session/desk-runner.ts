import type { Settings } from '../../src-shared/contract/app.ts';
import type { DataDomain } from '../../src-shared/contract/events.ts';
import type { HabitOverview } from '../../src-shared/contract/habits.ts';
import type { VaultState } from '../../src-shared/contract/vault.ts';
import type { Day } from '../../src-shared/domain/day.ts';
import type { Result } from '../../src-shared/result.ts';
import type { Desk, TrayChoice } from '../host.ts';
import type { MainWords } from '../words.ts';
import type { PlaceKeeper } from './place-keeper.ts';
import { outsideDay, trayMenu, type OutsideDay } from './tray-model.ts';

/** Milliseconds between two looks at the clock: a new day, sleep and another zone are noticed that soon. */
const LOOK_EVERY_MS = 30_000;

export interface DeskRunnerOptions {
  readonly desk: Desk;
  readonly settings: () => Pick<Settings, 'tray' | 'trayNames' | 'badge'>;
  readonly vault: () => VaultState['state'];
  readonly today: () => Promise<Day>;
  readonly storage: {
    overview(day: Day): Promise<Result<{ readonly habits: readonly HabitOverview[] }>>;
    checkIn(habitId: string, day: Day, mark: 'done' | 'clear'): Promise<Result<unknown>>;
  };
  readonly places: Pick<PlaceKeeper, 'open' | 'capture' | 'tell'>;
  readonly hasCapture: boolean;
  readonly words: () => MainWords;
  readonly focusWindow: () => void;
  readonly lock: () => void;
  /** Runs the work once, in so many milliseconds. Returns what calls it off. */
  readonly schedule?: (work: () => void, milliseconds: number) => () => void;
}

const setTimer = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/**
 * Keeps what stands outside of the window (the tray, the number on the icon) as the vault has it, and does what is chosen there. It asks the storage process while the vault
 * is open and something is to be shown, and forgets all of it at the lock.
 */
export class DeskRunner {
  readonly #options: DeskRunnerOptions;
  readonly #schedule: NonNullable<DeskRunnerOptions['schedule']>;
  #today: OutsideDay | null = null;
  /** Counts locks and ends: an answer from before one is nobody's. */
  #sitting = 0;
  #asking: 'no' | 'now' | 'again' = 'no';
  #callOff: (() => void) | null = null;
  #ended = false;
  #shown = '';

  constructor(options: DeskRunnerOptions) {
    this.#options = options;
    this.#schedule = options.schedule ?? setTimer;
    options.desk.onChoice((choice) => void this.#heed(choice));
    this.#show();
  }

  /** Called with every state of the vault; at a lock before the storage process ends. */
  vaultChanged(): void {
    this.#sitting += 1;
    this.#asking = 'no';
    this.#callOff?.();
    this.#callOff = null;
    this.#today = null;
    this.#show();
    void this.#ask();
  }

  changed(domains: readonly DataDomain[]): void {
    if (domains.some((domain) => domain === 'habits' || domain === 'preferences')) void this.#ask();
  }

  settingsChanged(): void {
    if (!this.#isWanted()) this.#today = null;
    this.#show();
    void this.#ask();
  }

  end(): void {
    this.#ended = true;
    this.#sitting += 1;
    this.#callOff?.();
    this.#today = null;
    this.#options.desk.showBadge(0, '');
    this.#options.desk.showTray(null);
  }

  #isWanted(): boolean {
    const { tray, badge } = this.#options.settings();
    return !this.#ended && (tray || badge) && this.#options.vault() === 'unlocked';
  }

  /** What is asked for meanwhile is asked once more behind it. */
  async #ask(): Promise<void> {
    if (!this.#isWanted()) return;
    if (this.#asking !== 'no') {
      this.#asking = 'again';
      return;
    }
    const sitting = this.#sitting;
    do {
      this.#asking = 'now';
      const day = await this.#options.today();
      if (sitting !== this.#sitting) return;
      const found = await this.#options.storage.overview(day);
      if (sitting !== this.#sitting) return;
      // Without an answer, what was known stays until the next look.
      if (found.ok && this.#isWanted()) this.#today = outsideDay(day, found.value.habits);
    } while (this.#isAskedAgain());
    this.#asking = 'no';
    this.#show();
    this.#lookLater();
  }

  #isAskedAgain(): boolean {
    return this.#asking === 'again';
  }

  #lookLater(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (!this.#isWanted()) return;
    const sitting = this.#sitting;
    this.#callOff = this.#schedule(() => {
      if (sitting !== this.#sitting) return;
      void this.#options.today().then((day) => {
        if (sitting !== this.#sitting) return;
        if (day === this.#today?.day) this.#lookLater();
        else void this.#ask();
      });
    }, LOOK_EVERY_MS);
  }

  /** `again`: also what is shown already, because a menu of the system's marks a tick by itself. */
  #show(again = false): void {
    if (this.#ended) return;
    const { desk, settings, vault, hasCapture, words } = this.#options;
    const { tray, trayNames, badge } = settings();
    const { say } = words();
    const menu = tray ? trayMenu({ vault: vault(), today: this.#today, names: trayNames, hasCapture, say }) : null;
    const count = badge ? (this.#today?.open ?? 0) : 0;
    const shown = JSON.stringify([menu, count]);
    if (shown === this.#shown && !again) return;
    this.#shown = shown;
    desk.showTray(menu);
    desk.showBadge(count, say('badge.open', { count }));
  }

  async #heed(choice: TrayChoice): Promise<void> {
    const { desk, places, focusWindow, lock } = this.#options;
    switch (choice.type) {
      case 'tick':
        await this.#tick(choice.habitId, choice.day, choice.isDone);
        break;
      case 'habit':
        places.open({ type: 'habit', id: choice.id });
        break;
      case 'new-entry':
        places.open({ type: 'new-entry' });
        break;
      case 'capture':
        places.capture();
        break;
      case 'open':
        focusWindow();
        break;
      case 'lock':
        lock();
        break;
      case 'quit':
        desk.quit();
        break;
    }
  }

  /** A vault that was locked since the menu came up has no key for it: the window comes, and says why. */
  async #tick(habitId: string, day: Day, isDone: boolean): Promise<void> {
    const { storage, places, vault } = this.#options;
    const result =
      vault() === 'unlocked'
        ? await storage.checkIn(habitId, day, isDone ? 'done' : 'clear')
        : ({ ok: false } as const);
    this.#show(true);
    if (!result.ok) places.tell('tick-failed');
  }
}
