import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** What is shown instead of the vault when its file does not open. */
export class Damage {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get heading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'The vault file is damaged' });
  }

  /** What the vault can be rebuilt from. */
  source(name: RegExp): Locator {
    return this.#app.page.getByRole('group', { name: 'Rebuild the vault from' }).getByRole('radio', { name });
  }

  async rebuild(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Rebuild' }).click();
  }

  async notNow(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Not now, lock again' }).click();
  }

  get rebuiltHeading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'The vault is rebuilt' });
  }

  async goOn(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Go on' }).click();
  }
}
