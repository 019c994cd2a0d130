import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Journal {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** Newest first; each is named by its day and time. */
  get entries(): Locator {
    return this.#app.page.getByRole('feed', { name: 'Entries' }).getByRole('article');
  }

  get count(): Locator {
    return this.#app.page.getByRole('main').getByText(/^\d[\d,.]* (entry|entries)$/);
  }

  open(index: number): Promise<void> {
    return this.entries.nth(index).getByRole('button').click();
  }

  /** The chosen entry, beside the list. */
  get pane(): Locator {
    return this.#app.page.getByRole('region', { name: 'The entry' });
  }

  get paneText(): Locator {
    return this.pane.getByRole('textbox', { name: /^Entry/ });
  }
}
