import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Settings {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  theme(name: 'Like the system' | 'Light' | 'Dark'): Locator {
    return this.#app.page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name });
  }

  get celebrations(): Locator {
    return this.#app.page.getByRole('checkbox', { name: 'Celebrate when a habit is done' });
  }

  get lockByItself(): Locator {
    return this.#app.page.getByLabel('Lock by itself');
  }

  /** Taken when the field is left. */
  get dayEndsAt(): Locator {
    return this.#app.page.getByLabel('Day ends at');
  }

  get weekStart(): Locator {
    return this.#app.page.getByLabel('Weeks start on');
  }

  get host(): Locator {
    return this.#app.page.getByText(/^Running /);
  }
}
