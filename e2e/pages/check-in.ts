import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Habit, Mark } from '../../src-shared/contract/habits.ts';
import type { Bridge } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import type { AppUnderTest } from '../fixtures.ts';
import { Today } from './today.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Calls over the bridge, as the page itself does. */
function invoke(page: Page, channel: string, payload: object): Promise<Result<unknown>> {
  return page.evaluate(
    ([name, input]) => (window as unknown as { readonly daygrove: Bridge }).daygrove.invoke(name, input),
    [channel, payload] as const,
  );
}

let made = 0;

/** The rows of the Today page by hand and by key, and the small dialogs that belong to them. */
export class CheckIns {
  readonly #app: Shown;
  readonly today: Today;

  constructor(app: Shown) {
    this.#app = app;
    this.today = new Today(app);
  }

  /** Makes a habit without the dialog, which has specs of its own. Answers with its id. */
  async make(name: string, words: Partial<Habit> = {}): Promise<string> {
    made += 1;
    const id = `20000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
    const result = await invoke(this.#app.page, 'habits.create', {
      id,
      name,
      question: '',
      schedule: { type: 'daily' },
      startDay: '2026-11-22',
      ...words,
    });
    expect(result.ok, JSON.stringify(result)).toBe(true);
    await expect(this.today.habit(name)).toBeVisible();
    return id;
  }

  /** Logs a day without the page. */
  async log(habitId: string, day: string, mark: Mark, note?: string): Promise<void> {
    const result = await invoke(this.#app.page, 'habits.check-in', {
      habitId,
      day,
      mark,
      ...(note === undefined ? {} : { note }),
    });
    expect(result.ok, JSON.stringify(result)).toBe(true);
  }

  button(habit: string, name: string | RegExp): Locator {
    return this.today.habit(habit).getByRole('button', { name });
  }

  /** The amount of a row, once it is a field. */
  field(habit: string): Locator {
    return this.today.habit(habit).getByRole('textbox', { name: `${habit}, amount on this day` });
  }

  get menu(): Locator {
    return this.#app.page.getByRole('menu');
  }

  dialog(name: string | RegExp): Locator {
    return this.#app.page.getByRole('dialog', { name });
  }

  /** Of the month of other days. */
  day(name: string | RegExp): Locator {
    return this.#app.page.getByRole('grid').getByRole('button', { name });
  }

  notice(text: string | RegExp): Locator {
    return this.#app.page.getByRole('region', { name: 'Notices' }).getByText(text);
  }

  async choose(habit: string, item: string): Promise<void> {
    await this.today.openMenu(habit);
    await this.today.menuItem(item).click();
  }
}
