import type { Settings } from '../../src-shared/contract/app.ts';
import type { ReminderAnswer, ReminderCard, RemindersState } from '../../src-shared/contract/reminders.ts';
import type { Day } from '../../src-shared/domain/day.ts';
import type { WallTime } from '../../src-shared/domain/reminders.ts';
import type { Notifier, SystemNotification } from '../host.ts';
import type { MainWords } from '../words.ts';

/** What a person wrote of a habit, and what they can answer. Main knows it only while the vault is open. */
export interface HabitWords {
  readonly name: string;
  readonly question: string;
  readonly canBeDone: boolean;
  readonly canBeSkipped: boolean;
}

export interface ReminderDisplayOptions {
  readonly notifier: Notifier | null;
  readonly settings: () => Pick<Settings, 'reminderNames' | 'remindersWhileLocked'>;
  readonly words: () => MainWords;
  readonly onState: (state: RemindersState) => void;
  /** The day that an answer counts for: another one, once the day’s end is moved. */
  readonly dayOf: (ring: WallTime) => Day;
}

/** Of the notification, or the card, that stands for habits without naming them. */
const TOGETHER = 'waiting';
const PROBLEM = 'problem';

/** A reminder that rang and has no answer yet. */
interface Waiting {
  readonly ring: WallTime;
  /** The notification that stands for it; null: it waits in the page. */
  readonly notification: string | null;
}

/**
 * Where reminders that rang are seen: in notifications of the system, or in the page where the host has none, where the system did not show one, and from the moment
 * that a person came back to the window. A habit is there once, however often it rang.
 */
export class ReminderDisplay {
  readonly #options: ReminderDisplayOptions;
  readonly #waiting = new Map<string, Waiting>();
  /** Keys of notifications that name a habit. */
  readonly #naming = new Set<string>();
  readonly #shown = new Set<string>();
  #words: ReadonlyMap<string, HabitWords> | null = null;
  #said = '[]';

  constructor(options: ReminderDisplayOptions) {
    this.#options = options;
  }

