import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Marked words, their menu, and the person's own words in the settings. */
export class Spelling {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** Every marked word on the screen. */
  get marks(): Locator {
    return this.#app.page.locator('[data-misspelt]');
  }

  mark(word: string): Locator {
    return this.marks.filter({ hasText: word });
  }

  get menu(): Locator {
    return this.#app.page.getByRole('menu', { name: /^Spelling of / });
  }

  item(name: string): Locator {
    return this.menu.getByRole('menuitem', { name, exact: true });
  }

  get isOn(): Locator {
    return this.#app.page.getByRole('checkbox', { name: 'Check spelling' });
  }

  get words(): Locator {
    return this.#app.page.getByRole('list', { name: 'Your dictionary' }).getByRole('listitem');
  }
}
