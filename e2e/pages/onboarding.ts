import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';
import { PASSPHRASE } from '../support/marker.ts';
import { rememberSecret } from '../support/run-folders.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** The three first steps. */
export class Onboarding {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get passphraseHeading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'Choose a passphrase' });
  }

  get passphrase(): Locator {
    return this.#app.page.getByLabel('Passphrase', { exact: true });
  }

  get again(): Locator {
    return this.#app.page.getByLabel('The same again');
  }

  /** The strength in words. */
  get strength(): Locator {
    return this.#app.page.getByRole('status').filter({ hasText: /weak|fair|strong|easy to remember/i });
  }

  get problem(): Locator {
    return this.#app.page.getByRole('alert');
  }

  get continue(): Locator {
    return this.#app.page.getByRole('button', { name: 'Continue' });
  }

  get recoveryKeyHeading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'Keep this recovery key' });
  }

  get typedKey(): Locator {
    return this.#app.page.getByLabel('Type the recovery key');
  }

  get makeVault(): Locator {
    return this.#app.page.getByRole('button', { name: 'Make my vault' });
  }

  get readyHeading(): Locator {
    return this.#app.page.getByRole('heading', { name: 'Your vault is ready' });
  }

  beginWith(choice: 'Write a first entry' | 'Begin a habit' | 'Bring what you have'): Promise<void> {
    return this.#app.page.getByRole('button', { name: choice }).click();
  }

  async choosePassphrase(passphrase: string, again = passphrase): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.again.fill(again);
    // Not before it was measured: the dictionaries arrive a moment after the page.
    await expect(this.strength).not.toContainText('easy to remember');
    await this.continue.click();
  }

  /** The key as it is shown, groups joined by hyphens. */
  async shownKey(): Promise<string> {
    await expect(this.recoveryKeyHeading).toBeVisible();
    const groups = await this.#app.page
      .getByRole('list', { name: 'Recovery key' })
      .getByRole('listitem')
      .allInnerTexts();
    const key = groups.join('-');
    rememberSecret(key);
    rememberSecret(groups.join(''));
    return key;
  }

  async confirmKey(typed: string): Promise<void> {
    await this.typedKey.fill(typed);
    await this.makeVault.click();
  }
}

/** From the first screen to the Today page. Answers with the recovery key. */
export async function createVault(app: Shown, passphrase = PASSPHRASE): Promise<string> {
  const onboarding = new Onboarding(app);
  await onboarding.choosePassphrase(passphrase);
  const key = await onboarding.shownKey();
  await onboarding.confirmKey(key);
  await onboarding.beginWith('Write a first entry');
  await expect(app.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return key;
}
