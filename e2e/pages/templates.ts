import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Templates {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get picker(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Insert a template' });
  }

  get options(): Locator {
    return this.picker.getByRole('option');
  }

  get preview(): Locator {
    return this.picker.getByRole('region', { name: 'What it inserts' });
  }

  /** Where one is written or changed. */
  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: /^(New template|Change the template)$/ });
  }

  get name(): Locator {
    return this.dialog.getByLabel('Name');
  }

  get body(): Locator {
    return this.dialog.getByLabel('Text, in Markdown');
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** Those of the person, in the settings. */
  get own(): Locator {
    return this.#app.page.getByRole('group', { name: 'Templates' });
  }
}
