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

  /** What chooses an entry, and takes the focus in the list. */
  row(index: number): Locator {
    return this.entries.nth(index).getByRole('button');
  }

  /** The same by what the entry says, wherever it stands in a long list. */
  rowOf(text: string | RegExp): Locator {
    return this.entries.filter({ hasText: text }).getByRole('button');
  }

  open(index: number): Promise<void> {
    return this.row(index).click();
  }

  /** What is behind the journal. */
  part(name: 'Starred' | 'Tags' | 'Photos' | 'Trash'): Locator {
    return this.#app.page
      .getByRole('navigation', { name: 'Parts of the journal' })
      .getByRole('button', { name, exact: true });
  }

  openTrash(): Promise<void> {
    return this.part('Trash').click();
  }

  /** Begins or ends the choice of several entries. */
  get select(): Locator {
    return this.#app.page.getByRole('main').getByRole('button', { name: /^(Select|Done)$/ });
  }

  /** How many are chosen, and what to do with them. */
  get bar(): Locator {
    return this.#app.page.getByRole('group', { name: 'Selected entries' });
  }

  back(): Promise<void> {
    return this.pane.getByRole('button', { name: 'Back to the journal' }).click();
  }

  /** The chosen entry, beside the list. */
  get pane(): Locator {
    return this.#app.page.getByRole('region', { name: 'The entry' });
  }

  get paneHeading(): Locator {
    return this.pane.getByRole('heading', { level: 2 });
  }

  get paneText(): Locator {
    return this.pane.getByRole('textbox', { name: /^Entry/ });
  }
}
