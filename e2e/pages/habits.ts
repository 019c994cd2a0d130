import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';
import { Today } from './today.ts';

type Shown = Pick<AppUnderTest, 'page'>;

interface ScheduleChoice {
  /** As the choice of "How often" calls it. */
  readonly howOften: string;
  readonly times?: number;
  readonly inDays?: number;
  readonly everyDays?: number;
  /** Names of the days that are chosen, and no others. */
  readonly on?: readonly string[];
}

interface HabitWords extends Partial<ScheduleChoice> {
  readonly name: string;
  readonly kind?: 'Yes or no' | 'An amount' | 'Minutes' | 'Something to quit';
  readonly direction?: 'At least' | 'At most';
  readonly target?: string;
  readonly unit?: string;
}

/** The Habits page, and the dialog that makes or changes a habit from anywhere. */
export class Habits {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: /New habit|Edit habit/ });
  }

  async openNew(): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'New habit' }).first().click();
    await expect(this.dialog).toBeVisible();
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  /** What the dialog says in words, under what was chosen. */
  sentence(text: string): Locator {
    return this.dialog.getByText(text, { exact: true });
  }

  get group(): Locator {
    return this.dialog.getByRole('combobox', { name: 'Group' });
  }

  get groupList(): Locator {
    return this.dialog.getByRole('button', { name: 'All groups' });
  }

  /** Scrolls the open dialog until the lower half of the group's field lies under its buttons. */
  async coverGroup(): Promise<void> {
    await this.groupList.evaluate(
      (list, save) => {
        const { top, bottom } = list.getBoundingClientRect();
        const bar = save?.parentElement?.getBoundingClientRect().top ?? 0;
        let scroller = list.parentElement;
        while (scroller !== null && !/auto|scroll/u.test(getComputedStyle(scroller).overflowY))
          scroller = scroller.parentElement;
        scroller?.scrollBy({ top: (top + bottom) / 2 - bar, behavior: 'instant' });
      },
      await this.save.elementHandle(),
    );
  }

  get save(): Locator {
    return this.dialog.getByRole('button', { name: /Begin habit|Save/ });
  }

  /** Question, group, days, reminders. */
  async openMore(): Promise<void> {
    const more = this.dialog.getByRole('button', { name: /^More/ });
    if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  }

  /** The choice of icons and colours, open. */
  get picture(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Icon and colour' });
  }

  /** Its button, whose name says what is chosen. */
  get pictureButton(): Locator {
    return this.dialog.getByRole('button', { name: /^Icon and colour/ });
  }

  /** In the open dialog: one weekday of a choice of them. */
  async chooseDays(group: Locator, names: readonly string[]): Promise<void> {
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
      await group.getByRole('checkbox', { name: day }).setChecked(names.includes(day));
    }
  }

  /** Says in the open dialog what is given, and leaves the rest as it is. */
  async say({ name, kind, direction, target, unit, ...schedule }: HabitWords): Promise<void> {
    await this.field('Name').fill(name);
    if (kind !== undefined) await this.dialog.getByRole('radio', { name: kind, exact: true }).check();
    if (direction !== undefined) await this.field('How much').selectOption(direction);
    if (target !== undefined) await this.dialog.getByRole('textbox', { name: /^(Target|Minutes)$/ }).fill(target);
    if (unit !== undefined) await this.field('Unit').fill(unit);
    const { howOften, times, inDays, everyDays, on } = schedule;
    if (howOften !== undefined) await this.field('How often').selectOption(howOften);
    if (times !== undefined) await this.field('How many times').fill(String(times));
    if (inDays !== undefined) await this.field('In how many days').fill(String(inDays));
    if (everyDays !== undefined) await this.field('Every how many days').fill(String(everyDays));
    if (on !== undefined) await this.chooseDays(this.dialog.getByRole('group', { name: 'On which days' }), on);
  }

  /** From a habit's menu on Today. */
  async edit(name: string): Promise<void> {
    const today = new Today(this.#app);
    await today.openMenu(name);
    await today.menuItem('Edit habit').click();
    await expect(this.dialog).toBeVisible();
  }

  async begin(): Promise<void> {
    await this.save.click();
    await expect(this.dialog).toBeHidden();
  }

  /** Habits by days. */
  get grid(): Locator {
    return this.#app.page.getByRole('grid', { name: 'Habits' });
  }

  /** The rows of the habits, without the headings of groups. */
  get active(): Locator {
    const more = this.#app.page.getByRole('button', { name: /^More for / });
    return this.grid.getByRole('row').filter({ has: more });
  }

  row(name: string): Locator {
    return this.active.filter({ has: this.#app.page.getByRole('rowheader', { name: new RegExp(`^${name}, `) }) });
  }

  name(name: string): Locator {
    return this.row(name).getByRole('rowheader');
  }

  more(name: string): Locator {
    return this.row(name).getByRole('button', { name: `More for ${name}` });
  }

  /** `day` as the cell says it: `Thursday November 19`. */
  cell(name: string, day: string): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`^${name}, ${day}, `) });
  }

  get menu(): Locator {
    return this.#app.page.getByRole('menu');
  }

  async choose(name: string, choice: string): Promise<void> {
    await this.more(name).click();
    await this.menu.getByRole('menuitem', { name: choice }).click();
  }

  /** With the archive unfolded. */
  get archived(): Locator {
    return this.#app.page.getByRole('list', { name: 'Archived' }).getByRole('listitem');
  }

  async showArchived(): Promise<void> {
    await this.#app.page.getByRole('button', { name: /^Archived, / }).click();
  }

  /** The button of a notice about a change. */
  get undo(): Locator {
    return this.#app.page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' });
  }

  /** With the dialog open. */
  async fillIn(name: string, schedule?: { readonly howOften: string; readonly times?: number }): Promise<void> {
    await this.dialog.getByLabel('Name').fill(name);
    if (schedule !== undefined) {
      await this.dialog.getByLabel('How often').selectOption(schedule.howOften);
      if (schedule.times !== undefined) await this.dialog.getByLabel('How many times').fill(String(schedule.times));
    }
    await this.dialog.getByRole('button', { name: /Begin habit|Save/ }).click();
    await expect(this.dialog).toBeHidden();
  }

  async create(name: string, schedule?: { readonly howOften: string; readonly times?: number }): Promise<void> {
    await this.#app.page.getByRole('button', { name: 'New habit' }).first().click();
    await this.fillIn(name, schedule);
  }
}
