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

  /** What was said last: of the work, of its end. */
  get headline(): Locator {
    return this.dialog.getByRole('status');
  }

  /** Of what is in the file. */
  get summary(): Locator {
    return this.dialog.getByRole('group', { name: 'What is in it' });
  }

  /** The list of what stays out, and of what comes over another way. */
  get problems(): Locator {
    return this.dialog.getByRole('region');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  question(name: 'Journals' | 'Moods'): Locator {
    return this.dialog.getByRole('group', { name });
  }

  journal(name: string): Locator {
    return this.question('Journals').getByRole('checkbox', { name });
  }

  /** One of the moods that a word of the file may mean. */
  mood(word: string, name: 'Awful' | 'Low' | 'Fine' | 'Good' | 'Great' | 'No mood'): Locator {
    return this.dialog.getByRole('radiogroup', { name: word }).getByRole('radio', { name });
  }

  /** Each figure of the preview, for example `9 habits new`. */
  async figures(): Promise<string[]> {
    await expect(this.summary).toBeVisible();
    const numbers = await this.dialog.getByRole('definition').allInnerTexts();
    const words = await this.dialog.getByRole('term').allInnerTexts();
    return numbers.map((number, index) => `${number} ${words[index] ?? ''}`.replaceAll(/\s+/gu, ' '));
  }

  /** From the chooser, which must be open. */
  async choose(...files: readonly ImportFile[]): Promise<void> {
    await this.dialog.getByTestId('import-files').setInputFiles([...files]);
  }

  /** @param path of a folder on the disk */
  async chooseFolder(path: string): Promise<void> {
    await this.dialog.getByTestId('import-folder').setInputFiles(path);
  }

  /** Drags files and folders of the disk from outside onto the middle of a thing, and drops them there. */
  async drop(paths: readonly string[], onto: Locator): Promise<void> {
    const box = await onto.boundingBox();
    if (box === null) throw new Error('There is nothing to drop onto.');
    const client = await this.#app.page.context().newCDPSession(this.#app.page);
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await client.send('Input.dispatchDragEvent', {
        type,
        ...point,
        data: { items: [], files: [...paths], dragOperationsMask: 1 },
      });
    }
    await client.detach();
  }

  async run(): Promise<void> {
    await this.button('Import').click();
  }

  async done(): Promise<void> {
    await this.button('Done').click();
    await expect(this.dialog).toBeHidden();
  }
}
