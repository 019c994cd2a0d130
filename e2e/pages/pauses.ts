import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export interface PauseWords {
  /** A habit's name; left out: as it is. */
  readonly habit?: string;
  readonly from: string;
  /** Null: until it is ended. */
  readonly to: string | null;
  readonly reason?: string;
}

/** The list of pauses behind the Habits page, and the dialog that makes or changes one. */
export class Pauses {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get list(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Pauses' });
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: /^(New|Edit) pause$/ });
  }

  of(time: 'Running' | 'Planned' | 'Past'): Locator {
    return this.list.getByRole('list', { name: time }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Pauses…' }).click();
  }

  /** With the list open. */
  async begin(): Promise<void> {
    await this.list.getByRole('button', { name: 'New pause' }).click();
  }

  async fillIn({ habit, from, to, reason }: PauseWords): Promise<void> {
    const untilEnded = this.dialog.getByLabel('Until I end it');
    if (habit !== undefined) await this.dialog.getByLabel('What to pause').selectOption(habit);
    await this.dialog.getByLabel('From').fill(from);
    await untilEnded.setChecked(to === null);
    if (to !== null) await this.dialog.getByLabel('To', { exact: true }).fill(to);
    if (reason !== undefined) await this.dialog.getByLabel('Reason').fill(reason);
  }

  press(button: 'Pause' | 'Save' | 'Cancel'): Promise<void> {
    return this.dialog.getByRole('button', { name: button, exact: true }).click();
  }

  async make(): Promise<void> {
    await this.press('Pause');
    await expect(this.dialog).toBeHidden();
  }
}
