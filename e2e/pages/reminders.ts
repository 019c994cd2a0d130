import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;
type BridgedWindow = Window & { daygrove: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> } };

/** The cards of reminders, and their settings. */
export class Reminders {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get cards(): Locator {
    return this.#app.page.getByRole('region', { name: 'Reminders' }).getByRole('listitem');
  }

  card(name: string): Locator {
    return this.cards.filter({ hasText: name });
  }

  answer(
    name: string,
    answer: 'Done' | 'Skip today' | 'In 15 minutes' | 'In an hour' | 'Put the reminder away',
  ): Locator {
    return this.card(name).getByRole('button', { name: answer });
  }

  setting(name: 'Remind of habits' | 'Name the habit in notifications' | 'Remind while Daygrove is locked'): Locator {
    return this.#app.page.getByRole('checkbox', { name });
  }

  /** A habit with a reminder for every day, made past its dialog. */
  async create(name: string, time: string, kind: object = { type: 'yes-no' }): Promise<void> {
    const [hours, minutes] = time.split(':').map(Number);
    const reminders = [{ minute: hours! * 60 + minutes!, days: [1, 2, 3, 4, 5, 6, 7] }];
    await this.#app.page.evaluate(
      async (input) => {
        const { daygrove } = window as unknown as BridgedWindow;
        const { ok } = await daygrove.invoke('habits.create', { id: crypto.randomUUID(), ...input });
        if (!ok) throw new Error('The habit was not made.');
      },
      { name, question: '', schedule: { type: 'daily' }, startDay: '2026-11-01', kind, reminders },
    );
  }

  /** What the app's own clock says, milliseconds since the epoch. */
  now(): Promise<number> {
    return this.#app.page.evaluate(async () => {
      const { daygrove } = window as unknown as BridgedWindow;
      const today = (await daygrove.invoke('app.today', {})) as unknown as { value: { now: string } };
      return Date.parse(today.value.now);
    });
  }
}
