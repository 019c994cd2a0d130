import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';
import { PASSPHRASE } from '../support/marker.ts';
import { Today } from './today.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Settings > Lock and keys, and what the lock screen has of the keychain. */
export class Keys {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  async open(): Promise<void> {
    await new Today(this.#app).go('Settings');
    await expect(this.keychain.getByText(/^(The keychain may open this vault\.|Off: )/)).toBeVisible();
  }

  get keychain(): Locator {
    return this.#app.page.getByRole('region', { name: 'This computer’s keychain' });
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog');
  }

  /** With a dialog that asks for it. */
  async givePassphrase(action: string, passphrase = PASSPHRASE): Promise<void> {
    await this.dialog.getByLabel('Current passphrase').fill(passphrase);
    await this.dialog.getByRole('button', { name: action, exact: true }).click();
  }

  press(name: 'New recovery key…' | 'Forget the vault here…' | 'Renew the vault’s key…'): Promise<void> {
    return this.#app.page.getByRole('button', { name }).click();
  }

  /** On the lock screen. */
  get unlockButton(): Locator {
    return this.#app.page.getByRole('button', { name: 'Unlock with the keychain' });
  }

  /** What the lock screen says of it. */
  get told(): Locator {
    return this.#app.page.getByRole('main').getByRole('status');
  }
}
