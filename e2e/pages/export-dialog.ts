import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export class ExportDialog {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Export' });
  }

  format(name: string): Locator {
    return this.dialog.getByRole('radio', { name, exact: true });
  }

  /** What the file will hold. */
  get counted(): Locator {
    return this.dialog.getByText(/^(It will hold|There is nothing of that)/u);
  }

  get problem(): Locator {
    return this.dialog.getByRole('alert');
  }

  /** What was saved and where. */
  get report(): Locator {
    return this.dialog.getByRole('status');
  }

  get button(): Locator {
    return this.dialog.getByRole('button', { name: 'Export', exact: true });
  }

  /** From the palette. */
  async open(): Promise<void> {
    await this.#app.page.keyboard.press('ControlOrMeta+k');
    await this.#app.page.getByRole('combobox', { name: 'Command' }).fill('Export');
    await this.#app.page.keyboard.press('Enter');
    await expect(this.dialog).toBeVisible();
  }

  /** Exports in a format, as it stands in the dialog. @returns the path that the dialog says */
  async run(format: string): Promise<string> {
    await this.format(format).check();
    await this.button.click();
    await expect(this.report).toContainText('Saved');
    return this.report.locator('code').innerText();
  }

  async another(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Another export' }).click();
  }
}
