import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class MonthReview {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** The month's name. */
  get heading(): Locator {
    return this.#app.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get previous(): Locator {
    return this.#app.page.getByRole('button', { name: 'Previous month' });
  }

  get next(): Locator {
    return this.#app.page.getByRole('button', { name: 'Next month' });
  }

  get print(): Locator {
    return this.#app.page.getByRole('button', { name: 'Print' });
  }

  get figures(): Locator {
    return this.#app.page.getByRole('list', { name: 'In numbers' }).getByRole('listitem');
  }

  get grid(): Locator {
    return this.#app.page.getByRole('table', { name: /, day by day$/u });
  }

  /** What a row says on each day, and behind the days: done, strength. */
  async row(name: string): Promise<string[]> {
    const cells = this.grid.getByRole('row', { name: new RegExp(`^${name}`, 'u') }).getByRole('cell');
    return (await cells.allTextContents()).map((text) => text.trim());
  }

  /** Each leads to its day. */
  get lines(): Locator {
    return this.#app.page.getByRole('region', { name: 'In first lines' }).getByRole('button');
  }

  get photos(): Locator {
    return this.#app.page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
  }
}
