import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

interface Bridge {
  invoke(channel: string, input: unknown): Promise<{ ok: boolean; value: unknown; error: unknown }>;
}

/** Asks the app past the page, for a history that nobody could tick in a spec. */
export async function ask<T>({ page }: Shown, channel: string, input: unknown): Promise<T> {
  return page.evaluate(
    async ([to, given]) => {
      const { daygrove } = window as unknown as { daygrove: Bridge };
      const result = await daygrove.invoke(to, given);
      if (!result.ok) throw new Error(`${to}: ${JSON.stringify(result.error)}`);
      return result.value as never;
    },
    [channel, input] as const,
  ) as Promise<T>;
}

export interface Logged {
  readonly day: string;
  readonly mark?: unknown;
  readonly note?: string;
}

/** Makes a habit with a history. Answers with its id. */
export async function makeHabit(app: Shown, habit: object, logged: readonly Logged[] = []): Promise<string> {
  const id = crypto.randomUUID();
  const words = { name: 'Stretch', question: '', schedule: { type: 'daily' }, startDay: '2026-01-01' };
  await ask(app, 'habits.create', { ...words, ...habit, id });
  await app.page.evaluate(
    async ([habitId, days]) => {
      const { daygrove } = window as unknown as { daygrove: Bridge };
      for (const day of days) await daygrove.invoke('habits.check-in', { habitId, ...day });
    },
    [id, logged] as const,
  );
  return id;
}

export class HabitView {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get main(): Locator {
    return this.#app.page.getByRole('main');
  }

  get heading(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }

  /** The sentence below the name. */
  get when(): Locator {
    return this.heading.locator('+ p');
  }

  get figures(): Locator {
    return this.main.getByRole('list', { name: 'In numbers' }).getByRole('listitem');
  }

  get grid(): Locator {
    return this.main.getByRole('grid');
  }

  cell(day: string): Locator {
    return this.grid.locator(`[data-day="${day}"]`);
  }

  get focusedCell(): Locator {
    return this.grid.locator('[role=gridcell]:focus');
  }

  get editor(): Locator {
    return this.#app.page.getByRole('dialog', { name: /day, \w+ \d+, \d{4}$/u });
  }

  section(name: string | RegExp): Locator {
    return this.main.getByRole('region', { name });
  }

  chart(name: string): Locator {
    return this.section(name).getByRole('slider');
  }

  /** The line above a chart. */
  readout(name: string | RegExp): Locator {
    return this.section(name).locator('p').first();
  }

  /** From anywhere. */
  async open(name: string): Promise<void> {
    const { page } = this.#app;
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Command' }).fill(name);
    await page.getByRole('option', { name: `Habit: ${name}`, exact: true }).click();
    await expect(this.heading).toHaveText(name);
  }
}
