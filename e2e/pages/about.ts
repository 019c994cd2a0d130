import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Settings > About, and what opens from there. */
export class About {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'About' });
  }

  get openLicences(): Locator {
    return this.section.getByRole('button', { name: 'Licences' });
  }

  get licences(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Licences' });
  }

  get search(): Locator {
    return this.licences.getByLabel('Find by name or licence');
  }

  get packages(): Locator {
    return this.licences.getByRole('listitem');
  }

  /** The words of the licence of a package that is open. */
  words(name: string): Locator {
    return this.licences.getByRole('group', { name: `Licence of ${name}` });
  }
}
