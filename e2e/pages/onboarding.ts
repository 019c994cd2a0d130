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
    return this.#app.page.getByLabel('Passphrase again');
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

  /** The groups that the page asks for, each named by its number. */
  get askedGroups(): Locator {
    return this.#app.page.getByRole('textbox', { name: /^Group \d+$/ });
  }

  get showAgain(): Locator {
    return this.#app.page.getByRole('button', { name: 'Show it again' });
  }

  /** From the key to the question for two of its groups. Answers with their numbers, counted from 1. */
  async askForGroups(): Promise<number[]> {
    await this.#app.page.getByRole('button', { name: 'I have it' }).click();
    await expect(this.askedGroups).toHaveCount(2);
    return this.askedGroups.evaluateAll((fields: HTMLInputElement[]) =>
      fields.map((field) => Number(/\d+/.exec(field.labels?.[0]?.textContent ?? '')?.[0])),
    );
  }

  /** With the question on the screen. */
  async typeGroups(groups: readonly string[]): Promise<void> {
    for (const [index, group] of groups.entries()) await this.askedGroups.nth(index).fill(group);
    await this.makeVault.click();
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

  /** With the key on the screen: types back what the page asks for of it. */
  async confirmKey(key: string): Promise<void> {
    const groups = key.split('-');
    await this.typeGroups((await this.askForGroups()).map((number) => groups[number - 1] ?? ''));
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
