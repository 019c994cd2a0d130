import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** The part of the insights about mood and habits. */
export class MoodHabits {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get region(): Locator {
    return this.#app.page.getByRole('region', { name: 'Mood and habits' });
  }

  /** One a habit: its name and what may be said. */
  get rows(): Locator {
    return this.region.getByRole('list', { name: 'Mood and habits' }).getByRole('listitem');
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  lag(name: 'Same day' | 'Day after'): Locator {
    return this.region.getByRole('radiogroup', { name: 'Mood of' }).getByRole('radio', { name });
  }
}