  get rings(): WallTime[] {
    return [...this.#waiting.values()].map(({ ring }) => ring);
  }

  get state(): RemindersState {
    const { notifier } = this.#options;
    return {
      cards: this.#cards(),
      shownBy: notifier === null ? 'page' : 'system',
      hasButtons: notifier?.hasButtons ?? true,
    };
  }

  /** The vault is open, or a plan was made anew: these are its habits' words. */
  learn(words: ReadonlyMap<string, HabitWords>): void {
    this.#words = words;
    this.#tell();
  }

  /** The person is here: what waited for them comes into the page. */
  comeBack(): void {
    this.intoPage([...this.#waiting.keys()]);
  }

  /** The vault locks: nothing that it holds stays in memory or on the screen. */
  forget(): void {
    this.#words = null;
    this.settingsChanged();
  }

  /** What may not be seen any more is taken away. */
  settingsChanged(): void {
    const { reminderNames, remindersWhileLocked } = this.#options.settings();
    if (this.#words === null && !remindersWhileLocked) this.intoPage([...this.#waiting.keys()]);
    else if (this.#words === null || !reminderNames) this.#withoutNames();
    this.#tell();
  }

  /** They ring now. */
  ring(rings: readonly WallTime[]): void {
    const { notifier, settings } = this.#options;
    const isApart = this.#words !== null && (settings().reminderNames || rings.length === 1);
    for (const ring of rings) {
      const notification = notifier === null ? null : isApart ? ring.habitId : TOGETHER;
      this.#waiting.set(ring.habitId, { ring, notification });
    }
    this.#closeUnused();
    if (notifier !== null) {
      if (isApart) for (const ring of rings) notifier.show(this.#notificationOf(ring));
      else this.#showTogether(false);
    }
    this.#tell();
  }

  /** They wait no more. */
  remove(habitIds: readonly string[]): void {
    if (habitIds.length === 0) return;
    for (const habitId of habitIds) this.#waiting.delete(habitId);
    this.#closeUnused();
    this.#tell();
  }

  /** What a card or a notification stands for. */
  standsFor(key: string, where: 'page' | 'system'): WallTime[] {
    return [...this.#waiting.values()]
      .filter(({ ring, notification }) =>
        where === 'system'
          ? notification === key
          : notification === null && (ring.habitId === key || (key === TOGETHER && this.#words === null)),
      )
      .map(({ ring }) => ring);
  }

  /** From the system's hands into the page. */
  intoPage(habitIds: readonly string[]): void {
    for (const habitId of habitIds) this.#place(habitId, null);
    this.#closeUnused();
    this.#tell();
  }

  tellFailure(): void {
    const { say } = this.#options.words();
    const title = say('reminder.failedTitle');
    this.#options.notifier?.show({
      key: PROBLEM,
      title,
      body: say('reminder.failedBody'),
      buttons: [],
      silent: false,
    });
  }

  end(): void {
    this.remove([...this.#waiting.keys()]);
    this.#options.notifier?.close(PROBLEM);
  }

  /** Names are not to be seen any more: what named a habit says without a sound that something waits. */
  #withoutNames(): void {
    if (this.#naming.size === 0) return;
    for (const [habitId, { notification }] of this.#waiting) {
      if (notification !== null) this.#place(habitId, TOGETHER);
    }
    this.#closeUnused();
    this.#showTogether(true);
  }

  #place(habitId: string, notification: string | null): void {
    const waiting = this.#waiting.get(habitId);
    if (waiting !== undefined) this.#waiting.set(habitId, { ...waiting, notification });
  }

  /** Takes back every notification that stands for nothing any more. */
  #closeUnused(): void {
    const used = new Set([...this.#waiting.values()].map(({ notification }) => notification));
    for (const key of this.#shown) {
      if (used.has(key)) continue;
      this.#shown.delete(key);
      this.#naming.delete(key);
      this.#options.notifier?.close(key);
    }
  }

  #showTogether(silent: boolean): void {
    const rings = this.standsFor(TOGETHER, 'system');
    if (rings.length === 0) return;
    const [first] = rings;
    const { say } = this.#options.words();
    const which = say(this.#words === null ? 'reminder.unlockToSee' : 'reminder.seeWhich');
    this.#shown.add(TOGETHER);
    this.#options.notifier?.show({
      key: TOGETHER,
      title: say('reminder.waiting', { count: rings.length }),
      body: rings.length === 1 ? this.#setFor(first!.minute) : which,
      buttons: buttons(['snooze', 'snooze-hour'], say),
      silent,
    });
  }

  #notificationOf({ habitId, minute }: WallTime): SystemNotification {
    const { say } = this.#options.words();
    const words = this.#words?.get(habitId);
    const isNamed = words !== undefined && this.#options.settings().reminderNames;
    this.#shown.add(habitId);
    if (isNamed) this.#naming.add(habitId);
    else this.#naming.delete(habitId);
    const answers: ReminderAnswer[] = ['snooze', 'snooze-hour'];
    if (words?.canBeDone === true) answers.unshift('done');
    if (words?.canBeSkipped === true) answers.push('skip');
    return {
      key: habitId,
      title: isNamed ? words.name : say('reminder.waiting', { count: 1 }),
      body: isNamed ? words.question || say('reminder.dueToday') : this.#setFor(minute),
      buttons: buttons(answers, say),
      silent: false,
    };
  }

  /** @param minute of the day */
  #setFor(minute: number): string {
    const { say, language } = this.#options.words();
    return say('reminder.setFor', { time: timeText(minute, language.locale) });
  }

  #cards(): ReminderCard[] {
    const rings = [...this.#waiting.values()]
      .filter(({ notification }) => notification === null)
      .map(({ ring }) => ring);
    const words = this.#words;
    if (words === null) {
      const isSaid = rings.length > 0 && this.#options.settings().remindersWhileLocked;
      return isSaid ? [{ key: TOGETHER, habit: null, count: rings.length }] : [];
    }
    return rings.flatMap((ring): ReminderCard[] => {
      const { habitId } = ring;
      const known = words.get(habitId);
      if (known === undefined) return [];
      return [{ key: habitId, habit: { id: habitId, day: this.#options.dayOf(ring), ...known }, count: 1 }];
    });
  }

  #tell(): void {
    const { state } = this;
    const said = JSON.stringify(state.cards);
    if (said === this.#said) return;
    this.#said = said;
    this.#options.onState(state);
  }
}

/** `07:30`, `7:30 AM`. @param minute of the day */
function timeText(minute: number, locale: string): string {
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, options).format(minute * 60_000);
}

function buttons(answers: readonly ReminderAnswer[], say: MainWords['say']): SystemNotification['buttons'] {
  return answers.flatMap((answer) => (answer === 'dismiss' ? [] : [{ answer, label: say(`reminder.${answer}`) }]));
}
