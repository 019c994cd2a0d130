import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Search {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get field(): Locator {
    return this.#app.page.getByRole('combobox', { name: 'Search all entries' });
  }

  get hits(): Locator {
    return this.#app.page.getByRole('listbox', { name: 'Entries found' }).getByRole('option');
  }

  /** What is marked as a match in a hit. */
  matches(index: number): Locator {
    return this.hits.nth(index).locator('mark');
  }

  get list(): Locator {
    return this.#app.page.getByRole('listbox', { name: 'Entries found' });
  }

  get paneHeading(): Locator {
    return this.#app.page.getByRole('region', { name: 'The entry' }).getByRole('heading', { level: 2 });
  }

  get paneText(): Locator {
    return this.#app.page.getByRole('region', { name: 'The entry' }).getByRole('textbox', { name: /^Entry/ });
  }
}
