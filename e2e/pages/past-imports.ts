import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** The imports in the settings, and the dialog that takes one back. */
export class PastImports {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'Import', exact: true });
  }

  /** Newest first. */
  get imports(): Locator {
    return this.section.getByRole('list', { name: 'Past imports' }).getByRole('listitem');
  }

  /** Before, while and after an import is taken back. */
  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', {
      name: /^(Take this import back|Taking the import back|Import taken back)/u,
    });
  }

  /** What an import did not take as it was. */
  get problems(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'What did not come over as it was' });
  }

  /** What became of it. */
  get report(): Locator {
    return this.dialog.getByRole('status');
  }

  /** Asks, and takes back. @param index from 0, newest first */
  async takeBack(index: number): Promise<void> {
    await this.imports
      .nth(index)
      .getByRole('button', { name: /^Take back/u })
      .click();
    await this.dialog.getByRole('button', { name: 'Take back', exact: true }).click();
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
