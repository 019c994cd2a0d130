import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

/** The page that says what is protected and what is not. */
export class Protection {
  readonly #app: Pick<AppUnderTest, 'page'>;

  constructor(app: Pick<AppUnderTest, 'page'>) {
    this.#app = app;
  }

  /** On the lock, on the first screen and in the settings. */
  get ask(): Locator {
    return this.#app.page.getByRole('button', { name: 'What Daygrove protects' });
  }

  get heading(): Locator {
    return this.#app.page.getByRole('heading', { level: 1, name: 'What Daygrove protects, and what it does not' });
  }

  section(name: string): Locator {
    return this.#app.page.getByRole('heading', { name, exact: true });
  }

  get contents(): Locator {
    return this.#app.page.getByRole('navigation', { name: 'On this page' });
  }

  back(to: 'Back' | 'Back to the lock' | 'Back to the settings'): Locator {
    return this.#app.page.getByRole('button', { name: to, exact: true });
  }
}
