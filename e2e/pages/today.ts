import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

/** Pastes into a text, in place of all that is there, as another program's clipboard would have it: by media type. */
export async function paste(field: Locator, formats: Readonly<Record<string, string>>): Promise<void> {
  await field.focus();
  await field.press('ControlOrMeta+a');
  await field.evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, content] of Object.entries(contents)) clipboardData.setData(type, content);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, formats);
}

type Shown = Pick<AppUnderTest, 'page'>;

/** The rooms of the open vault, and the Today page. */
export class Today {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  go(
    room: 'Today' | 'Journal' | 'Calendar' | 'Insights' | 'Habits' | 'Search' | 'Settings' | 'Import…' | 'Lock',
  ): Promise<void> {
    return this.#app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
  }

  get heading(): Locator {
    return this.#app.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get entries(): Locator {
    return this.#app.page.getByRole('main').getByRole('article');
  }

  /** The place to write of an entry, from 0; an entry that is not begun is the last. */
  text(index = 0): Locator {
    return this.entries.nth(index).getByRole('textbox', { name: /^Entry/ });
  }

  /** One of the five moods of an entry. */
  mood(name: 'Awful' | 'Low' | 'Fine' | 'Good' | 'Great', index = 0): Locator {
    return this.entries.nth(index).getByRole('radio', { name });
  }

  async remove(index: number): Promise<void> {
    await this.entries.nth(index).getByRole('button', { name: 'Remove this entry' }).click();
    await expect(this.#app.page.getByText('The entry is in the trash.')).toBeVisible();
  }

  /** Visible when all that is in the entry is on the disk. */
  saved(index = 0): Locator {
    return this.entries.nth(index).getByText('Saved', { exact: true });
  }

  async newEntry(): Promise<void> {
    await this.#app.page.getByRole('main').getByRole('button', { name: 'New entry' }).click();
  }

  /** Writes an entry in one go and waits until it is on the disk. */
  async write(text: string, index = 0): Promise<void> {
    if (text.includes('\n')) await paste(this.text(index), { 'text/plain': text });
    else await this.text(index).fill(text);
    await expect(this.saved(index)).toBeVisible();
  }

  async previousDay(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Previous day' }).click();
    await this.#turned();
  }

  async backToToday(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'Back to today' }).click();
    await this.#turned();
  }

  /** The habits are those of the day that the page names: before, they take no press. */
  async #turned(): Promise<void> {
    await expect(this.habits.locator('[aria-busy=true]')).toHaveCount(0);
  }

  get habits(): Locator {
    return this.#app.page.getByRole('complementary', { name: /^Habits of this day/ });
  }

  habit(name: string): Locator {
    return this.habits.getByRole('listitem').filter({ hasText: name });
  }

  /** The round button; its name says the habit and how it stands. */
  tick(name: string): Locator {
    return this.habit(name).getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  /** Seven days in words, oldest first. */
  week(name: string): Locator {
    return this.habit(name).getByRole('img', { name: /^Last seven days: / });
  }

  /** Of the open menu. A mark is chosen, anything else is done. */
  menuItem(name: string): Locator {
    const menu = this.#app.page.getByRole('menu');
    return menu.getByRole('menuitemradio', { name }).or(menu.getByRole('menuitem', { name }));
  }

  async openMenu(name: string): Promise<void> {
    await this.habit(name)
      .getByRole('button', { name: `More for ${name}` })
      .click();
  }

  async mark(
    name: string,
    choice: 'Mark as done' | 'Skip this day' | 'Mark as missed' | 'Clear the mark',
  ): Promise<void> {
    await this.openMenu(name);
    await this.menuItem(choice).click();
  }
}
