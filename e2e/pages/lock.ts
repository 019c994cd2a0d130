import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';
import { PASSPHRASE } from '../support/marker.ts';
import { readyRecoveryKey } from '../support/ready-profile.ts';
import { rememberSecret } from '../support/run-folders.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class Lock {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get heading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'Daygrove is locked' });
  }

  get passphrase(): Locator {
    return this.#app.page.getByLabel('Passphrase', { exact: true });
  }

  get recoveryKey(): Locator {
    return this.#app.page.getByLabel('Recovery key', { exact: true });
  }

  /** Its name says the seconds while no try is taken. */
  get button(): Locator {
    return this.#app.page.getByRole('button', { name: /^(Unlock|Unlocking…|(Try again|Unlocking) in .*)$/ });
  }

  get problem(): Locator {
    return this.#app.page.getByRole('alert');
  }

  text(text: string | RegExp): Locator {
    return this.#app.page.getByText(text);
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.button.click();
  }

  async useRecoveryKey(key: string): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Use the recovery key' }).click();
    await this.recoveryKey.fill(key);
    await this.button.click();
  }

  /** Locks by the key, from anywhere in the open vault. */
  async lockNow(): Promise<void> {
    await this.#app.page.keyboard.press('ControlOrMeta+l');
    await expect(this.heading).toBeVisible();
  }

  /** Locks and unlocks: what is on the screen then comes from the disk, by way of a new storage process. Half the price of a restart, which keeps nothing more. */
  async reopen(): Promise<void> {
    await this.lockNow();
    await this.unlock();
    await this.unlocked();
  }

  async unlocked(): Promise<void> {
    await expect(this.#app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }
}

/** From the lock screen of the vault that a spec begins with to its Today page. Answers with its recovery key. */
export async function openVault(app: Shown): Promise<string> {
  const key = readyRecoveryKey();
  rememberSecret(key);
  rememberSecret(key.replaceAll('-', ''));
  const lock = new Lock(app);
  await lock.unlock();
  await lock.unlocked();
  return key;
}
