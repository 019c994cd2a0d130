import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

/** The part of the settings about the desktop around the window. */
export class DesktopSettings {
  readonly #app: Pick<AppUnderTest, 'page'>;

  constructor(app: Pick<AppUnderTest, 'page'>) {
    this.#app = app;
  }

  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'Desktop' });
  }

  get switches(): Locator {
    return this.section.getByRole('checkbox');
  }
}
