import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page' | 'origin'>;

/** Quick capture: the dialog over the page and the lock screen, and the page that is a small window in Electron. */
export class Capture {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  /** On the lock screen. */
  get button(): Locator {
    return this.#app.page.getByRole('button', { name: 'Quick capture' });
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Quick capture' });
  }

  get text(): Locator {
    return this.#app.page.getByRole('textbox', { name: 'What you want to keep' });
  }

  get keepButton(): Locator {
    return this.#app.page.getByRole('button', { name: 'Keep it' });
  }

  /** What stands where nothing is kept and somebody wants to go. */
  get asked(): Locator {
    return this.#app.page.getByRole('group', { name: 'This is not kept yet.' });
  }

  says(text: string | RegExp): Locator {
    return this.#app.page.getByText(text);
  }

  async keep(text: string): Promise<void> {
    await this.text.fill(text);
    await this.text.press('ControlOrMeta+Enter');
  }

  /** Goes to the page of the small window. */
  async openPage(): Promise<void> {
    await this.#app.page.goto(`${this.#app.origin}/capture.html`);
    await this.text.waitFor();
  }

  async leavePage(): Promise<void> {
    await this.#app.page.goto(`${this.#app.origin}/`);
  }
}
