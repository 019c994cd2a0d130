import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;
type Section = 'Writing over time' | 'Mood over time' | 'Tags' | RegExp;

export class Insights {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** Each a sentence that begins with a number: entries, words, days in a row, mood. */
  get figures(): Locator {
    return this.#app.page.getByRole('list', { name: 'In numbers' }).getByRole('listitem');
  }

  /** The dates that the page is about. */
  get dates(): Locator {
    return this.#app.page.getByRole('heading', { level: 1, name: 'Insights' }).locator('+ p');
  }

  range(name: '30 days' | '12 months' | 'Everything'): Locator {
    return this.#app.page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio', { name });
  }

  measure(name: 'Words' | 'Entries'): Locator {
    return this.#app.page.getByRole('radiogroup', { name: 'Count' }).getByRole('radio', { name });
  }

  section(name: Section): Locator {
    return this.#app.page.getByRole('region', { name });
  }

  /** What takes the arrow keys. */
  chart(name: Section): Locator {
    return this.section(name).getByRole('slider');
  }

  /** The line above a chart: what it shows as a whole, or what stands at the place that is looked at. */
  readout(name: Section): Locator {
    return this.section(name).locator('p').first();
  }

  async openTable(name: Section): Promise<void> {
    await this.section(name).getByText('Show as table').click();
  }

  /** The rows of an open table without its head, each as its cells. */
  async rows(name: Section): Promise<string[][]> {
    const rows = await this.section(name).getByRole('table').locator('tbody tr').all();
    return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
  }

  /** What a screen reader was told last. */
  get announced(): Locator {
    return this.#app.page.locator('[data-live-announcer] > :last-child').filter({ hasText: /\w/u }).last();
  }

  get tags(): Locator {
    return this.#app.page.getByRole('list', { name: /^Tags/ }).getByRole('button');
  }
}
