import type { Locator } from '@playwright/test';
import type { AppUnderTest, ServerUnderTest } from '../fixtures.ts';
import { PASSPHRASE } from '../support/marker.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Settings > Sync, the line at the foot of the sidebar, and the way in for a vault that lives elsewhere. */
export class SyncPage {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** The quiet line in the sidebar. */
  get line(): Locator {
    return this.#app.page.getByTestId('sync-status');
  }

  /** The section of the settings. */
  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'Sync' });
  }

  get state(): Locator {
    return this.section.getByTestId('sync-state');
  }

  get found(): Locator {
    return this.section.getByTestId('sync-found');
  }

  get problem(): Locator {
    return this.section.getByRole('alert');
  }

  button(name: string): Locator {
    return this.section.getByRole('button', { name, exact: true });
  }

  async look(url: string, token: string): Promise<void> {
    await this.section.getByLabel('Server address').fill(url);
    await this.section.getByLabel('Token', { exact: true }).fill(token);
    await this.button('Look at this address').click();
  }

  async connect({ url, token }: ServerUnderTest): Promise<void> {
    await this.look(url, token);
    await this.found.waitFor();
    await this.button('Connect').click();
    await this.state.waitFor();
  }

  /** From the first screen. */
  async join({ url, token }: ServerUnderTest, secret = PASSPHRASE, label = 'Passphrase of the vault'): Promise<void> {
    const { page } = this.#app;
    await page.getByLabel('Server address').fill(url);
    await page.getByLabel('Token', { exact: true }).fill(token);
    await page.getByLabel(label).fill(secret);
    await page.getByRole('button', { name: 'Fetch my vault' }).click();
  }
}
