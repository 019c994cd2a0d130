import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Trash {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get heading(): Locator {
    return this.#app.page.getByRole('heading', { level: 1, name: 'Trash' });
  }

  /** The last one thrown away first. */
  get entries(): Locator {
    return this.#app.page.getByRole('list', { name: 'Entries in the trash' }).getByRole('listitem');
  }

  putBack(index: number): Locator {
    return this.entries.nth(index).getByRole('button', { name: /^Put back/ });
  }

  erase(index: number): Locator {
    return this.entries.nth(index).getByRole('button', { name: /^Erase for good/ });
  }

  get empty(): Locator {
    return this.#app.page.getByRole('main').getByRole('button', { name: 'Empty the trash…' });
  }

  /** What asks before anything is erased. */
  get question(): Locator {
    return this.#app.page.getByRole('dialog', { name: /^Erase / });
  }
}
