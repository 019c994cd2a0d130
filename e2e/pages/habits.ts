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

  /** Habits by days. */
  get grid(): Locator {
    return this.#app.page.getByRole('grid', { name: 'Habits' });
  }

  /** The rows of the habits, without the headings of groups. */
  get active(): Locator {
    const more = this.#app.page.getByRole('button', { name: /^More for / });
    return this.grid.getByRole('row').filter({ has: more });
  }

  row(name: string): Locator {
    return this.active.filter({ has: this.#app.page.getByRole('rowheader', { name: new RegExp(`^${name}, `) }) });
  }

  name(name: string): Locator {
    return this.row(name).getByRole('rowheader');
  }

  more(name: string): Locator {
    return this.row(name).getByRole('button', { name: `More for ${name}` });
  }

  /** `day` as the cell says it: `Thursday November 19`. */
  cell(name: string, day: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${name}, ${day}, `) });
  }

  get menu(): Locator {
    return this.#app.page.getByRole('menu');
  }

  async choose(name: string, choice: string): Promise<void> {
    await this.more(name).click();
    await this.menu.getByRole('menuitem', { name: choice }).click();
  }

  /** With the archive unfolded. */
  get archived(): Locator {
    return this.#app.page.getByRole('list', { name: 'Archived' }).getByRole('listitem');
  }

  async showArchived(): Promise<void> {
    await this.#app.page.getByRole('button', { name: /^Archived, / }).click();
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
