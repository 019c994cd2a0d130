import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

/** Settings > Keyboard, the list of all commands and the sheet of all keys. */
export class Keyboard {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get section(): Locator {
    return this.#app.page.getByRole('region', { name: 'Keyboard', exact: true });
  }

  get filter(): Locator {
    return this.section.getByRole('searchbox', { name: 'Find a command' });
  }

  get byKey(): Locator {
    return this.section.getByRole('button', { name: /^(Find by pressing a key|Press a key…|On .*)$/u });
  }

  /** What the filter comes to. */
  get found(): Locator {
    return this.section.getByRole('status');
  }

  get rows(): Locator {
    return this.section.locator('[data-action]');
  }

  get showAll(): Locator {
    return this.section.getByRole('button', { name: 'Show all commands and their keys' });
  }

  /** The button of a command's key: its name says the key. */
  key(name: string, key: string): Locator {
    return this.section.getByRole('button', { name: `${name}: ${key}`, exact: true });
  }

  get recording(): Locator {
    return this.section.getByRole('button', { name: 'Press the new key…' });
  }

  get takeOver(): Locator {
    return this.section.getByRole('button', { name: 'Take it over' });
  }

  /** What a screen reader was told last. */
  get said(): Locator {
    return this.#app.page.locator('[data-live-announcer] > :last-child');
  }

  get command(): Locator {
    return this.#app.page.getByRole('combobox', { name: 'Command' });
  }

  option(name: string | RegExp): Locator {
    return this.#app.page.getByRole('option', { name });
  }

  get sheet(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }

  /** By keys alone, from anywhere: the list of all commands finds the section. */
  async open(): Promise<void> {
    const { keyboard } = this.#app.page;
    await keyboard.press('ControlOrMeta+k');
    await this.command.waitFor();
    await keyboard.type('settings: keyboard');
    await keyboard.press('Enter');
    await this.section.waitFor();
  }
}
