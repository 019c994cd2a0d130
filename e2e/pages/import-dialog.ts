import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import type { AppUnderTest } from '../fixtures.ts';

type Shown = Pick<AppUnderTest, 'page'>;

export interface ImportFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export class ImportDialog {
  readonly #app: Shown;

  constructor(app: Shown) {
    this.#app = app;
  }

  get dialog(): Locator {
    return this.#app.page.getByRole('dialog', { name: 'Import' });
  }

  get problem(): Locator {
    return this.dialog.getByRole('alert');
  }

  get headline(): Locator {
    return this.dialog.getByRole('status');
  }

  /** Each figure of the preview, for example `9 habits, 9 new`. */
  async figures(): Promise<string[]> {
    await expect(this.dialog.getByText(/^(A backup of Loop|An export of Day One)/)).toBeVisible();
    const numbers = await this.dialog.getByRole('definition').allInnerTexts();
    const words = await this.dialog.getByRole('term').allInnerTexts();
    return numbers.map((number, index) => `${number} ${words[index] ?? ''}`);
  }

  /** From the chooser, which must be open. */
  async choose(file: ImportFile): Promise<void> {
    await this.dialog.getByLabel('Choose a file').setInputFiles(file);
  }

  async run(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Import', exact: true }).click();
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toBeHidden();
  }
}
