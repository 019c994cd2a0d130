import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** The Habits page, and the dialog that makes or changes a habit from anywhere. */
export class Habits {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: /New habit|Edit habit/ });
  }

  get active(): Locator {
    return this.#app.page.getByRole('list', { name: 'Habits' }).getByRole('listitem');
  }

  get archived(): Locator {
    return this.#app.page.getByRole('list', { name: 'Archived' }).getByRole('listitem');
  }

  /** The button of a notice about a change. */
  get undo(): Locator {
    return this.#app.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
  }

  /** With the dialog open. */
  async fillIn(name: string, schedule?: { readonly howOften: string; readonly times?: number }): Promise<void> {
    await this.dialog.getByLabel('Name').fill(name);
    if (schedule !== undefined) {
      await this.dialog.getByLabel('How often').selectOption(schedule.howOften);
      if (schedule.times !== undefined) await this.dialog.getByLabel('How many times').fill(String(schedule.times));
    }
    await this.dialog.getByRole('button', { name: /Begin habit|Save/ }).click();
    await expect(this.dialog).toBeHidden();
  }

  async create(name: string, schedule?: { readonly howOften: string; readonly times?: number }): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'New habit' }).first().click();
    await this.fillIn(name, schedule);
  }
}
